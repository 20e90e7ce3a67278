import { expect, test } from 'vitest'
import { tooMuch, WORK_LIMITS } from './work.rules.ts'

const { photoBytes, side, photos, bytes } = WORK_LIMITS
const small = { bytes: 200_000, width: 1600, height: 1200 }

test('a photo is kept up to its weight, its side and the room there is, and not one beyond', () => {
  const none = { photos: 0, bytes: 0 }
  expect(tooMuch(none, small)).toBe(null)
  expect([photoBytes, photoBytes + 1].map((heavy) => tooMuch(none, { ...small, bytes: heavy }))).toEqual([null, 'heavy'])
  expect([side, side + 1].map((height) => tooMuch(none, { ...small, height }))).toEqual([null, 'large'])
  expect([photos - 1, photos].map((kept) => tooMuch({ photos: kept, bytes: 0 }, small))).toEqual([null, 'full'])
  expect([bytes - small.bytes, bytes - small.bytes + 1].map((kept) => tooMuch({ photos: 1, bytes: kept }, small))).toEqual([null, 'full'])
})
