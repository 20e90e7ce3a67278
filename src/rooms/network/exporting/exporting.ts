import type { Tx } from '#kit/db.ts'
import { readFile, type StoredFile } from '#kit/files.ts'
import { organisationsAll, type Permit } from '#rooms/access'
import { shownAttachments } from '../knowledge/attaching/attaching.sql.ts'
import { type ShownItem, shownItem } from '../knowledge/knowledge.sql.ts'
import { type OwnEdition, ownEditions } from '../lending/publishing/publishing.sql.ts'
import { keptSlugs, type OwnBorrowing, type OwnQuestion, type OwnRemark, ownBorrowings, ownQuestions, ownRemarks } from './exporting.sql.ts'

type Kept = { readonly item: ShownItem; readonly files: readonly StoredFile[] }

/**
 * What an organisation has at the network and takes along: its questions to all with their answers, what it lent and borrowed of agreements and said about them, and the knowledge that it
 * keeps with its files. Nothing in it names a person; ids of who did something stay away.
 */
export async function networkForExport(
  tx: Tx,
  permit: Permit<'export.make'>,
): Promise<{ questions: OwnQuestion[]; lent: Omit<OwnEdition, 'preparedBy'>[]; borrowed: OwnBorrowing[]; remarks: OwnRemark[]; kept: Kept[] }> {
  const kept: Kept[] = []
  for (const slug of await keptSlugs(tx, permit)) {
    const item = await shownItem(tx, slug)
    if (!item) continue
    const files: StoredFile[] = []
    for (const each of await shownAttachments(tx, slug))
      files.push(await readFile(tx, { organisation: each.organisation, language: permit.language }, each.file))
    kept.push({ item, files })
  }
  const lent = (await ownEditions(tx, permit)).map(({ preparedBy: _, ...edition }) => edition)
  const names = new Map((await organisationsAll(tx)).map(({ id, name }) => [id as string, name]))
  const questions = (await ownQuestions(tx, permit)).map((question) => ({
    ...question,
    answers: question.answers.map((answer) => ({ ...answer, organisation: names.get(answer.organisation) ?? '' })),
  }))
  return { questions, lent, borrowed: await ownBorrowings(tx, permit), remarks: await ownRemarks(tx, permit), kept }
}
