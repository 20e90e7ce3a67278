import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { type Bewind, type BewindConsent, consentOn, heldBack, looksAfter } from './bewind.rules.ts'

const consent = (from: string, until: string, endedOn: string | null = null): BewindConsent => ({
  id: from,
  from: day(from),
  until: day(until),
  endedOn: endedOn ? day(endedOn) : null,
})
const bewind = (consents: readonly BewindConsent[], more: Partial<Bewind> = {}): Bewind => ({
  id: 'b',
  kind: 'bewind',
  name: 'Bo Wind',
  office: null,
  reach: '010',
  from: day('2026-03-02'),
  endedOn: null,
  consents,
  ...more,
})
const on = (written: string, all: readonly Bewind[]) => heldBack(all, day(written))

describe('a pay-out to somebody whose money is looked after', () => {
  test('nobody looks after it: nothing holds it back', () => {
    expect(on('2026-03-02', [])).toBeNull()
  })
  test.each([
    ['the day before it began', '2026-03-01', null],
    ['the day it began', '2026-03-02', 'noConsent'],
    ['the last day', '2026-06-30', 'noConsent'],
    ['the first day on which it is over', '2026-07-01', null],
  ])('without consent: %s', (_, written, held) => {
    expect(on(written, [bewind([], { endedOn: day('2026-07-01') })])).toBe(held)
  })
  test.each([
    ['the day before the consent', '2026-03-31', 'consentToCome'],
    ['its first day', '2026-04-01', null],
    ['its last day', '2026-04-30', null],
    ['the day after', '2026-05-01', 'consentEnded'],
  ])('with consent for April: %s', (_, written, held) => {
    expect(on(written, [bewind([consent('2026-04-01', '2026-04-30')])])).toBe(held)
  })
  test('a consent that was taken back counts no more from that day, and a new one does', () => {
    const first = consent('2026-04-01', '2026-12-31', '2026-05-10')
    expect(on('2026-05-09', [bewind([first])])).toBeNull()
    expect(on('2026-05-10', [bewind([first])])).toBe('consentEnded')
    expect(on('2026-06-01', [bewind([first, consent('2026-06-01', '2026-06-30')])])).toBeNull()
  })
  test('two look after it: both must have consented', () => {
    const agreed = bewind([consent('2026-04-01', '2026-04-30')])
    expect(on('2026-04-10', [agreed, bewind([], { id: 'c', kind: 'wsnp' })])).toBe('noConsent')
    expect(on('2026-04-10', [agreed, { ...agreed, id: 'c' }])).toBeNull()
  })
  test('who looks after it, and by which consent, is told for a day', () => {
    const one = bewind([consent('2026-04-01', '2026-04-30')])
    expect(looksAfter(one, day('2026-04-10'))).toBe(true)
    expect(consentOn(one, day('2026-04-10'))?.until).toBe('2026-04-30')
    expect(consentOn(one, day('2026-05-10'))).toBeNull()
  })
})
