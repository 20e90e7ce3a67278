import { describe, expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import type { ConsentEvent } from '../events/events.rules.ts'
import { USUAL_TOWN_RULES } from '../town/town.rules.ts'
import { remindersOf } from './reminding.rules.ts'

const none = () => false
const usual = () => USUAL_TOWN_RULES
const fact = (on: string) => ({ on: day(on), recordedAt: startOf(day(on)) })
const sent: ConsentEvent = { kind: 'sent', sentBy: 'member', ...fact('2026-09-07') }
const asked = (before: string | null): ConsentEvent => ({ kind: 'moreAsked', question: '?', answerBefore: before ? day(before) : null, ...fact('2026-09-14') })
const refused: ConsentEvent = { kind: 'refused', reason: 'Nog niet rond.', ...fact('2026-10-05') }
const names = (events: readonly ConsentEvent[], who: 'municipality' | 'applicant', on: string) =>
  remindersOf(events, who, usual, day(on), none).map(({ term, daysBefore }) => `${term.term} ${daysBefore}`)

describe('a reminder of a term', () => {
  test.each([
    ['2026-10-04', []],
    ['2026-10-05', ['decide 28']],
    ['2026-10-06', ['decide 28']],
    ['2026-10-18', ['decide 28']],
    ['2026-10-19', ['decide 14']],
    ['2026-10-26', ['decide 7']],
    ['2026-11-02', ['decide 7']],
    ['2026-11-03', []],
  ])('is due four, two and one week before the last day and stays due when nobody told it, on %s', (on, due) => {
    expect(names([sent], 'municipality', on)).toEqual(due)
    expect(names([sent], 'applicant', on)).toEqual([])
  })

  test('is not due while the town waits for an answer, and then the member is the one who must act', () => {
    expect(names([sent, asked('2026-10-05')], 'municipality', '2026-10-12')).toEqual([])
    expect(names([sent, asked('2026-10-05')], 'applicant', '2026-09-21')).toEqual(['complete 14'])
  })

  test('is not due for what was decided; whoever was refused is told of objecting', () => {
    expect(names([sent, refused], 'municipality', '2026-10-19')).toEqual([])
    expect(names([sent, refused], 'applicant', '2026-10-19')).toEqual(['object 28'])
  })

  test('is not due for a day that had come before the term got its last day', () => {
    const answered: ConsentEvent = { kind: 'answered', answer: 'Ja.', ...fact('2026-10-12') }
    const moved = [sent, asked(null), answered]
    // The clock stood still for 27 days: the last day went from 2 to 30 November, for the 29th is a Sunday.
    expect(names(moved, 'municipality', '2026-11-01')).toEqual([])
    expect(names(moved, 'municipality', '2026-11-02')).toEqual(['decide 28'])
    const late: ConsentEvent = { kind: 'answered', answer: 'Ja.', ...fact('2026-09-15') }
    expect(names([sent, asked('2026-09-20'), late], 'municipality', '2026-09-16'), 'fifty days are left').toEqual([])
    expect(names([sent, asked('2026-09-28')], 'applicant', '2026-09-15'), 'less than two weeks were given').toEqual([])
    expect(names([sent, asked('2026-09-28')], 'applicant', '2026-09-21')).toEqual(['complete 7'])
  })

  test('goes by the own term of the municipality', () => {
    const six = () => ({ ownWeeks: 6, committee: false })
    expect(remindersOf([sent], 'municipality', six, day('2026-09-21'), none).map(({ daysBefore }) => daysBefore)).toEqual([28])
    expect(remindersOf([sent], 'municipality', usual, day('2026-09-21'), none)).toEqual([])
  })
})
