import { type Day, firstDay, monthOf } from '#kit/day.ts'
import { type Cents, cents, fraction, largest, minus, negate, sum, ZERO } from '#kit/money.ts'
import { findAmount, type LegalAmount } from '#rules/law'

/** What a figure is: read in a source that measured it, assumed by nobody's measuring, or filled in by the reader. */
export const STANDINGS = ['measured', 'assumed', 'own'] as const
export type Standing = (typeof STANDINGS)[number]

/** What the sum is made of; each has a low and a high end. */
export const ASSUMPTIONS = ['benefit', 'execution', 'exit', 'anyway', 'stays', 'share', 'care', 'costs', 'start'] as const
export type Assumption = (typeof ASSUMPTIONS)[number]

export type Span = { readonly low: bigint; readonly high: bigint }

/** In cents a year or basis points, as `UNITS` says; `start` is paid once. */
export type CaseFacts = { readonly people: number; readonly years: number } & Readonly<Record<Assumption, Span>>

export const UNITS = {
  benefit: 'centsPerPersonYear',
  execution: 'centsPerPersonYear',
  exit: 'share',
  anyway: 'share',
  stays: 'share',
  share: 'centsPerPersonYear',
  care: 'centsPerPersonYear',
  costs: 'centsPerPersonYear',
  start: 'centsOnce',
} as const satisfies Record<Assumption, 'centsPerPersonYear' | 'centsOnce' | 'share'>

/** How each figure came here before somebody fills in an own one. */
export const STANDING_OF: Readonly<Record<Assumption, Standing>> = {
  benefit: 'measured',
  execution: 'measured',
  exit: 'assumed',
  anyway: 'assumed',
  stays: 'assumed',
  share: 'assumed',
  care: 'assumed',
  costs: 'assumed',
  start: 'assumed',
}

/** The norm of a single person a month in cents (Participatiewet art. 21) in the month of a day; null while nobody knows it. */
export function normOn(amounts: readonly LegalAmount[], on: Day): Cents | null {
  const norm = findAmount(amounts, 'normSingle', firstDay(monthOf(on)))
  return norm ? cents(norm.value) : null
}

const same = (value: bigint): Span => ({ low: value, high: value })

/**
 * What the page begins with. `norm` is the norm of a single person a month in cents (Participatiewet art. 21), so that the benefit goes with the law.
 * Execution: € 2.883 a year (Berenschot 2018, 30 municipalities). Costs: a track of about € 3.000, twice that at Pangea. Exit: Delft tells of a quarter of
 * about twenty, since 2017. What nobody measured begins at nothing.
 */
export function usualFacts(norm: Cents): CaseFacts {
  return {
    people: 20,
    years: 5,
    benefit: same(norm * 12n),
    execution: { low: 0n, high: 288_300n },
    exit: { low: 1_000n, high: 2_500n },
    anyway: { low: 0n, high: 500n },
    stays: { low: 7_000n, high: 9_000n },
    share: same(0n),
    care: same(0n),
    costs: { low: 300_000n, high: 600_000n },
    start: same(0n),
  }
}

export const LINES = ['benefit', 'execution', 'share', 'care', 'costs', 'start'] as const
export type CaseLine = (typeof LINES)[number]

/** The least and the most that the municipality keeps or pays over the whole period, in cents; costs are below zero. */
export type Outcome = { readonly low: Cents; readonly high: Cents }

export type BusinessCase = {
  readonly lines: Readonly<Record<CaseLine, Outcome>>
  readonly result: Outcome
  /** How many people stay out of the benefit because of it, in hundredths of a person. */
  readonly leavers: Span
  /** How many must stay out for the costs to come back: with the figures against, and with those in favour; null where nobody leaving saves anything. */
  readonly needed: { readonly against: bigint | null; readonly inFavour: bigint | null }
}

/**
 * What a cooperative costs and keeps for a municipality over a period, with the figures against it (`low`) and in its favour (`high`). Who leaves does so
 * spread over the period, so on average half of it without benefit; who comes back counts as if never gone. In cents.
 */
