import { flatPng } from '../photo.ts'

const SIDE = 96
const COLOURS = [
  [44, 110, 73],
  [178, 84, 42],
  [47, 86, 140],
  [140, 62, 110],
  [120, 104, 28],
] as const

/** A simple logo of an invented cooperative: a flower of as many leaves as its number says, in one of five colours. */
export function logoOf(nr: number): Uint8Array {
  const colour = COLOURS[nr % COLOURS.length] ?? COLOURS[0]
  const leaves = 3 + (nr % 5)
  return flatPng(SIDE, SIDE, 3, (x, y) => {
    const [across, down] = [x - SIDE / 2, y - SIDE / 2]
    const far = Math.hypot(across, down)
    const edge = 26 + 16 * Math.cos(leaves * Math.atan2(down, across))
    return far < edge && far > 8 ? colour : [255, 255, 255]
  })
}
