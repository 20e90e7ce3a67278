import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { rewrittenPng } from './png.ts'

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

function png(options: { width?: number; height?: number; interlaced?: number; pixels?: Buffer; extra?: Buffer[] } = {}): Buffer {
  const { width = 2, height = 2 } = options
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, options.interlaced ?? 0], 8)
  const pixels = options.pixels ?? Buffer.alloc(height * (1 + width * 4))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), ...(options.extra ?? []), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))])
}

describe('a picture written anew', () => {
  test('keeps its pixels and loses what a camera wrote beside them', () => {
    const plain = rewrittenPng(png())
    const withPlace = rewrittenPng(png({ extra: [chunk('tEXt', Buffer.from('Location\0Wilgendam')), chunk('eXIf', Buffer.from('where it was'))] }))
    expect(plain).not.toBeNull()
    expect(withPlace).toEqual(plain)
    expect(rewrittenPng(plain ?? Buffer.alloc(0))).toEqual(plain)
  })

  test('may come interlaced, in seven passes of its own size', () => {
    // Of 2 by 2 pixels three passes hold any: one, one and a row of two. Of 9 by 9 all seven do.
    expect(rewrittenPng(png({ interlaced: 1, pixels: Buffer.alloc(5 + 5 + 9) }))).not.toBeNull()
    const rows = [2 * 9, 2 * 5, 1 * 13, 3 * 9, 2 * 21, 5 * 17, 4 * 37]
    const nine = png({ width: 9, height: 9, interlaced: 1, pixels: Buffer.alloc(rows.reduce((all, each) => all + each)) })
    const kept = rewrittenPng(nine)
    expect(kept?.subarray(8, 33)).toEqual(nine.subarray(8, 33))
  })

  test.each([
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['a page that calls itself a picture', Buffer.from('<svg onload="x">')],
    ['half a file', png().subarray(0, 40)],
    ['a picture with a wrong check', Buffer.from(png().map((byte, at) => (at === 20 ? byte ^ 1 : byte)))],
    ['one that promises more pixels than it holds', png({ width: 500, pixels: Buffer.alloc(10) })],
    ['one that unpacks to more than it promises', png({ pixels: Buffer.alloc(5_000_000) })],
    ['one with an unknown filter', png({ pixels: Buffer.alloc(18, 7) })],
    ['an interlaced one with the pixels of a plain one', png({ interlaced: 1 })],
    ['one interlaced in a way nobody knows', png({ interlaced: 2 })],
    ['one that is too large', png({ width: 2001, height: 1 })],
    ['nothing', Buffer.alloc(0)],
  ])('%s is refused', (_, bytes) => {
    expect(rewrittenPng(bytes)).toBeNull()
  })
})
