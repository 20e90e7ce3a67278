import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { Language } from '#kit/text.ts'
import { type AnyPermit, type MemberId, type OrganisationId, withinReach } from '#rooms/access'
import type { BenefitFact, BenefitSource } from './benefit.rules.ts'
import type { JourneyStep } from './journey.rules.ts'
import type { BenefitOnDay, MemberFacts, SupportKind, Trade } from './members.types.ts'

export type MemberRow = MemberFacts & {
  readonly member: MemberId
  readonly number: number | null
  /** An address that waits until it has proved itself. */
  readonly newEmail: string | null
}

/** What the register itself says of a member; how to reach somebody is asked with `memberRow`. */
export type RegisterRow = Pick<MemberRow, 'member' | 'number' | 'firstName' | 'name'>

const FACTS = ['m.member', 'm.number', 'm.first_name', 'm.name', 'm.phone', 'm.street', 'm.post_code', 'm.city'] as const
// The person is the one owner of address and language: access shows them in a view, by the rights of whoever reads.
const CONTACT = ['c.email', 'c.language', 'c.new_email', 'c.new_until'] as const

export async function memberRows(tx: Tx, permit: AnyPermit): Promise<RegisterRow[]> {
  const rows = await tx
    .selectFrom('members.member')
    .select(['member', 'number', 'first_name', 'name'])
    .where('tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'member'))
    .orderBy(sql`lower(name)`)
    .execute()
  return rows.map((row) => ({ member: row.member as MemberId, number: row.number, firstName: row.first_name, name: row.name }))
}

export async function memberRow(tx: Tx, permit: AnyPermit, member: MemberId): Promise<MemberRow | null> {
  const row = await tx
    .selectFrom('members.member as m')
    .innerJoin('access.contact as c', 'c.person', 'm.member')
    .select([...FACTS, ...CONTACT])
    .where('m.tenant', '=', permit.organisation)
    .where('m.member', '=', member)
    .where((eb) => withinReach(permit, eb, 'm.member'))
    .executeTakeFirst()
  return row ? memberFrom(row, permit.now) : null
}

/** The row of a member with trade and benefit on a day and the chosen support, in one query. */
export async function fileRow(
  tx: Tx,
  permit: AnyPermit,
  member: MemberId,
  on: Day,
): Promise<(MemberRow & { trade: Trade | null; benefit: BenefitOnDay; support: readonly SupportKind[] }) | null> {
  const row = await tx
    .selectFrom('members.member as m')
    .innerJoin('access.contact as c', 'c.person', 'm.member')
    .leftJoin('members.support as s', (join) => join.onRef('s.tenant', '=', 'm.tenant').onRef('s.member', '=', 'm.member'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('members.trade as t')
          .select(['t.trade_name', 't.makes', 't.from_day'])
          .whereRef('t.tenant', '=', 'm.tenant')
          .whereRef('t.member', '=', 'm.member')
          .where('t.from_day', '<=', on)
          .orderBy('t.from_day', 'desc')
          .orderBy('t.recorded_at', 'desc')
          .limit(1)
          .as('t'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('members.benefit as b')
          .select(['b.source', 'b.municipality', 'b.from_day as benefit_from'])
          .whereRef('b.tenant', '=', 'm.tenant')
          .whereRef('b.member', '=', 'm.member')
          .where('b.from_day', '<=', on)
          .orderBy('b.from_day', 'desc')
          .orderBy('b.recorded_at', 'desc')
          .limit(1)
          .as('b'),
      (join) => join.onTrue(),
    )
    .select([...FACTS, ...CONTACT])
    .select(['s.kinds', 't.trade_name', 't.makes', 't.from_day', 'b.source', 'b.municipality', 'b.benefit_from'])
    .where('m.tenant', '=', permit.organisation)
    .where('m.member', '=', member)
    .where((eb) => withinReach(permit, eb, 'm.member'))
    .executeTakeFirst()
  if (!row) return null
  const trade =
    row.trade_name !== null && row.makes !== null && row.from_day !== null ? { tradeName: row.trade_name, makes: row.makes, from: row.from_day } : null
  const benefit = { source: (row.source ?? 'unknown') as BenefitSource, municipality: row.municipality as OrganisationId | null, from: row.benefit_from }
  return { ...memberFrom(row, permit.now), trade, benefit, support: (row.kinds ?? []) as SupportKind[] }
}

/** What must be known of somebody before work is sold, in one query: names, the steps, and the benefit on a day. Not filtered on reach. */
export async function tradeRows(tx: Tx, permit: AnyPermit, member: MemberId, on: Day) {
  const { rows } = await sql<
    Record<'name' | 'tradeName' | 'source' | 'municipality', string | null> & { readonly from: Day | null; readonly stage: string | null }
  >`
    select m.name, t.trade_name as "tradeName", b.source, b.municipality, b.from_day as from, s.*
    from members.member m
    left join lateral (select * from members.benefit b where b.tenant = m.tenant and b.member = m.member and b.from_day <= ${on}
      order by b.from_day desc, b.recorded_at desc limit 1) b on true
    left join lateral (select * from members.trade t where t.tenant = m.tenant and t.member = m.member and t.from_day <= ${permit.today}
      order by t.from_day desc, t.recorded_at desc limit 1) t on true
    left join members.journey_step s on s.tenant = m.tenant and s.member = m.member
    where m.tenant = ${permit.organisation} and m.member = ${member}`.execute(tx)
  const [row] = rows
  const benefit = {
    source: row?.source ?? 'unknown',
    municipality: row?.municipality ?? null,
    from: row?.from ?? null,
  } as BenefitOnDay
  return { name: row?.name ?? null, tradeName: row?.tradeName ?? null, steps: rows.filter((each) => each.stage !== null).map(stepFrom), benefit }
}

/** Locks the file of a member, so that two steps of the journey are taken one after the other. */
export async function lockMember(tx: Tx, tenant: OrganisationId, member: MemberId): Promise<void> {
  await tx.selectFrom('members.member').select('member').where('tenant', '=', tenant).where('member', '=', member).forUpdate().execute()
}

export async function insertMember(tx: Tx, tenant: OrganisationId, member: MemberId, facts: MemberFacts, at: Instant): Promise<void> {
  await tx
    .insertInto('members.member')
    .values({ tenant, member, ...factsRow(facts), number: null, added_at: at })
    .execute()
}

export async function updateMember(tx: Tx, tenant: OrganisationId, member: MemberId, facts: MemberFacts): Promise<void> {
  await tx.updateTable('members.member').set(factsRow(facts)).where('tenant', '=', tenant).where('member', '=', member).execute()
}

/** The rows of all members within reach, each with its steps, in one query. */
export async function rowsWithSteps(
  tx: Tx,
  permit: AnyPermit,
  everybody = false,
): Promise<(Pick<RegisterRow, 'member' | 'number' | 'name'> & { readonly steps: JourneyStep[] })[]> {
  const rows = await tx
    .selectFrom('members.member as m')
    .leftJoin('members.journey_step as s', (join) => join.onRef('s.tenant', '=', 'm.tenant').onRef('s.member', '=', 'm.member'))
    .select(['m.member', 'm.number', 'm.name', 's.stage', 's.on_day', 's.until_day', 's.reason', 's.destination', 's.recorded_at'])
    .where('m.tenant', '=', permit.organisation)
    .where((eb) => (everybody ? eb.lit(true) : withinReach(permit, eb, 'm.member')))
    .orderBy(sql`lower(m.name)`)
    .execute()
  return [...Map.groupBy(rows, (row) => row.member as MemberId)].map(([member, own]) => ({
    member,
    number: own[0]?.number ?? null,
    name: own[0]?.name ?? '',
    steps: own.filter((row) => row.stage !== null).map(stepFrom),
  }))
}

/** The steps of these members, or of all within the cooperative. */
export async function stepsOf(tx: Tx, permit: AnyPermit, member: MemberId | null): Promise<Map<MemberId, JourneyStep[]>> {
  let query = tx
    .selectFrom('members.journey_step')
    .select(['member', 'stage', 'on_day', 'until_day', 'reason', 'destination', 'recorded_at'])
    .where('tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'member'))
  if (member) query = query.where('member', '=', member)
  const steps = new Map<MemberId, JourneyStep[]>()
  for (const row of await query.execute()) push(steps, row.member as MemberId, stepFrom(row))
  return steps
}

function stepFrom(row: Readonly<Record<string, unknown>>): JourneyStep {
  const { stage, on_day: on, until_day: until, reason, destination, recorded_at: recordedAt } = row
  return { stage, on, until, reason, destination, recordedAt } as JourneyStep
}

export async function insertStep(tx: Tx, permit: AnyPermit, member: MemberId, step: JourneyStep): Promise<void> {
  await tx
    .insertInto('members.journey_step')
    .values({
      tenant: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      member,
      stage: step.stage,
      on_day: step.on,
      until_day: step.until,
      reason: step.reason,
      destination: step.destination,
      recorded_at: step.recordedAt,
      recorded_by: permit.person,
    })
    .execute()
}

export type BenefitRow = BenefitFact & { readonly municipality: OrganisationId | null }

/** What was written down about benefits. Not filtered on reach: whoever may trade for a member must know whether it is lawful. */
export async function benefitRows(tx: Tx, tenant: OrganisationId, member: MemberId | null): Promise<Map<MemberId, BenefitRow[]>> {
  let query = tx.selectFrom('members.benefit').select(['member', 'source', 'municipality', 'from_day', 'recorded_at']).where('tenant', '=', tenant)
  if (member) query = query.where('member', '=', member)
  const facts = new Map<MemberId, BenefitRow[]>()
  for (const row of await query.execute()) {
    push(facts, row.member as MemberId, {
      source: row.source as BenefitSource,
      municipality: row.municipality as OrganisationId | null,
      from: row.from_day,
      recordedAt: row.recorded_at,
    })
  }
  return facts
}

export async function insertBenefit(tx: Tx, permit: AnyPermit, member: MemberId, fact: Omit<BenefitRow, 'recordedAt'>): Promise<void> {
  await tx
    .insertInto('members.benefit')
    .values({
      tenant: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      member,
      source: fact.source,
      municipality: fact.municipality,
      from_day: fact.from,
      recorded_at: permit.now,
      recorded_by: permit.person,
    })
    .execute()
}

/** The trade of each member on a day: the last row that counts by then. */
export async function tradesOn(tx: Tx, permit: AnyPermit, on: Day, member: MemberId | null): Promise<Map<MemberId, Trade>> {
  let query = tx
    .selectFrom('members.trade')
    .distinctOn('member')
    .select(['member', 'trade_name', 'makes', 'from_day'])
    .where('tenant', '=', permit.organisation)
    .where('from_day', '<=', on)
    .where((eb) => withinReach(permit, eb, 'member'))
    .orderBy('member')
    .orderBy('from_day', 'desc')
    .orderBy('recorded_at', 'desc')
  if (member) query = query.where('member', '=', member)
  const rows = await query.execute()
  return new Map(rows.map((row) => [row.member as MemberId, { tradeName: row.trade_name, makes: row.makes, from: row.from_day }]))
}

export async function insertTrade(tx: Tx, permit: AnyPermit, member: MemberId, trade: Trade): Promise<void> {
  await tx
    .insertInto('members.trade')
    .values({
      tenant: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      member,
      trade_name: trade.tradeName,
      makes: trade.makes,
      from_day: trade.from,
      recorded_at: permit.now,
      recorded_by: permit.person,
    })
    .execute()
}

export async function saveSupport(tx: Tx, permit: AnyPermit, member: MemberId, kinds: readonly SupportKind[]): Promise<void> {
  const row = { kinds: [...kinds], chosen_at: permit.now }
  await tx
    .insertInto('members.support')
    .values({ tenant: permit.organisation, member, ...row })
    .onConflict((conflict) => conflict.columns(['tenant', 'member']).doUpdateSet(row))
    .execute()
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function factsRow({ firstName, name, phone, street, postCode, city }: MemberFacts) {
  return { first_name: firstName, name, phone, street, post_code: postCode, city }
}

type ContactRow = { email: string | null; language: string | null; new_email: string | null; new_until: Instant | null }
type FactsRow = ReturnType<typeof factsRow> & ContactRow & { member: string; number: number | null }

function memberFrom(row: FactsRow, now: Instant): MemberRow {
  return {
    member: row.member as MemberId,
    number: row.number,
    firstName: row.first_name,
    name: row.name,
    email: row.email,
    phone: row.phone,
    street: row.street,
    postCode: row.post_code,
    city: row.city,
    language: row.language as Language,
    newEmail: row.new_until && Temporal.Instant.compare(now, row.new_until) < 0 ? row.new_email : null,
  }
}
