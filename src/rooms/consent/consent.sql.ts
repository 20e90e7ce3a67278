import { sql } from 'kysely'
import { type Day, dayOf, type Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type MemberId, type OrganisationId, withinReach } from '#rooms/access'
import type { ConsentRequest, RecordedEvent, RequestFacts, RequestId } from './consent.types.ts'
import { eventsOf } from './events.sql.ts'

/** Requests of the acting organisation within reach, drafts included for the cooperative, newest first. */
export async function requests(
  tx: Tx,
  permit: AnyPermit,
  only: { id?: RequestId; ids?: readonly RequestId[]; member?: MemberId; members?: readonly MemberId[] } = {},
): Promise<ConsentRequest[]> {
  if (only.ids?.length === 0 || only.members?.length === 0) return []
  let drafts = tx
    .selectFrom('consent.draft as d')
    .selectAll('d')
    .where('d.tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'd.member'))
  let sent = tx
    .selectFrom('consent.request as r')
    // Row security shows the reference to the municipality and to the member only; for others this join finds nothing.
    .leftJoin('consent.case_reference as f', (join) => join.onRef('f.tenant', '=', 'r.tenant').onRef('f.request', '=', 'r.id'))
    .selectAll('r')
    .select([
      'f.reference',
      sql<Day[] | null>`(select jsonb_agg(w.performed_on order by w.performed_on) from consent.waiting_work w
        where w.tenant = r.tenant and w.member = r.member and w.over_at is null)`.as('waiting_on'),
      sql<number | null>`(select t.own_weeks from consent.town_rules t
        where t.municipality = r.municipality and t.from_day <= (r.sent_at at time zone 'Europe/Amsterdam')::date
        order by t.from_day desc, t.set_at desc, t.id desc limit 1)`.as('own_weeks'),
      sql<Day | null>`(select max(n.on_day) from consent.relocation_notice n
        where n.tenant = r.tenant and n.member = r.member and n.municipality = r.municipality and n.side = 'from' and not exists (
          select from consent.relocation_end e where e.tenant = n.tenant and e.notice = n.id and e.what = 'calledOff'))`.as('leaves_on'),
      sql<
        { electronic: boolean; at: string }[] | null
      >`(select jsonb_agg(jsonb_build_object('electronic', p.electronic, 'at', p.chosen_at) order by p.chosen_at, p.id)
        from consent.posting_choice p where p.tenant = r.tenant and p.member = r.member and p.municipality = r.municipality)`.as('posting_choices'),
    ])
    .where((eb) => eb.or([eb('r.tenant', '=', permit.organisation), eb('r.municipality', '=', permit.organisation)]))
    .where((eb) => withinReach(permit, eb, 'r.member'))
  if (only.id) {
    drafts = drafts.where('d.id', '=', only.id)
    sent = sent.where('r.id', '=', only.id)
  }
  if (only.ids) {
    drafts = drafts.where('d.id', 'in', only.ids)
    sent = sent.where('r.id', 'in', only.ids)
  }
  if (only.member) {
    drafts = drafts.where('d.member', '=', only.member)
    sent = sent.where('r.member', '=', only.member)
  }
  if (only.members) {
    drafts = drafts.where('d.member', 'in', only.members)
    sent = sent.where('r.member', 'in', only.members)
  }
  const requestRows = await sent.execute()
  const events =
    requestRows.length > 0
      ? await eventsOf(
          tx,
          requestRows.map((row) => row.id),
        )
      : new Map<string, RecordedEvent[]>()
  // A draft is the cooperative's: a municipality has none, and is not asked.
  const draftRows = async () => (permit.role === 'caseManager' || permit.role === 'policyAdviser' ? [] : drafts.execute())
  const sentIds = new Set(requestRows.map((row) => row.id))
  const all = [
    ...requestRows.map((row) =>
      requestFrom(
        row,
        (events.get(row.id) ?? []).map((event) => readBy(permit, row, event)),
      ),
    ),
    ...(await draftRows()).filter((row) => !sentIds.has(row.id)).map(draftFrom),
  ]
  return all.toSorted((a, b) => (a.id < b.id ? 1 : -1))
}

/** What an adviser was asked and said is for the municipality and the member (Awb 3:49, 7:4); the cooperative sees that there was advice, and of whom. */
function readBy(permit: AnyPermit, row: { readonly municipality: string; readonly member: string }, event: RecordedEvent): RecordedEvent {
  if (permit.organisation === row.municipality || permit.person === row.member) return event
  if (event.kind === 'adviceAsked') return { ...event, question: '' }
  return event.kind === 'adviceGiven' ? { ...event, answer: '' } : event
}

/** Locks a request for a decision: two officers deciding at once come one after the other. */
export async function lockRequest(tx: Tx, tenant: OrganisationId, id: RequestId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`consent ${tenant} ${id}`}, 0))`.execute(tx)
}

export async function saveDraft(
  tx: Tx,
  permit: AnyPermit,
  id: RequestId,
  draft: RequestFacts & Pick<ConsentRequest, 'member' | 'municipality' | 'municipalityName' | 'cooperativeName' | 'renews'>,
): Promise<void> {
  const row = {
    work: draft.work,
    plan: draft.plan,
    cost_kinds: [...draft.costKinds],
    wanted_from: draft.wantedFrom,
    wanted_until: draft.wantedUntil,
    municipality: draft.municipality,
    municipality_name: draft.municipalityName,
    renews: draft.renews,
    // A member who wrote it has seen it; what a coach changes must be shown again.
    seen_at: permit.person === draft.member ? permit.now : null,
  }
  await tx
    .insertInto('consent.draft')
    .values({
      tenant: permit.organisation,
      id,
      member: draft.member,
      cooperative_name: draft.cooperativeName,
      ...row,
      prepared_by: permit.person,
      prepared_at: permit.now,
      dropped_at: null,
    })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(row))
    .execute()
}

export async function markSeen(tx: Tx, permit: AnyPermit, id: RequestId): Promise<void> {
  await tx.updateTable('consent.draft').set({ seen_at: permit.now }).where('tenant', '=', permit.organisation).where('id', '=', id).execute()
}

export async function dropDraft(tx: Tx, permit: AnyPermit, id: RequestId): Promise<void> {
  await tx
    .updateTable('consent.draft')
    .set({ dropped_at: permit.now })
    .where('tenant', '=', permit.organisation)
    .where('id', '=', id)
    .where('dropped_at', 'is', null)
    .execute()
}

export async function insertRequest(
  tx: Tx,
  permit: AnyPermit,
  draft: ConsentRequest,
  copied: { memberName: string; cooperativeName: string; authorisation: string | null; authorisationFile?: string | null },
): Promise<void> {
  await tx
    .insertInto('consent.request')
    .values({
      tenant: permit.organisation,
      id: draft.id,
      municipality: draft.municipality,
      member: draft.member,
      member_name: copied.memberName,
      cooperative_name: copied.cooperativeName,
      municipality_name: draft.municipalityName,
      work: draft.work,
      plan: draft.plan,
      cost_kinds: [...draft.costKinds],
      wanted_from: draft.wantedFrom,
      wanted_until: draft.wantedUntil,
      renews: draft.renews,
      authorisation: copied.authorisation,
      authorisation_file: copied.authorisationFile ?? null,
      sent_at: permit.now,
    })
    .execute()
}

export async function legalBases(tx: Tx, on: Day): Promise<LegalBasis[]> {
  const rows = await tx
    .selectFrom('consent.legal_basis')
    .select(['code', 'words', 'source', 'doubt'])
    .where('from_day', '<=', on)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>=', on)]))
    .orderBy('from_day')
    .orderBy('code')
    .execute()
  return rows
}

/** Every legal basis with the days on which it counts. */
export async function groundsOfAll(tx: Tx): Promise<{ code: string; from: Day; until: Day | null }[]> {
  return tx.selectFrom('consent.legal_basis').select(['code', 'from_day as from', 'until_day as until']).orderBy('code').execute()
}

export type LegalBasis = { readonly code: string; readonly words: string; readonly source: string; readonly doubt: string | null }

export async function saveCaseReference(tx: Tx, permit: AnyPermit, request: ConsentRequest, reference: string): Promise<void> {
  const row = { reference, set_at: permit.now }
  await tx
    .insertInto('consent.case_reference')
    .values({ tenant: request.tenant, request: request.id, municipality: request.municipality, member: request.member, ...row })
    .onConflict((conflict) => conflict.columns(['tenant', 'request']).doUpdateSet(row))
    .execute()
}

type FactsRow = {
  tenant: string
  id: string
  municipality: string
  member: string
  work: string
  plan: string
  cost_kinds: string[]
  wanted_from: Day
  wanted_until: Day
  renews: string | null
  municipality_name: string
}

function requestFrom(
  row: FactsRow & {
    member_name: string
    cooperative_name: string
    authorisation: string | null
    authorisation_file: string | null
    sent_at: Instant
    reference: string | null
    waiting_on: Day[] | null
    own_weeks: number | null
    leaves_on: Day | null
    posting_choices: { electronic: boolean; at: string }[] | null
  },
  events: readonly RecordedEvent[],
): ConsentRequest {
  return {
    ...factsFrom(row),
    memberName: row.member_name,
    cooperativeName: row.cooperative_name,
    authorisation: row.authorisation,
    authorisationFile: row.authorisation_file,
    seenAt: row.sent_at,
    reference: row.reference,
    waitingOn: row.waiting_on ?? [],
    ownWeeks: row.own_weeks,
    leavesOn: row.leaves_on,
    postingChoices: (row.posting_choices ?? []).map(({ electronic, at }) => ({ electronic, chosenAt: Temporal.Instant.from(at) })),
    events,
  }
}

function draftFrom(row: FactsRow & { cooperative_name: string; prepared_at: Instant; seen_at: Instant | null; dropped_at: Instant | null }): ConsentRequest {
  const events: RecordedEvent[] = [{ kind: 'prepared', on: dayOf(row.prepared_at), recordedAt: row.prepared_at, role: 'coach' }]
  if (row.dropped_at) events.push({ kind: 'requestWithdrawn', on: dayOf(row.dropped_at), recordedAt: row.dropped_at, role: 'member' })
  return {
    ...factsFrom(row),
    memberName: null,
    cooperativeName: row.cooperative_name,
    authorisation: null,
    authorisationFile: null,
    seenAt: row.seen_at,
    reference: null,
    waitingOn: [],
    ownWeeks: null,
    leavesOn: null,
    postingChoices: [],
    events,
  }
}

function factsFrom(row: FactsRow) {
  return {
    id: row.id as RequestId,
    tenant: row.tenant as OrganisationId,
    municipality: row.municipality as OrganisationId,
    municipalityName: row.municipality_name,
    member: row.member as MemberId,
    work: row.work,
    plan: row.plan,
    costKinds: row.cost_kinds,
    wantedFrom: row.wanted_from,
    wantedUntil: row.wanted_until,
    renews: row.renews as RequestId | null,
  }
}
