import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { AmountCode } from './amounts.rules.ts'
import { type AmountEntry, type AmountFacts, unitOf } from './entry.rules.ts'

/** Every amount that was ever written down at the network, oldest first, with what was said of it. */
export async function entriesAll(tx: Tx): Promise<AmountEntry[]> {
  const rows = await tx
    .selectFrom('law.amount as a')
    .leftJoin('law.amount_verdict as v', 'v.amount', 'a.id')
    .select(['a.id', 'a.code', 'a.value', 'a.from_day as from', 'a.until_day as until', 'a.article', 'a.source', 'a.doubt'])
    .select(['a.entered_by as enteredBy', 'a.entered_at as enteredAt', 'v.confirmed', 'v.reason', 'v.decided_by as by', 'v.decided_at as at'])
    .orderBy('a.entered_at')
    .orderBy('a.id')
    .execute()
  return rows.map(({ confirmed, reason, by, at, ...row }) => ({
    ...row,
    code: row.code as AmountCode,
    unit: unitOf(row.code as AmountCode),
    from: row.from as Day,
    until: row.until as Day | null,
    verdict: confirmed === null || by === null || at === null ? null : { confirmed, reason, by, at },
  }))
}

export async function insertAmount(tx: Tx, permit: AnyPermit, id: string, facts: AmountFacts): Promise<void> {
  const { code, value, from, until, article, source, doubt } = facts
  await tx
    .insertInto('law.amount')
    .values({ id, code, value, from_day: from, until_day: until, article, source, doubt, entered_by: personOf(permit), entered_at: permit.now })
    .execute()
}

/** Gives whether this was the first verdict. */
export async function insertVerdict(tx: Tx, permit: AnyPermit, amount: string, reason: string | null): Promise<boolean> {
  const row = await tx
    .insertInto('law.amount_verdict')
    .values({ amount, confirmed: reason === null, reason, decided_by: personOf(permit), decided_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('amount')
    .executeTakeFirst()
  return row !== undefined
}

/** Gives whether the acting organisation was not told of this amount before. */
export async function insertTold(tx: Tx, permit: AnyPermit, amount: string): Promise<boolean> {
  const row = await tx
    .insertInto('law.amount_told')
    .values({ tenant: permit.organisation, amount, told_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('amount')
    .executeTakeFirst()
  return row !== undefined
}
