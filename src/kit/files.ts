import { createHash } from 'node:crypto'
import type { Instant } from './day.ts'
import type { Tx } from './db.ts'
import { en } from './files.en.ts'
import { nl } from './files.nl.ts'
import { newId } from './ids.ts'
import { isOldOrLockedOffice, OFFICE_TYPES, type OfficeType, officeTypeOf, type Unfit, unfitOffice } from './office.ts'
import { withoutTraces } from './photo.ts'
import { refuse } from './refusal.ts'
import type { Language } from './text.ts'
import { unfitPdf } from './unfit-pdf.ts'

export const MAX_FILE_BYTES = 10 * 1024 * 1024

export type FileType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic' | 'application/pdf' | 'application/xml' | 'application/zip' | OfficeType
/** What is left of a file's name and kind after looking at what is in it. */
export type StoredFile = { readonly name: string; readonly type: FileType; readonly bytes: Buffer; readonly sha256: string; readonly storedAt: Instant }
export type NewFile = { readonly name: string; readonly type?: string; readonly bytes: Uint8Array }

/** For whom a file is kept or read; a permit is one. */
type Owner = { readonly organisation: string; readonly now: Instant; readonly language?: Language }

const texts = { nl, en }

const ENDINGS: Readonly<Record<FileType, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
  'application/xml': ['xml'],
  'application/zip': ['zip'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
}

/**
 * Keeps a file for the owner's organisation and gives its id. What the sender calls it counts for nothing: the first
 * bytes say what it is, and a photo leaves its place and device behind. Refuses an empty file, one above 10 MB, an unknown kind, and a kind outside `only`; with
 * `still` also what would do something by itself when it is opened (macros, scripts, starting a program), holds another file or cannot be looked through.
 * The bytes are in PostgreSQL now; another store comes behind this same port.
 */
export async function storeFile(
  tx: Tx,
  owner: Owner,
  file: NewFile,
  options: { readonly only?: readonly FileType[]; readonly sharedWith?: string; readonly field?: string; readonly still?: boolean } = {},
): Promise<string> {
  const field = options.field ? { field: options.field } : {}
  const { refusals } = texts[owner.language ?? 'nl']
  if (file.bytes.length === 0) refuse(refusals.empty, {}, field)
  if (file.bytes.length > MAX_FILE_BYTES) refuse(refusals.tooBig, { megabytes: MAX_FILE_BYTES / 1024 / 1024 }, field)
  const bytes = Buffer.from(file.bytes)
  const kinds = options.only?.map((each) => ENDINGS[each][0]?.toUpperCase()).join(', ')
  const office = options.only?.some((each) => (OFFICE_TYPES as readonly string[]).includes(each))
  if (office && isOldOrLockedOffice(bytes)) refuse(refusals.oldOffice, {}, field)
  const type = sniff(bytes) ?? (office ? officeTypeOf(bytes) : null) ?? refuse(office ? refusals.notThis : refusals.unknown, { kinds: kinds ?? '' }, field)
  if (options.only && !options.only.includes(type)) refuse(refusals.notThis, { kinds: kinds ?? '' }, field)
  const unfit = options.still ? unfitOf(bytes, type) : null
  if (unfit) refuse(refusals[unfit], {}, field)
  return insertFile(
    tx,
    owner,
    { name: safeName(file.name, type), type, bytes: withoutTraces(bytes, type) },
    {
      with: options.sharedWith ?? null,
      withPiece: false,
    },
  )
}

function unfitOf(bytes: Buffer, type: FileType): Unfit | null {
  if (type === 'application/pdf') return unfitPdf(bytes)
  return (OFFICE_TYPES as readonly string[]).includes(type) ? unfitOffice(bytes) : null
}

/** The ending under which people know a kind of file, in capitals. */
export function fileKind(type: FileType): string {
  return (ENDINGS[type][0] ?? '').toUpperCase()
}

