import type { Month } from '#kit/day.ts'
import { type BasisPoints, type Cents, cents, euro, minus, percent, shareOf, sum, ZERO } from '#kit/money.ts'
import { fill, list } from '#kit/text.ts'
import { articlesNl } from '../articles/articles.nl.ts'
import { costKindName } from '../articles/text.rules.ts'
import type { Base, CostKind, Receiver, Shares, SplitRules, Threshold } from '../dividing/language.rules.ts'
import { NOTHING_YET } from '../dividing/totals.rules.ts'
import { split } from '../split.rules.ts'
import { problemsNl } from './problems.nl.ts'
import { type Problem, receiversOf } from './validate.rules.ts'

/** One article of a cooperation agreement with a municipality: what every member agreement has to keep to. */
export type Bound =
  | {
      readonly kind: 'atLeast' | 'atMost'
      readonly receiver: Receiver
      readonly base: Exclude<Base, 'remainder'>
      readonly share: BasisPoints
      readonly threshold: Threshold | null
    }
  | { readonly kind: 'forbidden'; readonly receiver: Receiver }
  | { readonly kind: 'costs'; readonly kinds: readonly CostKind[] }
  | { readonly kind: 'potLevel'; readonly receiver: 'business' | 'development'; readonly level: Cents }
  | { readonly kind: 'loss'; readonly carried: boolean }

/** A bound as a sentence, numbered by its place. */
export function boundText(bound: Bound): string {
  const texts = problemsNl.boundTexts
  const receiver = 'receiver' in bound ? articlesNl.receivers[bound.receiver] : ''
  switch (bound.kind) {
    case 'atLeast':
    case 'atMost': {
      const base = articlesNl.bases[bound.base]
      const sentence = bound.threshold?.kind === 'gate' ? texts.thresholdGate : texts.thresholdExcess
      const threshold = bound.threshold ? fill(sentence, { base, over: euro(bound.threshold.over) }) : ''
      return fill(texts[bound.kind], { receiver, base, share: percent(bound.share), threshold })
    }
    case 'forbidden':
      return fill(texts.forbidden, { receiver })
    case 'costs':
      return fill(texts.costs, { kinds: kindNames(bound.kinds) })
    case 'potLevel':
      return fill(texts.potLevel, { receiver, bound: euro(bound.level) })
    case 'loss':
      return bound.carried ? texts.lossCarried : texts.lossNotCarried
  }
}

/**
 * Where member rules leave the bounds of the cooperation agreement; with none they may be signed.
 * Ask only about rules without problems of their own. Shares are tried out on months around every amount the rules or bounds name, so an answer always has an example to show.
 */
export function outsideBounds(rules: SplitRules, bounds: readonly Bound[]): readonly Problem[] {
  if (rules.steps.length === 0) return []
  const trials = trialMonths(rules, bounds).map((facts) => ({ ...facts, shares: tryOut(facts, rules) }))
  return bounds.flatMap((bound, i) => outside(bound, String(i + 1), rules, trials))
}

type Trial = { readonly turnover: Cents; readonly costs: Cents }
type TriedOut = Trial & { readonly shares: Shares }

