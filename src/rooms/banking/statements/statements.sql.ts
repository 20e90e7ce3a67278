import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import { json, type Tx } from '#kit/db.ts'
import type { Cents } from '#kit/money.ts'
import type { AnyPermit } from '#rooms/access'
import type { BankFileId, BankStatement } from '../banking.types.ts'
import type { CamtLine } from '../camt/statement.ts'

/** Two imports of one cooperative come one after the other. */
export async function lockImports(tx: Tx, permit: AnyPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bank import ${permit.organisation}`}, 60))`.execute(tx)
}

export async function fileWithHash(tx: Tx, permit: AnyPermit, sha256: string): Promise<BankFileId | null> {
  const row = await tx.selectFrom('banking.bank_file').select('id').where('tenant', '=', permit.organisation).where('sha256', '=', sha256).executeTakeFirst()
  return (row?.id as BankFileId | undefined) ?? null
}

export async function insertFile(
  tx: Tx,
  permit: AnyPermit,
  file: { id: BankFileId; file: string; name: string; sha256: string; version: string; notices: readonly string[] },
): Promise<void> {
  await tx
    .insertInto('banking.bank_file')
    .values({ tenant: permit.organisation, ...file, notices: json(file.notices), imported_by: permit.person, imported_at: permit.now })
    .execute()
}

/** The file of kit behind an imported bank file, and its name. */
export async function storedFileOf(tx: Tx, permit: AnyPermit, id: string): Promise<string | null> {
  const row = await tx.selectFrom('banking.bank_file').select('file').where('tenant', '=', permit.organisation).where('id', '=', id).executeTakeFirst()
  return row?.file ?? null
}

/** What an import brought in, to say it on the next page; null for an unknown file. */
export async function importOf(tx: Tx, permit: AnyPermit, id: string): Promise<{ statements: number; lines: number; notices: readonly string[] } | null> {
  const row = await tx
    .selectFrom('banking.bank_file as f')
    .leftJoin('banking.bank_statement as s', (join) => join.onRef('s.tenant', '=', 'f.tenant').onRef('s.bank_file', '=', 'f.id'))
    .select((eb) => ['f.notices', eb.fn.count<bigint>('s.id').as('statements'), eb.fn.sum<bigint>('s.lines').as('lines')])
    .where('f.tenant', '=', permit.organisation)
    .where('f.id', '=', id)
    .groupBy('f.notices')
    .executeTakeFirst()
  return row ? { statements: Number(row.statements), lines: Number(row.lines ?? 0n), notices: row.notices as readonly string[] } : null
}

export type KnownStatement = BankStatement & { readonly page: number; readonly digest: string }

/** Statements of one account, the latest first. */
export async function statementsOf(tx: Tx, permit: AnyPermit, account: string): Promise<KnownStatement[]> {
  const rows = await tx
    .selectFrom('banking.bank_statement')
    .selectAll()
    .where('tenant', '=', permit.organisation)
    .where('account', '=', account)
    .orderBy('closed_on', 'desc')
    .orderBy('arrived', 'desc')
    .execute()
  return rows.map((row) => ({ ...statementFrom(row), page: row.page, digest: row.digest }))
}

/** How many statements came in so far. */
export async function arrivedSoFar(tx: Tx, permit: AnyPermit): Promise<number> {
  const row = await tx
    .selectFrom('banking.bank_statement')
    .select((eb) => eb.fn.max('arrived').as('last'))
    .where('tenant', '=', permit.organisation)
    .executeTakeFirst()
  return row?.last ?? 0
}

/** The accounts that statements were imported for. */
export async function accountsKnown(tx: Tx, permit: AnyPermit): Promise<string[]> {
  const rows = await tx.selectFrom('banking.bank_statement').select('account').distinct().where('tenant', '=', permit.organisation).execute()
  return rows.map((row) => row.account)
}

export async function latestStatements(tx: Tx, permit: AnyPermit, limit: number): Promise<BankStatement[]> {
  const rows = await tx
    .selectFrom('banking.bank_statement')
    .selectAll()
    .where('tenant', '=', permit.organisation)
    .orderBy('closed_on', 'desc')
    .orderBy('arrived', 'desc')
    .limit(limit)
    .execute()
  return rows.map(statementFrom)
}

export async function insertStatement(
  tx: Tx,
  permit: AnyPermit,
  statement: {
    id: string
    bank_file: string
    arrived: number
    account: string
    bank_id: string
    page: number
    opening: Cents
    closing: Cents
    opened_on: Day
    closed_on: Day
    lines: number
    known: number
    digest: string
  },
): Promise<void> {
  await tx
    .insertInto('banking.bank_statement')
    .values({ tenant: permit.organisation, ...statement })
    .execute()
}

/** How often each line stands already in statements of this account, in a period: fingerprint → count. */
export async function fingerprintsBetween(tx: Tx, permit: AnyPermit, account: string, from: Day, until: Day): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('banking.bank_line')
    .select((eb) => ['fingerprint', eb.fn.countAll<bigint>().as('times')])
    .where('tenant', '=', permit.organisation)
    .where('account', '=', account)
    .where('booked_on', '>=', from)
    .where('booked_on', '<=', until)
    .groupBy('fingerprint')
    .execute()
  return new Map(rows.map((row) => [row.fingerprint, Number(row.times)]))
}

export type NewLine = { readonly id: string; readonly statement: string; readonly account: string; readonly fingerprint: string; readonly line: CamtLine }

const AT_ONCE = 500

export async function insertLines(tx: Tx, permit: AnyPermit, lines: readonly NewLine[]): Promise<void> {
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    await tx
      .insertInto('banking.bank_line')
      .values(lines.slice(from, from + AT_ONCE).map((each) => lineRow(permit, each)))
      .execute()
  }
}

function lineRow(permit: AnyPermit, { line, ...rest }: NewLine) {
  const [first] = line.details
  const single = line.batch ? undefined : first
  return {
    tenant: permit.organisation,
    ...rest,
    position: line.position,
    file_line: line.line,
    cents: line.cents,
    booked_on: line.bookedOn,
    value_on: line.valueOn,
    name: single?.name ?? null,
    iban: single?.iban ?? null,
    text: [single?.text, line.info].filter(Boolean).join(' '),
    refs: single ? [...single.references] : [],
    bank_reference: line.bankReference,
    code: line.code,
    reversal: line.reversal,
    batch: line.batch,
    returned: first?.returned ?? null,
    details: line.batch ? json(line.details.map(({ cents, name, iban, text, references }) => ({ cents, name, iban, text, references }))) : null,
  }
}

function statementFrom(row: {
  id: string
  bank_file: string
  account: string
  bank_id: string
  opening: bigint
  closing: bigint
  opened_on: Day
  closed_on: Day
  lines: number
}): BankStatement {
  return {
    id: row.id,
    bankFile: row.bank_file as BankFileId,
    account: row.account,
    number: row.bank_id,
    opening: row.opening as Cents,
    closing: row.closing as Cents,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    lines: row.lines,
  }
}
