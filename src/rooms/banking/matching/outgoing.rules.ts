import { type Day, daysBetween } from '#kit/day.ts'
import { type Cents, negate } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { nl } from '../banking.nl.ts'
import type { BookingKind } from '../booking/kinds.rules.ts'
import { type BookingRule, isAbout, isUsual, vatIn } from '../ruling/booking-rule.rules.ts'
import { nl as ruling } from '../ruling/booking-rules.nl.ts'
import type { Certainty } from './matching.rules.ts'
import { sameName, tellingWords } from './traces.rules.ts'

/** What a line looks like when it is no payment of an invoice. */
export type Guessable = {
  readonly cents: Cents
  readonly on: Day
  readonly name: string | null
  readonly iban: string | null
  readonly text: string
  readonly code: string | null
  readonly back: boolean
  /** An open invoice has exactly this amount, whether or not it is shown: a habit alone is then no answer. */
  readonly awaited: boolean
}

/** What may explain it: costs that wait for payment, payments that the bank may take back, what the account was the last time. */
export type Explains = {
  readonly costs: readonly {
    readonly id: string
    readonly member: string
    readonly to: 'creditor' | 'member'
    readonly what: string
    readonly on: Day
    readonly open: Cents
    readonly memberName: string
  }[]
  readonly returnable: readonly {
    readonly booking: string
    readonly part: number | null
    readonly number: string
    readonly cents: Cents
    readonly iban: string | null
    readonly on: Day
  }[]
  readonly remembered: Habit | null
  /** Rules of the treasurer that are on. */
  readonly rules?: readonly BookingRule[]
}

/** What an account was the last time, how often it was exactly that, and between which amounts (below zero for money out). */
export type Habit = {
  readonly kind: BookingKind
  readonly member: string | null
  readonly times: number
  /** Whether it was never anything else. */
  readonly always: boolean
  readonly least: Cents
  readonly most: Cents
}

export type Explanation = {
  readonly kind: BookingKind
  readonly ref: string | null
  /** Of a payment that the bank took back: the one part, where it is not the whole. */
  readonly part?: number | null
  readonly member: string | null
  readonly label: string
  readonly certainty: Certainty
  readonly reasons: readonly string[]
  /** A fact that waits for money, a habit of the account, or words on the line. */
  readonly basis: 'fact' | 'rule' | 'habit' | 'words'
  /** By which rule, and the VAT that comes back by it. */
  readonly rule?: string
  readonly vat?: Cents
}

/** From so often on, the same account booked the same way needs no look. */
const OFTEN = 2
const REMEMBERED: readonly BookingKind[] = [
  'ownCost',
  'bankCosts',
  'subsidy',
  'tax',
  'municipality',
  'payout',
  'memberDebt',
  'supplier',
  'ownTransfer',
  'cashDeposit',
]

/**
 * What a line may be, the surest first. Certain is only a cost that is the only one of that amount and whose words fit, and an account that
 * was always booked the same way, at least twice, now with a usual amount and nothing to fill in. `weigh` holds them against each other.
 */
export function explain(line: Guessable, from: Explains): Explanation[] {
  const out = line.cents < 0n
  const ruled = byRule(line, from)
  // A rule was said, a habit was only seen.
  const usual = ruled.length > 0 ? ruled : remembered(line, from)
  return [...(out ? returned(line, from) : []), ...(out ? costs(line, from) : []), ...usual, ...known(line)].sort(
    (a, b) => RANK[a.certainty] - RANK[b.certainty],
  )
}

const RANK: Readonly<Record<Certainty, number>> = { certain: 0, likely: 1, possible: 2 }

function returned(line: Guessable, from: Explains): Explanation[] {
  const same = from.returnable.filter(
    (each) => each.cents === negate(line.cents) && each.on <= line.on && (line.back || (each.iban !== null && each.iban === line.iban)),
  )
  return same.slice(0, 3).map((each) => ({
    kind: 'returned' as const,
    ref: each.booking,
    part: each.part,
    member: null,
    label: fill(nl.labels.returned, { number: each.number }),
    certainty: line.back && same.length === 1 && each.iban === line.iban ? ('likely' as const) : ('possible' as const),
    reasons: [line.back ? nl.reasons.bankTookBack : nl.reasons.sameAccountBack],
    basis: 'fact' as const,
  }))
}

