import type { Day, Instant } from '#kit/day.ts'

/** Where a person's benefit comes from. `participatiewetJoint`: one benefit together with a partner, so both are parties to it. */
export const BENEFIT_SOURCES = ['participatiewetOwn', 'participatiewetJoint', 'ioawIoaz', 'uwv', 'none', 'unknown'] as const
export type BenefitSource = (typeof BENEFIT_SOURCES)[number]

/** A source from a day on, until the next one; and the moment it was written down. */
export type BenefitFact = { readonly source: BenefitSource; readonly from: Day; readonly recordedAt: Instant }

/** What must be there before somebody trades. `consent`: of the college. `report`: tell the UWV oneself. `answer`: the coach has to ask first. */
export type TradeNeed = 'consent' | 'report' | 'answer' | 'nothing'

// Participatiewet art. 7, 9, 17 and 31; IOAW and IOAZ are carried out by the same college. UWV benefits know their own duty to report.
const NEEDS = {
  participatiewetOwn: 'consent',
  participatiewetJoint: 'consent',
  ioawIoaz: 'consent',
  uwv: 'report',
  none: 'nothing',
  unknown: 'answer',
} as const satisfies Record<BenefitSource, TradeNeed>

/** What must be there before somebody with this source trades. */
export function tradeNeeds(source: BenefitSource): TradeNeed {
  return NEEDS[source]
}

/** Whether the college must consent before somebody with this source trades. */
export function needsConsent(source: BenefitSource): boolean {
  return NEEDS[source] === 'consent'
}

// What asks more, from nothing to "the coach has to ask first", which stops everything.
const STRICTNESS = ['nothing', 'report', 'consent', 'answer'] as const satisfies readonly TradeNeed[]

/** Whether another source asks less before somebody trades than the one before: such a word of the member alone lifts no stop. */
export function eases(before: BenefitSource, after: BenefitSource): boolean {
  return STRICTNESS.indexOf(NEEDS[after]) < STRICTNESS.indexOf(NEEDS[before])
}

/** The source on a day, as far as was known at a moment. Nothing written down is `unknown`, never `none`: silence is no answer. */
export function sourceOn(facts: readonly BenefitFact[], on: Day, asKnownAt?: Instant): BenefitSource {
  const last = facts
    .filter((fact) => fact.from <= on && (!asKnownAt || Temporal.Instant.compare(fact.recordedAt, asKnownAt) <= 0))
    .toSorted((a, b) => (a.from === b.from ? Temporal.Instant.compare(a.recordedAt, b.recordedAt) : a.from < b.from ? -1 : 1))
    .at(-1)
  return last?.source ?? 'unknown'
}
