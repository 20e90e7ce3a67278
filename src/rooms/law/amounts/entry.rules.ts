import { addDays, type Day, type Instant } from '#kit/day.ts'
import { parseEuro } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { nl } from './amounts.nl.ts'
import { type AmountCode, type AmountUnit, findAmount, type LegalAmount } from './amounts.rules.ts'
import { KNOWN_AMOUNTS } from './known.rules.ts'

/** An amount that somebody at the network wrote down; it holds once somebody else confirmed it. */
export type AmountEntry = LegalAmount & {
  readonly id: string
  readonly enteredBy: string
  readonly enteredAt: Instant
  readonly verdict: { readonly confirmed: boolean; readonly reason: string | null; readonly by: string; readonly at: Instant } | null
}

/** What is typed for a new row; the unit follows from the code. */
export type AmountFacts = Omit<LegalAmount, 'unit'>

/** In what an amount is told, as the rows that came with this version say it. */
export function unitOf(code: AmountCode): AmountUnit {
  return KNOWN_AMOUNTS.find((amount) => amount.code === code)?.unit ?? 'cents'
}

/** What came with this version and then what was confirmed, in the order of confirming: the last row of a day is the one that counts. */
export function mergeAmounts(known: readonly LegalAmount[], entries: readonly AmountEntry[]): LegalAmount[] {
  const confirmed = entries.flatMap((entry) => (entry.verdict?.confirmed ? [{ entry, at: entry.verdict.at }] : []))
  return [...known, ...confirmed.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)).map(({ entry }) => entry)]
}

/** The first day on or after `on` of which nobody knows this amount; null where a row without end covers the rest. */
export function unknownFrom(amounts: readonly LegalAmount[], code: AmountCode, on: Day): Day | null {
  let at = on
  for (let row = findAmount(amounts, code, at); row; row = findAmount(amounts, code, at)) {
    if (row.until === null) return null
    at = addDays(row.until, 1)
  }
  return at
}

/** What was typed as a value: euros with cents, a percentage or a whole number, by the unit of the amount; null where it is none of these. */
export function readValue(unit: AmountUnit, typed: string): bigint | null {
  const words = typed.trim()
  if (unit === 'cents') return notNegative(parseEuro(words))
  if (unit !== 'basisPoints') return /^\d{1,4}$/.test(words) ? BigInt(words) : null
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(words)
  const share = match ? BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0')) : null
  return share === null || share > 10_000n ? null : share
}

/** Refuses a row that ends before it begins, and one that somebody wrote down already and that still waits. */
export function checkEntry(facts: AmountFacts, entries: readonly AmountEntry[]): void {
  if (facts.until !== null && facts.until < facts.from) refuse(nl.refusals.endsBefore, {}, { field: 'until' })
  const same = entries.some((each) => each.verdict === null && each.code === facts.code && each.from === facts.from && each.value === facts.value)
  if (same) refuse(nl.refusals.waitsAlready)
}

/** Refuses a second verdict, and one by whoever wrote the amount down: two pairs of eyes. */
export function mayBeDecidedBy(entry: AmountEntry, person: string): void {
  if (entry.verdict) refuse(nl.refusals.decided, {}, { kind: 'conflict' })
  if (entry.enteredBy === person) refuse(nl.refusals.ownEntry)
}

function notNegative(value: bigint | null): bigint | null {
  return value === null || value < 0n ? null : value
}
