import { addMonths } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type NewFile, readFile, removeFile, type StoredFile, storeFile } from '#kit/files.ts'
import { happened } from '#kit/happened.ts'
import { isId, newId } from '#kit/ids.ts'
import { pictureSize } from '#kit/picture.ts'
import { refuse } from '#kit/refusal.ts'
import { type Permit, personOf } from '#rooms/access'
import { formerMonths } from '#rooms/organisations'
import { stagesOf } from '../register/journeys.ts'
import { workTexts } from './work.en.ts'
import { tooMuch, WORK_LIMITS, type WorkPhoto, type WorkPhotoFacts, type WorkPhotoId } from './work.rules.ts'
import { deletePhotosOf, deleteWorkPhoto, insertWorkPhoto, photographers, workPhotoRows } from './work.sql.ts'

/** Who keeps photos of own work: the member, also while showing one or leaving. */
type Own = Permit<'work.keep'> | Permit<'offering.keep'> | Permit<'departure.take'>

const MEGABYTE = 1024 * 1024

/** The own photos of work, the newest work first. */
export function workPhotos(tx: Tx, permit: Own): Promise<WorkPhoto[]> {
  return workPhotoRows(tx, permit, null)
}

/** One own photo of work. Refuses (missing) that of somebody else like one that does not exist. */
export async function workPhoto(tx: Tx, permit: Own, id: string): Promise<WorkPhoto> {
  const [photo] = isId(id) ? await workPhotoRows(tx, permit, id as WorkPhotoId) : []
  return photo ?? refuse(workTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
}

/** The picture of an own photo of work, in bytes. Refuses as `workPhoto`. */
export async function workPicture(tx: Tx, permit: Own, id: string): Promise<StoredFile> {
  return readFile(tx, permit, (await workPhoto(tx, permit, id)).file)
}

/**
 * Keeps a photo of own work, of the member alone, without place and device; gives it. Refuses none, what is no whole picture, a day to come, and a photo that
 * is too heavy (2 MB), too large (6000 pixels) or one too many (60 photos, 60 MB).
 */
export async function keepWorkPhoto(
  tx: Tx,
  permit: Permit<'work.keep'> | Permit<'offering.keep'>,
  file: NewFile | null,
  facts: WorkPhotoFacts,
): Promise<WorkPhoto> {
  const { refusals } = workTexts(permit.language)
  const at = { field: 'photo' } as const
  if (!file) return refuse(refusals.noPhoto, {}, at)
  if (facts.madeOn > permit.today) refuse(refusals.future, {}, { field: 'madeOn' })
  const stored = await storeFile(tx, permit, file, { only: ['image/jpeg', 'image/png', 'image/webp'], field: 'photo' })
  const { bytes, type } = await readFile(tx, permit, stored)
  const size = pictureSize(bytes, type) ?? refuse(refusals.broken, {}, at)
  const before = await workPhotoRows(tx, permit, null)
  const wrong = tooMuch({ photos: before.length, bytes: before.reduce((all, each) => all + each.bytes, 0) }, { ...size, bytes: bytes.length })
  if (wrong) {
    const megabytes = (wrong === 'full' ? WORK_LIMITS.bytes : WORK_LIMITS.photoBytes) / MEGABYTE
    refuse(refusals[wrong], { megabytes, side: WORK_LIMITS.side, photos: WORK_LIMITS.photos }, at)
  }
  const id = newId<WorkPhotoId>(permit.now.epochMilliseconds)
  await insertWorkPhoto(tx, permit, id, { ...facts, ...size, file: stored, bytes: bytes.length })
  await happened(tx, permit, 'work.kept', { photo: id })
  return { ...facts, ...size, id, member: personOf(permit), file: stored, bytes: bytes.length, addedAt: permit.now }
}

/** Takes an own photo away, from wherever it was shown too. Somebody else's, or what is gone already, stays as it is. */
export async function removeWorkPhoto(tx: Tx, permit: Permit<'work.keep'>, id: string): Promise<void> {
  const file = isId(id) ? await deleteWorkPhoto(tx, permit, id as WorkPhotoId) : null
  if (!file) return
  await removeFile(tx, permit, file)
  await happened(tx, permit, 'work.removed', { photo: id })
}

/** Throws away the photos of who left so long ago that they can sign in no more; gives how many. */
export async function forgetWorkPhotos(tx: Tx, permit: Permit<'work.sweep'>): Promise<number> {
  const months = await formerMonths(tx, permit.organisation)
  const stages = await stagesOf(tx, permit, permit.today)
  const gone = (await photographers(tx, permit)).filter((member) => {
    const standing = stages.get(member)
    return standing?.stage === 'former' && addMonths(standing.since, months) <= permit.today
  })
  const files = await deletePhotosOf(tx, permit, gone)
  for (const file of files) await removeFile(tx, permit, file)
  return files.length
}
