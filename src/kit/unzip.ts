import { inflateRawSync } from 'node:zlib'

/** A file in an archive, still packed. */
export type PackedFile = { readonly name: string; readonly method: number; readonly packed: Buffer; readonly size: number }

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50]
const [STORED, DEFLATED] = [0, 8]
/** The end of an archive may be followed by a remark of at most this. */
const REMARK = 0xffff
const MOST_FILES = 5000

/**
 * The files that the table of contents of an archive names; null for what is no whole archive, has a name twice or another one where the file itself begins, or
 * holds more than anybody sends. Nothing is unpacked.
 */
export function packedFiles(bytes: Buffer): PackedFile[] | null {
  try {
    const end = endOf(bytes)
    if (end < 0) return null
    const count = bytes.readUInt16LE(end + 10)
    if (count > MOST_FILES) return null
    const found: PackedFile[] = []
    let at = bytes.readUInt32LE(end + 16)
    for (let nr = 0; nr < count; nr++) {
      if (bytes.readUInt32LE(at) !== CENTRAL) return null
      const [named, extra, remark] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
      const name = bytes.toString('utf8', at + 46, at + 46 + named)
      const begins = bytes.readUInt32LE(at + 42)
      if (bytes.readUInt32LE(begins) !== LOCAL) return null
      const from = begins + 30 + bytes.readUInt16LE(begins + 26) + bytes.readUInt16LE(begins + 28)
      if (bytes.toString('utf8', begins + 30, begins + 30 + bytes.readUInt16LE(begins + 26)) !== name) return null
      const until = from + bytes.readUInt32LE(at + 20)
      if (until > bytes.length) return null
      found.push({ name, method: bytes.readUInt16LE(at + 10), packed: bytes.subarray(from, until), size: bytes.readUInt32LE(at + 24) })
      at += 46 + named + extra + remark
    }
    return new Set(found.map(({ name }) => name.toLowerCase())).size === found.length ? found : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** What is in a packed file, as text; null where it is locked, packed in another way, or more than `most` bytes. */
export function unpackedText({ method, packed }: PackedFile, most: number): string | null {
  if (method === STORED) return packed.length <= most ? packed.toString('utf8') : null
  if (method !== DEFLATED) return null
  try {
    return inflateRawSync(packed, { maxOutputLength: most }).toString('utf8')
  } catch {
    return null
  }
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - REMARK); at--) if (bytes.readUInt32LE(at) === END) return at
  return -1
}
