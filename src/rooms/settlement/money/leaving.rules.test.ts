import { expect, test } from 'vitest'
import { cents } from '#kit/money.ts'
import { type Article, TEMPLATES } from '#rooms/agreements'
import { leavingToday, onLeaving, TOPICS } from './leaving.rules.ts'

test.each(TEMPLATES.map(({ code, articles }) => [code, articles] as const))(
  '%s says who gets late money and who bears a loss, by the articles that say so',
  (_, articles) => {
    const said = onLeaving(articles)
    const kindAt = (number: number | null) => (number === null ? null : (articles[number - 1]?.kind ?? null))
    expect(TOPICS.map((topic) => kindAt(said.articles[topic]))).toEqual(['exit', 'exit', null, 'exit', 'loss', null])
    const [exit, loss] = [articles.find((each) => each.kind === 'exit'), articles.find((each) => each.kind === 'loss')]
    expect([said.lateTo, said.lossTo]).toEqual([exit?.kind === 'exit' && exit.lateMoneyTo, loss?.kind === 'loss' && loss.inTheEnd])
  },
)

test('an agreement that says nothing about leaving promises nothing', () => {
  const bare: readonly Article[] = [{ kind: 'trade' }]
  expect(onLeaving(bare)).toMatchObject({ lateTo: null, lossTo: null })
  expect(Object.values(onLeaving(bare).articles)).toEqual(Array(6).fill(null))
})

test.each([
  // balance, promised, to come, loss → stands still, ends, borne
  [25000, 15000, 35000, 0, 25000, 50000, 0],
  [0, 0, 0, 1, 0, 0, 1],
  [-500, 0, 1000, 300, 0, 1000, 800],
])('%i in a pot, %i promised, %i to come and a loss of %i', (balance, promised, toCome, loss, still, ending, borne) => {
  const pot = { balance: cents(balance), reserved: cents(0), promised: cents(promised), toCome: cents(toCome) }
  expect(leavingToday([pot], cents(loss))).toEqual({ still: cents(still), ending: cents(ending), borne: cents(borne) })
})
