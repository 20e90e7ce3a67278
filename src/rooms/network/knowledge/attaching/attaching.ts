import type { Tx } from '#kit/db.ts'
import { type FileType, MAX_FILE_BYTES, type NewFile, readFile, removeFile, type StoredFile, storeFile } from '#kit/files.ts'
import { happened } from '#kit/happened.ts'
import { isId, newId } from '#kit/ids.ts'
import { OFFICE_TYPES } from '#kit/office.ts'
import { refuse } from '#kit/refusal.ts'
import type { Language } from '#kit/text.ts'
import { type Permit, personOf } from '#rooms/access'
import { texts } from '../knowledge.en.ts'
import type { ItemVersion } from '../writing/writing.rules.ts'
import { itemVersions, lockItem } from '../writing/writing.sql.ts'
import { nl } from './attaching.nl.ts'
import { type Attachment, checkMayAttach, MOST_ATTACHMENTS } from './attaching.rules.ts'
import { attachmentsOf, deleteAttachedFile, deleteAttachment, filesOfItem, insertAttachedFile, insertAttachments, shownAttachments } from './attaching.sql.ts'

/** Who writes an item: somebody of the network, or who keeps it elsewhere. */
type Writes = Permit<'knowledge.write'> | Permit<'knowledge.own'>

const KINDS: readonly FileType[] = ['application/pdf', ...OFFICE_TYPES, 'image/png', 'image/jpeg']
export const ATTACHMENT_MEGABYTES = MAX_FILE_BYTES / 1024 / 1024

/** The files of a version, those of earlier versions that it has no more, and whether the reader may change them. Refuses (missing) a version that is not there. */
export async function attachmentsToWrite(tx: Tx, permit: Writes, id: string) {
  const version = await versionAt(tx, id)
  const attachments = await attachmentsOf(tx, id)
  const earlier = (await filesOfItem(tx, version.item)).filter((each) => !attachments.some((here) => here.id === each.id))
  return { version, attachments, earlier, own: version.writtenBy === permit.person }
}

/**
 * Adds a file to a version that waits for a second pair of eyes; gives its id. Refuses what is not one's own or was decided (`checkMayAttach`), a ninth file, and
 * what `storeFile` refuses: what it is, is told by its content, and nothing that does something by itself gets through.
 */
export async function addAttachment(tx: Tx, permit: Writes, version: string, file: NewFile | null): Promise<string> {
  if (!file) return refuse(nl.refusals.noFile, {}, { field: 'file' })
  const { item } = await versionToAttach(tx, permit, version)
  await checkRoom(tx, version)
  const stored = await storeFile(tx, permit, file, { only: KINDS, field: 'file', still: true })
  const { name, type, bytes } = await readFile(tx, permit, stored)
  const id = newId(permit.now.epochMilliseconds)
  await insertAttachedFile(tx, permit, item, { id, organisation: permit.organisation, file: stored, name, type, size: bytes.length })
  await insertAttachments(tx, version, item, [id])
  await happened(tx, permit, 'knowledge.attached', { version, attachment: id })
  return id
}

/** Takes a file off a version that waits; once no version has it any more it is gone. What is gone already stays so. Refuses as `checkMayAttach`. */
export async function takeAttachmentOff(tx: Tx, permit: Writes, version: string, id: string): Promise<void> {
  await versionToAttach(tx, permit, version)
  const found = (await attachmentsOf(tx, version)).find((each) => each.id === id)
  if (!found) return
  if (await deleteAttachment(tx, version, id)) {
    await deleteAttachedFile(tx, id)
    await removeFile(tx, permit, found.file)
  }
  await happened(tx, permit, 'knowledge.takenOff', { version, attachment: id })
}

/** Puts a file of an earlier version with one that waits. Refuses as `addAttachment`, and (missing) a file of another item. */
export async function putAttachmentBack(tx: Tx, permit: Writes, version: string, id: string): Promise<void> {
  const { item } = await versionToAttach(tx, permit, version)
  if ((await attachmentsOf(tx, version)).some((each) => each.id === id)) return
  if (!(await filesOfItem(tx, item)).some((each) => each.id === id)) refuse(nl.refusals.missing, {}, { kind: 'missing' })
  await checkRoom(tx, version)
  await insertAttachments(tx, version, item, [id])
  await happened(tx, permit, 'knowledge.attached', { version, attachment: id })
}

/** A file of a version, for who writes or decides. Refuses (missing) what is not with it. */
export async function attachmentOfVersion(tx: Tx, permit: Writes, version: string, id: string): Promise<StoredFile> {
  return bytesOf(tx, isId(version) ? await attachmentsOf(tx, version) : [], id, permit.language)
}

/** A file that anybody reads with what stands at an address now: asked without a permit. Refuses (missing) one that is not with it, or is no more. */
export async function attachmentShown(tx: Tx, slug: string, id: string, language: Language): Promise<StoredFile> {
  return bytesOf(tx, await shownAttachments(tx, slug), id, language)
}

/** A next version begins with the files of the one before it. */
export async function carryAttachments(tx: Tx, from: string, version: string, item: string): Promise<void> {
  const before = await attachmentsOf(tx, from)
  await insertAttachments(
    tx,
    version,
    item,
    before.map(({ id }) => id),
  )
}

async function bytesOf(tx: Tx, attachments: readonly Attachment[], id: string, language: Language): Promise<StoredFile> {
  const found = attachments.find((each) => each.id === id)
  return found ? readFile(tx, { organisation: found.organisation, language }, found.file) : refuse(texts(language).refusals.noFile, {}, { kind: 'missing' })
}

async function checkRoom(tx: Tx, version: string): Promise<void> {
  if ((await attachmentsOf(tx, version)).length >= MOST_ATTACHMENTS) refuse(nl.refusals.full, { most: MOST_ATTACHMENTS }, { field: 'file' })
}

/** The version, once nobody else writes or decides about its item. */
async function versionToAttach(tx: Tx, permit: Writes, id: string): Promise<ItemVersion> {
  await lockItem(tx, (await versionAt(tx, id)).slug)
  const version = await versionAt(tx, id)
  checkMayAttach(version, personOf(permit))
  return version
}

async function versionAt(tx: Tx, id: string): Promise<ItemVersion> {
  const [found] = isId(id) ? await itemVersions(tx, { id }) : []
  return found ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}
