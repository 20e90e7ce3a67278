/** What of a picture is kept beside its pixels: how it is turned, and which colours it means. Where and with what it was taken is nobody's business. */

type Cleaner = (bytes: Buffer) => Buffer | null

const CLEANERS: Readonly<Record<string, Cleaner>> = { 'image/jpeg': cleanJpeg, 'image/png': cleanPng, 'image/webp': cleanWebp, 'image/heic': cleanHeic }

/**
 * The same picture without what a camera or a telephone writes in it: place, moment, device, owner, remarks, and pictures hidden behind it. The pixels are
 * not touched. A picture that is not whole, or of another kind, comes back as it was.
 */
export function withoutTraces(bytes: Buffer, type: string): Buffer {
  try {
    return CLEANERS[type]?.(bytes) ?? bytes
  } catch (error) {
    if (error instanceof RangeError) return bytes
    throw error
  }
}

const [SOI, EOI, SOS, COMMENT, APP0, APP1, APP2, APP14, APP15] = [0xd8, 0xd9, 0xda, 0xfe, 0xe0, 0xe1, 0xe2, 0xee, 0xef]

function cleanJpeg(bytes: Buffer): Buffer | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null
  const kept = [bytes.subarray(0, 2)]
  for (let at = 2; ; ) {
    const marker = bytes.readUInt8(at + 1)
    if (bytes[at] !== 0xff) return null
    if (marker === EOI) return Buffer.concat([...kept, bytes.subarray(at, at + 2)])
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const segment = bytes.subarray(at, end)
    if (marker === APP1) kept.push(...turned(segment.subarray(4)))
    else if (isPicture(marker, segment)) kept.push(segment)
    at = end
    if (marker !== SOS) continue
    // What follows is the picture itself, until a marker that is neither a restart nor a stuffed byte.
    while (at < bytes.length && !(bytes[at] === 0xff && bytes.readUInt8(at + 1) !== 0 && (bytes.readUInt8(at + 1) & 0xf8) !== 0xd0)) at++
    kept.push(bytes.subarray(end, at))
  }
}

function isPicture(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false
  if (marker < APP0 || marker > APP15) return true
  return marker === APP0 || marker === APP14 || (marker === APP2 && segment.subarray(4, 15).toString('latin1') === 'ICC_PROFILE')
}

/** A segment that says nothing but how the picture is turned; none where it stands upright, or the segment says something else. */
function turned(exif: Buffer): Buffer[] {
  const how = orientationIn(exif)
  if (how === null || how === 1) return []
  const said = Buffer.alloc(36)
  said.writeUInt16BE(0xff00 + APP1, 0)
  said.writeUInt16BE(34, 2)
  said.write('Exif\0\0MM\0*', 4, 'latin1')
  said.writeUInt32BE(8, 14)
  // One entry: tag 0x0112, a short, once.
  said.writeUInt16BE(1, 18)
  said.writeUInt16BE(0x0112, 20)
  said.writeUInt16BE(3, 22)
  said.writeUInt32BE(1, 24)
  said.writeUInt16BE(how, 28)
  return [said]
}

function orientationIn(exif: Buffer): number | null {
  if (exif.subarray(0, 6).toString('latin1') !== 'Exif\0\0') return null
  const found = entriesOf(exif, 6).find(({ tag }) => tag === 0x0112)
  const how = found ? found.short : 1
  return how >= 1 && how <= 8 ? how : 1
}

type Entry = { readonly tag: number; readonly at: number; readonly short: number; readonly long: number }

/** The entries of the first directory of a TIFF block that begins at `base`, or of the one at `offset` in it. */
function entriesOf(bytes: Buffer, base: number, offset: number | null = null): Entry[] {
  const isLittle = bytes.subarray(base, base + 2).toString('latin1') === 'II'
  const short = (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
  const long = (at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const directory = base + (offset ?? long(base + 4))
  return Array.from({ length: short(directory) }, (_, nr) => {
    const at = directory + 2 + nr * 12
    return { tag: short(at), at, short: short(at + 8), long: long(at + 8) }
  })
}

const DROPPED_PNG = new Set(['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME'])

function cleanPng(bytes: Buffer): Buffer | null {
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at < bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.subarray(at + 4, at + 8).toString('latin1')
    if (end > bytes.length) return null
    if (!DROPPED_PNG.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return null
}

function cleanWebp(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = []
  for (let at = 12; at < bytes.length; ) {
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    const type = bytes.subarray(at, at + 4).toString('latin1')
    if (end > bytes.length) return null
    const chunk = Buffer.from(bytes.subarray(at, end))
    // The head says which chunks follow: no longer those two.
    if (type === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~0x0c, 8)
    if (type !== 'EXIF' && type !== 'XMP ') kept.push(chunk)
    at = end
  }
  const head = Buffer.from(bytes.subarray(0, 12))
  head.writeUInt32LE(4 + kept.reduce((sum, each) => sum + each.length, 0), 4)
  return Buffer.concat([head, ...kept])
}

/** In HEIC everything has its place by number, so nothing is taken out: the place on earth, is wiped where it stands. */
function cleanHeic(bytes: Buffer): Buffer | null {
  const cleaned = Buffer.from(bytes)
  for (let at = cleaned.indexOf('Exif\0\0'); at >= 0; at = cleaned.indexOf('Exif\0\0', at + 6)) {
    const base = at + 6
    if (!['II*\0', 'MM\0*'].includes(cleaned.subarray(base, base + 4).toString('latin1'))) continue
    const gps = entriesOf(cleaned, base).find(({ tag }) => tag === 0x8825)
    if (!gps) continue
    for (const entry of entriesOf(cleaned, base, gps.long)) {
      wipeValue(cleaned, base, entry.at)
      cleaned.fill(0, entry.at + 8, entry.at + 12)
    }
  }
  return cleaned
}

/** Zeroes a value that stands elsewhere because it is longer than its entry. */
function wipeValue(bytes: Buffer, base: number, at: number): void {
  const isLittle = bytes.subarray(base, base + 2).toString('latin1') === 'II'
  const kind = isLittle ? bytes.readUInt16LE(at + 2) : bytes.readUInt16BE(at + 2)
  const count = isLittle ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)
  const size = count * (SIZES[kind] ?? 1)
  const place = base + (isLittle ? bytes.readUInt32LE(at + 8) : bytes.readUInt32BE(at + 8))
  if (size > 4 && place + size <= bytes.length) bytes.fill(0, place, place + size)
}

/** Bytes of each kind of value in TIFF. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 }
