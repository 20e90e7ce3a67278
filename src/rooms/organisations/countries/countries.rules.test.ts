import { expect, test } from 'vitest'
import { COUNTRIES, foreignVatId } from './countries.rules.ts'

test.each([
  ['BE', 'BE 0123.456.789', 'BE0123456789'],
  ['BE', 'BE012345678', null],
  ['DE', 'de123456789', 'DE123456789'],
  ['DE', 'NL123456782B90', null],
  ['GR', 'EL123456789', 'EL123456789'],
  ['GR', 'GR123456789', null],
  ['US', '12-3456789', '123456789'],
])('in %s the VAT id %s is %s', (country, typed, read) => {
  expect(foreignVatId(country, typed)).toBe(read)
})

test('every country is named once, and ours first', () => {
  expect(COUNTRIES[0]).toBe('NL')
  expect(new Set(COUNTRIES).size).toBe(COUNTRIES.length)
})
