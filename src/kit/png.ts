import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What the picture needs to be drawn; text, place, time and whatever else a camera or program wrote is left behind. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS'])
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

type Chunk = { readonly type: string; readonly data: Buffer }

/**
 * The same picture written anew as PNG: its pixels are unpacked, counted and packed again, and everything that is no picture is dropped.
 * null for anything that is no whole, plain PNG of at most `side` pixels each way.
 */
export function rewrittenPng(bytes: Uint8Array, side = 2000): Buffer | null {
  const chunks = chunksOf(Buffer.from(bytes))
  const head = chunks?.[0]
  if (!chunks || head?.type !== 'IHDR' || head.data.length !== 13) return null
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)]
  const [depth = 0, colour = 0, , , interlaced] = head.data.subarray(8)
  const channels = CHANNELS[colour]
  if (!channels || ![1, 2, 4, 8, 16].includes(depth) || interlaced !== 0) return null
  if (width < 1 || height < 1 || width > side || height > side) return null
  const row = 1 + Math.ceil((width * channels * depth) / 8)
  const pixels = unpacked(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)), row * height)
  if (!pixels) return null
  for (let at = 0; at < pixels.length; at += row) if ((pixels[at] ?? 9) > 4) return null
  const kept = chunks.filter(({ type }) => KEPT.has(type)).map(written)
  return Buffer.concat([
    SIGNATURE,
    ...kept,
    written({ type: 'IDAT', data: deflateSync(pixels, { level: 9 }) }),
    written({ type: 'IEND', data: Buffer.alloc(0) }),
  ])
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
