import { csvOf } from '#kit/csv.ts'
import { longDay, longInstant, type Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { renderPdf } from '#kit/pdf.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { type ZipFile, zipOf } from '#kit/zip.ts'
import { looked, type Permit } from '#rooms/access'
import { type ArchivedLetter, lettersForArchive } from '#rooms/consent'
import { sentStatements } from '../statements/statement.sql.ts'
import type { SentStatement } from '../statements/statement.types.ts'
import { paperOf } from '../statements/statement-paper.ts'
import { statementTexts } from '../statements/statements.en.ts'
import { nl } from '../statements/statements.nl.ts'

/** More papers than this are not made while somebody waits. */
export const ARCHIVE_MOST = 200

/** What a municipality takes along of one month: the statements about it, and the letters dated in it. */
export type MonthArchive = { readonly statements: readonly SentStatement[]; readonly letters: readonly ArchivedLetter[] }

/**
 * Every version of the statements of a month that the municipality got of own cases, and every letter about them dated in it, for its own archive; each look is
 * written down. Refuses (missing) a month without any, and more than can be made at once.
 */
export async function archiveOf(tx: Tx, permit: Permit<'statement.archive'>, month: Month): Promise<MonthArchive> {
  const { refusals } = statementTexts(permit.language)
  const most = ARCHIVE_MOST + 1
  const statements = (await sentStatements(tx, permit, { month, limit: most })).filter(({ municipality }) => municipality === permit.organisation)
  const letters = await lettersForArchive(tx, permit, month, most)
  const papers = statements.length + letters.length
  if (papers === 0) refuse(refusals.noSuchStatement, {}, { kind: 'missing' })
  if (papers > ARCHIVE_MOST) refuse(refusals.tooManyForArchive, { most: String(ARCHIVE_MOST) })
  await looked(tx, permit, [...new Set([...statements.map(({ member }) => member), ...letters.map(({ about }) => about)])])
  return { statements, letters }
}

/** One archive: a PDF per version and per letter, and a list that tells of each file what it is, so that a suite can take it in without opening it. */
export async function archiveFile({ statements, letters }: MonthArchive): Promise<Buffer> {
  const files: ZipFile[] = []
  for (const each of statements) files.push({ name: nameOf(each), bytes: await pdfOf(each) })
  for (const each of letters) files.push({ name: letterNameOf(each), bytes: await each.pdf() })
  const newest = [...statements.map(({ releasedAt }) => releasedAt), ...letters.map(({ madeAt }) => Temporal.Instant.from(madeAt))]
    .toSorted(Temporal.Instant.compare)
    .at(-1)
  if (!newest) throw new Error('an archive of nothing')
  const list = csvOf([nl.archive.columns, ...statements.map(lineOf), ...letters.map(letterLineOf)])
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

function letterNameOf({ id, on }: ArchivedLetter): string {
  return `brief-${on}-${id}.pdf`
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
    content.reference ?? '',
  ]
}

function letterLineOf(letter: ArchivedLetter): string[] {
  const { id, kind, member, cooperative, municipality, on, template, madeAt, notified, sha256, reference } = letter
  const standing = notified?.on ? fill(nl.archive.notified[notified.way], { day: longDay(notified.on) }) : notified ? nl.archive.toPost : ''
  return [
    letterNameOf(letter),
    id,
    fill(nl.archive.letter, { kind }),
    member,
    cooperative,
    municipality,
    on,
    template,
    standing,
    madeAt,
    '',
    sha256,
    reference ?? '',
  ]
}
