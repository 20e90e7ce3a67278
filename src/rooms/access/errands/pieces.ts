import type { Tx } from '#kit/db.ts'
import { readFile, removeFile, storeMade } from '#kit/files.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type ZipFile, zipEnd, zipPiece } from '#kit/zip.ts'
import type { AnyPermit, OrganisationId } from '../permit.ts'
import { errandTexts } from './errands.en.ts'
import type { Errand } from './errands.rules.ts'
import { deletePieces, insertPiece, keepingSince, ownErrand, piecesOf } from './errands.sql.ts'

/** How long the file that an errand made can be fetched. */
export const KEPT_DAYS = 7

type Owner = { readonly organisation: OrganisationId; readonly id: string }

/** Adds files to the archive that an errand makes; each step lays down a piece of its own, so that what was made is not made again. Nothing adds nothing. */
export async function addPiece(tx: Tx, permit: AnyPermit, errand: Errand, files: readonly ZipFile[]): Promise<void> {
  if (files.length === 0) return
  const { bytes, entries } = zipPiece(files, permit.now)
  await insertPiece(tx, errand, { file: await storeMade(tx, permit, { name: 'deel.zip', bytes }), size: bytes.length, entries })
}

/** Ends the archive of an errand with its table of contents. */
export async function endPieces(tx: Tx, permit: AnyPermit, errand: Errand): Promise<void> {
  const bytes = zipEnd(await piecesOf(tx, errand))
  await insertPiece(tx, errand, { file: await storeMade(tx, permit, { name: 'inhoud.zip', bytes }), size: bytes.length, entries: [] })
}

/** The archive that an own errand made, as bytes. Refuses (missing) that of somebody else, one that is not ready, and one that was cleared away. */
export async function archiveOf(tx: Tx, permit: AnyPermit, id: string): Promise<Buffer> {
  const errand = isId(id) ? await ownErrand(tx, permit, id) : null
  const pieces = errand?.state === 'done' ? await piecesOf(tx, errand) : []
  if (pieces.length === 0) refuse(errandTexts(permit.language).refusals.gone, {}, { kind: 'missing' })
  const bytes: Buffer[] = []
  for (const { file } of pieces) bytes.push((await readFile(tx, permit, file)).bytes)
  return Buffer.concat(bytes)
}

/** Takes away what an errand made so far. */
export async function dropPieces(tx: Tx, owner: Owner): Promise<void> {
  for (const file of await deletePieces(tx, owner)) await removeFile(tx, owner, file)
}

/** Takes away the archives of a cooperative that were kept for seven days. */
export async function clearPieces(tx: Tx, permit: AnyPermit): Promise<void> {
  const { organisation } = permit
  for (const id of await keepingSince(tx, permit, permit.now.subtract({ hours: 24 * KEPT_DAYS }))) await dropPieces(tx, { organisation, id })
}
