import { describe, expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import type { MemberId, OrganisationId } from '#rooms/access'
import type { ConsentEvent } from '../consent.rules.ts'
import type { MemberConsent, RequestId } from '../consent.types.ts'
import { consentThatCounts, payoutStopOf, stopOf } from './trade.rules.ts'

const wilgendam = 'w' as OrganisationId
const elders = 'e' as OrganisationId

const on = (written: string) => ({ on: day(written), recordedAt: startOf(day(written)).add({ hours: 12 }) })
const sent: ConsentEvent = { kind: 'sent', sentBy: 'member', ...on('2026-10-01') }

function consent(municipality: OrganisationId, from: string, until: string, payOutAllowed = false): MemberConsent {
  const conditions = {
    from: day(from),
    until: day(until),
    costKinds: [],
    payOutAllowed,
    statementRhythm: 'monthly' as const,
    statementDay: 10,
    statementFulfilsDuty: true,
    legalBasis: 'pw-voorziening',
    other: '',
  }
  const events = [sent, { kind: 'granted' as const, conditions, ...on('2026-11-06') }]
  return { request: from as RequestId, member: 'm' as MemberId, municipality, grantedOn: day('2026-11-06'), ...conditions, events }
}

const ofWilgendam = consent(wilgendam, '2026-11-09', '2027-11-08')

describe('the consent that counts', () => {
  test.each([
    ['2026-11-08', false],
    ['2026-11-09', true],
    ['2027-11-08', true],
    ['2027-11-09', false],
  ])('of the municipality that pays, on %s: %s', (performed, counts) => {
    expect(consentThatCounts([ofWilgendam], wilgendam, day(performed)) !== null).toBe(counts)
  })

  test('a consent of a municipality that does not pay the benefit counts on no day', () => {
    expect(consentThatCounts([ofWilgendam], elders, day('2026-11-09'))).toBeNull()
    expect(consentThatCounts([ofWilgendam], null, day('2026-11-09'))).toBeNull()
  })

  test('after a move both gave consent, and the one that pays counts', () => {
    const both = [ofWilgendam, consent(elders, '2027-03-01', '2028-02-29')]
    expect(consentThatCounts(both, elders, day('2027-03-01'))?.municipality).toBe(elders)
    expect(consentThatCounts(both, wilgendam, day('2027-03-01'))?.municipality).toBe(wilgendam)
  })
})

describe('why nothing counts', () => {
  const waiting = { municipality: elders, events: [sent] }

  test('the other municipality is named only when this one was never asked', () => {
    expect(stopOf([ofWilgendam], elders, day('2027-01-01'))).toBe('elsewhere')
    expect(stopOf([ofWilgendam, waiting], elders, day('2027-01-01'))).toBe('awaiting')
  })

  test('a request that waits elsewhere, or a consent that ended there, gives no hope', () => {
    expect(stopOf([waiting], wilgendam, day('2027-01-01'))).toBe('noConsent')
    expect(stopOf([ofWilgendam], elders, day('2027-11-09'))).toBe('noConsent')
  })
})

describe('a pay-out', () => {
  const allowing = consent(wilgendam, '2026-11-09', '2027-11-08', true)

  test.each([
    ['2026-11-08', 'upcoming'],
    ['2026-11-09', null],
    ['2027-11-08', null],
    ['2027-11-09', 'ended'],
  ])('under a consent that allows it, on %s: %s', (paidOn, stop) => {
    const counts = consentThatCounts([allowing], wilgendam, day(paidOn))
    expect(payoutStopOf(counts, [allowing], wilgendam, day(paidOn))).toBe(stop)
  })

  test('is held back by a consent that says no', () => {
    expect(payoutStopOf(ofWilgendam, [ofWilgendam], wilgendam, day('2026-11-09'))).toBe('forbidden')
  })
})
