import { expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import { USUAL_TOWN_RULES } from '../town/town.rules.ts'
import { dayNotified, mayHaveBeenPosted, notifiedOn, postingOf, toPost } from './posting.rules.ts'

const at = (hours: number) => startOf(day('2026-11-27')).add({ hours })
const choices = [
  { electronic: true, chosenAt: at(10) },
  { electronic: false, chosenAt: at(14) },
]
const town = { ...USUAL_TOWN_RULES, electronic: ['decision'] } as const

test.each([
  [9, 'post'],
  [10, 'mail'],
  [13, 'mail'],
  [14, 'post'],
])('a decision of %d o’clock goes by %s: by what was chosen at that moment, also within a day', (hours, by) => {
  expect(postingOf({ kind: 'granted', recordedAt: at(hours) }, choices, town).by).toBe(by)
})

test('what the town sends on paper alone goes by post, whatever was chosen', () => {
  expect(postingOf({ kind: 'suspended', recordedAt: at(11) }, choices, town).by).toBe('post')
  expect(postingOf({ kind: 'granted', recordedAt: at(11) }, choices, USUAL_TOWN_RULES).by).toBe('post')
  expect(postingOf({ kind: 'appealed', recordedAt: at(11) }, choices, town).by).toBe('post')
})

test('a decision is notified on the day on which it was posted or stood in Opbloei, and until then by the day in the letter', () => {
  const refused = { kind: 'refused', reason: 'Nee.', on: day('2026-11-25'), recordedAt: at(9) } as const
  const posted = { ...refused, notified: { way: 'post', on: day('2026-11-30') } } as const
  const waiting = { ...refused, notified: { way: 'post', on: null } } as const
  const portal = { ...refused, notified: { way: 'portal', on: day('2026-11-27') } } as const
  expect([refused, waiting, portal, posted].map(dayNotified)).toEqual(['2026-11-25', '2026-11-25', '2026-11-27', '2026-11-30'])
  expect(notifiedOn([posted], { kind: 'refused', on: day('2026-11-25') })).toBe('2026-11-30')
  expect(notifiedOn([posted], { kind: 'granted', on: day('2026-11-25') }), 'another decision').toBe('2026-11-25')
  expect(toPost([refused, waiting, portal, posted])).toEqual([waiting])
})

test('a letter was posted on the day it was made or later, and not after today', () => {
  const letter = { recordedAt: at(9) }
  const today = day('2026-11-30')
  for (const on of ['2026-11-27', '2026-11-30']) expect(() => mayHaveBeenPosted(day(on), letter, today), on).not.toThrow()
  for (const on of ['2026-11-26', '2026-12-01']) expect(() => mayHaveBeenPosted(day(on), letter, today), on).toThrow()
})
