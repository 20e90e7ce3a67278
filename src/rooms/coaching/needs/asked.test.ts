import { expect, test } from 'vitest'
import { askedAbout } from './asked.ts'

test('words about health are asked about once, and kept when the writer wants it', () => {
  const words = 'Ik heb een depressie en wil om tien uur beginnen.'
  expect(askedAbout(words, false)).toEqual(['depressie'])
  expect(askedAbout(words, true)).toEqual([])
})

test('what somebody needs is asked about by nobody', () => {
  expect(askedAbout('Een stille plek, een vaste collega en op tijd pauze.', false)).toEqual([])
})
