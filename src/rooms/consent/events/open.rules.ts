import { type ConsentEvent, type DecisionRef, isSameDecision } from './events.rules.ts'

type Asked = Extract<ConsentEvent, { kind: 'adviceAsked' }>

/** Advice that was asked and did not come in yet, oldest first; of one adviser the first question is answered first. */
export function openAdvice(events: readonly ConsentEvent[]): readonly Asked[] {
  const given = events.flatMap((event) => (event.kind === 'adviceGiven' ? [event.adviser] : []))
  return events.filter((event): event is Asked => {
    if (event.kind !== 'adviceAsked') return false
    const index = given.indexOf(event.adviser)
    if (index >= 0) given.splice(index, 1)
    return index < 0
  })
}

/** What ends a review: that nothing changes, or the decision that changes something. */
const ENDS_REVIEW: readonly ConsentEvent['kind'][] = ['reviewClosed', 'grantedInstead', 'refusedInstead', 'suspended', 'consentWithdrawn']

/** Whether a decision is being looked at again. */
export function reviewIsOpen(events: readonly ConsentEvent[]): boolean {
  return events.findLast(({ kind }) => kind === 'reviewOpened' || ENDS_REVIEW.includes(kind))?.kind === 'reviewOpened'
}

type MendAsked = Extract<ConsentEvent, { kind: 'objectionMendAsked' }>

/** What is missing in the objection to a decision, asked and not sent since (Awb 6:6); null where nothing is. */
export function openMend(events: readonly ConsentEvent[], decision: DecisionRef): MendAsked | null {
  const last = events.findLast((event) => (event.kind === 'objectionMendAsked' || event.kind === 'objectionMended') && isSameDecision(event.against, decision))
  return last?.kind === 'objectionMendAsked' ? last : null
}
