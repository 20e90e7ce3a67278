import { deflateSync } from 'node:zlib'
import { chunk } from './photo.ts'

const [WIDTH, HEIGHT] = [800, 600]

export type Picture = 'curtains' | 'soup' | 'garden' | 'cards'

/** Colours by number; a drawing says per dot which. */
const DRAWINGS: Readonly<Record<Picture, { readonly colours: readonly string[]; readonly dot: (x: number, y: number) => number }>> = {
  curtains: { colours: ['f3ecdd', '8db4cf', '3d5a80', '5d7fa8', 'c9b48c'], dot: curtains },
  soup: { colours: ['c9b48c', 'f8f3e8', 'b9542f', '1f5c3d', 'e4d3b4'], dot: soup },
  garden: { colours: ['cfe3ef', '3b8258', '1f5c3d', '7fb069', '4b3527'], dot: garden },
  cards: { colours: ['e4d3b4', 'fffefb', 'b9542f', '3d5a80', '1f5c3d'], dot: cards },
}

/** A drawing of invented work, where a member would have a photo: no person and no real place is on it. */
export function workPicture(picture: Picture): { readonly name: string; readonly bytes: Uint8Array } {
  const { colours, dot } = DRAWINGS[picture]
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT)
  for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++) rows[y * (WIDTH + 1) + 1 + x] = dot(x, y)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colours.join(''), 'hex')),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return { name: `${picture}.png`, bytes }
}

/** A window between two curtains in folds. */
function curtains(x: number, y: number): number {
  if (y < 36) return 4
  const fold = Math.floor(x / 26) % 2 === 0 ? 2 : 3
  const hem = 240 - Math.abs(y - 320) * 0.12
  if (x < hem || x > WIDTH - hem) return y > 560 ? 0 : fold
  const isFrame = Math.abs(x - 400) < 6 || Math.abs(y - 310) < 6 || y > 520
  return isFrame ? 4 : 1
}

/** Four bowls on a table. */
function soup(x: number, y: number): number {
  const [left, top] = [(x % 400) - 200, (y % 300) - 150]
  const far = Math.hypot(left, top)
  if (far > 120) return Math.floor(y / 60) % 2 === 0 ? 0 : 4
  if (far > 98) return 1
  return Math.hypot(left - 30, top + 20) < 16 || Math.hypot(left + 36, top - 24) < 12 ? 3 : 2
}

/** A clipped hedge behind a lawn. */
function garden(x: number, y: number): number {
  const hedge = 210 + Math.round(10 * Math.sin(x / 40))
  if (y < hedge) return 0
  if (y < 400) return (x * 7 + y * 13) % 29 < 9 ? 2 : 1
  if (y < 420) return 4
  return Math.floor((x + y) / 60) % 2 === 0 ? 3 : 1
}

/** Three cards, each with a small house. */
function cards(x: number, y: number): number {
  const [left, top] = [(x - 40) % 250, y - 130]
  if (x < 40 || x > 760 || left > 220 || top < 0 || top > 340) return 0
  const nr = Math.floor((x - 40) / 250) % 3
  const isRoof = top > 90 && top < 150 && Math.abs(left - 110) < top - 90
  const isWall = top >= 150 && top < 240 && Math.abs(left - 110) < 50
  if (isRoof) return 2 + nr
  return isWall && !(top > 190 && Math.abs(left - 110) < 14) ? 2 + ((nr + 1) % 3) : 1
}
