import { csvOf } from '#kit/csv.ts'
import { longInstant, type Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { renderPdf } from '#kit/pdf.ts'
import { refuse } from '#kit/refusal.ts'
import { type ZipFile, zipOf } from '#kit/zip.ts'
import { looked, type Permit } from '#rooms/access'
import { sentStatements } from '../statements/statement.sql.ts'
import type { SentStatement } from '../statements/statement.types.ts'
import { paperOf } from '../statements/statement-paper.ts'
import { statementTexts } from '../statements/statements.en.ts'
import { nl } from '../statements/statements.nl.ts'

/** More papers than this are not made while somebody waits. */
export const ARCHIVE_MOST = 200

/**
 * Every version of the statements of a month that the municipality got of own cases, for its own archive; each look is written down. Refuses (missing) a
 * month without any, and more than can be made at once.
 */
export async function archiveOf(tx: Tx, permit: Permit<'statement.archive'>, month: Month): Promise<readonly SentStatement[]> {
  const { refusals } = statementTexts(permit.language)
  const found = (await sentStatements(tx, permit, { month, limit: ARCHIVE_MOST + 1 })).filter(({ municipality }) => municipality === permit.organisation)
  if (found.length === 0) refuse(refusals.noSuchStatement, {}, { kind: 'missing' })
  if (found.length > ARCHIVE_MOST) refuse(refusals.tooManyForArchive, { most: String(ARCHIVE_MOST) })
  await looked(tx, permit, [...new Set(found.map(({ member }) => member))])
  return found
}

/** One archive: a PDF per version, and a list that tells of each file what it is, so that a suite can take it in without opening it. */
export async function archiveFile(statements: readonly SentStatement[]): Promise<Buffer> {
  const files: ZipFile[] = []
  for (const each of statements) files.push({ name: nameOf(each), bytes: await pdfOf(each) })
  const newest = statements
    .map(({ releasedAt }) => releasedAt)
    .toSorted(Temporal.Instant.compare)
    .at(-1)
  if (!newest) throw new Error('an archive of nothing')
  const list = csvOf([nl.archive.columns, ...statements.map(lineOf)])
  return zipOf([{ name: nl.archive.list, bytes: Buffer.from(list) }, ...files], newest)
}

async function pdfOf(statement: SentStatement): Promise<Uint8Array> {
  const madeAt = Math.floor(statement.releasedAt.epochMilliseconds / 1000)
  return renderPdf({ template: 'kit/pdf/letter.typ', data: paperOf(statement, longInstant(statement.releasedAt)), standard: 'ua-1', madeAt })
}

/** No name of a person: a file name travels further than what is in it. */
function nameOf({ id, month, version }: SentStatement): string {
  return `maandopgave-${month}-versie-${version}-${id}.pdf`
}

function lineOf(statement: SentStatement): string[] {
  const { id, content, month, version, releasedAt, hash, provisional, receipt } = statement
  const received = receipt ? nl.archive.outcomes[receipt.outcome] : ''
  const kind = provisional ? nl.archive.provisional : nl.archive.final
  return [
    nameOf(statement),
    id,
    nl.archive.kind,
    content.name,
    content.cooperative,
    content.municipality,
    month,
    String(version),
    kind,
    String(releasedAt),
    received,
    hash,
  ]
}
