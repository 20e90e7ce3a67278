import type { ConsentEvent } from './events.rules.ts'

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
