import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type MemberId, type Permit, personOf } from '#rooms/access'
import type { StatementId } from '#rooms/settlement'
import type { Wait, Waiting } from '../homes.sql.ts'

/** A question of the municipality that waits for an answer, about whatever it is. */
export type AskedRow = {
  readonly what: Wait
  readonly id: string | null
  readonly member: MemberId | null
  readonly about: string | null
  readonly until: Day | null
}

/** A review that the resident of an own case asked for: who, on which day, and how many weeks the town gives itself. */
export type ReviewRow = { readonly id: string; readonly about: string; readonly askedOn: Day; readonly weeks: number | null }

export type DeskRows = {
  /** How many statements of own cases wait to be read, and how many questions about them wait for an answer. */
  readonly statements: number
  readonly asked: number
  /** Of the cases of a colleague who is away: who that is, by the resident. */
  readonly standsIn: Readonly<Record<string, string>>
  /** Whose cases one has today, stood in for or own; none where another tab is shown. */
  readonly own: readonly MemberId[]
  /** The statements of one page, the oldest first; none where another tab is shown. */
  readonly toRead: readonly StatementId[]
  readonly questions: readonly AskedRow[]
  /** Letters of own cases that are ready and have not left, and those of colleagues that ask for a second pair of eyes; beside what is to be decided. */
  readonly letters: readonly AskedRow[]
  /** Reviews that residents of own cases asked for and that wait for an answer, the oldest first; beside what is to be decided. */
  readonly reviews: readonly ReviewRow[]
  /** Names of residents who ask for a case manager. */
  readonly invited: readonly string[]
  /** How many letters of own cases still have to be posted, and since which moment the oldest lies there. */
  readonly toPost: { readonly number: number; readonly oldest: Day | null }
  /** Residents who move, of own cases and of nobody's: who leaves the town, and who comes. */
  readonly moved: readonly { readonly name: string; readonly leaves: boolean; readonly on: Day }[]
  /** Knowledge of the network that somebody of the town keeps or is asked to keep, each with its role. */
  readonly knowledge: readonly Pick<Waiting, 'what' | 'about' | 'until'>[]
}

/** What the own cases of a case manager bring besides consents, counted, with one page of the tab that is shown; in one query. */
export async function deskRows(
  tx: Tx,
  permit: Permit<'home.caseManager'>,
  asked: { readonly tab: 'statements' | 'asked' | 'decide' | null; readonly cooperative: string | null; readonly offset: number; readonly limit: number },
): Promise<DeskRows> {
  const { organisation, today } = permit
  const limit = (tab: typeof asked.tab) => (asked.tab === tab ? asked.limit : 0)
  const { rows } = await sql<DeskRows>`
    with own as materialized (select c.subject, case when bool_or(c.manager is null) then null else min(c.manager) end as manager from access.shared_case c
        where c.organisation = ${organisation} and c.professional = ${personOf(permit)} and c.since <= ${today} and (c.until is null or c.until >= ${today})
        group by c.subject),
      reads as materialized (select w.id, w.since from settlement.shared_waiting w join own on own.subject = w.member
        where w.owner = ${organisation} and w.what = 'statementToRead' and (${asked.cooperative}::uuid is null or w.tenant = ${asked.cooperative}::uuid)),
      asks as materialized (select w.* from threads.shared_waiting w join own on own.subject = w.member
        where w.owner = ${organisation} and w.what in ('questionAsked', 'conditionAsked', 'statementAsked', 'requestAsked', 'requestToAnswer') and (${asked.cooperative}::uuid is null or w.tenant = ${asked.cooperative}::uuid))
    select (select count(*)::int from reads) as statements, (select coalesce(jsonb_object_agg(subject, manager), '{}') from own where manager is not null) as "standsIn", (select count(*)::int from asks) as asked,
      (select coalesce(jsonb_agg(subject), '[]') from own where ${asked.tab === 'statements'}) as own,
      (select coalesce(jsonb_agg(id order by since, id), '[]') from (select id, since from reads order by since, id
        limit ${limit('statements')} offset ${asked.offset}) x) as "toRead",
      (select coalesce(jsonb_agg(jsonb_build_object('what', what, 'id', id, 'member', member, 'about', about, 'until', until) order by until nulls last, since, id), '[]')
        from (select * from asks order by until nulls last, since, id limit ${limit('asked')} offset ${asked.offset}) x) as questions,
      (select coalesce(jsonb_agg(jsonb_build_object('what', what, 'id', id, 'member', member, 'about', about, 'until', until) order by until nulls last, since, id), '[]')
        from (select * from consent.shared_outgoing w where w.owner = ${organisation} and (w.what = 'letterToSee'
            or (w.what = 'letterInHand' and w.member in (select subject from own))) and (${asked.cooperative}::uuid is null or w.tenant = ${asked.cooperative}::uuid)
          order by until nulls last, since, id limit ${limit('decide')}) x) as letters,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'about', about, 'askedOn', asked_on, 'weeks', weeks) order by since, id), '[]')
        from (select * from consent.shared_review w where w.owner = ${organisation} and w.member in (select subject from own)
            and (${asked.cooperative}::uuid is null or w.tenant = ${asked.cooperative}::uuid)
          order by since, id limit ${limit('decide')}) x) as reviews,
      (select coalesce(jsonb_agg(about order by since, id), '[]') from (select * from coaching.shared_invited w
        where w.owner = ${organisation} and w.what = 'caseInvited' order by since, id limit ${limit('decide')}) x) as invited,
      (select coalesce(jsonb_agg(jsonb_build_object('name', about, 'leaves', what = 'residentLeaves', 'on', until) order by until, since, id), '[]')
        from (select * from consent.shared_relocation w where w.owner = ${organisation} and w.what in ('residentLeaves', 'residentComes')
          and (w.member in (select subject from own) or not exists (select from access.shared_case c
            where c.organisation = ${organisation} and c.subject = w.member and c.since <= ${today} and (c.until is null or c.until >= ${today})))
          order by until, since, id limit ${limit('decide')}) x) as moved,
      (select jsonb_build_object('number', count(*)::int, 'oldest', min((w.since at time zone 'Europe/Amsterdam')::date))
        from consent.shared_to_post w where w.owner = ${organisation} and w.member in (select subject from own)) as "toPost",
      (select coalesce(jsonb_agg(jsonb_build_object('what', what, 'about', about, 'until', until) order by until, id), '[]')
        from network.shared_waiting w where w.owner = ${organisation}) as knowledge`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('a query of counts gave no row')
  return row
}
