import { expect, test } from 'vitest'
import type { LawReference } from '../../src/rooms/law/switchboard/references.rules.ts'
import { LAW_SCREENS } from '../../src/rooms/law/switchboard/screens.rules.ts'
import { house, readSources } from './sources.ts'

const used = new Set(
  readSources(house, [/^src\/rooms\/.*\.tsx$/]).flatMap(({ text }) => [...text.matchAll(/<LawFold screen="(\w+)"/g)].map(([, screen = '']) => screen)),
)

test('every screen that names its law has a row, and every row has a screen', () => {
  expect(used.size, 'a gate that reads nothing praises everything').toBeGreaterThan(5)
  expect([...used].toSorted()).toEqual(Object.keys(LAW_SCREENS).toSorted())
})

test('every article has a source, says something, and without a day it says what is still to be confirmed', () => {
  const rows: readonly LawReference[] = Object.values(LAW_SCREENS).flat()
  expect(rows.filter(({ article, source }) => !/\d/.test(article) || source === '')).toEqual([])
  const sentences = rows.flatMap(({ says, doubt }) => [says, ...(doubt ? [doubt] : [])])
  expect(sentences.filter(({ nl, en }) => !nl.endsWith('.') || !en.endsWith('.') || nl === en)).toEqual([])
  expect(rows.filter(({ since, doubt }) => since === null && doubt === null)).toEqual([])
})
