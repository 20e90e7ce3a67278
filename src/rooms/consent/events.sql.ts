import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { AnyPermit, MemberId, OrganisationId } from '#rooms/access'
import type { FurtherDelayGround } from '#rooms/law'
import { watchedFrom } from './conditions/watch.rules.ts'
import type { Conditions, ConsentEvent, StatementRhythm } from './consent.rules.ts'
import type { ConsentRequest, RecordedEvent, RequestId } from './consent.types.ts'
import type { AppealOutcome, Because, DecisionKind, DecisionRef, Notified, ObjectionOutcome } from './events/events.rules.ts'

export async function insertEvent(tx: Tx, permit: AnyPermit, request: ConsentRequest, event: ConsentEvent): Promise<string> {
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
      answer_before: 'answerBefore' in event ? event.answerBefore : null,
      from_day: 'from' in event ? event.from : event.kind === 'paperCorrected' ? event.decidedOn : null,
      until_day: 'until' in event ? event.until : null,
      against_kind: 'against' in event ? (event.against?.kind ?? null) : null,
      against_on: 'against' in event ? (event.against?.on ?? null) : null,
      outcome: outcomeOf(event),
      weeks: event.kind === 'objectionPutOff' ? event.weeks : null,
      late_because: event.kind === 'objected' ? event.lateBecause : '',
      adviser: 'adviser' in event ? event.adviser : '',
      paper_reference: 'paperReference' in event ? (event.paperReference ?? null) : null,
    })
    .execute()
  if ('conditions' in event) await insertConditions(tx, request, id, event.conditions)
  return id
}

/** What happened to these requests, in the order in which it was written down. */
export async function eventsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, RecordedEvent[]>> {
  const rows = await eventRows(tx).where('e.request', 'in', ids).execute()
  return new Map([...Map.groupBy(rows, (row) => row.request)].map(([request, events]) => [request, events.map(eventFrom)]))
}

/** Everything that happened to the requests of one member, or of all, for computing effects, in one query; not filtered on reach. */
export async function consentHistory(tx: Tx, tenant: OrganisationId, member: MemberId | null): Promise<History[]> {
  let query = eventRows(tx).where('e.tenant', '=', tenant)
  if (member) query = query.where('e.member', '=', member)
  return [...Map.groupBy(await query.execute(), (row) => row.request)].flatMap(([request, [first, ...rest]]) =>
    first
      ? [
          {
            request: request as RequestId,
            member: first.member as MemberId,
            municipality: first.municipality as OrganisationId,
            events: [first, ...rest].map(eventFrom),
          },
        ]
      : [],
  )
}

export type History = {
  readonly request: RequestId
  readonly member: MemberId
  readonly municipality: OrganisationId
  readonly events: readonly RecordedEvent[]
}

function eventRows(tx: Tx) {
  return tx
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
      'c.watched',
      // The day of posting is written down after the letter was made: the last row with a day counts.
      sql<{ way: string; on: Day | null } | null>`(select jsonb_build_object('way', n.way, 'on', n.notified_on) from consent.notification n
        where n.tenant = e.tenant and n.request = e.request and n.kind = e.kind and n.event_at = e.recorded_at
        order by n.notified_on is null limit 1)`.as('notified'),
    ])
    .orderBy('e.recorded_at')
    .orderBy('e.id')
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
      watched: json(conditions.watched ?? []),
    })
    .execute()
}

function wordsOf(event: ConsentEvent): string {
  if ('question' in event) return event.question
  if ('answer' in event) return event.answer
  if (event.kind === 'sent') return event.sentBy
  if (event.kind === 'changeCancelled') return event.of
  if ('note' in event) return event.note
  return 'reason' in event ? event.reason : ''
}

function outcomeOf(event: ConsentEvent): string | null {
  if ('outcome' in event) return event.outcome
  if ('because' in event) return event.because
  if ('ground' in event) return event.ground
  if (event.kind === 'extensionAsked') return event.runsOn ? 'runsOn' : null
  return event.kind === 'reviewOpened' ? event.by : null
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
  against_kind: string | null
  against_on: Day | null
  outcome: string | null
  weeks: number | null
  late_because: string
  adviser: string
  paper_reference: string | null
  c_from: Day | null
  c_until: Day | null
  cost_kinds: string[] | null
  pay_out_allowed: boolean | null
  statement_rhythm: string | null
  statement_day: number | null
  statement_fulfils_duty: boolean | null
  legal_basis: string | null
  other: string | null
  watched: unknown
  notified: { way: string; on: Day | null } | null
}

