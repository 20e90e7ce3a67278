import type { Day, Instant } from '#kit/day.ts'
import { dayOf } from '#kit/day.ts'
import type { ConsentEventKind } from '../events/events.rules.ts'
import type { ElectronicKind, TownRules } from '../town/town.rules.ts'

/** What somebody said about mail, and when. */
export type PostingChoice = { readonly electronic: boolean; readonly chosenAt: Instant }

/** How a message reaches the member: on paper, or by mail because the member chose so on a day (Awb 2:14). */
export type Posting = { readonly by: 'post' } | { readonly by: 'mail'; readonly chosenOn: Day }

const KIND_OF: Partial<Record<ConsentEventKind, ElectronicKind>> = {
  moreAsked: 'question',
  delayTold: 'delay',
  objectionPutOff: 'delay',
  granted: 'decision',
  refused: 'decision',
  leftUnprocessed: 'decision',
  grantedInstead: 'decision',
  refusedInstead: 'decision',
  reviewClosed: 'decision',
  suspended: 'change',
  resumed: 'change',
  consentWithdrawn: 'change',
  changeCancelled: 'change',
  objectionDecided: 'objection',
}

/** What somebody had chosen at a moment; null where nothing was said yet. */
export function postingChoiceAt(choices: readonly PostingChoice[], at: Instant): PostingChoice | null {
  return (
    choices
      .filter(({ chosenAt }) => Temporal.Instant.compare(chosenAt, at) <= 0)
      .toSorted((a, b) => Temporal.Instant.compare(a.chosenAt, b.chosenAt))
      .at(-1) ?? null
  )
}

/** How a message went: by mail only where the town allows that kind and the member had chosen so when it was written down (Awb 2:14). */
export function postingOf(
  event: { readonly kind: ConsentEventKind; readonly recordedAt: Instant },
  choices: readonly PostingChoice[],
  rules: TownRules,
): Posting {
  const choice = postingChoiceAt(choices, event.recordedAt)
  const allowed = KIND_OF[event.kind]
  return choice?.electronic && allowed && rules.electronic.includes(allowed) ? { by: 'mail', chosenOn: dayOf(choice.chosenAt) } : { by: 'post' }
}
