import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Permit, personOf } from '#rooms/access'
import type { RequestId } from '../consent.types.ts'
import { inQueue, myTeams, placesInTeams, type TeamChoice, teamsToChoose } from '../teams/queue.sql.ts'
import type { TeamAsked, TeamId } from '../teams/teams.rules.ts'

/** What the desk tells of consents: how many of each, and the requests of one page of what is shown. */
export type CaseCounts = {
  readonly toDecide: number
  readonly askedBack: number
  /** Not decided yet, and nobody's case. */
  readonly free: number
  readonly ending: number
  readonly green: number
  /** Consents from paper that nobody confirmed yet. */
  readonly paper: number
  /** Own cases in which an objection waits for a decision. */
  readonly objected: number
  /** Since which days a committee advises on objections, or does no more, the oldest first (Awb 7:13). */
  readonly committee: readonly { readonly from: Day; readonly committee: boolean }[]
  /** Of how many residents work waits for a decision, at one cooperative each. */
  readonly money: number
  /** Names by id, of the cooperatives with which there are cases. */
  readonly cooperatives: Readonly<Record<string, string>>
  /** The open teams of the municipality, each with whether one is in it. */
  readonly teams: readonly TeamChoice[]
}

export type CasePart = 'toDecide' | 'free' | 'askedBack' | 'ending'
export type CasesAsked = {
  readonly part: CasePart | null
  readonly cooperative: string | null
  /** Of what is nobody's: which teams; own cases are always there. */
  readonly team: TeamAsked
  readonly offset: number
  readonly limit: number
  /** How many of the paper and of the money that waits are shown beside what is to be decided; none for zero. */
  readonly beside: number
}
export type CaseIds = {
  readonly shown: readonly RequestId[]
  readonly paper: readonly RequestId[]
  readonly money: readonly RequestId[]
  /** Own cases with an objection that waits for a decision, the oldest first. */
  readonly objected: readonly RequestId[]
  /** Which of these are of own cases. */
  readonly own: readonly RequestId[]
  /** In which team the file of each request that is shown is, where it is in one. */
  readonly team: Readonly<Record<string, TeamId>>
}

/** Which decision ends a request; what comes later (objection, a new decision in its place) leaves it decided. */
const DECIDED = sql`('granted', 'refused', 'leftUnprocessed', 'requestWithdrawn')`

/**
 * Counts the own cases of a case manager with those that nobody has and that stand in the queue that is asked for, and gives the requests on one page: in one query, by the events alone, for no column
 * holds a standing. The rules say the same of each request (`caseload.story.ts` holds the two beside each other).
 */
