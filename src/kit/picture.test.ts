import { describe, expect, test } from 'vitest'
import { rowOfColours } from '../../test/pictures.ts'
import { pictureSize } from './picture.ts'

/** A JPEG up to its frame, of 640 by 480 pixels as the camera wrote it. */
function jpeg(turn: number | null, marker = 0xc0): Buffer {
  const exif = Buffer.alloc(36)
  exif.writeUInt16BE(0xffe1, 0)
  exif.writeUInt16BE(34, 2)
  exif.write('Exif\0\0II*\0', 4, 'latin1')
  exif.writeUInt32LE(8, 14)
  exif.writeUInt16LE(1, 18)
  exif.writeUInt16LE(0x0112, 20)
  exif.writeUInt16LE(turn ?? 1, 28)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    turn === null ? Buffer.alloc(0) : exif,
    Buffer.from([0xff, marker, 0, 11, 8, 1, 224, 2, 128, 1, 1, 0x11, 0]),
  ])
}

function webp(kind: string, data: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), Buffer.from(kind, 'latin1'), Buffer.alloc(4), Buffer.from(data)])
}

describe('the size of a picture', () => {
  test('is that of the screen: a camera held upright changes width and height', () => {
    const size = (turn: number | null) => pictureSize(jpeg(turn), 'image/jpeg')
    expect([null, 1, 3, 6, 8].map(size)).toEqual([
      { width: 640, height: 480 },
      { width: 640, height: 480 },
      { width: 640, height: 480 },
      { width: 480, height: 640 },
      { width: 480, height: 640 },
    ])
    expect(pictureSize(jpeg(null, 0xc2), 'image/jpeg'), 'one that comes in finer and finer').toEqual({ width: 640, height: 480 })
  })

  test('of PNG and of the three kinds of WebP', () => {
    expect(pictureSize(rowOfColours(7, 3), 'image/png')).toEqual({ width: 7, height: 3 })
    expect(pictureSize(webp('VP8X', [0, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0]), 'image/webp')).toEqual({ width: 640, height: 480 })
    expect(pictureSize(webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x42, 0xe0, 0x01]), 'image/webp')).toEqual({ width: 640, height: 480 })
    expect(pictureSize(webp('VP8L', [0x2f, 0x7f, 0xc2, 0x77, 0]), 'image/webp')).toEqual({ width: 640, height: 480 })
  })

  test('is not made up for what is cut off, empty or of another kind', () => {
    for (let end = 0; end < jpeg(6).length - 4; end++) expect(pictureSize(jpeg(6).subarray(0, end), 'image/jpeg')).toBe(null)
    expect(pictureSize(rowOfColours(7, 3).subarray(0, 18), 'image/png')).toBe(null)
    expect(pictureSize(rowOfColours(7, 3), 'application/pdf')).toBe(null)
    expect(pictureSize(webp('VP8?', []), 'image/webp')).toBe(null)
  })
})
