import { crc32, deflateRawSync } from 'node:zlib'
import type { Instant } from './day.ts'

export type ZipFile = { readonly name: string; readonly bytes: Uint8Array }
/** A file as the table of contents names it: `at` is where it begins, in its piece. */
export type ZipEntry = {
  readonly name: string
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly time: number
  readonly at: number
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** Version 2.0; names are UTF-8. */
const VERSION = 20
const UTF8 = 0x0800
const DEFLATED = 8

/** Packs files as a piece of a zip archive, which grows by laying pieces one after the other. */
export function zipPiece(files: readonly ZipFile[], madeAt: Instant): { readonly bytes: Buffer; readonly entries: readonly ZipEntry[] } {
  const time = dosTime(madeAt)
  const parts: Buffer[] = []
  const entries: ZipEntry[] = []
  let at = 0
  for (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes)
    const entry = { name, crc: crc32(bytes), packed: packed.length, size: bytes.length, time, at }
    const head = Buffer.concat([words(LOCAL), facts(entry), shorts(0), Buffer.from(name)])
    parts.push(head, packed)
    at += head.length + packed.length
    entries.push(entry)
  }
  return { bytes: Buffer.concat(parts), entries }
}

/** A whole archive of files that fit in memory. */
export function zipOf(files: readonly ZipFile[], madeAt: Instant): Buffer {
  const piece = zipPiece(files, madeAt)
  return Buffer.concat([piece.bytes, zipEnd([{ size: piece.bytes.length, entries: piece.entries }])])
}

/** The table of contents that ends an archive; `pieces` in the order in which they lie in it. Refuses (throws) what needs the larger kind of archive. */
export function zipEnd(pieces: readonly { readonly size: number; readonly entries: readonly ZipEntry[] }[]): Buffer {
  let before = 0
  const lines = pieces.flatMap(({ size, entries }) => {
    const from = before
    before += size
    return entries.map((entry) =>
      Buffer.concat([words(CENTRAL), shorts(VERSION), facts(entry), shorts(0, 0, 0, 0), words(0, from + entry.at), Buffer.from(entry.name)]),
    )
  })
  const size = lines.reduce((all, line) => all + line.length, 0)
  if (lines.length > 0xffff || before + size > 0xffffffff) throw new Error('this archive is larger than a plain zip can be')
  return Buffer.concat([...lines, words(END), shorts(0, 0, lines.length, lines.length), words(size, before), shorts(0)])
}

/** What the head of a file and its line in the table have in common, up to the length of its name. */
function facts({ name, crc, packed, size, time }: ZipEntry): Buffer {
  return Buffer.concat([shorts(VERSION, UTF8, DEFLATED), words(time, crc, packed, size), shorts(Buffer.byteLength(name))])
}

/** The clock of Amsterdam, in steps of two seconds: a zip knows no zone. */
function dosTime(at: Instant): number {
  const { year, month, day, hour, minute, second } = at.toZonedDateTimeISO('Europe/Amsterdam')
  return ((((year - 1980) << 9) | (month << 5) | day) << 16) | (hour << 11) | (minute << 5) | (second >> 1)
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [place, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, 4 * place)
  return bytes
}

function shorts(...values: number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [place, value] of values.entries()) bytes.writeUInt16LE(value, 2 * place)
  return bytes
}
