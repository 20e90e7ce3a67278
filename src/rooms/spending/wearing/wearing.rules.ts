import type { Day } from '#kit/day.ts'
import { type Cents, minus, negate, sum, ZERO } from '#kit/money.ts'
import type { Transfer } from '#rooms/ledger'
import { worthOn } from '../equipment/equipment.rules.ts'

/** A thing as the books know it, with how long it lasts. */
export type Wearing = { readonly id: string; readonly name: string; readonly cost: Cents; readonly worn: Cents; readonly boughtOn: Day; readonly years: number }
/** What of a thing is written off now, on top of before; below zero where it lasts longer than was thought. */
export type WearPart = { readonly id: string; readonly name: string; readonly cost: Cents; readonly before: Cents; readonly cents: Cents }

/** What must be written off of each thing so that until a day it is as much as equal parts a month say, never more than it cost. What needs nothing is left out. */
export function wearUntil(things: readonly Wearing[], until: Day): WearPart[] {
  return things.flatMap(({ id, name, cost, worn, boughtOn, years }) => {
    const due = minus(minus(cost, worthOn({ value: cost, boughtOn, years }, until)), worn)
    return due === 0n ? [] : [{ id, name, cost, before: worn, cents: due }]
  })
}

/** The entry of all parts together: what is written off, and apart what comes back. */
export function wearTransfers(parts: readonly Pick<WearPart, 'cents'>[]): Transfer[] {
  const [wear, worn] = [{ code: 'wear', member: null } as const, { code: 'equipmentWorn', member: null } as const]
  const more = sum(parts.map((part) => (part.cents > 0n ? part.cents : ZERO)))
  const less = sum(parts.map((part) => (part.cents < 0n ? negate(part.cents) : ZERO)))
  return [
    { debit: wear, credit: worn, cents: more },
    { debit: worn, credit: wear, cents: less },
  ].filter((each) => each.cents > 0n)
}
