import type { Month } from '#kit/day.ts'
import { BANDS, type Profile, type Topic, type Way } from './profile.rules.ts'

/** How much each reason counts, in points; together a hundred. */
export const USUAL_WEIGHTS = { knows: 55, ahead: 15, size: 12, near: 10, helps: 8 } as const
export type Weights = Readonly<Record<keyof typeof USUAL_WEIGHTS, number>>

/** The same between a municipality and a cooperative: being near counts more, for they may come to work together, and being of one size tells nothing. */
export const ACROSS_WEIGHTS: Weights = { knows: 55, ahead: 12, size: 0, near: 25, helps: 8 }

/** What two of one function can help each other with; what their organisation seeks besides is for others to ask. */
export const FUNCTION_TOPICS = {
  treasurer: ['statements', 'split', 'vat', 'bank', 'treasurer', 'bbz'],
  coach: ['coaching', 'newcomers', 'debts', 'exit', 'finding', 'customers'],
  caseManager: ['consent', 'statements', 'debts', 'newcomers', 'exit', 'bbz'],
} as const satisfies Readonly<Record<string, readonly Topic[]>>

/** Why two fit, with the facts; the words are made from these. */
export type Reason =
  | { readonly kind: 'knows'; readonly well: readonly Topic[]; readonly some: readonly Topic[] }
  | { readonly kind: 'ahead'; readonly years: number }
  | { readonly kind: 'size'; readonly exact: boolean }
  | { readonly kind: 'near'; readonly km: number }
  | { readonly kind: 'helps'; readonly ways: readonly Way[] }

/** A fit, from 0 to 100 points, with every reason that gave points. */
export type Match = { readonly points: number; readonly reasons: readonly Reason[] }

/** Within this distance a visit is an afternoon; within the second it is a day. */
const NEAR_KM = 30
const DAY_KM = 75
/** Whoever is this much further remembers what it was like; much longer ago it was another time. */
const AHEAD_MONTHS = { least: 6, best: 60 }

/** What somebody of a function seeks for the own organisation: the topics of that function, or all of them where none of these is sought. */
export function soughtBy(own: Profile, role: string): Profile {
  const topics: readonly Topic[] = FUNCTION_TOPICS[role as keyof typeof FUNCTION_TOPICS] ?? []
  const seeks = own.seeks.filter((topic) => topics.includes(topic))
  return seeks.length > 0 ? { ...own, seeks } : own
}

/**
 * How well the experience of another organisation fits what one wants to know; null where it does not want to help. `km` is null where a place is not known.
 * Symmetric it is not: who is further helps who begins. A municipality and a cooperative are weighed in another way than two of a kind.
 */
export function match(own: Profile, other: Profile, km: number | null, weights: Weights = weightsFor(own, other)): Match | null {
  if (other.helps.length === 0) return null
  const parts = [knows(own, other), ahead(own, other), size(own, other), near(km), helps(other)]
  const told = parts.flatMap((part) => (part && part.share > 0 && weights[part.reason.kind] > 0 ? [part] : []))
  const points = told.reduce((all, { reason, share }) => all + weights[reason.kind] * share, 0)
  return { points: Math.round(points), reasons: told.map(({ reason }) => reason) }
}

function weightsFor(own: Profile, other: Profile): Weights {
  return own.kind === other.kind ? USUAL_WEIGHTS : ACROSS_WEIGHTS
}

/** The best first; the same points go by name, so that the list is the same each time. */
export function ranked<T extends { readonly name: string; readonly match: Match }>(found: readonly T[]): T[] {
  return found.toSorted((a, b) => b.match.points - a.match.points || a.name.localeCompare(b.name, 'nl'))
}

type Part = { readonly reason: Reason; readonly share: number } | null

// What is asked for counts most: who knows it well gives the whole, who knows a bit the half; of many questions the best known three decide.
function knows(own: Profile, other: Profile): Part {
  const well = own.seeks.filter((topic) => other.knows[topic] === 'well')
  const some = own.seeks.filter((topic) => other.knows[topic] === 'some')
  const asked = Math.min(3, own.seeks.length)
  if (asked === 0) return null
  const got = Math.min(asked, well.length + Math.min(some.length, Math.max(0, asked - well.length)) / 2)
  return { reason: { kind: 'knows', well, some }, share: got / asked }
}

function ahead(own: Profile, other: Profile): Part {
  if (other.since === null || other.phase === 'idea') return null
  const months = own.since === null ? null : monthsBetween(other.since, own.since)
  // Who has not begun learns from everybody who has.
  if (months === null) return { reason: { kind: 'ahead', years: 0 }, share: 0.75 }
  if (months < AHEAD_MONTHS.least) return null
  return { reason: { kind: 'ahead', years: Math.floor(months / 12) }, share: months <= AHEAD_MONTHS.best ? 1 : 0.5 }
}

function size(own: Profile, other: Profile): Part {
  const apart = Math.abs(BANDS.indexOf(own.band) - BANDS.indexOf(other.band))
  return apart > 1 ? null : { reason: { kind: 'size', exact: apart === 0 }, share: apart === 0 ? 1 : 0.5 }
}

function near(km: number | null): Part {
  if (km === null || km > DAY_KM) return null
  return { reason: { kind: 'near', km: Math.round(km) }, share: km <= NEAR_KM ? 1 : 0.5 }
}

function helps(other: Profile): Part {
  return { reason: { kind: 'helps', ways: other.helps }, share: Math.min(1, other.helps.length / 2) }
}

/** How many months lie from one month to another; below zero where the second is earlier. */
function monthsBetween(from: Month, to: Month): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}
