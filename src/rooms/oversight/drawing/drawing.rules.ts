import { type Day, firstDay, lastDay, type Month, within } from '#kit/day.ts'

/** What can be drawn. */
export const SAMPLE_KINDS = ['receipt', 'statement'] as const
export type SampleKind = (typeof SAMPLE_KINDS)[number]

/** For how many days after closing the municipality may still see what was drawn; its own rules say up to which. */
export const SEEN_DAYS = ['0', '14', '28', '56'] as const

/** What may be chosen where the town allows itself so many days: never nothing, for the day of closing is always seen. */
export function seenChoices(longest: number): (typeof SEEN_DAYS)[number][] {
  return SEEN_DAYS.filter((days) => Number(days) <= longest)
}

/** How much is drawn: a number of things, or a part of them in whole percents. */
export type SampleSize = { readonly size: number; readonly percent: null } | { readonly size: null; readonly percent: number }

/** Gives the SHA-256 of a text in hexadecimal; handed in, for a rule computes nothing with the outside world. */
export type Hash = (text: string) => string

/** A thing that could have been drawn, with its check value. */
export type Checked = { readonly id: string; readonly check: string }

/**
 * The text whose SHA-256 is the seed. Everything in it stands fixed before the draw; the number is made by the program of the cooperative while it draws,
 * so that nobody can choose the outcome. `askedAt` is the moment of asking in UTC, whole seconds.
 */
export function seedText(facts: {
  readonly municipality: string
  readonly cooperative: string
  readonly kind: SampleKind
  readonly from: Day
  readonly until: Day
  readonly askedAt: string
  readonly number: string
}): string {
  return [facts.municipality, facts.cooperative, facts.kind, facts.from, facts.until, facts.askedAt, facts.number].join('|')
}

/** How many things a size means: never more than there are; a part is rounded up, so that something is drawn where there is something. */
export function howMany(asked: SampleSize, there: number): number {
  const wanted = asked.percent === null ? asked.size : Math.ceil((asked.percent * there) / 100)
  return Math.min(wanted, there)
}

/**
 * The whole method: every thing once, sorted by id; the check value of each is SHA-256 of `seed|id`; the order of the draw is that of the check values.
 * The first so many are drawn. Whoever has the seed and the ids can do it again.
 */
export function inDrawOrder(ids: readonly string[], seed: string, hash: Hash): Checked[] {
  return [...new Set(ids)]
    .sort()
    .map((id) => ({ id, check: hash(`${seed}|${id}`) }))
    .sort((a, b) => (a.check < b.check ? -1 : a.check > b.check ? 1 : 0))
}

/** Whether a day lies in the period and in one of the consents of this municipality that counted on it. */
export function isOfMunicipality(
  on: Day,
  period: { readonly from: Day; readonly until: Day },
  consents: readonly { readonly from: Day; readonly until: Day }[],
): boolean {
  return within(on, period.from, period.until) && consents.some((consent) => within(on, consent.from, consent.until))
}

/** Whether a month lies wholly in the period: a statement is about a whole month. */
export function monthLiesIn(month: Month, period: { readonly from: Day; readonly until: Day }): boolean {
  return firstDay(month) >= period.from && lastDay(month) <= period.until
}

/** Where a sample stands: asked and not drawn yet, running, closed and still to be seen by the municipality, or closed for good. */
export type SampleStanding = 'asked' | 'running' | 'closed' | 'over'

export function sampleStanding(sample: { readonly draw: unknown; readonly closing: { readonly seenUntil: Day } | null }, today: Day): SampleStanding {
  if (sample.closing) return sample.closing.seenUntil < today ? 'over' : 'closed'
  return sample.draw ? 'running' : 'asked'
}
