import { expect, test } from 'vitest'
import type { Article } from '#rooms/agreements'
import { inOtherWords, keptRewritten, ownArticles } from './rewriting.rules.ts'

const free = (title: string, text = 'x'): Article => ({ kind: 'free', title, text })
const COSTS: Article = { kind: 'costs', costs: 'all' }
const SIGNED = [COSTS, free('De kraam van Samira'), free('Pauze')]
const LENT = [COSTS, free('De kraam van een lid'), free('Pauze')]
const own = (rewritten: readonly number[] = []) => ownArticles(LENT, rewritten, SIGNED)
const second = () => own()[0] as NonNullable<ReturnType<typeof own>[number]>

test('only what somebody wrote by hand can be rewritten, and only where it goes along', () => {
  expect(own().map(({ nr }) => nr)).toEqual([2, 3])
  expect(ownArticles([COSTS], [], SIGNED)).toEqual([])
})

test('other words stand in its place and are marked; its own words take the mark away', () => {
  const other = inOtherWords({ articles: LENT, rewritten: [3] }, second(), { title: 'Een kraam lenen', text: 'Vraag het.' })
  expect(other).toEqual({ articles: [COSTS, free('Een kraam lenen', 'Vraag het.'), free('Pauze')], rewritten: [2, 3] })
  expect(inOtherWords(other, second(), null)).toEqual({ articles: [COSTS, free('De kraam van Samira'), free('Pauze')], rewritten: [3] })
})

test('a newer version keeps what was rewritten where the article still says the same, wherever it stands now', () => {
  const before = ownArticles([COSTS, free('Een kraam lenen'), free('Rust')], [2, 3], SIGNED)
  expect(keptRewritten([free('De kraam van Samira'), COSTS, free('Pauze', 'anders')], before)).toEqual({
    articles: [free('Een kraam lenen'), COSTS, free('Pauze', 'anders')],
    rewritten: [1],
  })
})
