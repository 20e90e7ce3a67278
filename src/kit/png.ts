import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What the picture needs to be drawn; text, place, time and whatever else a camera or program wrote is left behind. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS'])
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

type Pass = { readonly x: number; readonly y: number; readonly across: number; readonly down: number }
const WHOLE: readonly Pass[] = [{ x: 0, y: 0, across: 1, down: 1 }]
/** The seven pictures in which an interlaced PNG comes, each finer (PNG 8.2, Adam7). */
const PASSES: readonly Pass[] = [
  { x: 0, y: 0, across: 8, down: 8 },
  { x: 4, y: 0, across: 8, down: 8 },
  { x: 0, y: 4, across: 4, down: 8 },
  { x: 2, y: 0, across: 4, down: 4 },
  { x: 0, y: 2, across: 2, down: 4 },
  { x: 1, y: 0, across: 2, down: 2 },
  { x: 0, y: 1, across: 1, down: 2 },
]

type Chunk = { readonly type: string; readonly data: Buffer }

/**
 * The same picture written anew as PNG: its pixels are unpacked, counted and packed again, and everything that is no picture is dropped.
 * null for anything that is no whole PNG of at most `side` pixels each way.
 */
export function rewrittenPng(bytes: Uint8Array, side = 2000): Buffer | null {
  const chunks = chunksOf(Buffer.from(bytes))
  const head = chunks?.[0]
  if (!chunks || head?.type !== 'IHDR' || head.data.length !== 13) return null
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)]
  const [depth = 0, colour = 0, , , interlaced = 0] = head.data.subarray(8)
  const channels = CHANNELS[colour]
  if (!channels || ![1, 2, 4, 8, 16].includes(depth) || interlaced > 1) return null
  if (width < 1 || height < 1 || width > side || height > side) return null
  const rows = (interlaced === 1 ? PASSES : WHOLE).flatMap((pass) => rowsIn(pass, width, height, channels * depth))
  const size = rows.reduce((all, length) => all + length, 0)
  const pixels = unpacked(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)), size)
  if (!pixels) return null
  let at = 0
  for (const length of rows) {
    if ((pixels[at] ?? 9) > 4) return null
    at += length
  }
  const kept = chunks.filter(({ type }) => KEPT.has(type)).map(written)
  return Buffer.concat([
    SIGNATURE,
    ...kept,
    written({ type: 'IDAT', data: deflateSync(pixels, { level: 9 }) }),
    written({ type: 'IEND', data: Buffer.alloc(0) }),
  ])
}

/** How many bytes each row of a pass takes, its filter included; a pass without pixels has no rows. */
function rowsIn(pass: Pass, width: number, height: number, bits: number): number[] {
  const [wide, high] = [Math.ceil((width - pass.x) / pass.across), Math.ceil((height - pass.y) / pass.down)]
  return wide < 1 || high < 1 ? [] : Array.from({ length: high }, () => 1 + Math.ceil((wide * bits) / 8))
}

function chunksOf(bytes: Buffer): Chunk[] | null {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return null
  const chunks: Chunk[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length) return null
    const body = bytes.subarray(at + 4, end - 4)
    if (crc32(body) !== bytes.readUInt32BE(end - 4)) return null
    const type = body.toString('latin1', 0, 4)
    chunks.push({ type, data: body.subarray(4) })
    if (type === 'IEND') return chunks
    at = end
  }
  return null
}

// A few bytes can unpack to gigabytes; the size is known beforehand, so nothing more is taken.
function unpacked(packed: Buffer, size: number): Buffer | null {
  try {
    const pixels = inflateSync(packed, { maxOutputLength: size })
    return pixels.length === size ? pixels : null
  } catch {
    return null
  }
}

function written({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(8 + body.length)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), 4 + body.length)
  return whole
}
