import type { Tx } from '#kit/db.ts'
import { type Cents, minus, ZERO } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { potsPerMember } from '#rooms/ledger'
import { POTS, type Pot } from '../spending.rules.ts'
import { reservedRows } from '../spending.sql.ts'

/** What a pot holds, what is held in it for requests, and what is free, in cents; free is never below zero. */
export type PotFigures = { readonly balance: Cents; readonly reserved: Cents; readonly free: Cents }
export type Pots = Readonly<Record<Pot, PotFigures>>

/** The pots of every member with one, from the ledger and the requests; two queries however many members. */
export async function potsOfAll(tx: Tx, permit: AnyPermit): Promise<Map<MemberId, Pots>> {
  const balances = await potsPerMember(tx, permit, permit.today)
  const reserved = await reservedOf(tx, permit)
  const members = new Set([...balances.keys(), ...reserved.keys()])
  return new Map([...members].map((member) => [member, potsFrom((pot) => figures(balances.get(member)?.[pot] ?? ZERO, reserved.get(member)?.[pot] ?? ZERO))]))
}

/** The pots of one member within reach. */
export async function potsOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<Pots> {
  return (await potsOfAll(tx, permit)).get(member) ?? potsFrom(() => figures(ZERO, ZERO))
}

/** Per member what is held for requests that are asked or approved and not yet bought. */
export async function reservedOf(tx: Tx, permit: AnyPermit): Promise<Map<MemberId, Readonly<Record<Pot, Cents>>>> {
  const held = new Map<MemberId, Readonly<Record<Pot, Cents>>>()
  for (const row of await reservedRows(tx, permit)) {
    const before = held.get(row.member) ?? potsFrom(() => ZERO)
    held.set(row.member, { ...before, [row.pot]: row.cents })
  }
  return held
}

/** What a pot holds, what of it is held for requests, and what is left to ask for, in cents. */
export function figures(balance: Cents, reserved: Cents): PotFigures {
  const left = minus(balance, reserved)
  return { balance, reserved, free: left > 0n ? left : ZERO }
}

/** Something for each of the two pots. */
function potsFrom<T>(each: (pot: Pot) => T): Readonly<Record<Pot, T>> {
  return Object.fromEntries(POTS.map((pot) => [pot, each(pot)])) as Record<Pot, T>
}
