import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { markdownFault } from '#kit/markdown.ts'
import { linksIn, mustBeReviewed } from '../knowledge.rules.ts'
import { plainBody } from '../plain.ts'
import { seedsFrom } from './seeds.rules.ts'
import { knowledgeSeeds } from './seeds.ts'

const SEEDS = knowledgeSeeds()

test('at least sixty answers came with the program, each at an address of its own', () => {
  expect(SEEDS.length).toBeGreaterThanOrEqual(60)
  expect(new Set(SEEDS.map(({ slug }) => slug)).size).toBe(SEEDS.length)
  expect(new Set(SEEDS.map(({ title }) => title)).size).toBe(SEEDS.length)
})

test.each(SEEDS.map((seed) => [seed.slug, seed] as const))('%s has a source, a day to look again, and leads nowhere that is not there', (_, seed) => {
  expect(seed.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  expect(markdownFault(seed.body)).toBe(null)
  expect([seed.source.length > 3, seed.reviewOn > day('2026-11-28'), seed.audiences.length > 0, seed.topics.length > 0]).toEqual([true, true, true, true])
  expect(linksIn(seed.body).filter((slug) => !SEEDS.some((each) => each.slug === slug))).toEqual([])
})

test('none leans on our own practice alone, and every kind is there', () => {
  const own = /^(?:(?:voorstel|werkwijze|eigen werkwijze|eigen overzicht|algemene kennis|rekenvoorbeeld)[^;]*(?:; |$))+$/i
  expect(SEEDS.filter(({ source }) => own.test(source)).map(({ slug }) => slug)).toEqual([])
  expect(own.test('Werkwijze van Opbloei')).toBe(true)
  expect([...new Set(SEEDS.map(({ kind }) => kind))].toSorted()).toEqual(['article', 'document', 'experience', 'law', 'question'])
})

test('its sentences can be read aloud: at most twenty-four words', () => {
  const long = SEEDS.flatMap(({ slug, intro, body }) =>
    `${intro}\n${plainBody(body)}`
      .split(/(?<=[.?!:])\s|\n/)
      .filter((sentence) => sentence.split(/\s+/).length > 24)
      .map((sentence) => `${slug}: ${sentence}`),
  )
  expect(long).toEqual([])
})

test('what still needs a reader of the field is told in docs/knowledge.md, and nothing else', () => {
  const listed = [...readFileSync(new URL('../../../../../docs/knowledge.md', import.meta.url), 'utf8').matchAll(/^\| \w+ \| `([a-z0-9-]+)` \|/gm)].map(
    ([, slug]) => slug,
  )
  const unsure = SEEDS.filter(({ doubt, source }) => doubt !== null || source.includes('niet gelezen')).map(({ slug }) => slug)
  expect(listed).toEqual(unsure)
})

test('an item without a source does not come with the program', () => {
  const item = '# Titel\nadres: titel\nsoort: article\nvoor: member\nover: split\nnakijken: 2027-01-01\n\nKort.\n\nLang.'
  expect(() => seedsFrom(item)).toThrow('bron')
  expect(seedsFrom(item.replace('nakijken', 'bron: Wet\nnakijken'))[0]).toMatchObject({ slug: 'titel', intro: 'Kort.', body: 'Lang.', doubt: null })
})

test('on its day an item still counts, and the day after it must be looked at', () => {
  expect([mustBeReviewed(day('2027-01-01'), day('2027-01-01')), mustBeReviewed(day('2027-01-01'), day('2027-01-02'))]).toEqual([false, true])
})
