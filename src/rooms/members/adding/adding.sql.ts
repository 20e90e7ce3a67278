import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import type { MemberId, OrganisationId } from '#rooms/access'

/** The next member number, from a locked row, so that numbers have no gaps and no doubles. */
export async function nextMemberNumber(tx: Tx, tenant: OrganisationId): Promise<number> {
  const row = await tx
    .insertInto('members.last_number')
    .values({ tenant, number: 1 })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet({ number: sql`members.last_number.number + 1` }))
    .returning('number')
    .executeTakeFirstOrThrow()
  return row.number
}

export async function setNumber(tx: Tx, tenant: OrganisationId, member: MemberId, number: number): Promise<void> {
  await tx.updateTable('members.member').set({ number }).where('tenant', '=', tenant).where('member', '=', member).execute()
}

/** Keeps an old number: what is given from now on follows the highest. Locks the row of numbers, so that nobody takes it meanwhile. */
export async function keepNumber(tx: Tx, tenant: OrganisationId, number: number): Promise<void> {
  await tx
    .insertInto('members.last_number')
    .values({ tenant, number })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet({ number: sql`greatest(members.last_number.number, ${number})` }))
    .execute()
}

export async function numberTaken(tx: Tx, tenant: OrganisationId, number: number): Promise<boolean> {
  const row = await tx.selectFrom('members.member').select('member').where('tenant', '=', tenant).where('number', '=', number).executeTakeFirst()
  return row !== undefined
}

/** All numbers and addresses in the register, to tell what is taken; whoever adds may not see more of others. */
export async function takenInRegister(tx: Tx, tenant: OrganisationId): Promise<{ numbers: Set<number>; emails: Set<string> }> {
  const rows = await tx
    .selectFrom('members.member as m')
    .leftJoin('access.contact as c', 'c.person', 'm.member')
    .select(['m.number', 'c.email'])
    .where('m.tenant', '=', tenant)
    .execute()
  return {
    numbers: new Set(rows.flatMap(({ number }) => (number === null ? [] : [number]))),
    emails: new Set(rows.flatMap(({ email }) => (email === null ? [] : [email.toLowerCase()]))),
  }
}

export async function isInRegister(tx: Tx, tenant: OrganisationId, member: MemberId): Promise<boolean> {
  const row = await tx.selectFrom('members.member').select('member').where('tenant', '=', tenant).where('member', '=', member).executeTakeFirst()
  return row !== undefined
}
