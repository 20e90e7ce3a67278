import { expect, test } from 'vitest'
import { month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { NOTHING_YET, problemsOf, readArticles, rulesOf, split } from '#rooms/agreements'
import { lendingSeeds } from './seeds.ts'

const SEEDS = lendingSeeds()

test('what stands in the library from the start says where it comes from, and one rule was published', () => {
  expect(SEEDS.length).toBeGreaterThanOrEqual(7)
  expect(SEEDS.filter(({ source }) => source === 'published').map(({ slug }) => slug)).toEqual(['dertig-procent'])
  for (const { cited, english, why, differently } of SEEDS) expect([cited, english.cited, why, differently].every((words) => words.length > 20)).toBe(true)
})

test.each(SEEDS.map((seed) => [seed.slug, seed] as const))('%s reads back from JSON and can be signed', (_, seed) => {
  expect(problemsOf(readArticles(seed.articles, seed.slug))).toEqual([])
})

test('sentences can be read aloud: at most twenty-four words', () => {
  const long = SEEDS.flatMap(({ slug, why, differently, english }) =>
    [why, differently, english.why, english.differently]
      .flatMap((text) => text.split(/(?<=[.?!:])\s/))
      .filter((sentence) => sentence.split(/\s+/).length > 24)
      .map((sentence) => `${slug}: ${sentence}`),
  )
  expect(long).toEqual([])
})

test('the published rule gives what the evaluation of 2016 gives, to the cent that is lost by rounding per member', () => {
  const rule = SEEDS.find(({ slug }) => slug === 'dertig-procent')
  const shares = split(
    { month: month('2016-12'), turnover: cents(612_019), costs: { material: cents(51_741) } },
    rulesOf(readArticles(rule?.articles, 'seed')),
    NOTHING_YET,
  )
  expect(shares.result).toBe(560_278n)
  // The evaluation adds up what was rounded for each member: 1,680.84 and 3,921.94.
  expect(shares.lines.map(({ receiver, cents: part }) => [receiver, part])).toEqual([
    ['cooperative', 168_083n],
    ['business', 392_195n],
  ])
})
