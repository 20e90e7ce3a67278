import { describe, expect, test } from 'vitest'
import { withoutTraces } from './photo.ts'

const LATITUDE = Buffer.from([0, 0, 0, 52, 0, 0, 0, 1, 0, 0, 0, 22, 0, 0, 0, 1, 0, 0, 0, 30, 0, 0, 0, 1])

/** A block as telephones write it: turned, with an owner, and a place in a directory of its own. */
function exif(orientation: number): Buffer {
  const entry = (tag: number, kind: number, count: number, value: number | Buffer) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16BE(tag, 0)
    bytes.writeUInt16BE(kind, 2)
    bytes.writeUInt32BE(count, 4)
    if (Buffer.isBuffer(value)) value.copy(bytes, 8)
    else if (kind === 3) bytes.writeUInt16BE(value, 8)
    else bytes.writeUInt32BE(value, 8)
    return bytes
  }
  const count = (n: number) => Buffer.from([0, n])
  const head = Buffer.from('MM\0*\0\0\0\x08', 'latin1')
  const none = Buffer.alloc(4)
  // 8 + 2 + 2 × 12 + 4 = 38: the directory of the place; its value stands behind it at 38 + 2 + 12 + 4 = 56.
  return Buffer.concat([
    Buffer.from('Exif\0\0', 'latin1'),
    head,
    count(2),
    entry(0x0112, 3, 1, orientation),
    entry(0x8825, 4, 1, 38),
    none,
    count(1),
    entry(2, 5, 3, 56),
    none,
    LATITUDE,
    Buffer.from('Samira', 'latin1'),
  ])
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

const SCAN = Buffer.concat([segment(0xda, Buffer.from([1, 2, 3])), Buffer.from([7, 0xff, 0, 8, 0xff, 0xd0, 9])])
const jpeg = (...segments: Buffer[]) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, SCAN, Buffer.from([0xff, 0xd9])])
const JFIF = segment(0xe0, Buffer.from('JFIF\0\x01\x01', 'latin1'))
const PROFILE = segment(0xe2, Buffer.from('ICC_PROFILE\0colours', 'latin1'))

describe('a photo', () => {
  test('JPEG keeps pixels, colours and how it is turned, and loses place, remarks and what hangs behind it', () => {
    const sent = Buffer.concat([
      jpeg(JFIF, segment(0xe1, exif(6)), segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<gps/>')), PROFILE, segment(0xfe, Buffer.from('van Samira'))),
      Buffer.from('a second picture'),
    ])
    const kept = withoutTraces(sent, 'image/jpeg')
    expect(kept.includes(LATITUDE)).toBe(false)
    expect(kept.includes('Samira')).toBe(false)
    expect(kept.includes('gps')).toBe(false)
    expect(kept.includes('second')).toBe(false)
    expect(kept.includes(Buffer.concat([PROFILE, SCAN]))).toBe(true)
    expect(kept.indexOf('Exif'), 'how it is turned').toBeGreaterThan(0)
    expect(kept.readUInt16BE(kept.indexOf('Exif') + 24)).toBe(6)
    expect(withoutTraces(kept, 'image/jpeg').equals(kept), 'once more changes nothing').toBe(true)
  })

  test('one that stands upright keeps no word of its own', () => {
    expect(withoutTraces(jpeg(JFIF, segment(0xe1, exif(1))), 'image/jpeg').equals(jpeg(JFIF))).toBe(true)
  })

  test('PNG, WebP and HEIC lose the place too', () => {
    const chunk = (type: string, data: Buffer) => {
      const head = Buffer.alloc(4)
      head.writeUInt32BE(data.length)
      return Buffer.concat([head, Buffer.from(type), data, Buffer.alloc(4)])
    }
    const png = Buffer.concat([
      Buffer.alloc(8, 1),
      chunk('IHDR', Buffer.alloc(13)),
      chunk('eXIf', exif(1)),
      chunk('tEXt', Buffer.from('Samira')),
      chunk('IDAT', Buffer.from('pixels')),
      chunk('IEND', Buffer.alloc(0)),
    ])
    const cleanPng = withoutTraces(png, 'image/png')
    expect([cleanPng.includes(LATITUDE), cleanPng.includes('Samira'), cleanPng.includes('pixels')]).toEqual([false, false, true])

    const riff = (type: string, data: Buffer) => {
      const size = Buffer.alloc(4)
      size.writeUInt32LE(data.length)
      return Buffer.concat([Buffer.from(type), size, data, Buffer.alloc(data.length % 2)])
    }
    const webp = Buffer.concat([
      Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'),
      riff('VP8X', Buffer.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
      riff('VP8 ', Buffer.from('pixel')),
      riff('EXIF', exif(1)),
    ])
    const cleanWebp = withoutTraces(webp, 'image/webp')
    expect([cleanWebp.includes(LATITUDE), cleanWebp.includes('pixel'), cleanWebp.readUInt32LE(4), cleanWebp[20]]).toEqual([
      false,
      true,
      cleanWebp.length - 8,
      0,
    ])

    const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic', 'latin1'), exif(1), Buffer.from('pixels')])
    const cleanHeic = withoutTraces(heic, 'image/heic')
    expect([cleanHeic.includes(LATITUDE), cleanHeic.includes('pixels'), cleanHeic.length]).toEqual([false, true, heic.length])
  })

  test('what is broken off, or something else, comes back as it was sent', () => {
    const whole = jpeg(JFIF, segment(0xe1, exif(6)))
    for (const [bytes, type] of [
      [whole.subarray(0, 30), 'image/jpeg'],
      [whole.subarray(0, whole.length - 2), 'image/jpeg'],
      [Buffer.from('%PDF-1.7'), 'application/pdf'],
      [Buffer.alloc(0), 'image/png'],
    ] as const)
      expect(withoutTraces(bytes, type).equals(bytes), type).toBe(true)
  })
})
