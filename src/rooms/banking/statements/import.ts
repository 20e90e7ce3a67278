import { createHash } from 'node:crypto'
import { type Day, earlierDay, laterDay, longDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type NewFile, storeFile } from '#kit/files.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { euro } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import type { Permit } from '#rooms/access'
import { cooperativeOf } from '#rooms/organisations'
import { nl } from '../banking.nl.ts'
import type { BankFileId, BankFileSummary } from '../banking.types.ts'
import { readWholeCamt, type WholeCamt } from '../camt/read.ts'
import type { CamtLine, Notice } from '../camt/statement.ts'
import {
  accountsKnown,
  arrivedSoFar,
  fileWithHash,
  fingerprintsBetween,
  insertFile,
  insertLines,
  insertStatement,
  type KnownStatement,
  lockImports,
  type NewLine,
  statementsOf,
} from './statements.sql.ts'

type Statement = WholeCamt['statements'][number]

/**
 * Brings in a file of bank statements, whole or not at all; no line is booked yet. The same file or statement again changes
 * nothing; lines of an overlapping statement count once. Refuses what `camtReader` refuses, an account that is not the
 * cooperative's (unless `ownAccount` says it is), and a statement that came before with other contents. `stored` is the file of kit where it was kept already.
 */
export async function importFile(
  tx: Tx,
  permit: Permit<'bank.import'>,
  file: NewFile,
  options: ImportOptions & { readonly stored?: string } = {},
): Promise<BankFileSummary> {
  const camt = readWholeCamt(file.bytes)
  await lockImports(tx, permit)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const before = await fileWithHash(tx, permit, sha256)
  if (before) return { file: before, again: true, statements: 0, lines: 0, known: 0, notices: [nl.notices.fileAgain] }
  const read = await planAll(tx, permit, camt, options)
  const id = newId<BankFileId>(permit.now.epochMilliseconds)
  const fresh = read.filter((each) => !each.again)
  const notices = [...camt.notices.map(said), ...read.flatMap((each) => each.notices)]
  const stored = options.stored ?? (await storeFile(tx, permit, file, { only: ['application/xml'] }))
  await insertFile(tx, permit, { id, file: stored, name: file.name, sha256, version: camt.version, notices })
  let arrived = await arrivedSoFar(tx, permit)
  let lines = 0
  for (const { statement, news, known } of fresh) {
    const { from, until } = period(statement)
    const statementId = newId(permit.now.epochMilliseconds)
    await insertStatement(tx, permit, {
      id: statementId,
      bank_file: id,
      arrived: ++arrived,
      account: statement.account,
      bank_id: statement.id,
      page: statement.page,
      opening: statement.opening,
      closing: statement.closing,
      opened_on: from,
      closed_on: until,
      lines: news.length,
      known,
      digest: statement.digest,
    })
    await insertLines(
      tx,
      permit,
      // Ids in the order of the file: lines of one day are shown so.
      news.map((each, index) => ({ ...each, id: newId(permit.now.epochMilliseconds + lines + index), statement: statementId })),
    )
    lines += news.length
  }
  await happened(tx, permit, 'bank.imported', { file: id })
  return { file: id, again: false, statements: fresh.length, lines, known: read.reduce((all, each) => all + each.known, 0), notices }
}

type ImportOptions = { readonly ownAccount?: boolean }

/** Whether a file can come in as things stand: refuses what `importFile` would, and changes nothing. */
export async function checkFile(tx: Tx, permit: Permit<'bank.import'>, file: NewFile, options: ImportOptions): Promise<void> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  if (!(await fileWithHash(tx, permit, sha256))) await planAll(tx, permit, readWholeCamt(file.bytes), options)
}

/** What is new in each statement of a file. */
async function planAll(tx: Tx, permit: Permit<'bank.import'>, camt: WholeCamt, options: ImportOptions): Promise<Plan[]> {
  if (!options.ownAccount) await refuseOtherAccounts(tx, permit, camt)
  const read: Plan[] = []
  for (const statement of camt.statements)
    read.push(
      await plan(
        tx,
        permit,
        statement,
        read.map((each) => each.statement),
      ),
    )
  return read
}

