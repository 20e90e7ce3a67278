import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { merged, NOTHING_WRITTEN, type PlanChange, type PlanField } from '../plan.rules.ts'
import { contentOf, fingerprintText, notReady, signingStanding } from './signing.rules.ts'

const change = (field: PlanField, words: string, base = 0): PlanChange => ({ field, base, value: { ...NOTHING_WRITTEN, words }, settles: [] })
const written = (...changes: PlanChange[]) => merged([], changes)
const NAMES = { member: 'Samira', cooperative: 'De Bloesem' }

describe('a plan may be laid down to be signed', () => {
  test.each([
    ['not without a goal', written(change('step1', 'Stof kopen')), 'notReady'],
    ['not without a step', written(change('goal', 'Naaien')), 'notReady'],
    ['not with two texts in one part', written(change('goal', 'Naaien'), change('goal', 'Taal'), change('step1', 'Stof kopen')), 'twoTexts'],
    ['with a goal and a step', written(change('goal', 'Naaien'), change('step1', 'Stof kopen')), null],
  ])('%s', (_, texts, answer) => {
    expect(notReady(texts)).toBe(answer)
  })
})

describe('where signing stands', () => {
  const signed = { signed: true }
  test.each([
    ['written, while nothing was laid down', null, 'writing'],
    ['to sign, while somebody did not', { hash: 'a', signers: [signed, { signed: false }] }, 'toSign'],
    ['signed, when all did', { hash: 'a', signers: [signed, signed] }, 'signed'],
    ['changed, although all signed what stood there before', { hash: 'b', signers: [signed] }, 'changed'],
  ])('%s', (_, version, standing) => {
    expect(signingStanding('a', version)).toBe(standing)
  })
})

test('the fingerprint differs with every part, who, day and name, and not with the order in which it was kept', () => {
  const base = contentOf(written(change('goal', 'Naaien'), change('step1', 'Stof kopen')), NAMES)
  const step = base.steps[0] ?? NOTHING_WRITTEN
  const others = [
    { ...base, goal: 'Naaien.' },
    { ...base, strengths: 'Naaien', goal: '' },
    { ...base, review: day('2026-12-01') },
    { ...base, member: 'Petra' },
    { ...base, steps: [{ ...step, who: 'coach' as const }] },
    { ...base, steps: [{ ...step, due: day('2026-12-01') }] },
    { ...base, steps: [step, step] },
  ]
  expect(new Set([base, ...others].map(fingerprintText)).size).toBe(others.length + 1)
  const { steps, ...rest } = base
  expect(fingerprintText({ steps, ...rest })).toBe(fingerprintText(base))
})
