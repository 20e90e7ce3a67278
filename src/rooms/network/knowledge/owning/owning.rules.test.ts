import { expect, test } from 'vitest'
import type { Day } from '#kit/day.ts'
import { hasRole, isTold, ownerNow, ownerStanding } from './owning.rules.ts'

test.each([
  [{ accepted: null, endedWhy: null }, 'asked'],
  [{ accepted: true, endedWhy: null }, 'keeps'],
  [{ accepted: false, endedWhy: null }, 'declined'],
  [{ accepted: true, endedWhy: 'left' }, 'left'],
  [{ accepted: null, endedWhy: 'taken' }, 'taken'],
] as const)('%o is %s', (owner, standing) => {
  expect(ownerStanding(owner)).toBe(standing)
})

test('who keeps an item now is whoever was asked last and did not say no or stop', () => {
  const [declined, left, keeps] = [
    { accepted: false, endedWhy: null },
    { accepted: true, endedWhy: 'left' },
    { accepted: true, endedWhy: null },
  ] as const
  expect([ownerNow([declined, left]), ownerNow([declined, keeps, left]), ownerNow([])]).toEqual([null, keeps, null])
})

test('a town has no treasurer, a cooperative no case manager, and the network asks nobody of its own', () => {
  expect([
    hasRole('cooperative', 'treasurer'),
    hasRole('municipality', 'treasurer'),
    hasRole('cooperative', 'caseManager'),
    hasRole('network', 'board'),
  ]).toEqual([true, false, false, false])
})

test('a keeper hears it the day after the day of review, and each thirty days after that', () => {
  const told = (today: string) => isTold('2027-01-01' as Day, today as Day)
  expect(['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-31', '2027-02-01', '2027-03-03'].map(told)).toEqual([false, true, false, false, true, true])
})