type Plan = {
  readonly statement: Statement
  readonly again: boolean
  readonly news: readonly Omit<NewLine, 'id' | 'statement'>[]
  readonly known: number
  readonly notices: readonly string[]
}

/** What is new in a statement, beside what was imported before. */
async function plan(tx: Tx, permit: Permit<'bank.import'>, statement: Statement, inThisFile: readonly Statement[]): Promise<Plan> {
  const before = await statementsOf(tx, permit, statement.account)
  const same = before.find((each) => each.number === statement.id && each.page === statement.page)
  if (same && same.digest !== statement.digest) refuse(nl.refusals.otherContents, { statement: statement.id })
  if (same)
    return { statement, again: true, news: [], known: statement.entries.length, notices: [fill(nl.notices.statementAgain, { statement: statement.id })] }
  const marked = statement.entries.map((line) => ({ account: statement.account, fingerprint: fingerprintOf(line), line }))
  const { from, until } = period(statement)
  const [latest] = before
  const goesOn = !latest || (latest.closing === statement.opening && from >= latest.closedOn) || from > latest.closedOn
  const there = goesOn ? new Map<string, number>() : await fingerprintsBetween(tx, permit, statement.account, from, until)
  const news = marked.filter(({ fingerprint }) => {
    const times = there.get(fingerprint) ?? 0
    if (times > 0) there.set(fingerprint, times - 1)
    return times === 0
  })
  const known = marked.length - news.length
  const overlap = known > 0 ? [fill(nl.notices.overlap, { statement: statement.id, count: known })] : []
  return { statement, again: false, news, known, notices: [...overlap, ...gapBefore(statement, from, latest, inThisFile)] }
}

/** A gap is no reason to refuse, for the missing statement may still come; the month cannot close on it. */
function gapBefore(statement: Statement, from: Day, latest: KnownStatement | undefined, inThisFile: readonly Statement[]): string[] {
  const previous =
    inThisFile.findLast((each) => each.account === statement.account)?.closing ?? (latest && latest.closedOn <= from ? latest.closing : undefined)
  if (previous === undefined || previous === statement.opening) return []
  return [fill(nl.notices.gap, { statement: statement.id, previous: euro(previous), opening: euro(statement.opening), day: longDay(from) })]
}

async function refuseOtherAccounts(tx: Tx, permit: Permit<'bank.import'>, camt: WholeCamt): Promise<void> {
  const { iban } = await cooperativeOf(tx, permit)
  const known = await accountsKnown(tx, permit)
  if (!iban && known.length === 0) return
  const other = camt.statements.find((statement) => statement.account !== iban && !known.includes(statement.account))
  if (other) refuse(nl.refusals.otherAccount, { account: other.account }, { field: 'rekening' })
}

/** The days that a statement covers, by its balances and its lines. */
function period(statement: Statement): { from: Day; until: Day } {
  const days = [
    ...statement.entries.map((line) => line.bookedOn),
    ...(statement.openedOn ? [statement.openedOn] : []),
    ...(statement.closedOn ? [statement.closedOn] : []),
  ]
  const [first] = days
  if (!first) return refuse(nl.camt.noClosing, { line: statement.line })
  const lines = statement.entries.map((line) => line.bookedOn)
  return { from: (lines.length > 0 ? lines : days).reduce(earlierDay), until: days.reduce(laterDay, first) }
}

function fingerprintOf(line: CamtLine): string {
  const details = line.details.map(({ cents, name, iban, text, references }) => [cents?.toString() ?? null, name, iban, text, references])
  return createHash('sha256')
    .update(JSON.stringify([line.cents.toString(), line.bookedOn, line.bankReference, details]))
    .digest('base64url')
}

function said(notice: Notice): string {
  return notice.kind === 'statementTwice'
    ? fill(nl.notices.statementTwice, { statement: notice.statement })
    : fill(nl.notices.notBooked, { statement: notice.statement, count: notice.count })
}
