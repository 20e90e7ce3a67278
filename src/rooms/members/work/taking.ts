import { csvOf } from '#kit/csv.ts'
import type { Tx } from '#kit/db.ts'
import { readFile } from '#kit/files.ts'
import { fill } from '#kit/text.ts'
import { type ZipFile, zipOf } from '#kit/zip.ts'
import type { Permit } from '#rooms/access'
import { workTexts } from './work.en.ts'
import { workPhotoRows } from './work.sql.ts'

/** The own photos of work as files, with a list of day and words; none where there is no photo. */
export async function workFiles(tx: Tx, permit: Permit<'work.keep'> | Permit<'departure.take'>): Promise<ZipFile[]> {
  const { files: names } = workTexts(permit.language)
  const photos = (await workPhotoRows(tx, permit, null)).toReversed()
  if (photos.length === 0) return []
  const files: ZipFile[] = []
  const lines = [[names.name, names.day, names.seen, names.words]]
  for (const [index, { file, madeOn, seen, words }] of photos.entries()) {
    const { type, bytes } = await readFile(tx, permit, file)
    const name = fill(names.photo, { day: madeOn, nr: index + 1, ending: type.slice('image/'.length) })
    files.push({ name: `${names.folder}/${name}`, bytes })
    lines.push([name, madeOn, seen, words ?? ''])
  }
  return [...files, { name: `${names.folder}/${names.list}`, bytes: Buffer.from(csvOf(lines)) }]
}

/** The own photos of work as one archive to take along. */
export async function workArchive(tx: Tx, permit: Permit<'work.keep'>): Promise<Buffer> {
  return zipOf(await workFiles(tx, permit), permit.now)
}
