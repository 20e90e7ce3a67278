import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type MemberId, type OrganisationId, personOf, withinReach } from '#rooms/access'
import type { Departure, DepartureId, StepAnswers, StepName } from '../departure.rules.ts'

type Asked = { readonly id?: DepartureId; readonly member?: MemberId }

/** Departures within reach, the newest first, with the last answer of each step; in one query. */
export async function departureRows(tx: Tx, permit: AnyPermit, asked: Asked = {}): Promise<Departure[]> {
  const rows = await tx
    .selectFrom('departure.departure as d')
    .select(['d.id', 'd.member', 'd.begun_at'])
    .select((eb) => [
      sql<Record<string, unknown> | null>`(select jsonb_object_agg(s.step, s.answer order by s.answered_at, s.id) from departure.step_answer s
        where s.tenant = ${eb.ref('d.tenant')} and s.departure = ${eb.ref('d.id')})`.as('answers'),
      sql<Record<string, string> | null>`(select jsonb_object_agg(m.kind, m.done_at) from departure.moment m
        where m.tenant = ${eb.ref('d.tenant')} and m.departure = ${eb.ref('d.id')})`.as('moments'),
      sql<number>`(select count(*)::int from departure.statement f where f.tenant = ${eb.ref('d.tenant')} and f.departure = ${eb.ref('d.id')})`.as(
        'statements',
      ),
    ])
    .where('d.tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'd.member'))
    .$if(asked.id !== undefined, (query) => query.where('d.id', '=', asked.id ?? ''))
    .$if(asked.member !== undefined, (query) => query.where('d.member', '=', asked.member ?? ''))
    .orderBy('d.begun_at', 'desc')
    .orderBy('d.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id as DepartureId,
    member: row.member as MemberId,
    begunAt: row.begun_at,
    answers: (row.answers ?? {}) as StepAnswers,
    moments: momentsOf(row.moments ?? {}),
    statements: row.statements,
  }))
}

function momentsOf(moments: Readonly<Record<string, string>>): Departure['moments'] {
  return Object.fromEntries(Object.entries(moments).map(([kind, at]) => [kind, Temporal.Instant.from(at)])) as Record<string, Instant>
}

/** Lets nobody else begin, change or end a departure of this member until the transaction ends. */
export async function lockDeparture(tx: Tx, permit: AnyPermit, member: MemberId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`departure ${permit.organisation} ${member}`}, 0))`.execute(tx)
}

export async function insertDeparture(tx: Tx, permit: AnyPermit, member: MemberId): Promise<DepartureId> {
  const id = newId<DepartureId>(permit.now.epochMilliseconds)
  await tx
    .insertInto('departure.departure')
    .values({ tenant: permit.organisation, id, member, begun_by: personOf(permit), begun_at: permit.now })
    .execute()
  return id
}

export async function insertAnswer<S extends StepName>(tx: Tx, permit: AnyPermit, departure: DepartureId, step: S, answer: StepAnswers[S]): Promise<void> {
  const row = { id: newId(permit.now.epochMilliseconds), departure, step, answer: json(answer), answered_by: personOf(permit), answered_at: permit.now }
  await tx
    .insertInto('departure.step_answer')
    .values({ tenant: permit.organisation, ...row })
    .execute()
}

/** Whether this was the first time. */
export async function insertMoment(tx: Tx, permit: AnyPermit, departure: DepartureId, kind: 'agreed' | 'confirmed' | 'calledOff'): Promise<boolean> {
  const row = await tx
    .insertInto('departure.moment')
    .values({ tenant: permit.organisation, departure, kind, done_by: personOf(permit), done_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('departure')
    .executeTakeFirst()
  return row !== undefined
}

/** What the municipality is told of a departure: who, from where and when. */
export type DepartureNotice = {
  readonly member: MemberId
  readonly name: string
  readonly cooperative: string
  readonly lastDay: Day
  readonly toldAt: Instant
}

export async function insertNotice(
  tx: Tx,
  permit: AnyPermit,
  row: Omit<DepartureNotice, 'toldAt'> & { readonly departure: DepartureId; readonly municipality: OrganisationId },
): Promise<void> {
  await tx
    .insertInto('departure.notice')
    .values({
      tenant: permit.organisation,
      municipality: row.municipality,
      departure: row.departure,
      member: row.member,
      member_name: row.name,
      cooperative_name: row.cooperative,
      last_day: row.lastDay,
      told_at: permit.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What this municipality was told about the own cases, the newest first. */
export async function noticeRows(tx: Tx, permit: AnyPermit): Promise<DepartureNotice[]> {
  const rows = await tx
    .selectFrom('departure.notice as n')
    .select(['n.member', 'n.member_name as name', 'n.cooperative_name as cooperative', 'n.last_day as lastDay', 'n.told_at as toldAt'])
    .where('n.municipality', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'n.member'))
    .orderBy('n.told_at', 'desc')
    .execute()
  return rows as unknown as DepartureNotice[]
}
