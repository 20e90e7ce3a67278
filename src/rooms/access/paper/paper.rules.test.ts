import { expect, test } from 'vitest'
import { codeFrom, plainCode, plainName } from './paper.rules.ts'

test('a code has no letters that look alike, and reads in three groups', () => {
  const every = codeFrom(Uint8Array.from({ length: 256 }, (_, at) => at))
  expect(every).toBe('ABCD-EFGH-JKMN')
  const high = codeFrom(Uint8Array.from({ length: 40 }, (_, at) => (at < 20 ? 255 : 247)))
  expect(high, 'a byte that would favour the first letters is left out').toBe('9999-9999-9999')
  expect(() => codeFrom(new Uint8Array(11))).toThrow()
})

test('a code and a name may be typed as people type', () => {
  expect(plainCode(' abcd efgh-JKMN ')).toBe('ABCDEFGHJKMN')
  expect(plainName('  Zoë  van ’t Hof ')).toBe('zoevanthof')
  expect([plainName('0012'), plainName('12'), plainName('0')]).toEqual(['12', '12', '0'])
})
