import { sql } from 'kysely'
import { type Day, dayOf, type Instant, yearOf } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import { type Cents, cents } from '#kit/money.ts'
import { type AnyPermit, type MemberId, type OrganisationId, type PersonId, withinReach } from '#rooms/access'
import type { CustomerId } from '#rooms/organisations'
import type { InvoiceId } from '../invoicing.types.ts'
import { thawed } from '../paper/document.rules.ts'
import type { QuotePart, QuoteTerms } from './quoting.rules.ts'
import type { QuoteDocument, QuoteId, QuoteQuestion, QuoteRow } from './quoting.types.ts'

/** The next number of the series of quotes, from its locked row. */
export async function takeQuoteNumber(tx: Tx, permit: AnyPermit): Promise<string> {
  const year = yearOf(permit.today)
  const { last } = await tx
    .insertInto('invoicing.quote_series')
    .values({ tenant: permit.organisation, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['tenant', 'year']).doUpdateSet((eb) => ({ last: eb('invoicing.quote_series.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return `OFF-${year}-${String(last).padStart(4, '0')}`
}

export async function insertQuote(
  tx: Tx,
  permit: AnyPermit,
  quote: { id: QuoteId; number: string; member: MemberId; customer: CustomerId; origin: string | null },
): Promise<void> {
  await tx
    .insertInto('invoicing.quote')
    .values({ tenant: permit.organisation, ...quote, version: 1, made_at: permit.now, withdrawn_at: null })
    .execute()
}

export async function insertVersion(tx: Tx, permit: AnyPermit, quote: QuoteId, version: number, terms: QuoteTerms): Promise<void> {
  await tx
    .insertInto('invoicing.quote_version')
    .values({ tenant: permit.organisation, quote, version, work_on: terms.workOn, asked: json(terms as unknown), made_by: permit.person, made_at: permit.now })
    .execute()
  await tx.updateTable('invoicing.quote').set({ version }).where('tenant', '=', permit.organisation).where('id', '=', quote).execute()
}

export async function replaceVersion(tx: Tx, permit: AnyPermit, quote: QuoteId, version: number, terms: QuoteTerms): Promise<void> {
  await tx
    .updateTable('invoicing.quote_version')
    .set({ work_on: terms.workOn, asked: json(terms as unknown), made_by: permit.person, made_at: permit.now })
    .where('tenant', '=', permit.organisation)
    .where('quote', '=', quote)
    .where('version', '=', version)
    .execute()
}

export async function setCustomer(tx: Tx, permit: AnyPermit, quote: QuoteId, customer: CustomerId): Promise<void> {
  await tx.updateTable('invoicing.quote').set({ customer }).where('tenant', '=', permit.organisation).where('id', '=', quote).execute()
}

export async function freezeVersion(tx: Tx, permit: AnyPermit, quote: QuoteId, version: number, document: QuoteDocument): Promise<void> {
  await tx
    .updateTable('invoicing.quote_version')
    .set({ document: json(document as unknown), sent_at: permit.now, sent_by: permit.person, valid_until: document.validUntil })
    .where('tenant', '=', permit.organisation)
    .where('quote', '=', quote)
    .where('version', '=', version)
    .execute()
}

export async function markWithdrawn(tx: Tx, permit: AnyPermit, quote: QuoteId): Promise<void> {
  await tx.updateTable('invoicing.quote').set({ withdrawn_at: permit.now }).where('tenant', '=', permit.organisation).where('id', '=', quote).execute()
}

/** Quotes within reach with their newest version, newest first; `lock` keeps one for this transaction. */
export async function quoteRows(tx: Tx, permit: AnyPermit, only: { id?: QuoteId; lock?: boolean } = {}): Promise<QuoteRow[]> {
  if (only.id && only.lock) await sql`select pg_advisory_xact_lock(hashtextextended(${permit.organisation}::text || ${only.id}, 51))`.execute(tx)
  let query = quoteQuery(tx)
    .where('q.tenant', '=', permit.organisation)
    .where((eb) => withinReach(permit, eb, 'q.member'))
    .orderBy('q.made_at', 'desc')
    .orderBy('q.id', 'desc')
  if (only.id) query = query.where('q.id', '=', only.id)
  return (await query.execute()).map(rowFrom)
}

function quoteQuery(tx: Tx) {
  return tx
    .selectFrom('invoicing.quote as q')
    .leftJoin('invoicing.quote_version as v', (join) =>
      join.onRef('v.tenant', '=', 'q.tenant').onRef('v.quote', '=', 'q.id').onRef('v.version', '=', 'q.version'),
    )
    .leftJoin('invoicing.quote_answer as a', (join) =>
      join.onRef('a.tenant', '=', 'q.tenant').onRef('a.quote', '=', 'q.id').onRef('a.version', '=', 'q.version'),
    )
    .select(['q.tenant', 'q.id', 'q.number', 'q.member', 'q.customer', 'q.version', 'q.withdrawn_at', 'q.made_at', 'q.origin'])
    .select([
      'v.asked',
      'v.document',
      'v.sent_at',
      'v.valid_until',
      'a.outcome',
      'a.name',
      'a.reason',
      'a.answered_at',
      'a.how',
      'a.said_on',
      'a.recorded_by',
      'a.paper',
    ])
}

type Stored = Awaited<ReturnType<ReturnType<typeof quoteQuery>['executeTakeFirstOrThrow']>>

function rowFrom(row: Stored): QuoteRow {
  return {
    tenant: row.tenant as OrganisationId,
    id: row.id as QuoteId,
    number: row.number,
    member: row.member as MemberId,
    customer: row.customer as CustomerId,
    version: row.version,
    withdrawn: row.withdrawn_at !== null,
    madeAt: row.made_at,
    origin: row.origin,
    terms: row.asked ? termsFrom(row.asked) : null,
    document: row.document ? documentFrom(row.document) : null,
    sentAt: row.sent_at,
    validUntil: row.valid_until,
    outcome: row.outcome as QuoteRow['outcome'],
    acceptedBy: row.name,
    reason: row.reason,
    answeredAt: row.answered_at,
    answeredOn: row.said_on ?? (row.answered_at && dayOf(row.answered_at)),
    how: row.how as QuoteRow['how'],
    recordedBy: row.recorded_by as PersonId | null,
    paper: row.paper,
  }
}

/** Reads as the holder of a link: row security shows what belongs to it, and nothing else. Null for a link that is none. */
export async function quoteLinked(tx: Tx, tokenHash: string): Promise<{ quote: QuoteRow; questions: QuoteQuestion[] } | null> {
  await sql`select set_config('app.token', ${tokenHash}, true)`.execute(tx)
  const row = await quoteQuery(tx)
    .innerJoin('invoicing.quote_link as l', (join) => join.onRef('l.tenant', '=', 'q.tenant').onRef('l.quote', '=', 'q.id'))
    .where('l.token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!row) return null
  return { quote: rowFrom(row), questions: await questionsAbout(tx, row.tenant, row.id) }
}

export function quoteQuestions(tx: Tx, permit: AnyPermit, quote: QuoteId): Promise<QuoteQuestion[]> {
  return questionsAbout(tx, permit.organisation, quote)
}

async function questionsAbout(tx: Tx, tenant: string, quote: string): Promise<QuoteQuestion[]> {
  const rows = await tx
    .selectFrom('invoicing.quote_question')
    .select(['id', 'words', 'asked_at', 'answer', 'answered_at'])
    .where('tenant', '=', tenant)
    .where('quote', '=', quote)
    .orderBy('asked_at')
    .execute()
  return rows.map((row) => ({ id: row.id, words: row.words, askedAt: row.asked_at, answer: row.answer, answeredAt: row.answered_at }))
}

export async function insertQuoteLink(tx: Tx, permit: AnyPermit, quote: QuoteId, tokenHash: string): Promise<void> {
  await tx.insertInto('invoicing.quote_link').values({ tenant: permit.organisation, token_hash: tokenHash, quote, made_at: permit.now }).execute()
}

/** False when this version was answered before. */
export async function insertAnswer(
  tx: Tx,
  permit: AnyPermit,
  answer: { quote: QuoteId; version: number; outcome: 'accepted' | 'declined'; name: string | null; reason: string | null },
  recorded: { how: 'paper' | 'phone'; said_on: Day; paper: string | null } | null = null,
): Promise<boolean> {
  const made = await tx
    .insertInto('invoicing.quote_answer')
    .values({ tenant: permit.organisation, ...answer, ...(recorded ? { ...recorded, recorded_by: permit.person } : {}), answered_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return made !== undefined
}

/** False when this very question was written down already. */
export async function insertQuoteQuestion(tx: Tx, permit: AnyPermit, row: { id: string; quote: QuoteId; words: string }): Promise<boolean> {
  const made = await tx
    .insertInto('invoicing.quote_question')
    .values({ tenant: permit.organisation, ...row, asked_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** False when there is no such question of this quote, or it was answered already. */
export async function writeQuoteAnswer(tx: Tx, permit: AnyPermit, quote: QuoteId, question: string, answer: string): Promise<boolean> {
  const row = await tx
    .updateTable('invoicing.quote_question')
    .set({ answer, answered_at: permit.now, answered_by: permit.person })
    .where('tenant', '=', permit.organisation)
    .where('quote', '=', quote)
    .where('id', '=', question)
    .where('answered_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type AskedPart = { readonly part: number; readonly invoice: InvoiceId; readonly number: string | null; readonly payable: Cents | null }

/** The parts that became a request or an invoice; one whose request was thrown away is not among them. */
export async function partsAsked(tx: Tx, permit: AnyPermit, quote: QuoteId): Promise<AskedPart[]> {
  const rows = await tx
    .selectFrom('invoicing.quote_part as p')
    .leftJoin('invoicing.invoice as i', (join) => join.onRef('i.tenant', '=', 'p.tenant').onRef('i.id', '=', 'p.invoice'))
    .leftJoin('invoicing.draft as d', (join) => join.onRef('d.tenant', '=', 'p.tenant').onRef('d.id', '=', 'p.invoice'))
    .select(['p.part', 'p.invoice', 'i.number', 'i.payable'])
    .where('p.tenant', '=', permit.organisation)
    .where('p.quote', '=', quote)
    .where((eb) => eb.or([eb('i.id', 'is not', null), eb('d.id', 'is not', null)]))
    .orderBy('p.part')
    .execute()
  return rows.map((row) => ({ part: row.part, invoice: row.invoice as InvoiceId, number: row.number, payable: row.payable as Cents | null }))
}

export async function savePart(tx: Tx, permit: AnyPermit, quote: QuoteId, part: number, invoice: InvoiceId): Promise<void> {
  const row = { invoice, asked_at: permit.now }
  await tx
    .insertInto('invoicing.quote_part')
    .values({ tenant: permit.organisation, quote, part, ...row })
    .onConflict((conflict) => conflict.columns(['tenant', 'quote', 'part']).doUpdateSet(row))
    .execute()
}

/** Deletes what was never accepted and ended before a moment; gives how many. */
export async function deleteOldQuotes(tx: Tx, permit: AnyPermit, before: Instant, beforeDay: Day): Promise<number> {
  const rows = await tx
    .deleteFrom('invoicing.quote as q')
    .where('q.tenant', '=', permit.organisation)
    .where('q.made_at', '<', before)
    .where(sql<boolean>`not exists (select from invoicing.quote_answer a where a.tenant = q.tenant and a.quote = q.id and a.outcome = 'accepted')`)
    .where(
      sql<boolean>`not exists (select from invoicing.quote_version v where v.tenant = q.tenant and v.quote = q.id and (v.valid_until >= ${beforeDay} or v.made_at >= ${before}))`,
    )
    .returning('q.id')
    .execute()
  return rows.length
}

type StoredTerms = Omit<QuoteTerms, 'lines' | 'depositPercent' | 'deposit' | 'instalments'> & {
  readonly lines: readonly { description: string; quantity: number; unit: string; price: number; vat: string }[]
  readonly depositPercent: number | null
  readonly deposit: number | null
  readonly instalments: readonly { label: string; on: Day | null; percent: number }[]
}

// In json whole numbers are plain ones, exact below 2^53.
function termsFrom(stored: unknown): QuoteTerms {
  const terms = stored as StoredTerms
  return {
    ...terms,
    lines: terms.lines.map((line) => ({ ...line, quantity: BigInt(line.quantity), price: cents(line.price) }) as QuoteTerms['lines'][number]),
    depositPercent: terms.depositPercent === null ? null : BigInt(terms.depositPercent),
    deposit: terms.deposit === null ? null : cents(terms.deposit),
    instalments: terms.instalments.map((each) => ({ ...each, percent: BigInt(each.percent) })),
  }
}

function documentFrom(stored: unknown): QuoteDocument {
  const document = stored as QuoteDocument
  return {
    ...document,
    priced: thawed(document).priced,
    parts: document.parts.map((part) => ({ ...part, payable: cents(Number(part.payable)), net: cents(Number(part.net)), shares: sharesFrom(part) })),
  }
}

function sharesFrom(part: QuotePart): QuotePart['shares'] {
  return part.shares.map((share) => ({ vat: share.vat, gross: cents(Number(share.gross)) }))
}
