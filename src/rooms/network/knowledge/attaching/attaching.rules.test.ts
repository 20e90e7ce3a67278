import { expect, test } from 'vitest'
import { checkMayAttach, seenOf, sizeOf } from './attaching.rules.ts'

test('only who wrote a version puts files with it, and nobody once it was decided', () => {
  const verdict = { published: true, reason: null, by: 'joris', at: Temporal.Instant.from('2026-11-02T12:00:00Z') }
  expect(() => checkMayAttach({ writtenBy: 'hilde', verdict: null }, 'hilde')).not.toThrow()
  expect(() => checkMayAttach({ writtenBy: 'hilde', verdict: null }, 'joris')).toThrow()
  expect(() => checkMayAttach({ writtenBy: null, verdict: null }, 'joris')).toThrow()
  expect(() => checkMayAttach({ writtenBy: 'hilde', verdict }, 'hilde')).toThrow()
})

test('what was seen is the same in any order, and another with one file more', () => {
  expect(seenOf([{ id: 'b' }, { id: 'a' }])).toBe(seenOf([{ id: 'a' }, { id: 'b' }]))
  expect(seenOf([{ id: 'a' }])).not.toBe(seenOf([{ id: 'a' }, { id: 'b' }]))
  expect(seenOf([])).toBe('')
})

test('a size reads in kB, and in MB from a million bytes', () => {
  expect([1, 1499, 84_200, 999_499].map((bytes) => sizeOf(bytes, 'nl'))).toEqual(['1 kB', '1 kB', '84 kB', '999 kB'])
  expect([sizeOf(1_250_000, 'nl'), sizeOf(1_000_000, 'en')]).toEqual(['1,3 MB', '1.0 MB'])
})
