import type { Month } from '#kit/day.ts'
import { type Cents, largest, minus, sum } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { Receiver } from '#rooms/agreements'
import { RECEIVERS } from '#rules/agreements'
import { got, type Part, type Replayed } from './replay.rules.ts'

/** From fewer members than this, figures of one month or one person would tell about somebody (domain 2.12). */
export const ENOUGH = 5

/** Whom money is for in the end: members' own budgets, the cooperative with its pools, the municipality. */
export const SIDES = {
  members: ['business', 'development', 'payout'],
  cooperative: ['cooperative', 'trainingPool', 'reserve'],
  municipality: ['municipality'],
} as const satisfies Record<string, readonly Receiver[]>
export type Side = keyof typeof SIDES

/** An amount as it was and as it would have been, in cents. */
export type Pair = { readonly now: Cents; readonly would: Cents }

/** What changes: per receiver, per side, per member and per month. Columns of `lines` add up to `base` both ways. */
export type Outcome = {
  readonly months: readonly Month[]
  /** What there was to divide. */
  readonly base: Cents
  readonly lines: readonly (Pair & { readonly receiver: Receiver | 'undivided' })[]
  readonly sides: Readonly<Record<Side, Pair>>
  readonly members: readonly { readonly member: MemberId; readonly sides: Readonly<Record<Side, Pair>> }[]
  /** Those that change most first, three at most; a month in which nothing changes is not among them. */
  readonly mostChanged: readonly { readonly month: Month; readonly moved: Cents; readonly members: number; readonly sides: Readonly<Record<Side, Pair>> }[]
}

/** Lays what was booked beside what other rules would have made of the same months. Loses no cent: what is not divided has a line of its own. */
export function outcomeOf(replayed: readonly Replayed[]): Outcome {
  const booked = replayed.flatMap((each) => each.booked)
  const parts = replayed.flatMap((each) => each.parts)
  const base = sum(replayed.map((each) => each.base))
  const pair = (...receivers: readonly Receiver[]): Pair => ({ now: got(booked, ...receivers), would: got(parts, ...receivers) })
  const shares = RECEIVERS.map((receiver) => ({ receiver, ...pair(receiver) })).filter(({ now, would }) => now !== 0n || would !== 0n)
  const undivided = { receiver: 'undivided' as const, now: minus(base, totalOf(booked)), would: minus(base, totalOf(parts)) }
  const months = [...Map.groupBy(replayed, (each) => each.month)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    months: months.map(([month]) => month),
    base,
    lines: undivided.now === 0n && undivided.would === 0n ? shares : [...shares, undivided],
    sides: sidesOf(replayed),
    members: [...Map.groupBy(replayed, (each) => each.member)]
      .map(([member, own]) => ({ member, sides: sidesOf(own) }))
      .toSorted((a, b) => bigger(movedBy(a.sides), movedBy(b.sides))),
    mostChanged: months
      .map(([month, own]) => ({ month, moved: movedOf(own), members: new Set(own.map((each) => each.member)).size, sides: sidesOf(own) }))
      .filter(({ moved }) => moved > 0n)
      .toSorted((a, b) => bigger(a.moved, b.moved) || (a.month < b.month ? -1 : 1))
      .slice(0, 3),
  }
}

function sidesOf(replayed: readonly Replayed[]): Record<Side, Pair> {
  const of = (side: Side): Pair => ({
    now: sum(replayed.map((each) => got(each.booked, ...SIDES[side]))),
    would: sum(replayed.map((each) => got(each.parts, ...SIDES[side]))),
  })
  return { members: of('members'), cooperative: of('cooperative'), municipality: of('municipality') }
}

/** How much goes to another receiver than it did: what goes up, over all receivers of each member. */
function movedOf(replayed: readonly Replayed[]): Cents {
  const ups = replayed.flatMap((each) =>
    RECEIVERS.map((receiver) => minus(got(each.parts, receiver), got(each.booked, receiver))).filter((cents) => cents > 0n),
  )
  const downs = replayed.flatMap((each) =>
    RECEIVERS.map((receiver) => minus(got(each.booked, receiver), got(each.parts, receiver))).filter((cents) => cents > 0n),
  )
  return largest(sum(ups), sum(downs))
}

function movedBy(sides: Readonly<Record<Side, Pair>>): Cents {
  const change = minus(sides.members.would, sides.members.now)
  return (change < 0n ? -change : change) as Cents
}

function bigger(a: Cents, b: Cents): number {
  return a > b ? -1 : a < b ? 1 : 0
}

function totalOf(parts: readonly Part[]): Cents {
  return sum(parts.map((part) => part.cents))
}
