import { type Day, daysBetween } from '#kit/day.ts'
import { type Cents, negate } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { nl } from '../banking.nl.ts'
import type { BookingKind } from '../booking/kinds.rules.ts'
import type { Certainty } from './matching.rules.ts'
import { nameWords, sameName } from './traces.rules.ts'

/** What a line looks like when it is no payment of an invoice. */
export type Guessable = {
  readonly cents: Cents
  readonly on: Day
  readonly name: string | null
  readonly iban: string | null
  readonly text: string
  readonly code: string | null
  readonly back: boolean
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
  readonly returnable: readonly { readonly receipt: string; readonly number: string; readonly cents: Cents; readonly iban: string | null; readonly on: Day }[]
  readonly remembered: { readonly kind: BookingKind; readonly member: string | null; readonly times: number } | null
}

export type Explanation = {
  readonly kind: BookingKind
  readonly ref: string | null
  readonly member: string | null
  readonly label: string
  readonly certainty: Certainty
  readonly reasons: readonly string[]
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

/** What a line may be, the surest first; only an account that was booked the same way at least twice, where nothing has to be filled in, is certain. */
export function explain(line: Guessable, from: Explains): Explanation[] {
  const out = line.cents < 0n
  return [...(out ? returned(line, from) : []), ...(out ? costs(line, from) : []), ...remembered(from), ...known(line)].sort(
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
    ref: each.receipt,
    member: null,
    label: fill(nl.labels.returned, { number: each.number }),
    certainty: line.back && same.length === 1 && each.iban === line.iban ? ('likely' as const) : ('possible' as const),
    reasons: [line.back ? nl.reasons.bankTookBack : nl.reasons.sameAccountBack],
  }))
}

function costs(line: Guessable, from: Explains): Explanation[] {
  const same = from.costs.filter((cost) => cost.open === negate(line.cents) && Math.abs(daysBetween(cost.on, line.on)) <= 120)
  return same.slice(0, 5).map((cost) => {
    const named = cost.to === 'member' ? line.name !== null && sameName(line.name, cost.memberName) : mentions(line, cost.what)
    return {
      kind: 'cost' as const,
      ref: cost.id,
      member: cost.member,
      label: fill(cost.to === 'member' ? nl.labels.costOfMember : nl.labels.cost, { what: cost.what, member: cost.memberName }),
      certainty: same.length === 1 && named ? ('certain' as const) : same.length === 1 || named ? ('likely' as const) : ('possible' as const),
      reasons: [nl.reasons.exact, ...(named ? [nl.reasons.nameFits] : []), ...(same.length > 1 ? [nl.reasons.sameCosts] : [])],
    }
  })
}

function mentions(line: Guessable, what: string): boolean {
  const said = new Set(nameWords(`${line.name ?? ''} ${line.text}`))
  return nameWords(what).some((word) => word.length > 3 && said.has(word))
}

function remembered({ remembered: last }: Explains): Explanation[] {
  if (!last || !REMEMBERED.includes(last.kind)) return []
  const asks = last.kind === 'ownCost'
  return [
    {
      kind: last.kind,
      ref: null,
      member: last.member,
      label: nl.kinds[last.kind].name,
      certainty: !asks && last.times >= OFTEN ? 'certain' : 'likely',
      reasons: [fill(nl.reasons.remembered, { times: last.times })],
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
  return found ? [{ kind: found, ref: null, member: null, label: nl.kinds[found].name, certainty: 'likely', reasons: [nl.reasons.says] }] : []
}
