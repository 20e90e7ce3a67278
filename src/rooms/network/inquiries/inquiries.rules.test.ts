import { describe, expect, test } from 'vitest'
import type { Day } from '#kit/day.ts'
import {
  answerBy,
  firstReply,
  inquiryStanding,
  looksLikeProgram,
  presentationIcs,
  quarterAfter,
  quarterBefore,
  quarterCalled,
  quarterOf,
  reportOf,
  waitsForDesk,
} from './inquiries.rules.ts'

const at = (text: string) => Temporal.Instant.from(text)
const fresh = { lastDay: '2026-11-09' as Day, holder: null, firstAnswerAt: null, askerWaits: true, presentationOn: null, closedAt: null }

describe('where an inquiry stands', () => {
  test('is late the day after the promised day, not on it', () => {
    expect(answerBy('contact', '2026-11-02' as Day)).toBe('2026-11-09')
    expect(inquiryStanding(fresh, '2026-11-09' as Day)).toBe('new')
    expect(inquiryStanding(fresh, '2026-11-10' as Day)).toBe('late')
    expect(inquiryStanding({ ...fresh, holder: 'x' }, '2026-11-10' as Day)).toBe('late')
  })
  test('waits again when the asker writes after an answer, and is then not late', () => {
    const answered = { ...fresh, holder: 'x', firstAnswerAt: at('2026-11-03T10:00:00Z'), askerWaits: false }
    expect(inquiryStanding(answered, '2026-12-01' as Day)).toBe('answered')
    expect(inquiryStanding({ ...answered, askerWaits: true }, '2026-12-01' as Day)).toBe('taken')
  })
  test('asks to be followed up the day after a presentation', () => {
    const planned = { ...fresh, presentationOn: '2026-11-20' as Day }
    expect(waitsForDesk(inquiryStanding(planned, '2026-11-20' as Day), false)).toBe(false)
    expect(inquiryStanding(planned, '2026-11-21' as Day)).toBe('given')
    expect(waitsForDesk('given', false)).toBe(true)
    expect(inquiryStanding({ ...planned, closedAt: at('2026-11-22T09:00:00Z') }, '2026-11-23' as Day)).toBe('closed')
  })
})

test('a filled trap and a form filled in faster than anybody reads are seen, the third second is enough', () => {
  const shown = at('2026-11-02T09:00:00Z')
  expect(looksLikeProgram('x', shown, at('2026-11-02T09:05:00Z'))).toBe('trap')
  expect(looksLikeProgram('', shown, at('2026-11-02T09:00:02.999Z'))).toBe('fast')
  expect(looksLikeProgram(' ', shown, at('2026-11-02T09:00:03Z'))).toBeNull()
})

test('a quarter ends where the next begins, also over the year', () => {
  expect(quarterCalled('2026-4')).toEqual({ name: '2026-4', from: '2026-10-01', until: '2026-12-31' })
  expect(quarterCalled('2026-1')?.until).toBe('2026-03-31')
  expect([quarterCalled('2026-5'), quarterOf('2026-09-30' as Day), quarterOf('2026-10-01' as Day), quarterBefore('2026-1')]).toEqual([
    null,
    '2026-3',
    '2026-4',
    '2025-4',
  ])
})

test('the report counts late by the promised day and tells the middle of the hours', () => {
  const row = (first: string | null) => ({
    kind: 'help' as const,
    askedAt: at('2026-11-02T09:00:00Z'),
    askedOn: '2026-11-02' as Day,
    lastDay: '2026-11-05' as Day,
    firstAnswerAt: first ? at(`${first}T09:00:00Z`) : null,
    firstAnswerOn: first as Day | null,
  })
  const line = reportOf([row('2026-11-03'), row('2026-11-05'), row('2026-11-06'), row(null)], '2026-11-05' as Day).find(({ kind }) => kind === 'help')
  expect(line).toEqual({ kind: 'help', asked: 4, answered: 3, late: 1, hours: 72 })
})

test('a day of a presentation is an answer as words are, whichever came first', () => {
  const [early, late] = [at('2026-11-02T09:00:00Z'), at('2026-11-03T09:00:00Z')]
  expect(firstReply({ firstAnswerAt: null, firstPlannedAt: late })).toBe(late)
  expect(firstReply({ firstAnswerAt: late, firstPlannedAt: early })).toBe(early)
  expect(firstReply({ firstAnswerAt: early, firstPlannedAt: null })).toBe(early)
  expect(firstReply({ firstAnswerAt: null, firstPlannedAt: null })).toBe(null)
})

test('a quarter leads on to the next until it is this one', () => {
  expect(quarterAfter('2025-4', '2026-02-01' as Day)).toBe('2026-1')
  expect(quarterAfter('2026-1', '2026-02-01' as Day)).toBe(null)
})

test('the calendar file tells the moment in the time of the world, winter and summer', () => {
  const presentation = { on: '2026-11-20' as Day, starts: '14:00', minutes: 90, place: 'Stadhuis, zaal 2', giver: 'Hilde' }
  const winter = presentationIcs('x', 'Presentatie', presentation, at('2026-11-02T09:00:00Z'))
  expect(winter).toContain('DTSTART:20261120T130000Z\r\nDTEND:20261120T143000Z')
  expect(winter).toContain('LOCATION:Stadhuis\\, zaal 2')
  expect(presentationIcs('x', 'P', { ...presentation, on: '2026-07-01' as Day }, at('2026-11-02T09:00:00Z'))).toContain('DTSTART:20260701T120000Z')
  expect(winter.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
})
