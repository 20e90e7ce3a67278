import { type Day, type Instant, longDay } from '#kit/day.ts'
import { refuse } from '#kit/refusal.ts'
import type { OwnWords } from '../letter.rules.ts'
import { LETTER_KINDS } from '../letter.rules.ts'
import { ownWords as words } from './own-words.nl.ts'

/** For which letters own words can be: one kind, or all that have none of their own. */
export const OWN_KINDS = ['all', ...LETTER_KINDS] as const
export type OwnKind = (typeof OWN_KINDS)[number]

export type DatedOwnWords = OwnWords & { readonly kind: OwnKind; readonly from: Day; readonly setAt: Instant }

const NONE: OwnWords = { opening: '', closing: '', contact: '' }

/** What a municipality adds to a kind of letter on a day: its own words for that kind, or else those for all; of what counts then the last that began. */
export function ownWordsOn(dated: readonly DatedOwnWords[], kind: OwnKind, on: Day): OwnWords {
  const { opening, closing, contact } = currentOf(dated, kind, on) ?? currentOf(dated, 'all', on) ?? NONE
  return { opening, closing, contact }
}

/** The words that were written down for exactly this kind and count on a day; null where there are none. */
export function currentOf(dated: readonly DatedOwnWords[], kind: OwnKind, on: Day): DatedOwnWords | null {
  const found = dated.filter((each) => each.kind === kind && each.from <= on)
  return found.toSorted((a, b) => (a.from === b.from ? Temporal.Instant.compare(a.setAt, b.setAt) : a.from < b.from ? -1 : 1)).at(-1) ?? null
}

/** Refuses words from a day that has been: what was sent since was sent without them. */
export function mayCountFrom(from: Day, today: Day): void {
  if (from < today) refuse(words.refusals.past, { day: longDay(today) }, { field: 'from' })
}
