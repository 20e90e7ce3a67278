import { type Day, longDay } from '#kit/day.ts'
import { refuse } from '#kit/refusal.ts'
import { nl } from '../consent.nl.ts'
import type { ConsentEvent } from '../events/events.rules.ts'

/** The last day that was given for an answer that did not come by then, once it is over (Awb art. 4:15 lid 1); null where there is none. */
export function unansweredSince(events: readonly ConsentEvent[], on: Day): Day | null {
  const place = events.findLastIndex(({ kind }) => kind === 'moreAsked')
  const asked = events[place]
  if (asked?.kind !== 'moreAsked' || !asked.answerBefore || asked.answerBefore >= on) return null
  return events.slice(place).some(({ kind }) => kind === 'answered') ? null : asked.answerBefore
}

/** Refuses to leave a request unprocessed while the answer may still come, or where no last day was given for it (Awb art. 4:5 lid 1). What went on paper stays as it was. */
export function mayBeLeft(events: readonly ConsentEvent[], decision: ConsentEvent): void {
  if (decision.kind !== 'leftUnprocessed' || decision.paperReference !== undefined || unansweredSince(events, decision.on)) return
  const asked = events.findLast((event) => event.kind === 'moreAsked')
  if (!asked?.answerBefore) refuse(nl.refusals.noDayGiven)
  refuse(nl.refusals.answerMayCome, { day: longDay(asked.answerBefore) }, { field: 'on' })
}
