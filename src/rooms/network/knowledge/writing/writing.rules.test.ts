import { expect, test } from 'vitest'
import type { Day } from '#kit/day.ts'
import { checkReviewDay, slugOf } from './writing.rules.ts'

test('an address is made of the title, without accents and signs, and never one of the house itself', () => {
  expect(['Mag één lid coöperatief stemmen?', 'Nieuw', 'versie', 'Afspraken', '???'].map(slugOf)).toEqual([
    'mag-een-lid-cooperatief-stemmen',
    'antwoord-nieuw',
    'antwoord-versie',
    'antwoord-afspraken',
    'antwoord',
  ])
})

test('the day of review lies after today', () => {
  expect(() => checkReviewDay('2026-11-02' as Day, '2026-11-02' as Day)).toThrow()
  expect(() => checkReviewDay('2026-11-03' as Day, '2026-11-02' as Day)).not.toThrow()
})
