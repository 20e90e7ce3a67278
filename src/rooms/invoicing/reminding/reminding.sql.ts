import { sql } from 'kysely'
import { type Day, dayOf, type Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import { type AnyPermit, type MemberId, type PersonId, withinReach } from '#rooms/access'
import type { InvoiceId } from '../invoicing.types.ts'
import type { DoneStep, Pause, RemindingScheme } from './reminding.rules.ts'
import { USUAL } from './reminding.rules.ts'

export type PauseReason = 'parts' | 'complaint' | 'member' | 'other'
export const PAUSE_REASONS: readonly [PauseReason, ...PauseReason[]] = ['parts', 'complaint', 'member', 'other']

export type StepRow = {
  readonly invoice: InvoiceId
  readonly step: DoneStep
  readonly at: Instant
  readonly on: Day
  readonly by: PersonId | null
  readonly how: 'mail' | 'paper' | 'phone' | null
  readonly words: string | null
  readonly costs: Cents | null
}

export type PauseRow = Pause & {
  readonly id: string
  readonly invoice: InvoiceId
  readonly why: PauseReason
  readonly words: string
  readonly by: PersonId
  readonly at: Instant
}

export async function schemeOf(tx: Tx, permit: AnyPermit): Promise<RemindingScheme> {
  const row = await tx.selectFrom('invoicing.reminding').selectAll().where('tenant', '=', permit.organisation).executeTakeFirst()
  return row ? schemeFrom(row) : USUAL
}

export async function saveScheme(tx: Tx, permit: AnyPermit, { after, automatic, costs }: RemindingScheme): Promise<void> {
  const { writeOff, ...steps } = after
  const row = { ...steps, write_off: writeOff, automatic, costs }
  await tx
    .insertInto('invoicing.reminding')
    .values({ tenant: permit.organisation, ...row })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet(row))
    .execute()
}

