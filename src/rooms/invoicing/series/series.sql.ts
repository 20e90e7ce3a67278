import { type Day, yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, ZERO } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'

/** The next number of the year from its locked row; null when a later day already took one. */
export async function takeNumber(tx: Tx, permit: AnyPermit): Promise<{ year: number; sequence: number } | null> {
  const year = yearOf(permit.today)
  await tx
    .insertInto('invoicing.series')
    .values({ tenant: permit.organisation, year, last: 0, last_on: null, sold_before: ZERO })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .updateTable('invoicing.series')
    .set((eb) => ({ last: eb('last', '+', 1), last_on: permit.today }))
    .where('tenant', '=', permit.organisation)
    .where('year', '=', year)
    .where((eb) => eb.or([eb('last_on', 'is', null), eb('last_on', '<=', permit.today)]))
    .returning('last')
    .executeTakeFirst()
  return row ? { year, sequence: row.last } : null
}

/** Where a series begins that was used elsewhere before; false when a number was taken here already. */
export async function beginSeries(tx: Tx, permit: AnyPermit, year: number, next: number, soldBefore: Cents): Promise<boolean> {
  const row = await tx
    .insertInto('invoicing.series')
    .values({ tenant: permit.organisation, year, last: next - 1, last_on: null, sold_before: soldBefore })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant', 'year'])
        .doUpdateSet({ last: next - 1, sold_before: soldBefore })
        .where('invoicing.series.last_on', 'is', null),
    )
    .returning('last')
    .executeTakeFirst()
  return row !== undefined
}

export async function isTrusted(tx: Tx, permit: AnyPermit, member: MemberId): Promise<boolean> {
  return (await trustedMembers(tx, permit)).includes(member)
}

export async function trustedMembers(tx: Tx, permit: AnyPermit): Promise<MemberId[]> {
  const rows = await tx
    .selectFrom('invoicing.trust')
    .select('member')
    .where('tenant', '=', permit.organisation)
    .where('since', '<=', permit.today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', permit.today)]))
    .execute()
  return rows.map((row) => row.member as MemberId)
}

export async function giveTrust(tx: Tx, permit: AnyPermit, member: MemberId): Promise<void> {
  await tx
    .insertInto('invoicing.trust')
    .values({ tenant: permit.organisation, member, since: permit.today, until: null, given_by: permit.person })
    .onConflict((conflict) => conflict.columns(['tenant', 'member', 'since']).doUpdateSet({ until: null }))
    .execute()
}

export async function endTrust(tx: Tx, permit: AnyPermit, member: MemberId, until: Day): Promise<void> {
  await tx
    .updateTable('invoicing.trust')
    .set({ until })
    .where('tenant', '=', permit.organisation)
    .where('member', '=', member)
    .where('until', 'is', null)
    .execute()
}
