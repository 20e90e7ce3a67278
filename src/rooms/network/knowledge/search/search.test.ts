import { expect, test } from 'vitest'
import { HIT, meantBy, nearestWords, piecesOf, questionOf, slipsBetween, soughtIn, wordsTyped } from './search.rules.ts'
import { SYNONYMS } from './synonyms.rules.ts'

const asked = (typed: string) => questionOf(soughtIn(wordsTyped(typed)), 'all')

test('words are read without accents, capitals and signs', () => {
  expect(wordsTyped('Coöperatie, BTW & W.A. of U.A.?')).toEqual(['cooperatie', 'btw', 'wa', 'of', 'ua'])
  expect(wordsTyped("' | !:* & <-> \\")).toEqual([])
})

test('who types one word of an idea looks for all of them, and a phrase is one idea', () => {
  expect(asked('soco')).toBe('(soco:* | sociale:* <-> cooperatie:* | scharrelcooperatie:* | cooperatie:*)')
  expect(asked('sociale cooperatie')).toBe('(sociale:* <-> cooperatie:* | soco:* | scharrelcooperatie:* | cooperatie:*)')
  expect(asked('klei bakken')).toBe('(klei:*) & (bakken:*)')
})

test('no signs of a question come out of what was typed', () => {
  for (const nasty of ["'); drop table x; --", 'a:* & !b', '(((', 'x<->y']) expect(asked(nasty)).toMatch(/^[a-z0-9 ()|&:*<>-]*$/)
  expect(asked('a:* & !b')).toBe('(a) & (b)')
})

test('two letters that changed places are one slip', () => {
  expect([slipsBetween('bijstnad', 'bijstand'), slipsBetween('factur', 'factuur'), slipsBetween('', 'pot'), slipsBetween('pot', 'pot')]).toEqual([1, 1, 3, 0])
})

test('a short word is given one slip and a long one two, and only the nearest count', () => {
  expect(nearestWords('bijstnad', ['bijstand', 'bestand', 'afstand'])).toEqual(['bijstand'])
  expect(nearestWords('potje', ['plaat'])).toEqual([])
  expect(nearestWords('faktur', ['factuur', 'factuurnummer'])).toEqual(['factuur'])
})

test('a slip in a word that means the same as others is seen, also where nobody wrote that word', () => {
  expect(meantBy('scharelcooperatie', [])).toEqual(['scharrelcooperatie'])
  expect(meantBy('bijstnad', ['bestand'])).toEqual(['bijstand'])
  // It is a word that one may search with, whether it was written or not.
  expect(meantBy('scharrelcooperatie', ['cooperatie'])).toEqual([])
  expect(meantBy('xylofoon', [])).toEqual([])
})

test('what was meant is looked for with what means the same', () => {
  const sought = soughtIn(['bijstnad'], new Map([['bijstnad', ['bijstand']]]))
  expect(sought[0]?.phrases.map((words) => words.join(' '))).toEqual(expect.arrayContaining(['bijstnad', 'bijstand', 'uitkering']))
})

test('hits are pieces, and what was no hit stays as it was', () => {
  expect(piecesOf(`Een ${HIT.begins}pot${HIT.ends} <b>`)).toEqual([
    { text: 'Een ', hit: false },
    { text: 'pot', hit: true },
    { text: ' <b>', hit: false },
  ])
  expect(piecesOf('niets')).toEqual([{ text: 'niets', hit: false }])
})

test('the words that mean the same are written as a search reads them, each in one group', () => {
  const all = SYNONYMS.flat()
  expect(all.filter((phrase) => wordsTyped(phrase).join(' ') !== phrase)).toEqual([])
  expect(all.length).toBe(new Set(all).size)
})
