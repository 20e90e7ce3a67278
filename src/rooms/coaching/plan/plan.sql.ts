import { type Month, month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { cents } from '#kit/money.ts'
import { type AnyPermit, type MemberId, withinReach } from '#rooms/access'
import type { Liquidity, PlanPart } from './plan.rules.ts'

export type SavedPart = { readonly words: string; readonly nr: number }

/** Each part as it was saved last, of a member within reach. */
export async function partsOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<ReadonlyMap<PlanPart, SavedPart>> {
  const rows = await tx
    .selectFrom('coaching.plan_part')
    .distinctOn('part')
    .select(['part', 'nr', 'words'])
    .where('tenant', '=', permit.organisation)
    .where('member', '=', member)
    .where((eb) => withinReach(permit, eb, 'member'))
    .orderBy('part')
    .orderBy('nr', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.part as PlanPart, { words: row.words, nr: row.nr }]))
}

/** Adds the next saving of a part; false when somebody saved it under this number already. */
export async function insertPart(tx: Tx, permit: AnyPermit, member: MemberId, part: PlanPart, saved: SavedPart): Promise<boolean> {
  const row = await tx
    .insertInto('coaching.plan_part')
    .values({ tenant: permit.organisation, member, part, nr: saved.nr, words: saved.words, saved_at: permit.now, saved_by: permit.person })
    .onConflict((conflict) => conflict.doNothing())
    .returning('nr')
    .executeTakeFirst()
  return row !== undefined
}

/** The twelve months as they were saved last, of a member within reach, or null. */
export async function liquidityOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<(Liquidity & { readonly nr: number }) | null> {
  const rows = await tx
    .selectFrom('coaching.liquidity as l')
    .innerJoin('coaching.liquidity_month as m', (join) => join.onRef('m.tenant', '=', 'l.tenant').onRef('m.member', '=', 'l.member').onRef('m.nr', '=', 'l.nr'))
    .select(['l.nr', 'l.first_month', 'l.opening', 'm.money_in', 'm.money_out'])
    .where('l.tenant', '=', permit.organisation)
    .where('l.member', '=', member)
    .where((eb) => withinReach(permit, eb, 'l.member'))
    .orderBy('l.nr', 'desc')
    .orderBy('m.place')
    .limit(12)
    .execute()
  const [row] = rows
  if (!row) return null
  return {
    nr: row.nr,
    first: month(row.first_month) as Month,
    opening: cents(row.opening),
    months: rows.map((each) => ({ moneyIn: cents(each.money_in), moneyOut: cents(each.money_out) })),
  }
}

/** Adds the next saving of the twelve months; false when somebody saved them under this number already. */
export async function insertLiquidity(tx: Tx, permit: AnyPermit, member: MemberId, nr: number, { first, opening, months }: Liquidity): Promise<boolean> {
  const of = { tenant: permit.organisation, member, nr }
  const row = await tx
    .insertInto('coaching.liquidity')
    .values({ ...of, first_month: first, opening, saved_at: permit.now, saved_by: permit.person })
    .onConflict((conflict) => conflict.doNothing())
    .returning('nr')
    .executeTakeFirst()
  if (!row) return false
  await tx
    .insertInto('coaching.liquidity_month')
    .values(months.map(({ moneyIn, moneyOut }, index) => ({ ...of, place: index + 1, money_in: moneyIn, money_out: moneyOut })))
    .execute()
  return true
}
