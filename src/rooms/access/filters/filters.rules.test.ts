import { expect, test } from 'vitest'
import { askedOf, isList } from './filters.rules.ts'

test('of an address only what the list can be asked is kept, in one order, without what is empty', () => {
  expect(askedOf('/bonnen', 'maand=2026-10&stand=open&samen=x&lid=')).toBe('stand=open&maand=2026-10')
  expect(askedOf('/bonnen', '?stand=open')).toBe('stand=open')
  expect(askedOf('/facturen', 'voor=3&_csrf=x')).toBe('')
  expect(askedOf('/grootboek', `zoek=${'a'.repeat(90)}&toon=%26naar=x`)).toBe(`zoek=${'a'.repeat(80)}&toon=%26naar%3Dx`)
})

test('only lists of the house have filters', () => {
  expect(['/bonnen', '/bonnen/x', '//elders.example', 'toString', ''].map(isList)).toEqual([true, false, false, false, false])
})