/** Keeps an archive, or a piece of one, that the house made itself, and gives its id: nobody sent it, so it is not looked through and may be large. */
export function storeMade(tx: Tx, owner: Owner, made: { readonly name: string; readonly bytes: Buffer }): Promise<string> {
  return insertFile(tx, owner, { ...made, type: 'application/zip' }, { with: null, withPiece: false })
}

async function insertFile(
  tx: Tx,
  owner: Owner,
  { name, type, bytes }: Pick<StoredFile, 'name' | 'type' | 'bytes'>,
  shared: { readonly with: string | null; readonly withPiece: boolean },
): Promise<string> {
  const id = newId(owner.now.epochMilliseconds)
  await tx
    .insertInto('kit.file')
    .values({
      organisation: owner.organisation,
      id,
      shared_with: shared.with,
      with_piece: shared.withPiece,
      name,
      type,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes,
      stored_at: owner.now,
    })
    .execute()
  return id
}

/**
 * Copies a file at the moment of sending into a row that names both owners, and gives the id of the copy. The reader sees the copy only as long as the piece
 * it belongs to: the room of that piece says so in a policy on the files, and without one nobody but the owner reads it.
 */
export async function copyFileFor(tx: Tx, owner: Owner, id: string, reader: string): Promise<string> {
  const file = await readFile(tx, owner, id)
  return insertFile(tx, owner, file, { with: reader, withPiece: true })
}

/** A file of the organisation, or one that was shared with it; otherwise missing, like an id that does not exist. */
export async function readFile(tx: Tx, owner: Pick<Owner, 'organisation' | 'language'>, id: string): Promise<StoredFile> {
  const row = await tx
    .selectFrom('kit.file')
    .select(['name', 'type', 'bytes', 'sha256', 'stored_at'])
    .where('id', '=', id)
    .where((eb) => eb.or([eb('organisation', '=', owner.organisation), eb('shared_with', '=', owner.organisation)]))
    .executeTakeFirst()
  if (!row) refuse(texts[owner.language ?? 'nl'].refusals.gone, {}, { kind: 'missing' })
  return { name: row.name, type: row.type as FileType, bytes: row.bytes, sha256: row.sha256, storedAt: row.stored_at }
}

/** Removes a file of the organisation: nothing refers to it any more, or its term is over. */
export async function removeFile(tx: Tx, owner: { readonly organisation: string }, id: string): Promise<void> {
  await tx.deleteFrom('kit.file').where('organisation', '=', owner.organisation).where('id', '=', id).execute()
}

/** Answers a request with a file: shown when it is a picture or PDF, and never run, whatever is in it. */
export function fileResponse(file: Pick<StoredFile, 'name' | 'type' | 'bytes'>, options: { readonly download?: boolean } = {}): Response {
  const inline = !options.download && (file.type.startsWith('image/') || file.type === 'application/pdf')
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      // A browser shows no PDF in a sandbox: for those the policy of the house holds.
      ...(file.type === 'application/pdf' ? {} : { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" }),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}

/** What a file is, by its first bytes; null for anything the house does not take. */
export function sniff(bytes: Uint8Array): FileType | null {
  const head = Buffer.from(bytes.subarray(0, 512))
  const text = head.toString('latin1')
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  if (text.slice(4, 8) === 'ftyp' && /^(?:heic|heix|heim|heis|hevc|mif1|msf1|heif)/.test(text.slice(8))) return 'image/heic'
  if (text.startsWith('%PDF-')) return 'application/pdf'
  const words = head
    .subarray(text.startsWith('\xef\xbb\xbf') ? 3 : 0)
    .toString('latin1')
    .trimStart()
  return /^<\?xml[\s?]|^<(?:\w+:)?(?:Document|Invoice|CreditNote)[\s>]/.test(words) ? 'application/xml' : null
}

/** The name without a path or control characters, with the ending that belongs to what is in it. */
function safeName(name: string, type: FileType): string {
  const base = (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(-120)
  const endings = ENDINGS[type]
  const has = endings.some((ending) => base.toLowerCase().endsWith(`.${ending}`))
  return has && base.length > 4 ? base : `${base.replace(/\.\w{1,5}$/, '') || 'bestand'}.${endings[0]}`
}
