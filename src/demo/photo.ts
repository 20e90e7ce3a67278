import { crc32, deflateSync } from 'node:zlib'

const [WIDTH, HEIGHT] = [240, 340]

/** A picture of an invented till receipt, as a phone takes it: grey paper with lines of print that nobody can read. */
export function receiptPhoto(seed: number): { readonly name: string; readonly bytes: Uint8Array } {
  return { name: 'bonnetje.png', bytes: flatPng(WIDTH, HEIGHT, 1, (x, y) => [shade(x, y, seed)]) }
}

/** The logo of an invented town: a willow above the water, drawn with three shades. */
export function townLogo(): Uint8Array {
  return flatPng(96, 96, 1, (x, y) => {
    const crown = (x - 48) ** 2 / 900 + (y - 34) ** 2 / 560 < 1 && (x % 8 < 5 || y < 30)
    const trunk = x > 43 && x < 53 && y > 40 && y < 72
    const water = y > 76 && y < 92 && Math.abs(y - 84 - 4 * Math.sin(x / 6)) < 3
    return [crown ? 70 : trunk ? 40 : water ? 120 : 255]
  })
}

/** A PNG of one grey or three colours a pixel, from a rule that says what each pixel is. */
export function flatPng(width: number, height: number, channels: 1 | 3, pixel: (x: number, y: number) => readonly number[]): Uint8Array {
  const rows = Array.from({ length: height }, (_, y) => Buffer.from([0, ...Array.from({ length: width }, (__, x) => pixel(x, y)).flat()]))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, channels === 1 ? 0 : 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function shade(x: number, y: number, seed: number): number {
  if (x < 40 || x > 200 || y < 20 || y > 320) return 96
  const line = Math.floor((y - 36) / 18)
  const printed = y > 36 && y < 300 && (y - 36) % 18 < 7 && x % 6 < 4
  const words = x > 54 && x < 54 + 40 + ((line * 37 + seed * 11) % 50)
  const amounts = line > 2 && x > 160 && x < 188
  return printed && (words || amounts) ? 60 : 240
}

/** A part of a PNG with its length and check. */
export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
