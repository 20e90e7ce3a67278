import type { Tx } from '#kit/db.ts'
import { type Cents, sum, ZERO } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { potsPerMember } from '#rooms/ledger'
import { potParts } from '../promises/promises.rules.ts'
import { POTS, type Pot } from '../spending.rules.ts'
import { type Held, reservedRows } from '../spending.sql.ts'

/**
 * What a pot holds, in cents: what is held in it for requests and instalments whose day came, what of later instalments is in it (`promised`) and what of
 * them must still come in (`toCome`), and what is free, which is never below zero.
 */
export type PotFigures = {
  readonly balance: Cents
  readonly reserved: Cents
  readonly promised: Cents
  readonly toCome: Cents
  readonly free: Cents
}
export type Pots = Readonly<Record<Pot, PotFigures>>

/** The pots of every member with one, from the ledger and the requests; two queries however many members. */
export async function potsOfAll(tx: Tx, permit: AnyPermit): Promise<Map<MemberId, Pots>> {
  const balances = await potsPerMember(tx, permit, permit.today)
  const held = Map.groupBy(await reservedRows(tx, permit), (row) => row.member)
  const members = new Set([...balances.keys(), ...held.keys()])
  return new Map(
    [...members].map((member) => [
      member,
      potsFrom((pot) =>
        figures(
          balances.get(member)?.[pot] ?? ZERO,
          (held.get(member) ?? []).filter((row) => row.pot === pot),
        ),
      ),
    ]),
  )
}

/** The pots of one member within reach. */
export async function potsOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<Pots> {
  return (await potsOfAll(tx, permit)).get(member) ?? potsFrom(() => figures(ZERO, []))
}

/** What a pot holds, divided into what is reserved, promised and free, in cents; `held` is what is held in this pot. */
export function figures(balance: Cents, held: readonly Pick<Held, 'cents' | 'later'>[]): PotFigures {
  const reserved = sum(held.filter((each) => !each.later).map((each) => each.cents))
  const later = sum(held.filter((each) => each.later).map((each) => each.cents))
  return { balance, reserved, ...potParts(balance, reserved, later) }
}

/** Something for each of the two pots. */
function potsFrom<T>(each: (pot: Pot) => T): Readonly<Record<Pot, T>> {
  return Object.fromEntries(POTS.map((pot) => [pot, each(pot)])) as Record<Pot, T>
}