function eventFrom(row: EventRow): RecordedEvent {
  const base = { on: row.on_day, recordedAt: row.recorded_at, role: row.recorded_role, ...notifiedFrom(row.notified) }
  const from = row.from_day ?? row.on_day
  const paper = row.paper_reference === null ? {} : { paperReference: row.paper_reference }
  switch (row.kind as ConsentEvent['kind']) {
    case 'prepared':
      return { kind: 'prepared', ...base }
    case 'sent':
      return { kind: 'sent', sentBy: row.words === 'cooperative' || row.words === 'paper' ? row.words : 'member', ...base }
    case 'moreAsked':
      return { kind: 'moreAsked', question: row.words, answerBefore: row.answer_before, ...base }
    case 'answered':
      return { kind: 'answered', answer: row.words, ...base }
    case 'granted':
      return { kind: 'granted', conditions: conditionsFrom(row), ...paper, ...base }
    case 'refused':
      return { kind: 'refused', reason: row.words, ...paper, ...base }
    case 'leftUnprocessed':
      return { kind: 'leftUnprocessed', reason: row.words, ...paper, ...base }
    case 'requestWithdrawn':
      return { kind: 'requestWithdrawn', ...base }
    case 'suspended':
      return { kind: 'suspended', from, until: row.until_day, reason: row.words, heard: row.heard, ...base }
    case 'resumed':
      return { kind: 'resumed', from, ...base }
    case 'consentWithdrawn':
      return { kind: 'consentWithdrawn', from, reason: row.words, heard: row.heard, ...base }
    case 'changeCancelled':
      return { kind: 'changeCancelled', of: row.words === 'suspended' ? 'suspended' : 'consentWithdrawn', from, ...base }
    case 'paperConfirmed':
      return { kind: 'paperConfirmed', ...base }
    case 'paperCorrected':
      return { kind: 'paperCorrected', decidedOn: from, conditions: conditionsFrom(row), note: row.words, ...base }
    case 'delayTold':
      return { kind: 'delayTold', until: row.until_day ?? row.on_day, reason: row.words, ...base }
    case 'waitingAgreed':
      return { kind: 'waitingAgreed', until: row.until_day ?? row.on_day, ...base }
    case 'defaultTold':
      return {
        kind: 'defaultTold',
        ...(row.against_kind && row.against_on ? { against: { kind: row.against_kind as DecisionKind, on: row.against_on } } : {}),
        ...base,
      }
    case 'grantedInstead':
      return { kind: 'grantedInstead', conditions: conditionsFrom(row), because: becauseOf(row), reason: row.words, ...base }
    case 'refusedInstead':
      return { kind: 'refusedInstead', because: becauseOf(row), reason: row.words, ...base }
    case 'adviceAsked':
      return { kind: 'adviceAsked', adviser: row.adviser, question: row.words, answerBefore: row.answer_before, ...base }
    case 'adviceGiven':
      return { kind: 'adviceGiven', adviser: row.adviser, answer: row.words, ...base }
    case 'reviewOpened':
      return { kind: 'reviewOpened', by: row.outcome === 'request' ? 'request' : 'ownMotion', reason: row.words, ...base }
    case 'reviewClosed':
      return { kind: 'reviewClosed', reason: row.words, ...base }
    case 'extensionAsked':
      return { kind: 'extensionAsked', runsOn: row.outcome === 'runsOn', ...base }
    case 'extensionAnswered':
      return { kind: 'extensionAnswered', from, ...base }
    default:
      return remedyFrom(row, row.kind as RemedyKind, base)
  }
}

type RemedyKind = Extract<ConsentEvent, { readonly against: DecisionRef }>['kind']

function remedyFrom(row: EventRow, kind: RemedyKind, base: Pick<RecordedEvent, 'on' | 'recordedAt' | 'role'>): RecordedEvent {
  if (row.against_kind === null || row.against_on === null) throw new Error('an objection to nothing')
  const against: DecisionRef = { kind: row.against_kind as DecisionKind, on: row.against_on }
  switch (kind) {
    case 'objected':
      return { kind, against, reason: row.words, lateBecause: row.late_because, ...base }
    case 'objectionPutOff':
      return { kind, against, weeks: row.weeks ?? 0, reason: row.words, ...base }
    case 'objectionMendAsked':
      return { kind, against, question: row.words, answerBefore: row.answer_before ?? row.on_day, ...base }
    case 'objectionMended':
      return { kind, against, answer: row.words, ...base }
    case 'objectionDelayed':
      return { kind, against, until: row.until_day ?? row.on_day, ground: row.outcome as FurtherDelayGround, note: row.words, ...base }
    case 'objectionDecided':
      return { kind, against, outcome: row.outcome as ObjectionOutcome, reason: row.words, ...base }
    case 'appealDecided':
      return { kind, against, outcome: row.outcome as AppealOutcome, note: row.words, ...base }
    case 'objectionHeard':
    case 'objectionTakenBack':
    case 'appealed':
      return { kind, against, note: row.words, ...base }
  }
}

function becauseOf(row: EventRow): Because {
  return row.outcome === 'objection' || row.outcome === 'review' ? row.outcome : 'correction'
}

function conditionsFrom(row: EventRow): Conditions {
  if (row.c_from === null || row.c_until === null) throw new Error('a grant without conditions')
  const watched = watchedFrom(row.watched)
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
    ...(watched.length > 0 ? { watched } : {}),
  }
}

function notifiedFrom(row: EventRow['notified']): { readonly notified?: Notified } {
  if (!row) return {}
  return { notified: row.way === 'portal' && row.on ? { way: 'portal', on: row.on } : { way: 'post', on: row.on } }
}