/** Steps that were done for an invoice, oldest first. */
export async function stepsOf(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<StepRow[]> {
  const rows = await tx
    .selectFrom('invoicing.reminder')
    .selectAll()
    .where('tenant', '=', permit.organisation)
    .where('invoice', '=', invoice)
    .orderBy('sent_at')
    .execute()
  return rows.map((row) => stepFrom(invoice, row))
}

/** False when this step was done already: nothing goes out twice. */
export async function insertStep(
  tx: Tx,
  permit: AnyPermit,
  done: { invoice: InvoiceId; step: DoneStep; how: 'mail' | 'paper' | 'phone'; words: string | null; costs: Cents | null },
): Promise<boolean> {
  const row = await tx
    .insertInto('invoicing.reminder')
    .values({ tenant: permit.organisation, ...done, sent_at: permit.now, sent_by: permit.person })
    .onConflict((conflict) => conflict.doNothing())
    .returning('step')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertPause(
  tx: Tx,
  permit: AnyPermit,
  pause: { id: string; invoice: InvoiceId; why: PauseReason; words: string; until: Day | null; by: PersonId },
): Promise<void> {
  const { by, ...facts } = pause
  await tx
    .insertInto('invoicing.reminding_pause')
    .values({ tenant: permit.organisation, ...facts, asked_by: by, asked_at: permit.now, ended_at: null, ended_by: null })
    .execute()
}

/** Ends the pause that runs, if there is one. */
export async function endPause(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<boolean> {
  const row = await tx
    .updateTable('invoicing.reminding_pause')
    .set({ ended_at: permit.now, ended_by: permit.person })
    .where('tenant', '=', permit.organisation)
    .where('invoice', '=', invoice)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type RemindingRow = {
  readonly id: InvoiceId
  readonly number: string
  readonly customerName: string
  readonly member: MemberId
  readonly open: Cents
  readonly dueOn: Day | null
  readonly steps: readonly StepRow[]
  readonly pauses: readonly PauseRow[]
  /** A question of the customer waits for an answer. */
  readonly asked: boolean
  readonly proposed: boolean
  readonly scheme: RemindingScheme
}

type StoredStep = { step: DoneStep; sent_at: string; sent_by: PersonId | null; how: StepRow['how']; words: string | null; costs: number | null }
type StoredPause = { id: string; why: PauseReason; words: string; until: Day | null; ended_at: string | null; asked_by: PersonId; asked_at: string }
type StoredScheme = { friendly: number | null; second: number | null; call: number | null; last: number | null; write_off: number | null }

/** All that reminding stands on, in one question: of one invoice, or of every open one that is overdue, the longest first. */
export async function remindingRows(tx: Tx, permit: AnyPermit, only: InvoiceId | null): Promise<RemindingRow[]> {
  let query = tx
    .selectFrom('invoicing.invoice as i')
    .innerJoin('invoicing.standing as s', (join) => join.onRef('s.tenant', '=', 'i.tenant').onRef('s.invoice', '=', 'i.id'))
    .select(['i.id', 'i.number', 'i.customer_name', 'i.member', 'i.due_on', 's.open'])
    .select([
      sql<StoredStep[]>`(select coalesce(jsonb_agg(to_jsonb(x) order by x.sent_at), '[]') from invoicing.reminder x
        where x.tenant = i.tenant and x.invoice = i.id)`.as('steps'),
      sql<StoredPause[]>`(select coalesce(jsonb_agg(to_jsonb(x) order by x.asked_at), '[]') from invoicing.reminding_pause x
        where x.tenant = i.tenant and x.invoice = i.id)`.as('pauses'),
      sql<boolean>`exists (select from invoicing.customer_question q where q.tenant = i.tenant and q.invoice = i.id and q.answered_at is null)`.as('asked'),
      sql<boolean>`exists (select from invoicing.write_off_proposal p where p.tenant = i.tenant and p.invoice = i.id
        and not exists (select from invoicing.write_off_ended e where e.tenant = p.tenant and e.proposal = p.id)
        and not exists (select from invoicing.write_off w where w.tenant = p.tenant and w.proposal = p.id))`.as('proposed'),
      sql<(StoredScheme & { automatic: boolean; costs: number | null }) | null>`(select to_jsonb(r) from invoicing.reminding r where r.tenant = i.tenant)`.as(
        'scheme',
      ),
    ])
    .where('i.tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'i.member'))
  query = only
    ? query.where('i.id', '=', only)
    : query.where('i.kind', '=', 'invoice').where('s.open', '>', 0n).where('i.due_on', '<', permit.today).orderBy('i.due_on').orderBy('i.number')
  return (await query.execute()).map((row) => ({
    id: row.id as InvoiceId,
    number: row.number,
    customerName: row.customer_name,
    member: row.member as MemberId,
    open: (row.open ?? 0n) as Cents,
    dueOn: row.due_on,
    steps: row.steps.map((step) => stepFrom(row.id as InvoiceId, { ...step, sent_at: Temporal.Instant.from(step.sent_at), costs: toBig(step.costs) })),
    pauses: row.pauses.map((pause) => pauseFrom(row.id as InvoiceId, { ...pause, asked_at: Temporal.Instant.from(pause.asked_at) })),
    asked: row.asked,
    proposed: row.proposed,
    scheme: row.scheme ? schemeFrom({ ...row.scheme, costs: toBig(row.scheme.costs) }) : USUAL,
  }))
}

// Whole numbers in json stay exact below 2^53.
function toBig(stored: number | null): bigint | null {
  return stored === null ? null : BigInt(stored)
}

function schemeFrom(row: StoredScheme & { automatic: boolean; costs: bigint | null }): RemindingScheme {
  const { friendly, second, call, last, write_off: writeOff } = row
  return { after: { friendly, second, call, last, writeOff }, automatic: row.automatic, costs: row.costs as Cents | null }
}

function stepFrom(
  invoice: InvoiceId,
  row: { step: string; sent_at: Instant; sent_by: string | null; how: string | null; words: string | null; costs: bigint | null },
): StepRow {
  return {
    invoice,
    step: row.step as DoneStep,
    at: row.sent_at,
    on: dayOf(row.sent_at),
    by: row.sent_by as PersonId | null,
    how: row.how as StepRow['how'],
    words: row.words,
    costs: row.costs as Cents | null,
  }
}

function pauseFrom(invoice: InvoiceId, row: Omit<StoredPause, 'asked_at'> & { asked_at: Instant }): PauseRow {
  return { id: row.id, invoice, why: row.why, words: row.words, until: row.until, ended: row.ended_at !== null, by: row.asked_by, at: row.asked_at }
}
