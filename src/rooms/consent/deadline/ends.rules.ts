import { addDays, type Day, earlierDay } from '#kit/day.ts'
import { type ConsentEvent, conditionsOf, effect, runsUntil } from '../consent.rules.ts'

/**
 * The last day on which a consent counts: as it was laid down, or cut short by a withdrawal or by a move to another town (`leavesOn`, the first day there); null
 * before a grant and where it never began.
 */
export function countsUntil(events: readonly ConsentEvent[], leavesOn: Day | null = null): Day | null {
  const conditions = conditionsOf(events)
  if (!conditions) return null
  const last = events.reduce(
    (until, event) => (event.kind === 'consentWithdrawn' && effect(events, event.from) === 'ended' ? earlierDay(until, addDays(event.from, -1)) : until),
    runsUntil(events) ?? conditions.until,
  )
  if (last < conditions.from) return null
  // Whoever left before it began has a consent that was asked after coming back.
  return leavesOn && leavesOn > conditions.from ? earlierDay(last, addDays(leavesOn, -1)) : last
}
