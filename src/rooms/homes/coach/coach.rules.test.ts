import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import type { Waiting } from '../homes.sql.ts'
import { memberLines } from './coach.rules.ts'

const today = day('2026-11-26')
const who = (name: string, since: string | null = '2026-01-01') => ({ member: name as MemberId, name, since: since ? day(since) : null })
const waits = (what: Waiting['what'], member: string, until: string | null = null): Waiting => ({
  what,
  id: 'x',
  member: member as MemberId,
  since: null,
  until: until ? day(until) : null,
  about: null,
  cents: null,
  number: 1,
})
const seen = (entries: Record<string, string>) => new Map(Object.entries(entries).map(([name, on]) => [name as MemberId, day(on)]))
const told = (lines: ReturnType<typeof memberLines>) => lines.map(({ name, signals }) => `${name}: ${signals.map(({ what }) => what).join(' ')}`.trim())

describe('the members of a coach', () => {
  test('the first last day stands on top, then what waits without a day, then the quiet, then whoever needs nothing', () => {
    const lines = memberLines(
      [who('Anna'), who('Bob'), who('Cor'), who('Dina'), who('Eva')],
      [waits('receiptToAnswer', 'Bob'), waits('statementToSend', 'Cor', '2026-12-05'), waits('consentEnding', 'Dina', '2026-12-01')],
      seen({ Bob: '2026-11-20', Cor: '2026-11-20', Dina: '2026-11-20', Eva: '2026-11-20' }),
      today,
    )
    expect(told(lines)).toEqual(['Dina: consentEnding', 'Cor: statementToSend', 'Bob: receiptToAnswer', 'Anna: quiet', 'Eva:'])
  })

  test.each([
    ['2026-11-06', false],
    ['2026-11-05', true],
  ])('nothing since %s is three weeks: %s', (last, quiet) => {
    const [line] = memberLines([who('Anna')], [], seen({ Anna: last }), today)
    expect(line?.signals.length === 1).toBe(quiet)
  })

  test('whoever began two weeks ago is not quiet yet, and whoever takes no part never is', () => {
    expect(told(memberLines([who('Anna', '2026-11-12'), who('Bob', null)], [], new Map(), today))).toEqual(['Anna:', 'Bob:'])
  })

  test.each([
    ['2027-01-21', true],
    ['2027-01-22', false],
    ['2026-11-25', false],
  ])('a consent until %s is within eight weeks: %s', (until, near) => {
    const [line] = memberLines([who('Anna')], [waits('consentEnding', 'Anna', until)], seen({ Anna: '2026-11-20' }), today)
    expect(line?.signals.length === 1).toBe(near)
  })

  test('an invoice is a signal once its last day has passed', () => {
    const lines = memberLines([who('Anna')], [waits('invoiceOpen', 'Anna', '2026-11-26')], seen({ Anna: '2026-11-20' }), today)
    expect(told(lines)).toEqual(['Anna:'])
    const later = memberLines([who('Anna')], [waits('invoiceOpen', 'Anna', '2026-11-25')], seen({ Anna: '2026-11-20' }), today)
    expect(told(later)).toEqual(['Anna: invoiceOpen'])
  })

  test('three things that wait do not put somebody before one thing with an earlier day', () => {
    const many = ['receiptToAnswer', 'spendingToDecide', 'memberQuestion'] as const
    const lines = memberLines(
      [who('Anna'), who('Bob')],
      [...many.map((what) => waits(what, 'Anna')), waits('statementToSend', 'Bob', '2026-12-20')],
      seen({ Anna: '2026-11-20', Bob: '2026-11-20' }),
      today,
    )
    expect(lines.map(({ name }) => name)).toEqual(['Bob', 'Anna'])
  })
})
