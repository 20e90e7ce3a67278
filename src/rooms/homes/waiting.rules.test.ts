import { describe, expect, test } from 'vitest'
import { day, daysBetween } from '#kit/day.ts'
import type { Wait, Waiting } from './homes.sql.ts'
import { addressOf, COACHING, DUTIES, errandsOf, overdue, waitingFor } from './waiting.rules.ts'

const today = day('2026-11-24')
const wait = (what: Wait, until: string | null = null, about: string | null = null): Waiting => ({
  what,
  id: '1',
  member: null,
  since: null,
  until: until ? day(until) : null,
  about,
  cents: null,
  number: 1,
})
const duties = (...all: Waiting[]) => waitingFor(all, DUTIES, today, daysBetween).map((each) => each.what)

describe('what waits', () => {
  test('comes in the order of its last day, and without a day last', () => {
    expect(duties(wait('agreementToSign'), wait('consentToAnswer', '2026-12-04'), wait('statementToSend', '2026-11-28'))).toEqual([
      'statementToSend',
      'consentToAnswer',
      'agreementToSign',
    ])
  })

  test('what is missing in an objection is sent by the member, and seen at the request by a coach', () => {
    expect(duties(wait('objectionToMend', '2026-12-04'), wait('consentToAnswer', '2026-12-05'))).toEqual(['objectionToMend', 'consentToAnswer'])
    const at = { what: 'objectionToMend', id: 'x', member: null, about: null } as const
    expect([addressOf(at, 'own'), addressOf(at, 'office')]).toEqual(['/toestemmingen/x/herstel', '/toestemmingen/x'])
  })

  test('leaves out what is for somebody else', () => {
    expect(duties(wait('receiptToJudge'), wait('consentToDecide', '2026-11-30'), wait('bankLines'))).toEqual([])
  })

  test('a consent asks for attention from ninety days before its end until its last day', () => {
    expect(duties(wait('consentEnding', '2027-02-23'))).toEqual([])
    expect(duties(wait('consentEnding', '2027-02-22'))).toEqual(['consentEnding'])
    expect(duties(wait('consentEnding', '2026-11-24'))).toEqual(['consentEnding'])
    expect(duties(wait('consentEnding', '2026-11-23'))).toEqual([])
  })

  test('a consent that is withdrawn is told to a coach until its last day, and is no duty of the member', () => {
    const coaching = (until: string) => waitingFor([wait('consentStops', until)], COACHING, today, daysBetween).length
    expect([coaching('2027-08-01'), coaching('2026-11-24'), coaching('2026-11-23')]).toEqual([1, 1, 0])
    expect(duties(wait('consentStops', '2026-12-16'))).toEqual([])
  })

  test('an invoice is overdue the day after its last day', () => {
    expect(overdue([wait('invoiceOpen', '2026-11-23'), wait('invoiceOpen', '2026-11-24'), wait('invoiceOpen')], today)).toHaveLength(1)
  })

  test('what runs in the background is told as long as it runs, and what ended for a day', () => {
    const now = Temporal.Instant.from('2026-11-24T12:00:00Z')
    const at = (what: Wait, since: string) => ({ ...wait(what), since: Temporal.Instant.from(since) })
    const old = [at('errandRuns', '2026-11-01T12:00:00Z'), at('errandDone', '2026-11-23T12:00:00Z'), at('errandStopped', '2026-11-23T12:00:01Z')]
    expect(errandsOf([...old, wait('bankLines')], now).map(({ what }) => what)).toEqual(['errandStopped', 'errandRuns'])
  })

  test('a month is opened by the member as the own one, and by the office with the name of the member', () => {
    const month = { ...wait('statementToSend', null, '2026-10'), member: 'abc' as never }
    expect(addressOf(month, 'own')).toBe('/opgaven/2026-10')
    expect(addressOf(month, 'office')).toBe('/opgaven/2026-10?lid=abc')
  })
})
