import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { type MemberWorkFacts, memberWorkNumber, memberWorkStanding, wrongWithWork } from './between.rules.ts'

const [ina, jan, stranger] = ['ina', 'jan', 'stranger'] as unknown as [MemberId, MemberId, MemberId]
const today = day('2026-10-05')
const known = new Set([ina, jan])
const work = (more: Partial<MemberWorkFacts>): MemberWorkFacts => ({
  worker: ina,
  receiver: jan,
  performedOn: today,
  what: 'Tafelkleden ingekort',
  net: cents(1),
  ...more,
})

describe('work for another member', () => {
  test('one cent of today for a fellow is right; nothing, less than nothing, tomorrow, oneself and a stranger are not', () => {
    expect(wrongWithWork(work({}), today, known)).toBeNull()
    expect(wrongWithWork(work({ performedOn: day('2026-10-04') }), today, known)).toBeNull()
    expect(wrongWithWork(work({ net: cents(0) }), today, known)).toBe('nothing')
    expect(wrongWithWork(work({ net: cents(-1) }), today, known)).toBe('nothing')
    expect(wrongWithWork(work({ performedOn: day('2026-10-06') }), today, known)).toBe('future')
    expect(wrongWithWork(work({ receiver: ina }), today, known)).toBe('self')
    expect(wrongWithWork(work({ receiver: stranger }), today, known)).toBe('stranger')
  })

  test('it is asked until there is an answer, and what was accepted may be undone', () => {
    expect(memberWorkStanding([])).toBe('asked')
    for (const what of ['accepted', 'declined', 'withdrawn'] as const) expect(memberWorkStanding([{ what }])).toBe(what)
    expect(memberWorkStanding([{ what: 'accepted' }, { what: 'undone' }])).toBe('undone')
    expect(memberWorkStanding([{ what: 'undone' }, { what: 'accepted' }])).toBe('undone')
  })

  test('its number says that it is no invoice', () => {
    expect(memberWorkNumber(2026, 7)).toBe('LID-2026-0007')
  })
})
