import { type PackedFile, packedFiles, unpackedText } from './unzip.ts'

/** Papers of a word processor and sheets of figures, as they are kept and sent. */
export const OFFICE_TYPES = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
] as const
export type OfficeType = (typeof OFFICE_TYPES)[number]

/** Why the house does not pass a file on: it does something by itself, holds another file, or cannot be looked through. */
export type Unfit = 'macros' | 'script' | 'holdsFile' | 'locked'

/** What a part of a paper that the house reads may take, unpacked. */
const MOST_TEXT = 40 * 1024 * 1024

/** What of these an archive is, by its own parts; null for every other archive. One with macros is named too, so that it can be told why it is refused. */
export function officeTypeOf(bytes: Buffer): OfficeType | null {
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') return null
  const files = packedFiles(bytes)
  if (!files) return null
  const mime = textOf(files, 'mimetype')?.trim()
  const open = OFFICE_TYPES.find((type) => type === mime)
  if (open) return open
  const kinds = textOf(files, '[Content_Types].xml')
  if (!kinds) return null
  if (/wordprocessingml\.document\.main\+xml|ms-word\.document\.macroEnabled\.main\+xml/.test(kinds)) return OFFICE_TYPES[0]
  return /spreadsheetml\.sheet\.main\+xml|ms-excel\.sheet\.macroEnabled\.main\+xml/.test(kinds) ? OFFICE_TYPES[1] : null
}

/** Whether a file is one of an office program from before 2007, or a newer one behind a password: both look the same from outside. */
export function isOldOrLockedOffice(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1'
}

/** What of a paper of an office program would do something by itself, or cannot be looked through; null where there is nothing. */
export function unfitOffice(bytes: Buffer): Unfit | null {
  const files = packedFiles(bytes)
  if (!files) return 'locked'
  const names = files.map(({ name }) => name.toLowerCase().replaceAll('\\', '/'))
  if (names.some((name) => /(?:^|\/)(?:vbaproject\.bin|vbadata\.xml|macrosheets\/|activex\/|basic\/|scripts\/)/.test(name))) return 'macros'
  if (names.some((name) => /(?:^|\/)embeddings\/.+|(?:^|\/)oleobject[^/]*\.bin$|(?:^|\/)object \d+$/.test(name))) return 'holdsFile'
  for (const file of files.filter(({ name }) => /(?:^\[Content_Types\]\.xml|\.rels|^(?:content|styles|META-INF\/manifest)\.xml)$/i.test(name))) {
    const text = unpackedText(file, MOST_TEXT)
    if (text === null) return 'locked'
    if (/<manifest:encryption-data/.test(text)) return 'locked'
    // A template from elsewhere is fetched when the paper is opened, and may hold anything.
    if (/macroEnabled|vbaProject|<script:event-listener|\/attachedTemplate"[^>]*External|External[^>]*\/attachedTemplate"/.test(text)) return 'macros'
  }
  return null
}

function textOf(files: readonly PackedFile[], name: string): string | null {
  const file = files.find((each) => each.name === name)
  return file ? unpackedText(file, MOST_TEXT) : null
}
