import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type MemberId, personOf } from '#rooms/access'
import type { WorkPhoto, WorkPhotoFacts, WorkPhotoId } from './work.rules.ts'

const COLUMNS = ['id', 'member', 'file', 'bytes', 'width', 'height', 'made_on', 'seen', 'words', 'added_at'] as const

/** The own photos, the newest work first; or the one. */
export async function workPhotoRows(tx: Tx, permit: AnyPermit, id: WorkPhotoId | null): Promise<WorkPhoto[]> {
  const rows = await tx
    .selectFrom('members.work_photo')
    .select(COLUMNS)
    .where('tenant', '=', permit.organisation)
    .where('member', '=', personOf(permit))
    .$if(id !== null, (query) => query.where('id', '=', id ?? ''))
    .orderBy('made_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id as WorkPhotoId,
    member: row.member as MemberId,
    file: row.file,
    bytes: Number(row.bytes),
    width: row.width,
    height: row.height,
    madeOn: row.made_on,
    seen: row.seen,
    words: row.words,
    addedAt: row.added_at,
  }))
}

export async function insertWorkPhoto(
  tx: Tx,
  permit: AnyPermit,
  id: WorkPhotoId,
  { madeOn, ...photo }: WorkPhotoFacts & { readonly file: string; readonly bytes: number; readonly width: number; readonly height: number },
): Promise<void> {
  await tx
    .insertInto('members.work_photo')
    .values({ ...photo, tenant: permit.organisation, id, member: personOf(permit), made_on: madeOn, bytes: BigInt(photo.bytes), added_at: permit.now })
    .execute()
}

/** Takes a photo away; gives its file, or null when it was not the own. */
export async function deleteWorkPhoto(tx: Tx, permit: AnyPermit, id: WorkPhotoId): Promise<string | null> {
  const row = await tx
    .deleteFrom('members.work_photo')
    .where('tenant', '=', permit.organisation)
    .where('member', '=', personOf(permit))
    .where('id', '=', id)
    .returning('file')
    .executeTakeFirst()
  return row?.file ?? null
}

/** Takes away all photos of members who are no member any more and cannot sign in; gives their files. */
export async function deletePhotosOf(tx: Tx, permit: AnyPermit, gone: readonly MemberId[]): Promise<string[]> {
  if (gone.length === 0) return []
  const rows = await tx.deleteFrom('members.work_photo').where('tenant', '=', permit.organisation).where('member', 'in', gone).returning('file').execute()
  return rows.map(({ file }) => file)
}

/** Whose photos there are. */
export async function photographers(tx: Tx, permit: AnyPermit): Promise<MemberId[]> {
  const rows = await tx.selectFrom('members.work_photo').select('member').distinct().where('tenant', '=', permit.organisation).execute()
  return rows.map(({ member }) => member as MemberId)
}
