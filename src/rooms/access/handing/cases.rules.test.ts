import { expect, test } from 'vitest'
import { casesInWords } from './cases.rules.ts'

test.each([
  [1, 'minder dan 5 dossiers'],
  [4, 'minder dan 5 dossiers'],
  [5, '5 dossiers'],
  [80, '80 dossiers'],
])('%i cases are told as %s', (count, told) => {
  expect(casesInWords(count, 'nl')).toBe(told)
})
