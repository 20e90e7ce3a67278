import { type Day, longDay } from '#kit/day.ts'
import { refuse } from '#kit/refusal.ts'
import { type ConsentEvent, type DecisionRef, isSameDecision } from '../events/events.rules.ts'
import { openMend } from '../events/open.rules.ts'
import { nl as remedies } from '../remedies/remedies.nl.ts'
import { mendingOffice as office } from './office.nl.ts'

/** Refuses a last day that gives no time: the term for mending is given beforehand (Awb 6:6). */
export function mayAskMend(before: Day, today: Day): void {
  if (before <= today) refuse(office.refusals.tooEarly, {}, { field: 'answerBefore' })
}

/** Refuses further delay once the term is over, for then there is none left (conflict), and a day that gives no more time (Awb 7:10(4)). */
export function mayBeDelayedFurther(until: Day, last: Day, today: Day): void {
  if (today > last) refuse(office.refusals.tooLate, { day: longDay(last) }, { kind: 'conflict' })
  if (until <= last) refuse(remedies.refusals.noMoreTime, { day: longDay(last) }, { field: 'until' })
}

/**
 * Refuses to declare an objection inadmissible on a day on which what is missing in it may still be sent (Awb 6:6). Not for one that came after `objectUntil`:
 * that is inadmissible for being late (6:7, 6:11), whatever else is missing.
 */
export function mayBeInadmissible(events: readonly ConsentEvent[], decision: DecisionRef, on: Day, objectUntil: Day): void {
  const asked = openMend(events, decision)
  const objected = events.find((event) => event.kind === 'objected' && isSameDecision(event.against, decision))
  if (!asked || on > asked.answerBefore || (objected && objected.on > objectUntil)) return
  refuse(office.refusals.mayStillCome, { day: longDay(asked.answerBefore) }, { field: 'outcome' })
}
