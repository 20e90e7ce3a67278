import type { Month } from '#kit/day.ts'
import { BANDS, type Profile, type Topic, type Way } from './profile.rules.ts'

/** How much each reason counts, in points; together a hundred. */
export const USUAL_WEIGHTS = { knows: 55, ahead: 15, size: 12, near: 10, helps: 8 } as const
export type Weights = Readonly<Record<keyof typeof USUAL_WEIGHTS, number>>

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

/**
 * How well the experience of another organisation fits what one wants to know; null where there is nothing to ask: another kind of organisation, or one
 * that does not want to help. `km` is null where a place is not known. Symmetric it is not: who is further helps who begins.
 */
export function match(own: Profile, other: Profile, km: number | null, weights: Weights = USUAL_WEIGHTS): Match | null {
  if (own.kind !== other.kind || other.helps.length === 0) return null
  const parts = [knows(own, other), ahead(own, other), size(own, other), near(km), helps(other)]
  const told = parts.flatMap((part) => (part && part.share > 0 ? [part] : []))
  const points = told.reduce((all, { reason, share }) => all + weights[reason.kind] * share, 0)
  return { points: Math.round(points), reasons: told.map(({ reason }) => reason) }
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