function costs(line: Guessable, from: Explains): Explanation[] {
  const same = from.costs.filter((cost) => cost.open === negate(line.cents) && Math.abs(daysBetween(cost.on, line.on)) <= 120)
  return same.slice(0, 5).map((cost) => {
    const fit = cost.to === 'member' ? fits(line.name !== null && sameName(line.name, cost.memberName)) : wordsFit(line, cost.what)
    const only = same.length === 1
    return {
      kind: 'cost' as const,
      ref: cost.id,
      member: cost.member,
      label: fill(cost.to === 'member' ? nl.labels.costOfMember : nl.labels.cost, { what: cost.what, member: cost.memberName }),
      certainty: only && fit === 'wholly' ? ('certain' as const) : only || fit !== 'not' ? ('likely' as const) : ('possible' as const),
      reasons: [
        nl.reasons.exact,
        ...(fit === 'not' ? [] : [fit === 'wholly' ? nl.reasons.nameFits : nl.reasons.wordFits]),
        ...(only ? [] : [nl.reasons.sameCosts]),
      ],
      basis: 'fact' as const,
    }
  })
}

type Fit = 'wholly' | 'partly' | 'not'

function fits(yes: boolean): Fit {
  return yes ? 'wholly' : 'not'
}

/** How well a line says what a cost was: wholly when the shop's name is in it or two telling words agree; one word in common may be chance. */
function wordsFit(line: Guessable, what: string): Fit {
  const bought = tellingWords(what)
  const paid = tellingWords(line.name ?? '')
  const [few, many] = bought.length <= paid.length ? [bought, paid] : [paid, bought]
  if (few.length > 0 && few.every((word) => many.includes(word))) return 'wholly'
  const said = new Set(tellingWords(`${line.name ?? ''} ${line.text}`))
  const common = bought.filter((word) => said.has(word)).length
  return common > 1 ? 'wholly' : common === 1 ? 'partly' : 'not'
}

function byRule(line: Guessable, { rules = [] }: Explains): Explanation[] {
  return rules
    .filter((rule) => isAbout(rule, line))
    .slice(0, 3)
    .map((rule) => {
      const usual = isUsual(rule, line.cents)
      return {
        kind: rule.kind,
        ref: null,
        member: rule.member,
        label: nl.kinds[rule.kind].name,
        certainty: usual && !line.awaited ? ('certain' as const) : ('likely' as const),
        reasons: [
          fill(ruling.reason, { rule: rule.words ?? rule.iban ?? '' }),
          ...(usual ? [] : [nl.reasons.unusual]),
          ...(line.awaited ? [nl.reasons.awaited] : []),
        ],
        basis: 'rule' as const,
        rule: rule.id,
        vat: vatIn(line.cents, rule.vat),
      }
    })
}

function remembered(line: Guessable, { remembered: last }: Explains): Explanation[] {
  if (!last || !REMEMBERED.includes(last.kind)) return []
  const asks = last.kind === 'ownCost'
  const usual = line.cents >= last.least && line.cents <= last.most
  const sure = !asks && last.always && last.times >= OFTEN
  return [
    {
      kind: last.kind,
      ref: null,
      member: last.member,
      label: nl.kinds[last.kind].name,
      certainty: sure && usual && !line.awaited ? 'certain' : 'likely',
      reasons: [
        fill(nl.reasons.remembered, { times: last.times }),
        ...(sure && !usual ? [nl.reasons.unusual] : []),
        ...(line.awaited ? [nl.reasons.awaited] : []),
      ],
      basis: 'habit',
    },
  ]
}

function known(line: Guessable): Explanation[] {
  const said = `${line.name ?? ''} ${line.text}`.toLowerCase()
  const found: BookingKind | null = /belastingdienst/.test(said)
    ? 'tax'
    : /\/(?:CHRG|COMM|FEES)\b|^(?:CHRG|COMM)/.test(line.code ?? '')
      ? 'bankCosts'
      : /\/CDPT\b/.test(line.code ?? '')
        ? 'cashDeposit'
        : /\/CWDL\b/.test(line.code ?? '')
          ? 'cashWithdrawal'
          : /subsidie/.test(said) && line.cents > 0n
            ? 'subsidy'
            : null
  return found ? [{ kind: found, ref: null, member: null, label: nl.kinds[found].name, certainty: 'likely', reasons: [nl.reasons.says], basis: 'words' }] : []
}
