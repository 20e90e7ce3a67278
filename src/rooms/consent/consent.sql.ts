import { sql } from 'kysely'
import { type Day, dayOf, type Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type MemberId, type OrganisationId, withinReach } from '#rooms/access'
import type { Conditions, ConsentEvent, StatementRhythm } from './consent.rules.ts'
import type { ConsentRequest, RecordedEvent, RequestFacts, RequestId } from './consent.types.ts'

/** Requests of the acting organisation within reach, drafts included for the cooperative, newest first. */
export async function requests(tx: Tx, permit: AnyPermit, only: { id?: RequestId; member?: MemberId } = {}): Promise<ConsentRequest[]> {
  let drafts = tx
    .selectFrom('consent.draft')
    .selectAll()
    .where('tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'member'))
  let sent = tx
    .selectFrom('consent.request')
    .selectAll()
    .where((eb) => eb.or([eb('tenant', '=', permit.organisation), eb('municipality', '=', permit.organisation)]))
    .where((eb) => withinReach(permit, eb, 'member'))
  if (only.id) {
    drafts = drafts.where('id', '=', only.id)
    sent = sent.where('id', '=', only.id)
  }
  if (only.member) {
    drafts = drafts.where('member', '=', only.member)
    sent = sent.where('member', '=', only.member)
  }
  const requestRows = await sent.execute()
  const events =
    requestRows.length > 0
      ? await eventsOf(
          tx,
          requestRows.map((row) => row.id),
        )
      : new Map<string, RecordedEvent[]>()
  const sentIds = new Set(requestRows.map((row) => row.id))
  const all = [
    ...requestRows.map((row) => requestFrom(row, events.get(row.id) ?? [])),
    ...(await drafts.execute()).filter((row) => !sentIds.has(row.id)).map(draftFrom),
  ]
  return all.toSorted((a, b) => (a.id < b.id ? 1 : -1))
}

/** Locks a request for a decision: two officers deciding at once come one after the other. */
export async function lockRequest(tx: Tx, tenant: OrganisationId, id: RequestId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`consent ${tenant} ${id}`}, 0))`.execute(tx)
}

export async function saveDraft(
  tx: Tx,
  permit: AnyPermit,
  id: RequestId,
  draft: RequestFacts & { readonly member: MemberId; readonly municipality: OrganisationId; readonly renews: RequestId | null },
): Promise<void> {
  const row = {
    work: draft.work,
    plan: draft.plan,
    cost_kinds: [...draft.costKinds],
    wanted_from: draft.wantedFrom,
    wanted_until: draft.wantedUntil,
    // A member who wrote it has seen it; what a coach changes must be shown again.
    seen_at: permit.person === draft.member ? permit.now : null,
  }
  await tx
    .insertInto('consent.draft')
    .values({
      tenant: permit.organisation,
      id,
      member: draft.member,
      municipality: draft.municipality,
      ...row,
      renews: draft.renews,
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
  copied: { memberName: string; cooperativeName: string; authorisation: string | null },
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
      work: draft.work,
      plan: draft.plan,
      cost_kinds: [...draft.costKinds],
      wanted_from: draft.wantedFrom,
      wanted_until: draft.wantedUntil,
      renews: draft.renews,
      authorisation: copied.authorisation,
      sent_at: permit.now,
    })
    .execute()
}

export async function insertEvent(tx: Tx, permit: AnyPermit, request: ConsentRequest, event: ConsentEvent): Promise<void> {
  const id = newId(permit.now.epochMilliseconds)
  await tx
    .insertInto('consent.event')
    .values({
      tenant: request.tenant,
      id,
      request: request.id,
      municipality: request.municipality,
      member: request.member,
      kind: event.kind,
      on_day: event.on,
      recorded_at: event.recordedAt,
      recorded_by: permit.person,
      recorded_role: permit.role,
      words: wordsOf(event),
      heard: 'heard' in event ? event.heard : '',
      answer_before: event.kind === 'moreAsked' ? event.answerBefore : null,
      from_day: 'from' in event ? event.from : null,
      until_day: event.kind === 'suspended' ? event.until : null,
    })
    .execute()
  if (event.kind === 'granted') await insertConditions(tx, request, id, event.conditions)
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

export type LegalBasis = { readonly code: string; readonly words: string; readonly source: string; readonly doubt: string | null }

/** The municipality's own number; row security shows it to the municipality and to the member only. */
export async function caseReference(tx: Tx, id: RequestId): Promise<string | null> {
  const row = await tx.selectFrom('consent.case_reference').select('reference').where('request', '=', id).executeTakeFirst()
  return row?.reference ?? null
}

export async function saveCaseReference(tx: Tx, permit: AnyPermit, request: ConsentRequest, reference: string): Promise<void> {
  const row = { reference, set_at: permit.now }
  await tx
    .insertInto('consent.case_reference')
    .values({ tenant: request.tenant, request: request.id, municipality: request.municipality, member: request.member, ...row })
    .onConflict((conflict) => conflict.columns(['tenant', 'request']).doUpdateSet(row))
    .execute()
}

/** Everything that happened to the requests of one member, or of all, for computing effects; not filtered on reach. */
export async function consentHistory(
  tx: Tx,
  tenant: OrganisationId,
  member: MemberId | null,
): Promise<{ request: RequestId; member: MemberId; municipality: OrganisationId; events: RecordedEvent[] }[]> {
  let query = tx.selectFrom('consent.request').select(['id', 'member', 'municipality']).where('tenant', '=', tenant)
  if (member) query = query.where('member', '=', member)
  const rows = await query.orderBy('sent_at').execute()
  if (rows.length === 0) return []
  const events = await eventsOf(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    request: row.id as RequestId,
    member: row.member as MemberId,
    municipality: row.municipality as OrganisationId,
    events: events.get(row.id) ?? [],
  }))
}

async function eventsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, RecordedEvent[]>> {
  const rows = await tx
    .selectFrom('consent.event as e')
    .leftJoin('consent.conditions as c', (join) => join.onRef('c.tenant', '=', 'e.tenant').onRef('c.event', '=', 'e.id'))
    .selectAll('e')
    .select([
      'c.from_day as c_from',
      'c.until_day as c_until',
      'c.cost_kinds',
      'c.pay_out_allowed',
      'c.statement_rhythm',
      'c.statement_day',
      'c.statement_fulfils_duty',
      'c.legal_basis',
      'c.other',
    ])
    .where('e.request', 'in', [...ids])
    .orderBy('e.recorded_at')
    .orderBy('e.id')
    .execute()
  const events = new Map<string, RecordedEvent[]>()
  for (const row of rows) {
    const list = events.get(row.request) ?? []
    list.push(eventFrom(row))
    events.set(row.request, list)
  }
  return events
}

async function insertConditions(tx: Tx, request: ConsentRequest, event: string, conditions: Conditions): Promise<void> {
  await tx
    .insertInto('consent.conditions')
    .values({
      tenant: request.tenant,
      event,
      municipality: request.municipality,
      from_day: conditions.from,
      until_day: conditions.until,
      cost_kinds: [...conditions.costKinds],
      pay_out_allowed: conditions.payOutAllowed,
      statement_rhythm: conditions.statementRhythm,
      statement_day: conditions.statementDay,
      statement_fulfils_duty: conditions.statementFulfilsDuty,
      legal_basis: conditions.legalBasis,
      other: conditions.other,
    })
    .execute()
}

function wordsOf(event: ConsentEvent): string {
  if (event.kind === 'moreAsked') return event.question
  if (event.kind === 'answered') return event.answer
  if (event.kind === 'sent') return event.sentBy
  return 'reason' in event ? event.reason : ''
}

type EventRow = {
  kind: string
  on_day: Day
  recorded_at: Instant
  recorded_role: string
  words: string
  heard: string
  answer_before: Day | null
  from_day: Day | null
  until_day: Day | null
  c_from: Day | null
  c_until: Day | null
  cost_kinds: string[] | null
  pay_out_allowed: boolean | null
  statement_rhythm: string | null
  statement_day: number | null
  statement_fulfils_duty: boolean | null
  legal_basis: string | null
  other: string | null
}

function eventFrom(row: EventRow): RecordedEvent {
  const base = { on: row.on_day, recordedAt: row.recorded_at, role: row.recorded_role }
  const from = row.from_day ?? row.on_day
  switch (row.kind as ConsentEvent['kind']) {
    case 'prepared':
      return { kind: 'prepared', ...base }
    case 'sent':
      return { kind: 'sent', sentBy: row.words === 'cooperative' ? 'cooperative' : 'member', ...base }
    case 'moreAsked':
      return { kind: 'moreAsked', question: row.words, answerBefore: row.answer_before, ...base }
    case 'answered':
      return { kind: 'answered', answer: row.words, ...base }
    case 'granted':
      return { kind: 'granted', conditions: conditionsFrom(row), ...base }
    case 'refused':
      return { kind: 'refused', reason: row.words, ...base }
    case 'leftUnprocessed':
      return { kind: 'leftUnprocessed', reason: row.words, ...base }
    case 'requestWithdrawn':
      return { kind: 'requestWithdrawn', ...base }
    case 'suspended':
      return { kind: 'suspended', from, until: row.until_day, reason: row.words, heard: row.heard, ...base }
    case 'resumed':
      return { kind: 'resumed', from, ...base }
    case 'consentWithdrawn':
      return { kind: 'consentWithdrawn', from, reason: row.words, heard: row.heard, ...base }
  }
}

function conditionsFrom(row: EventRow): Conditions {
  if (row.c_from === null || row.c_until === null) throw new Error('a grant without conditions')
  return {
    from: row.c_from,
    until: row.c_until,
    costKinds: row.cost_kinds ?? [],
    payOutAllowed: row.pay_out_allowed ?? false,
    statementRhythm: row.statement_rhythm as StatementRhythm,
    statementDay: row.statement_day ?? 10,
    statementFulfilsDuty: row.statement_fulfils_duty ?? false,
    legalBasis: row.legal_basis ?? '',
    other: row.other ?? '',
  }
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
}

function requestFrom(
  row: FactsRow & { member_name: string; cooperative_name: string; authorisation: string | null; sent_at: Instant },
  events: readonly RecordedEvent[],
): ConsentRequest {
  return {
    ...factsFrom(row),
    memberName: row.member_name,
    cooperativeName: row.cooperative_name,
    authorisation: row.authorisation,
    seenAt: row.sent_at,
    events,
  }
}

function draftFrom(row: FactsRow & { prepared_at: Instant; seen_at: Instant | null; dropped_at: Instant | null }): ConsentRequest {
  const events: RecordedEvent[] = [{ kind: 'prepared', on: dayOf(row.prepared_at), recordedAt: row.prepared_at, role: 'coach' }]
  if (row.dropped_at) events.push({ kind: 'requestWithdrawn', on: dayOf(row.dropped_at), recordedAt: row.dropped_at, role: 'member' })
  return { ...factsFrom(row), memberName: null, cooperativeName: null, authorisation: null, seenAt: row.seen_at, events }
}

function factsFrom(row: FactsRow) {
  return {
    id: row.id as RequestId,
    tenant: row.tenant as OrganisationId,
    municipality: row.municipality as OrganisationId,
    member: row.member as MemberId,
    work: row.work,
    plan: row.plan,
    costKinds: row.cost_kinds,
    wantedFrom: row.wanted_from,
    wantedUntil: row.wanted_until,
    renews: row.renews as RequestId | null,
  }
}
