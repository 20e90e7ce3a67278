import { expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import type { ConsentEvent } from '../consent.rules.ts'
import { waitsFor } from './waiting.rules.ts'

const fact = (on: string) => ({ on: day(on), recordedAt: startOf(day(on)).add({ hours: 12 }) })
const sent: ConsentEvent = { kind: 'sent', sentBy: 'member', ...fact('2026-09-07') }
const conditions = {
  costKinds: [],
  payOutAllowed: false,
  statementRhythm: 'monthly',
  statementDay: 10,
  statementFulfilsDuty: true,
  legalBasis: '',
  other: '',
} as const
const granted: ConsentEvent = { kind: 'granted', conditions: { from: day('2026-09-10'), until: day('2027-09-09'), ...conditions }, ...fact('2026-10-01') }
const refused: ConsentEvent = { kind: 'refused', reason: 'Het plan is niet rond.', ...fact('2026-10-01') }
const today = day('2026-10-02')

test('money waits for the decision while one is awaited, whatever was refused before', () => {
  expect(waitsFor([[sent]], [day('2026-09-10')], today)).toBe('decision')
  expect(waitsFor([[sent], [sent, refused]], [day('2026-09-10')], today)).toBe('decision')
})

test('after the decision it waits for the treasurer when the consent counts on every day, and else for neither', () => {
  expect(waitsFor([[sent, granted]], [day('2026-09-10')], today)).toBe('release')
  expect(waitsFor([[sent, granted]], [day('2026-09-09'), day('2026-09-10')], today)).toBe('uncovered')
  expect(waitsFor([[sent, refused]], [day('2026-09-10')], today)).toBe('uncovered')
})

test('a renewal that is awaited does not hold back what an earlier consent covers', () => {
  expect(waitsFor([[sent], [sent, granted]], [day('2026-09-10')], today)).toBe('release')
})
