import type { Tx } from '#kit/db.ts'
import { type NewFile, readFile, type StoredFile, storeFile } from '#kit/files.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { nl } from './assembly.nl.ts'
import { mayCorrect, problemOf, type Resolution, type ResolutionFacts, type ResolutionId } from './assembly.rules.ts'
import { deleteShown, insertResolution, insertShown, insertWording, lockResolutions, resolutionRows } from './assembly.sql.ts'

const FIELDS = { future: 'on', otherYear: 'on', notTheirs: 'organ', aboutYear: 'aboutYear', nobodyVoted: 'inFavour' } as const

/** The resolutions of the cooperative as they read now, newest first, for a member those for members; with words only those that hold them. One query. */
export function resolutions(tx: Tx, permit: AnyPermit, words: string | null = null): Promise<Resolution[]> {
  return resolutionRows(tx, permit, words?.trim() || null)
}

/** One resolution as it reads now, or null where the reader does not see it. */
export async function findResolution(tx: Tx, permit: AnyPermit, id: ResolutionId): Promise<Resolution | null> {
  return (await resolutionRows(tx, permit, null, id))[0] ?? null
}

/** Lets members of the cooperative read a resolution, or no longer; the same once more changes nothing. Refuses (missing) an id that is not of this cooperative. */
export async function showToMembers(tx: Tx, permit: Permit<'resolution.add'>, id: ResolutionId, shown: boolean): Promise<void> {
  await resolutionById(tx, permit, id)
  const changed = shown ? await insertShown(tx, permit, id) : await deleteShown(tx, permit, id)
  if (changed) await happened(tx, permit, shown ? 'resolution.shown' : 'resolution.hidden', { resolution: id })
}

/** One resolution as it reads now. Refuses (missing) an id that is not of this cooperative, or for a member one that is not for members. */
export async function resolutionById(tx: Tx, permit: AnyPermit, id: ResolutionId): Promise<Resolution> {
  return (await findResolution(tx, permit, id)) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

/**
 * Writes a resolution down under the next number of its year; gives its id. With `replaces` it comes in the place of another, which stays readable.
 * Refuses a day to come, accounts that the board adopts (BW2 58), and to replace what was replaced already.
 */
export async function recordResolution(
  tx: Tx,
  permit: Permit<'resolution.add'>,
  facts: ResolutionFacts,
  file: NewFile | null,
  replaces: ResolutionId | null,
): Promise<ResolutionId> {
  check(permit, facts, null)
  await lockResolutions(tx, permit)
  if (replaces && (await resolutionById(tx, permit, replaces)).replacedBy) refuse(nl.refusals.replaced)
  const id = await insertResolution(tx, permit, Number(facts.on.slice(0, 4)), replaces)
  await insertWording(tx, permit, id, 1, facts, file ? await keep(tx, permit, file) : null)
  await happened(tx, permit, replaces ? 'resolution.replaced' : 'resolution.recorded', { resolution: id, ...(replaces ? { replaces } : {}) })
  return id
}

/** Mends a mistake within a day after it was written down; the earlier wording stays. Refuses later, once it was replaced, and a day in another year. */
export async function correctResolution(
  tx: Tx,
  permit: Permit<'resolution.add'>,
  id: ResolutionId,
  facts: ResolutionFacts,
  file: NewFile | null,
): Promise<void> {
  await lockResolutions(tx, permit)
  const now = await resolutionById(tx, permit, id)
  if (!mayCorrect(now, permit.now)) refuse(nl.refusals.stands)
  check(permit, facts, now.year)
  await insertWording(tx, permit, id, now.wordings + 1, facts, file ? await keep(tx, permit, file) : now.file)
  await happened(tx, permit, 'resolution.corrected', { resolution: id })
}

/** The file that belongs to a resolution. Refuses (missing) when there is none. */
export async function resolutionFile(tx: Tx, permit: AnyPermit, { file }: Pick<Resolution, 'file'>): Promise<StoredFile> {
  return file ? readFile(tx, permit, file) : refuse(nl.refusals.noFile, {}, { kind: 'missing' })
}

function check(permit: AnyPermit, facts: ResolutionFacts, year: number | null): void {
  const problem = problemOf(facts, permit.today, year)
  if (problem) refuse(nl.refusals[problem], {}, { field: FIELDS[problem] })
}

function keep(tx: Tx, permit: AnyPermit, file: NewFile): Promise<string> {
  return storeFile(tx, permit, file, { only: ['application/pdf', 'image/jpeg', 'image/png'], field: 'file' })
}
