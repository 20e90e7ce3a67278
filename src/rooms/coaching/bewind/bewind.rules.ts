import { type Day, within } from '#kit/day.ts'

/** Who looks after the money of a member: under protective administration (BW1 431), for debts (Wgs), or under the Wsnp. */
export const BEWIND_KINDS = ['bewind', 'debtSupport', 'wsnp'] as const
export type BewindKind = (typeof BEWIND_KINDS)[number]

/** Written consent to pay out, from a day up to and including another; `endedOn` is the first day on which it counts no more. */
export type BewindConsent = { readonly id: string; readonly from: Day; readonly until: Day; readonly endedOn: Day | null }

export type Bewind = {
  readonly id: string
  readonly kind: BewindKind
  readonly name: string
  readonly office: string | null
  readonly reach: string
  readonly from: Day
  /** The first day on which nobody looks after the money any more. */
  readonly endedOn: Day | null
  readonly consents: readonly BewindConsent[]
}

/** Whether this person looks after the money on a day. */
export function looksAfter(bewind: Pick<Bewind, 'from' | 'endedOn'>, on: Day): boolean {
  return bewind.from <= on && (bewind.endedOn === null || on < bewind.endedOn)
}

/** The consent that counts on a day, or null. */
export function consentOn({ consents }: Pick<Bewind, 'consents'>, on: Day): BewindConsent | null {
  return consents.find((each) => within(on, each.from, each.until) && (each.endedOn === null || on < each.endedOn)) ?? null
}

/**
 * Why nothing may be paid out to a member on a day, by who looks after the money: each of them must have consented in writing. Null where nobody looks
 * after it or all consented.
 */
export function heldBack(all: readonly Bewind[], on: Day): 'noConsent' | 'consentEnded' | 'consentToCome' | null {
  for (const bewind of all.filter((each) => looksAfter(each, on))) {
    if (consentOn(bewind, on)) continue
    if (bewind.consents.length === 0) return 'noConsent'
    return bewind.consents.every((each) => each.from > on) ? 'consentToCome' : 'consentEnded'
  }
  return null
}
