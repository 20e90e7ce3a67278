import type { Day, Instant } from '#kit/day.ts'
import type { Language } from '#kit/text.ts'

/** What comes as a letter: what has legal effect, with how to object (Awb art. 3:45), and a question that stops the term to decide (4:5, 4:15). */
export const LETTER_KINDS = [
  'moreAsked',
  'granted',
  'refused',
  'leftUnprocessed',
  'suspended',
  'resumed',
  'consentWithdrawn',
  'changeCancelled',
  'delayTold',
  'objectionMendAsked',
  'objectionPutOff',
  'objectionDelayed',
  'objectionDecided',
  'grantedInstead',
  'refusedInstead',
  'reviewClosed',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

export type LetterPart = { readonly kind: 'text' | 'heading'; readonly text: string } | { readonly kind: 'list'; readonly items: readonly string[] }

/** A letter as it was made; kept so, and only ever read. */
export type Letter = {
  readonly kind: LetterKind
  readonly on: Day
  readonly title: string
  readonly municipality: string
  readonly cooperative: string
  readonly member: string
  readonly parts: readonly LetterPart[]
  readonly objectUntil: Day
  /** The version of the words it was made with; like all that follows, missing on letters of before it was kept. */
  readonly template?: string
  /** The lines under the name of the municipality in the head. */
  readonly sender?: readonly string[]
  /** Digest of the logo in the head; missing where the municipality had none. */
  readonly logo?: string
  /** The same in plain words. */
  readonly plain?: Readonly<Record<Language, PlainLetter>>
}

/** A letter in plain words: what was decided, what may be done, until when, what must be done and whom to ask. */
export type PlainLetter = {
  readonly decided: readonly string[]
  readonly may: readonly string[]
  readonly until: readonly string[]
  readonly must: readonly string[]
  readonly ask: readonly string[]
}

/** Under which function and mandate is signed, on behalf of the executive (Awb 10:10). */
export type Signature = {
  readonly signedAs: string
  readonly signedName: string
  readonly mandate: string
  /** The member of staff, where the municipality names them. */
  readonly staff: string | null
  /** Null before it is signed. */
  readonly at: Instant | null
}

/** What a municipality adds to a kind of letter. */
export type OwnWords = { readonly opening: string; readonly closing: string; readonly contact: string }

export type LetterFacts = {
  readonly municipality: string
  readonly cooperative: string
  readonly member: string
  readonly work: string
  /** It was asked for to go on after a consent that was given before. */
  readonly renews: boolean
  /** The ground in words, for a grant. */
  readonly ground: string
  /** The kinds of costs in words, for a grant. */
  readonly costs: string
  readonly objectUntil: Day
  readonly address: string
  /** Digest of the logo of today, or null. */
  readonly logo: string | null
  readonly own: OwnWords
  readonly signature: Signature
}

/** What stands on a paper beside the letter itself: the case at the municipality, the number of the document, and the seal over its words. */
export type LetterMarks = { readonly reference: string | null; readonly id: string; readonly seal: string }