export async function caseRows(tx: Tx, permit: Permit<'home.caseManager'>, asked: CasesAsked): Promise<{ counts: CaseCounts; ids: CaseIds }> {
  const { organisation, today } = permit
  const { rows } = await sql<{ counts: CaseCounts; ids: CaseIds }>`
    with own as materialized (select distinct c.subject from access.shared_case c
        where c.organisation = ${organisation} and c.professional = ${personOf(permit)} and c.since <= ${today} and (c.until is null or c.until >= ${today})),
      mine as materialized (${myTeams(permit)}),
      place as materialized (${placesInTeams(permit)}),
      -- Whether each was decided is asked of these alone, not of every request of the municipality: without the offset the database reads all decisions at once.
      found as materialized (select r.tenant, r.id, r.member, r.cooperative_name, place.team, o.subject is not null as own
        from consent.request r left join own o on o.subject = r.member left join place on place.member = r.member
        where r.municipality = ${organisation} and (o.subject is not null or (${inQueue(asked.team)} and not exists (select from access.shared_case c
          where c.organisation = ${organisation} and c.subject = r.member and c.since <= ${today} and (c.until is null or c.until >= ${today}))))),
      seen as materialized (select f.*, exists (select from consent.event e where e.tenant = f.tenant and e.request = f.id and e.kind in ${DECIDED} offset 0) as decided
        from found f),
      part as materialized (select * from seen where ${asked.cooperative}::uuid is null or tenant = ${asked.cooperative}::uuid),
      open as materialized (select p.*, last.kind from part p cross join lateral (select ${waitsFor(today)} as kind from consent.event e
          where e.tenant = p.tenant and e.request = p.id and e.kind in ('sent', 'answered', 'moreAsked') order by e.recorded_at desc, e.id desc limit 1) last
        where not p.decided),
      granted as materialized (select p.tenant, p.id, p.own, c.from_day, c.until_day, ${runsUntil()} as runs_until, ${endedOn(today)} as withdrawn, ${paperWaits()} as paper
        from part p
        cross join lateral (select e.id from consent.event e where e.tenant = p.tenant and e.request = p.id
          and e.kind in ('granted', 'paperCorrected', 'grantedInstead') order by e.recorded_at desc, e.id desc limit 1) e
        join consent.conditions c on c.tenant = p.tenant and c.event = e.id
        left join lateral (select e.kind, e.outcome, e.from_day from consent.event e where e.tenant = p.tenant and e.request = p.id
          and e.kind in ('extensionAsked', 'extensionAnswered') order by e.recorded_at desc, e.id desc limit 1) x on true
        where p.decided),
      running as materialized (select g.* from granted g where g.own and not g.withdrawn and g.from_day <= ${today} and g.runs_until >= ${today}
        and not ${suspendedOn(today)}),
      money as materialized (select p.tenant, p.member, min(p.id::text) as first, bool_or(p.own) as own,
          bool_or(p.id in (select o.id from open o where o.kind <> 'moreAsked')) as waits from part p
        where exists (select from consent.waiting_work w where w.tenant = p.tenant and w.member = p.member and w.municipality = ${organisation} and w.over_at is null)
        group by p.tenant, p.member having bool_or(p.own) or bool_or(p.id in (select o.id from open o where o.kind <> 'moreAsked'))),
      objected as materialized (select p.id, min(e.on_day) as day from part p join consent.event e on e.tenant = p.tenant and e.request = p.id and e.kind = 'objected'
        where p.own and p.decided and not exists (select from consent.event n where n.tenant = e.tenant and n.request = e.request
          and n.kind in ('objectionDecided', 'objectionTakenBack') and n.against_kind = e.against_kind and n.against_on = e.against_on and n.recorded_at > e.recorded_at)
        group by p.id),
      picked as materialized (select ${shownIds(asked, today)} as shown,
        (select coalesce(jsonb_agg(id order by day, id), '[]') from (select * from objected order by day, id limit ${asked.beside}) x) as objected,
        (select coalesce(jsonb_agg(id), '[]') from (select id from granted where paper and not withdrawn and runs_until >= ${today}
          order by id desc limit ${asked.beside}) x) as paper,
        (select coalesce(jsonb_agg(p.id order by p.id desc), '[]') from part p
          join (select * from money order by first limit ${asked.beside}) m on m.tenant = p.tenant and m.member = p.member) as money)
    select jsonb_build_object(
        'toDecide', (select count(*) from open where kind <> 'moreAsked'),
        'free', (select count(*) from open where not own),
        'askedBack', (select count(*) from open where own and kind = 'moreAsked'),
        'ending', (select count(*) from running where until_day <= ${today}::date + 60),
        'green', (select count(*) from running where until_day > ${today}::date + 60 and not paper and id not in (select id from objected)),
        'paper', (select count(*) from granted where paper and not withdrawn and runs_until >= ${today}),
        'money', (select count(*) from money), 'objected', (select count(*) from objected),
        'committee', (select coalesce(jsonb_agg(jsonb_build_object('from', t.from_day, 'committee', t.objection_committee) order by t.from_day, t.set_at, t.id), '[]')
          from consent.town_rules t where t.municipality = ${organisation}),
        'cooperatives', (select coalesce(jsonb_object_agg(tenant, cooperative_name), '{}') from seen), 'teams', ${teamsToChoose(permit)}) as counts,
      jsonb_build_object(
        'shown', shown, 'paper', paper, 'money', money, 'objected', objected,
        'own', (select coalesce(jsonb_agg(p.id), '[]') from part p where p.own and (shown || paper || money || objected) ? p.id::text),
        'team', (select coalesce(jsonb_object_agg(p.id, p.team), '{}') from part p where p.team is not null and shown ? p.id::text)) as ids
    from picked`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('a query of counts gave no row')
  return row
}

