import type { Instant } from '#kit/day.ts'
import { refuse } from '#kit/refusal.ts'
import type { EquatedDay } from '../terms/equated.rules.ts'
import { nl } from './days.nl.ts'

/** What is typed about a day: that a decree equates it with a holiday, or that none does. */
export type DayFacts = EquatedDay & { readonly equated: boolean }

/** A day that somebody at the network wrote down; it counts once somebody else confirmed it. */
export type DayEntry = DayFacts & {
  readonly id: string
  readonly enteredBy: string
  readonly enteredAt: Instant
  readonly verdict: { readonly confirmed: boolean; readonly reason: string | null; readonly at: Instant } | null
}

/** Refuses a day that waits already, one that counts already as said, and to take away what is no equated day. */
export function checkDay(facts: DayFacts, entries: readonly DayEntry[], counting: readonly EquatedDay[]): void {
  if (entries.some((each) => each.verdict === null && each.on === facts.on)) refuse(nl.refusals.waitsAlready, {}, { field: 'on' })
  const now = counting.find(({ on }) => on === facts.on)
  if (!facts.equated && !now) refuse(nl.refusals.notThere, {}, { field: 'on' })
  if (facts.equated && now && now.source === facts.source && now.doubt === facts.doubt) refuse(nl.refusals.sameAlready, {}, { field: 'on' })
}

/** Refuses a second verdict, and one by whoever wrote the day down: two pairs of eyes. */
export function mayDecideDay(entry: DayEntry, person: string): void {
  if (entry.verdict) refuse(nl.refusals.decided, {}, { kind: 'conflict' })
  if (entry.enteredBy === person) refuse(nl.refusals.ownEntry)
}