function outside(bound: Bound, number: string, rules: SplitRules, trials: readonly TriedOut[]): readonly Problem[] {
  const texts = problemsNl.bounds
  const receiver = 'receiver' in bound ? articlesNl.receivers[bound.receiver] : ''
  const say = (sentence: string, params: Readonly<Record<string, string>> = {}): readonly Problem[] => [
    { article: null, sentence: fill(sentence, { number, receiver, ...params }) },
  ]
  switch (bound.kind) {
    case 'atLeast':
    case 'atMost': {
      for (const trial of trials) {
        const gets = sum(trial.shares.lines.flatMap((line) => (line.receiver === bound.receiver ? [line.cents] : [])))
        const agreed = agreedOf(bound, { turnover: trial.turnover, result: trial.shares.result })
        // Rounding to whole cents may go either way by one cent; that is no breach.
        const breach = bound.kind === 'atLeast' ? gets < agreed - 1n : gets > agreed + 1n
        if (breach)
          return say(texts[bound.kind], {
            facts: fill(texts.facts, { turnover: euro(trial.turnover), costs: euro(trial.costs) }),
            gets: euro(gets),
            bound: euro(agreed),
          })
      }
      return []
    }
    case 'forbidden':
      return mayReceive(rules).has(bound.receiver) ? say(texts.forbidden) : []
    case 'costs': {
      if (rules.costs === 'all') return say(texts.costsAll, { kinds: kindNames(bound.kinds) })
      const others = rules.costs.filter((kind) => !bound.kinds.includes(kind))
      return others.length > 0 ? say(texts.costs, { kinds: kindNames(others) }) : []
    }
    case 'potLevel': {
      const kept =
        !mayReceive(rules).has(bound.receiver) || rules.caps.some((cap) => cap.receiver === bound.receiver && cap.per === 'level' && cap.cents <= bound.level)
      return kept ? [] : say(texts.potLevel, { bound: euro(bound.level) })
    }
    case 'loss':
      return rules.loss.carried === bound.carried ? [] : say(bound.carried ? texts.lossCarried : texts.lossNotCarried)
  }
}

/** What a bound on a share comes to in a month, in cents; nothing of a month without anything to share. */
export function agreedOf(bound: Extract<Bound, { kind: 'atLeast' | 'atMost' }>, month: { readonly turnover: Cents; readonly result: Cents }): Cents {
  const base = bound.base === 'turnover' ? month.turnover : month.result
  if (base <= 0n) return ZERO
  if (!bound.threshold) return shareOf(base, bound.share)
  if (base <= bound.threshold.over) return ZERO
  return shareOf(bound.threshold.kind === 'gate' ? base : minus(base, bound.threshold.over), bound.share)
}

function mayReceive(rules: SplitRules): ReadonlySet<Receiver> {
  return new Set<Receiver>([...rules.steps.flatMap(receiversOf), ...rules.caps.flatMap((cap) => (cap.surplusTo === 'nextStep' ? [] : [cap.surplusTo]))])
}

/** Shares are straight lines between the amounts that rules and bounds name: trying on, just before and just after those is enough. */
function trialMonths(rules: SplitRules, bounds: readonly Bound[]): readonly Trial[] {
  const named = [
    ...rules.steps.flatMap((step) => [...(step.threshold ? [step.threshold.over] : []), ...amountOf(step.divide)]),
    ...rules.caps.map((cap) => cap.cents),
    ...bounds.flatMap((bound) => ('threshold' in bound && bound.threshold ? [bound.threshold.over] : [])),
  ]
  // Months that people know come first, so that a breach is shown with a month they recognise.
  const results = new Set<bigint>([
    50_000n,
    10_000n,
    150_000n,
    1_000_000n,
    ...named.flatMap((amount) => [amount - 100n, amount + 100n, amount * 2n, amount * 10n]),
  ])
  return [...results]
    .filter((amount) => amount > 0n)
    .flatMap((amount) => [
      { turnover: cents(amount), costs: ZERO },
      { turnover: cents(amount * 2n), costs: cents(amount) },
    ])
}

function amountOf(divide: SplitRules['steps'][number]['divide']): readonly Cents[] {
  if (divide.kind === 'fixed') return [divide.cents]
  return divide.kind === 'fill' ? [divide.level] : []
}

function tryOut(facts: Trial, rules: SplitRules): Shares {
  const kind = rules.costs === 'all' ? 'material' : (rules.costs[0] ?? 'material')
  return split({ month: '2001-01' as Month, turnover: facts.turnover, costs: { [kind]: facts.costs } }, rules, NOTHING_YET)
}

function kindNames(kinds: readonly CostKind[]): string {
  return list(kinds.map((kind) => costKindName(kind)))
}
