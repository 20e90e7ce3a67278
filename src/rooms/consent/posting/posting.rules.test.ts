import { expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import { USUAL_TOWN_RULES } from '../town/town.rules.ts'
import { postingOf } from './posting.rules.ts'

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