function shownIds({ part, offset, limit }: CasesAsked, today: Day): RawBuilder<unknown> {
  if (part === 'toDecide' || part === 'free')
    return sql`(select coalesce(jsonb_agg(id order by day, id), '[]') from (select o.id, ${lastDay(today)} as day from open o
      where ${part === 'free' ? sql`not o.own` : sql`o.kind <> 'moreAsked'`}
      order by 2, 1 limit ${limit} offset ${offset}) x)`
  if (part === 'askedBack')
    return sql`(select coalesce(jsonb_agg(id order by id), '[]') from (select o.id from open o where o.own and o.kind = 'moreAsked' order by 1 limit ${limit} offset ${offset}) x)`
  if (part === 'ending')
    return sql`(select coalesce(jsonb_agg(id order by until_day, id), '[]') from (select id, until_day from running
      where until_day <= ${today}::date + 60 order by 2, 1 limit ${limit} offset ${offset}) x)`
  return sql`'[]'::jsonb`
}

/**
 * The last day to decide as far as it orders a list: eight weeks from receipt, with the days that stood still (Awb 4:13, 4:15), or the day that was told
 * or agreed (4:14, 4:15(2)), off a weekend. Days that count as a holiday, or weeks of the municipality itself, may shift it further; the page reckons each day itself, by the rules of the law.
 */
function lastDay(today: Day): RawBuilder<Day> {
  return sql<Day>`(select case when told is null then stood + case extract(isodow from stood) when 6 then 2 when 7 then 1 else 0 end else greatest(told, stood) end
    from (select (select e.on_day from consent.event e where e.tenant = o.tenant and e.request = o.id and e.kind = 'sent') + 56
        + coalesce((select sum(case when q.answer_before < coalesce(a.on_day, ${today}) then q.answer_before - q.on_day else greatest(0, a.on_day - q.on_day - 1) end)
          from consent.event q left join lateral (select e.on_day from consent.event e
            where e.tenant = q.tenant and e.request = q.request and e.kind = 'answered' and e.recorded_at > q.recorded_at order by e.recorded_at limit 1) a on true
          where q.tenant = o.tenant and q.request = o.id and q.kind = 'moreAsked'), 0)::int as stood,
      (select max(e.until_day) from consent.event e where e.tenant = o.tenant and e.request = o.id and e.kind in ('delayTold', 'waitingAgreed')) as told) t)`
}

/** What an open request waits for: a question whose last day went by unused is the municipality's turn again (Awb 4:15). */
function waitsFor(today: Day): RawBuilder<string> {
  return sql<string>`case when e.kind = 'moreAsked' and e.answer_before < ${today} then 'unanswered' else e.kind end`
}

/** The last day of a consent, which runs on while an extension that was asked in time is not decided about. */
function runsUntil(): RawBuilder<Day> {
  return sql<Day>`case when x.kind = 'extensionAsked' and x.outcome = 'runsOn' then 'infinity'::date
    when x.kind = 'extensionAnswered' then greatest(c.until_day, x.from_day - 1) else c.until_day end`
}

/** Whether a withdrawal that was not called off counts on a day. */
function endedOn(today: Day): RawBuilder<boolean> {
  return sql<boolean>`exists (select from consent.event w where w.tenant = p.tenant and w.request = p.id and w.kind = 'consentWithdrawn'
    and (w.from_day <= ${today} or w.from_day <= c.from_day) and ${standsStill('w')})`
}

/** Whether a suspension that was not called off or resumed counts on a day. */
function suspendedOn(today: Day): RawBuilder<boolean> {
  return sql<boolean>`exists (select from consent.event w where w.tenant = g.tenant and w.request = g.id and w.kind = 'suspended'
    and w.from_day <= ${today} and (w.until_day is null or w.until_day >= ${today}) and ${standsStill('w')}
    and not exists (select from consent.event x where x.tenant = w.tenant and x.request = w.request and x.kind = 'resumed'
      and x.recorded_at > w.recorded_at and x.from_day >= w.from_day and x.from_day <= ${today}))`
}

function standsStill(event: 'w'): RawBuilder<boolean> {
  const of = sql.raw(event)
  return sql<boolean>`not exists (select from consent.event x where x.tenant = ${of}.tenant and x.request = ${of}.request and x.kind = 'changeCancelled'
    and x.words = ${of}.kind and x.from_day = ${of}.from_day and x.recorded_at > ${of}.recorded_at)`
}

/** Whether it was taken over from paper and nobody of the municipality said whether that is right. */
function paperWaits(): RawBuilder<boolean> {
  return sql<boolean>`(exists (select from consent.event w where w.tenant = p.tenant and w.request = p.id and w.kind = 'sent' and w.words = 'paper')
    and not exists (select from consent.event w where w.tenant = p.tenant and w.request = p.id and w.kind in ('paperConfirmed', 'paperCorrected')))`
}
