import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { MemberId, OrganisationId, Permit } from '#rooms/access'

/** Somebody of the register as it leaves the house, with how to reach them. */
export type ExportedPerson = {
  readonly member: MemberId
  readonly number: number | null
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly street: string | null
  readonly postCode: string | null
  readonly city: string | null
  readonly language: string
}
export type ExportedStep = {
  readonly member: MemberId
  readonly stage: string
  readonly on: Day
  readonly until: Day | null
  readonly reason: string | null
  readonly destination: string | null
}
export type ExportedBenefit = { readonly member: MemberId; readonly source: string; readonly municipality: OrganisationId | null; readonly from: Day }
export type ExportedTrade = { readonly member: MemberId; readonly tradeName: string; readonly makes: string; readonly from: Day }

/** Everybody who is or ever was in the register, with every step, benefit and trade name that was written down, oldest first. */
export async function membersForExport(tx: Tx, permit: Permit<'export.make'>) {
  const [people, steps, benefits, trades] = [
    await tx
      .selectFrom('members.member as m')
      .leftJoin('access.contact as c', 'c.person', 'm.member')
      .select(['m.member', 'm.number', 'm.name', 'm.phone', 'm.street', 'm.post_code', 'm.city', 'c.email', 'c.language'])
      .where('m.tenant', '=', permit.organisation)
      .orderBy('m.number')
      .orderBy('m.member')
      .execute(),
    await tx.selectFrom('members.journey_step').selectAll().where('tenant', '=', permit.organisation).orderBy('on_day').orderBy('recorded_at').execute(),
    await tx.selectFrom('members.benefit').selectAll().where('tenant', '=', permit.organisation).orderBy('from_day').orderBy('recorded_at').execute(),
    await tx.selectFrom('members.trade').selectAll().where('tenant', '=', permit.organisation).orderBy('from_day').orderBy('recorded_at').execute(),
  ]
  return {
    people: people.map(
      (row): ExportedPerson => ({
        member: row.member as MemberId,
        number: row.number,
        name: row.name,
        email: row.email,
        phone: row.phone,
        street: row.street,
        postCode: row.post_code,
        city: row.city,
        language: row.language ?? 'nl',
      }),
    ),
    steps: steps.map(
      (row): ExportedStep => ({
        member: row.member as MemberId,
        stage: row.stage,
        on: row.on_day,
        until: row.until_day,
        reason: row.reason,
        destination: row.destination,
      }),
    ),
    benefits: benefits.map(
      (row): ExportedBenefit => ({
        member: row.member as MemberId,
        source: row.source,
        municipality: row.municipality as OrganisationId | null,
        from: row.from_day,
      }),
    ),
    trades: trades.map((row): ExportedTrade => ({ member: row.member as MemberId, tradeName: row.trade_name, makes: row.makes, from: row.from_day })),
  }
}
