import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { type SignalFacts, signalsOn } from './signals.rules.ts'

const QUIET: SignalFacts = { entryOldOn: null, treasurer: { now: true, lastDay: day('2029-01-01') }, agreedUntil: [null], answersBefore: [] }
const on = (today: string, facts: Partial<SignalFacts>) => signalsOn({ ...QUIET, ...facts }, day(today)).map(({ kind, since }) => `${kind} ${since}`)

test('a cooperative of which all is well gives no signal', () => {
  expect(on('2030-05-01', {})).toEqual([])
})

test.each([
  ['an old entry', { entryOldOn: day('2030-05-01') }, '2030-04-30', '2030-05-01', 'entry 2030-05-01'],
  ['a treasurer who stopped', { treasurer: { now: false, lastDay: day('2030-04-30') } }, '2030-04-30', '2030-05-01', 'treasurer 2030-05-01'],
  ['an agreement in its last ninety days', { agreedUntil: [null, day('2030-07-30')] }, '2030-04-30', '2030-05-01', 'agreement 2030-05-01'],
  ['a question past its last day', { answersBefore: [day('2030-06-01'), day('2030-04-30')] }, '2030-04-30', '2030-05-01', 'questions 2030-05-01'],
] as const)('%s is one from its first day on', (_, facts, before, from, said) => {
  expect(on(before, facts)).toEqual([])
  expect(on(from, facts)).toEqual([said])
})

test('where nobody ever was treasurer nobody is missed', () => {
  expect(on('2030-05-01', { treasurer: { now: false, lastDay: null } })).toEqual([])
})
