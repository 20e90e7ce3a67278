import { expect, test } from 'vitest'
import { sameText, sealOf } from './seal.ts'

test('two things are the same by what they say, in whatever order it was kept', () => {
  expect(sameText({ a: 1, b: [{ c: 2, d: null }] })).toBe(sameText({ b: [{ d: null, c: 2 }], a: 1 }))
  expect(sameText({ a: [1, 2] })).not.toBe(sameText({ a: [2, 1] }))
  expect(sameText({ a: 'x' })).not.toBe(sameText({ a: 'y' }))
  expect(sameText({ a: 1n })).toBe(sameText({ a: '1' }))
})

test('a seal is the SHA-256 of that text', () => {
  // printf '{"a":1}' | sha256sum
  expect(sealOf({ a: 1 })).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862')
  expect(sealOf({ a: 1 })).not.toBe(sealOf({ a: 2 }))
})
