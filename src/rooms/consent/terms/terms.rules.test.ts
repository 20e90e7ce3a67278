import { expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import type { ConsentEvent } from '../consent.rules.ts'
import { procedureTerms } from './terms.rules.ts'

const fact = (on: string) => ({ on: day(on), recordedAt: startOf(day(on)) })
const sent: ConsentEvent = { kind: 'sent', sentBy: 'member', ...fact('2026-09-30') }
const asked: ConsentEvent = { kind: 'moreAsked', question: '?', answerBefore: day('2026-10-14'), ...fact('2026-10-01') }
const takenBack: ConsentEvent = { kind: 'requestWithdrawn', ...fact('2026-10-03') }
const terms = (events: readonly ConsentEvent[], on: string) =>
  procedureTerms(
    events,
    () => ({ ownWeeks: null, committee: false }),
    day(on),
    () => false,
  ).map(({ term, standing }) => `${term} ${standing}`)

test('whoever took a request back cannot be late with it, nor tell the municipality that it is', () => {
  expect(terms([sent, takenBack], '2026-10-02')).toEqual(['decide running', 'tellDelay running'])
  expect(terms([sent, takenBack], '2026-10-03')).toEqual([])
  expect(terms([sent, takenBack], '2026-12-01')).toEqual([])
})

test('a question that nobody answered leaves the municipality the one to act, and late in the end', () => {
  expect(terms([sent, asked], '2026-10-14')).toEqual(['complete running', 'decide still', 'tellDelay still'])
  expect(terms([sent, asked], '2026-10-15')).toEqual(['complete missed', 'leaveUnprocessed running', 'decide running', 'tellDelay running'])
  expect(terms([sent, asked], '2027-01-15')).toEqual(['complete missed', 'leaveUnprocessed over', 'decide missed', 'tellDelay missed', 'tellDefault over'])
})
