import { describe, expect, test } from 'vitest'
import type { Day, Instant } from '#kit/day.ts'
import { answerUntil, draftOf, type KnowledgeQuestion, type QuestionState, questionStanding, questionsInOrder } from './asking.rules.ts'

const at = (moment: string) => Temporal.Instant.from(`${moment}T10:00:00Z`) as Instant
const STATE: QuestionState = { lastDay: '2026-11-09' as Day, answers: 0, helped: 0, slug: null, hiddenAt: null, hiddenWhy: null }

describe('where a question stands', () => {
  test.each([
    ['on its last day', STATE, '2026-11-09', 'open'],
    ['the day after', STATE, '2026-11-10', 'late'],
    ['with an answer that came late', { ...STATE, answers: 1 }, '2026-12-01', 'answered'],
    ['with an answer that helped', { ...STATE, answers: 2, helped: 1 }, '2026-11-05', 'helped'],
    ['with an answer that everybody reads now', { ...STATE, answers: 1, slug: 'zo-werkt-het' }, '2026-11-05', 'article'],
    ['taken back', { ...STATE, answers: 1, hiddenAt: at('2026-11-04') }, '2026-11-05', 'withdrawn'],
    ['hidden by the network', { ...STATE, slug: 'zo', hiddenAt: at('2026-11-04'), hiddenWhy: 'Er stond een naam in.' }, '2026-11-05', 'hidden'],
  ] as const)('%s', (_, state, on, standing) => {
    expect(questionStanding(state, on as Day)).toBe(standing)
  })

  test('the network promises an answer within a week', () => {
    expect(answerUntil('2026-11-02' as Day)).toBe('2026-11-09')
  })
})

test('what waits comes first by its last day, then what was asked last', () => {
  const question = (id: string, lastDay: string, asked: string, answers = 0) =>
    ({ ...STATE, id, lastDay: lastDay as Day, askedAt: at(asked), answers }) as KnowledgeQuestion
  const questions = [
    question('old answer', '2026-10-08', '2026-10-01', 1),
    question('new answer', '2026-11-08', '2026-11-01', 1),
    question('later', '2026-11-12', '2026-11-05'),
    question('late', '2026-11-01', '2026-10-25'),
  ]
  expect(questionsInOrder(questions, '2026-11-06' as Day).map(({ id }) => id)).toEqual(['late', 'later', 'new answer', 'old answer'])
})

describe('the beginning of an item', () => {
  const question = { title: 'Hoe tel je kasgeld?', topics: ['invoices'], role: 'treasurer' } as const
  const draft = (words: string) => draftOf(question, { words }, 'Antwoord van een begeleider, 3 november 2026')

  test('has the question as title, the first two sentences in short, and for whom by who asked', () => {
    expect(draft('Met z’n tweeën. Elke vrijdag. Schrijf het op.\r\nEn teken allebei.')).toEqual({
      kind: 'question',
      title: 'Hoe tel je kasgeld?',
      intro: 'Met z’n tweeën. Elke vrijdag.',
      body: 'Met z’n tweeën. Elke vrijdag. Schrijf het op.\nEn teken allebei.',
      audiences: ['treasurer'],
      topics: ['invoices'],
      source: 'Antwoord van een begeleider, 3 november 2026',
      doubt: null,
    })
  })

  test('is never longer in short than the form takes', () => {
    expect(draft(`${'a'.repeat(900)}.`).intro).toHaveLength(400)
  })
})
