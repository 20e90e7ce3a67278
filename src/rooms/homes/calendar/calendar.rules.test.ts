import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { type CalendarFacts, calendarOf } from './calendar.rules.ts'
import { termOn } from './terms.rules.ts'

const facts: CalendarFacts = {
  today: day('2026-11-26'),
  since: day('2026-01-01'),
  membersLiable: false,
  korSince: null,
  korUntil: null,
  adopted: new Set(),
  more: new Map(),
  agreements: [],
  cooperations: [],
  roles: [],
  consents: [],
  statements: [],
  ticked: new Set(),
}
const keys = (other: Partial<CalendarFacts>) => calendarOf({ ...facts, ...other }).map(({ key, on }) => `${key} ${on}`)
const only = (kind: string, other: Partial<CalendarFacts> = {}) => keys(other).filter((each) => each.startsWith(kind))

describe('the calendar of a cooperative', () => {
  test('accounts are drawn up six months after the year and adopted a month later; what is late stays on top', () => {
    expect(only('accounts')).toEqual(['accounts-2025 2026-06-30', 'accounts-2026 2027-06-30'])
    expect(only('adoption')).toEqual(['adoption-2025 2026-07-30', 'adoption-2026 2027-07-30'])
    expect(keys({})[0]).toBe('vat-2025-q4 2026-01-31')
  })

  test('the general meeting gives at most four months more, and adopting settles both', () => {
    expect(only('accounts', { more: new Map([[2025, 4]]) })[0]).toBe('accounts-2025 2026-10-31')
    expect(only('accounts', { more: new Map([[2025, 9]]) })[0]).toBe('accounts-2025 2026-10-31')
    expect(only('a', { adopted: new Set([2025]) })).toEqual(['accounts-2026 2027-06-30', 'adoption-2026 2027-07-30'])
  })

  test('VAT of a quarter is due on the last day of the month after it; done and past is gone, done and to come stays', () => {
    const done = new Set(['vat-2025-q4', 'vat-2026-q1', 'vat-2026-q2', 'vat-2026-q3', 'vat-2026-q4'])
    expect(only('vat', { ticked: done })).toEqual(['vat-2026-q4 2027-01-31', 'vat-2027-q1 2027-04-30', 'vat-2027-q2 2027-07-31', 'vat-2027-q3 2027-10-31'])
  })

  test('under the small businesses scheme a whole quarter asks for no return, a part of one does', () => {
    expect(only('vat', { korSince: day('2025-10-01') })).toEqual([])
    expect(only('vat', { korSince: day('2025-10-01'), korUntil: day('2027-08-31') })).toEqual(['vat-2027-q3 2027-10-31'])
  })

  test('the list of members goes to the trade register only where members are liable', () => {
    expect(only('memberlist')).toEqual([])
    expect(only('memberlist', { membersLiable: true })).toEqual(['memberlist-2025 2026-01-31', 'memberlist-2026 2027-01-31'])
  })

  test('consents are counted per month and statements per day, a late statement stays, an ended role does not', () => {
    const days = { consents: [day('2026-12-20'), day('2026-12-03'), day('2026-11-25')], statements: [day('2026-11-10'), day('2026-11-10')] }
    expect(only('consents', days)).toEqual(['consents-2026-12 2026-12-03'])
    expect(calendarOf({ ...facts, ...days }).find(({ kind }) => kind === 'statements')?.number).toBe(2)
    expect(only('role', { roles: [{ role: 'board', name: 'W', until: day('2026-11-25') }] })).toEqual([])
    expect(only('role', { roles: [{ role: 'board', name: 'W', until: day('2026-11-26') }] })).toEqual(['role-board-2026-11-26-0 2026-11-26'])
  })

  test('the last day of the horizon is in, the day after is out, and what was due before the cooperative came is not asked', () => {
    const ends = (until: string) => only('agreement', { agreements: [{ id: 'x', title: 't', until: day(until) }] })
    expect([ends('2027-11-26').length, ends('2027-11-27').length]).toEqual([1, 0])
    expect(only('accounts', { since: day('2026-07-01') })).toEqual(['accounts-2026 2027-06-30'])
  })

  test('a term that nobody knows gives no day', () => {
    expect(termOn('vat', day('2015-12-31'))).toBeNull()
    expect(termOn('vat', day('2016-01-01'))?.source).toBe('AWR art. 19 lid 1')
  })
})
