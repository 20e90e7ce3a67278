import { addDays, type Day, earlierDay } from '#kit/day.ts'
import { type ConsentEvent, conditionsOf, effect, runsUntil } from '../consent.rules.ts'

/** The last day on which a consent counts, as it was laid down or cut short by a withdrawal; null before a grant and where it never began. */
export function countsUntil(events: readonly ConsentEvent[]): Day | null {
  const conditions = conditionsOf(events)
  if (!conditions) return null
  const last = events.reduce(
    (until, event) => (event.kind === 'consentWithdrawn' && effect(events, event.from) === 'ended' ? earlierDay(until, addDays(event.from, -1)) : until),
    runsUntil(events) ?? conditions.until,
  )
  return last < conditions.from ? null : last
}
