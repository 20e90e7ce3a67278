import { expect, test } from 'vitest'
import { beginningFrom, STEPS } from './beginning.rules.ts'

const PEOPLE = ['coach', 'treasurer', 'board']

test('nothing done begins with the organisation, and everything done has no next step', () => {
  expect(beginningFrom(new Set()).next).toBe('organisation')
  expect(beginningFrom(new Set([...STEPS, ...PEOPLE])).next).toBeNull()
})

test('people are there when a coach, a treasurer and a board are, and who is missing is told', () => {
  expect(beginningFrom(new Set(['organisation', 'coach', 'board']))).toMatchObject({ next: 'people', missing: ['treasurer'] })
  expect(beginningFrom(new Set(['organisation', ...PEOPLE])).next).toBe('members')
})

test('a step that was skipped comes first, though later ones are done', () => {
  const { steps, next } = beginningFrom(new Set(['organisation', ...PEOPLE, 'members', 'opening', 'number']))
  expect(next).toBe('agreements')
  expect(steps.filter(({ done }) => done).map(({ step }) => step)).toEqual(['organisation', 'people', 'members', 'opening', 'number'])
})
