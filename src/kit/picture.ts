import type { FileType } from './files.ts'

/** How large a picture is on the screen, in pixels. */
export type PictureSize = { readonly width: number; readonly height: number }

/** How large a JPEG, PNG or WebP is as it is shown, so turned when its camera was; null for what is not whole enough to say, or another kind. */
export function pictureSize(bytes: Buffer, type: FileType): PictureSize | null {
  try {
    const size = type === 'image/jpeg' ? jpegSize(bytes) : type === 'image/png' ? pngSize(bytes) : type === 'image/webp' ? webpSize(bytes) : null
    return size && size.width > 0 && size.height > 0 ? size : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const of = (width: number, height: number): PictureSize => ({ width, height })

function jpegSize(bytes: Buffer): PictureSize | null {
  let isTurned = false
  for (let at = 2; bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xe1) isTurned ||= liesOnItsSide(bytes.subarray(at + 4, at + 2 + bytes.readUInt16BE(at + 2)))
    // A start of frame; c4, c8 and cc are tables and an extension.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
      return isTurned ? of(height, width) : of(width, height)
    }
    if (marker === 0xda) return null
  }
  return null
}

/** Whether a segment says that the camera was held upright: turns 5 to 8 change width and height. */
function liesOnItsSide(exif: Buffer): boolean {
  if (exif.subarray(0, 6).toString('latin1') !== 'Exif\0\0') return false
  const isLittle = exif.subarray(6, 8).toString('latin1') === 'II'
  const short = (at: number) => (isLittle ? exif.readUInt16LE(at) : exif.readUInt16BE(at))
  const directory = 6 + (isLittle ? exif.readUInt32LE(10) : exif.readUInt32BE(10))
  const tags = Array.from({ length: short(directory) }, (_, nr) => directory + 2 + nr * 12)
  const found = tags.find((at) => short(at) === 0x0112)
  return found !== undefined && short(found + 8) >= 5 && short(found + 8) <= 8
}

function pngSize(bytes: Buffer): PictureSize | null {
  return bytes.subarray(12, 16).toString('latin1') === 'IHDR' ? of(bytes.readUInt32BE(16), bytes.readUInt32BE(20)) : null
}

function webpSize(bytes: Buffer): PictureSize | null {
  const kind = bytes.subarray(12, 16).toString('latin1')
  if (kind === 'VP8X') return of(1 + bytes.readUIntLE(24, 3), 1 + bytes.readUIntLE(27, 3))
  if (kind === 'VP8 ') return of(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff)
  if (kind !== 'VP8L') return null
  const bits = bytes.readUInt32LE(21)
  return of(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff))
}