export function businessCase(facts: CaseFacts): BusinessCase {
  const low = scenario(facts, 'low')
  const high = scenario(facts, 'high')
  const lines = Object.fromEntries(LINES.map((line) => [line, { low: low.lines[line], high: high.lines[line] }])) as Record<CaseLine, Outcome>
  return {
    lines,
    result: { low: low.result, high: high.result },
    leavers: { low: low.leavers, high: high.leavers },
    needed: { against: low.needed, inFavour: high.needed },
  }
}

// Against: the least is saved and the most is paid. In favour: the other way round.
const TURNED: readonly Assumption[] = ['anyway', 'costs', 'start']

function scenario(facts: CaseFacts, end: 'low' | 'high') {
  const other = end === 'low' ? 'high' : 'low'
  const of = (name: Assumption) => facts[name][TURNED.includes(name) ? other : end]
  const count = BigInt(facts.people)
  const years = BigInt(facts.years)
  const share = of('exit') > of('anyway') ? of('exit') - of('anyway') : 0n
  // Persons times 10.000 times 10.000: nothing is rounded before the last step.
  const stayers = count * share * of('stays')
  const saved = (name: 'benefit' | 'execution') => fraction(cents(of(name)), stayers * years, 2n * SQUARE)
  const yearly = (name: 'share' | 'care' | 'costs') => cents(of(name) * count * years)
  const lines: Record<CaseLine, Cents> = {
    benefit: saved('benefit'),
    execution: saved('execution'),
    share: yearly('share'),
    care: yearly('care'),
    costs: negate(yearly('costs')),
    start: negate(cents(of('start'))),
  }
  const toCover = largest(ZERO, negate(sum([lines.share, lines.care, lines.costs, lines.start])))
  const perStayer = (of('benefit') + of('execution')) * years
  return {
    lines,
    result: sum(Object.values(lines)),
    leavers: (stayers * 100n) / SQUARE,
    needed: toCover === 0n ? 0n : perStayer === 0n ? null : ceiling(toCover * 2n, perStayer),
  }
}

const SQUARE = 100_000_000n

function ceiling(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b
}

/** What each line rests on, so that the reader sees what is measured and what is not. */
export const RESTS_ON: Readonly<Record<CaseLine, readonly Assumption[]>> = {
  benefit: ['benefit', 'exit', 'anyway', 'stays'],
  execution: ['execution', 'exit', 'anyway', 'stays'],
  share: ['share'],
  care: ['care'],
  costs: ['costs'],
  start: ['start'],
}

/** Where each figure stands: an own one as soon as it is not what the page began with. */
export function standingsOf(facts: CaseFacts, usual: CaseFacts): Readonly<Record<Assumption, Standing>> {
  const own = (name: Assumption) => facts[name].low !== usual[name].low || facts[name].high !== usual[name].high
  return Object.fromEntries(ASSUMPTIONS.map((name) => [name, own(name) ? 'own' : STANDING_OF[name]])) as Record<Assumption, Standing>
}

/** The figure nobody measured that moves the result most between its two ends, all others held in the middle; with how much, in cents. */
export function weightiest(facts: CaseFacts): { readonly name: Assumption; readonly by: Cents } {
  const middle = Object.fromEntries(ASSUMPTIONS.map((name) => [name, same((facts[name].low + facts[name].high) / 2n)])) as Record<Assumption, Span>
  const moved = ASSUMPTIONS.map((name) => {
    const at = (value: bigint) => businessCase({ ...facts, ...middle, [name]: same(value) }).result.low
    const by = minus(at(facts[name].high), at(facts[name].low))
    return { name, by: by < 0n ? negate(by) : by }
  })
  return moved.reduce((most, each) => (each.by > most.by ? each : most))
}

/** Whole hundreds of euros, half away from zero: more exact than the figures it is made of would be pretence. */
export function roughly(amount: Cents): Cents {
  const half = amount < 0n ? -5_000n : 5_000n
  return cents(((amount + half) / 10_000n) * 10_000n)
}

/** Refuses nothing: tells which span ends before it begins, so that the form can say so. */
export function upsideDown(facts: CaseFacts): Assumption[] {
  return ASSUMPTIONS.filter((name) => facts[name].high < facts[name].low)
}

/** What is earned and paid in a year on average, in cents. */
export function perYear({ low, high }: Outcome, years: number): Outcome {
  const each = (amount: Cents) => fraction(amount, 1n, BigInt(years))
  return { low: each(low), high: each(high) }
}
