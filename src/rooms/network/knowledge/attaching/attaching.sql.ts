import type { Tx } from '#kit/db.ts'
import type { FileType } from '#kit/files.ts'
import { type AnyPermit, personOf } from '#rooms/access'
import type { Attachment } from './attaching.rules.ts'

/** The files of a version, in the order in which they were added. */
export async function attachmentsOf(tx: Tx, version: string): Promise<Attachment[]> {
  const rows = await tx
    .selectFrom('network.knowledge_attachment as a')
    .innerJoin('network.knowledge_file as f', 'f.id', 'a.attachment')
    .select(['f.id', 'f.organisation', 'f.file', 'f.name', 'f.type', 'f.size'])
    .where('a.version', '=', version)
    .orderBy('f.added_at')
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({ ...row, type: row.type as FileType }))
}

/** Every file that was ever added to an item, in the order in which that happened. */
export async function filesOfItem(tx: Tx, item: string): Promise<Attachment[]> {
  const rows = await tx
    .selectFrom('network.knowledge_file')
    .select(['id', 'organisation', 'file', 'name', 'type', 'size'])
    .where('item', '=', item)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, type: row.type as FileType }))
}

/** The files of what stands at an address now. */
export async function shownAttachments(tx: Tx, slug: string): Promise<Attachment[]> {
  const row = await tx.selectFrom('network.knowledge_shown').select('version').where('slug', '=', slug).executeTakeFirst()
  return row ? attachmentsOf(tx, row.version) : []
}

export async function insertAttachedFile(tx: Tx, permit: AnyPermit, item: string, file: Attachment): Promise<void> {
  await tx
    .insertInto('network.knowledge_file')
    .values({ ...file, item, added_by: personOf(permit), added_at: permit.now })
    .execute()
}

/** Puts files of an item with a version of it; what is with it already stays. */
export async function insertAttachments(tx: Tx, version: string, item: string, attachments: readonly string[]): Promise<void> {
  if (attachments.length === 0) return
  await tx
    .insertInto('network.knowledge_attachment')
    .values(attachments.map((attachment) => ({ version, item, attachment })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes a file off a version. Gives whether no version has it any more, so that it can go. */
export async function deleteAttachment(tx: Tx, version: string, attachment: string): Promise<boolean> {
  await tx.deleteFrom('network.knowledge_attachment').where('version', '=', version).where('attachment', '=', attachment).execute()
  const left = await tx.selectFrom('network.knowledge_attachment').select('version').where('attachment', '=', attachment).executeTakeFirst()
  return left === undefined
}

export async function deleteAttachedFile(tx: Tx, attachment: string): Promise<void> {
  await tx.deleteFrom('network.knowledge_file').where('id', '=', attachment).execute()
}
