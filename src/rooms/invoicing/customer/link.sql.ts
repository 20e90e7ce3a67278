import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit, OrganisationId } from '#rooms/access'
import { keptLogo } from '#rooms/organisations'
import type { InvoiceId } from '../invoicing.types.ts'
import { type InvoiceDocument, thawed } from '../paper/document.rules.ts'

export type CustomerQuestion = {
  readonly id: string
  readonly words: string
  readonly askedAt: Instant
  readonly answer: string | null
  readonly answeredAt: Instant | null
}

/** What the holder of a link sees of one invoice: its frozen paper and where it stands, in cents. */
export type Linked = {
  readonly organisation: OrganisationId
  readonly invoice: InvoiceId
  readonly document: InvoiceDocument
  readonly received: Cents
  readonly credited: Cents
  readonly writtenOff: Cents
  readonly open: Cents
  readonly dueOn: Day | null
  readonly notes: readonly { readonly number: string; readonly payable: number }[]
  readonly questions: readonly CustomerQuestion[]
}

/** Reads as the holder of a link: row security shows what belongs to it, and nothing else. Null for a link that is none. */
export async function linked(tx: Tx, tokenHash: string): Promise<Linked | null> {
  await sql`select set_config('app.token', ${tokenHash}, true)`.execute(tx)
  const row = await tx
    .selectFrom('invoicing.customer_link as l')
    .innerJoin('invoicing.invoice as i', (join) => join.onRef('i.tenant', '=', 'l.tenant').onRef('i.id', '=', 'l.invoice'))
    .leftJoin('invoicing.standing as s', (join) => join.onRef('s.tenant', '=', 'i.tenant').onRef('s.invoice', '=', 'i.id'))
    .select(['i.tenant', 'i.id', 'i.document', 'i.due_on', 's.received', 's.undone', 's.credited', 's.written_off', 's.open'])
    .select(
      sql<
        { number: string; payable: number }[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('number', c.number, 'payable', c.payable) order by c.sequence), '[]')
        from invoicing.invoice c where c.tenant = i.tenant and c.credits = i.id)`.as('notes'),
    )
    .where('l.token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!row) return null
  const questions = await tx
    .selectFrom('invoicing.customer_question')
    .select(['id', 'words', 'asked_at', 'answer', 'answered_at'])
    .where('tenant', '=', row.tenant)
    .where('invoice', '=', row.id)
    .orderBy('asked_at')
    .execute()
  return {
    organisation: row.tenant as OrganisationId,
    invoice: row.id as InvoiceId,
    document: thawed(row.document),
    received: ((row.received ?? 0n) - (row.undone ?? 0n)) as Cents,
    credited: (row.credited ?? 0n) as Cents,
    writtenOff: (row.written_off ?? 0n) as Cents,
    open: (row.open ?? 0n) as Cents,
    dueOn: row.due_on,
    notes: row.notes,
    questions: questions.map(questionFrom),
  }
}

export function logoOfLinked(tx: Tx, { organisation, document }: Linked): Promise<Uint8Array | null> {
  return document.logo ? keptLogo(tx, organisation, document.logo) : Promise.resolve(null)
}

export async function insertLink(tx: Tx, permit: AnyPermit, invoice: InvoiceId, tokenHash: string): Promise<void> {
  await tx.insertInto('invoicing.customer_link').values({ tenant: permit.organisation, token_hash: tokenHash, invoice, made_at: permit.now }).execute()
}

/** False when this very question was written down already. */
export async function insertQuestion(tx: Tx, permit: AnyPermit, row: { id: string; invoice: InvoiceId; words: string }): Promise<boolean> {
  const made = await tx
    .insertInto('invoicing.customer_question')
    .values({ tenant: permit.organisation, ...row, asked_at: permit.now, answer: null, answered_at: null, answered_by: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function questionsOf(tx: Tx, permit: AnyPermit, invoice: InvoiceId): Promise<CustomerQuestion[]> {
  const rows = await tx
    .selectFrom('invoicing.customer_question')
    .select(['id', 'words', 'asked_at', 'answer', 'answered_at'])
    .where('tenant', '=', permit.organisation)
    .where('invoice', '=', invoice)
    .orderBy('asked_at')
    .execute()
  return rows.map(questionFrom)
}

/** Invoices with a question that nobody answered, oldest first. */
export async function questionsOpen(tx: Tx, permit: AnyPermit): Promise<{ invoice: InvoiceId; number: string }[]> {
  const rows = await tx
    .selectFrom('invoicing.customer_question as q')
    .innerJoin('invoicing.invoice as i', (join) => join.onRef('i.tenant', '=', 'q.tenant').onRef('i.id', '=', 'q.invoice'))
    .select(['i.id', 'i.number'])
    .distinct()
    .where('q.tenant', '=', permit.organisation)
    .where('q.answered_at', 'is', null)
    .orderBy('i.number')
    .execute()
  return rows.map((row) => ({ invoice: row.id as InvoiceId, number: row.number }))
}

/** False when there is no such question of this invoice, or it was answered already. */
export async function writeAnswer(tx: Tx, permit: AnyPermit, invoice: InvoiceId, question: string, answer: string): Promise<boolean> {
  const row = await tx
    .updateTable('invoicing.customer_question')
    .set({ answer, answered_at: permit.now, answered_by: permit.person })
    .where('tenant', '=', permit.organisation)
    .where('invoice', '=', invoice)
    .where('id', '=', question)
    .where('answered_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

function questionFrom(row: { id: string; words: string; asked_at: Instant; answer: string | null; answered_at: Instant | null }): CustomerQuestion {
  return { id: row.id, words: row.words, askedAt: row.asked_at, answer: row.answer, answeredAt: row.answered_at }
}
