import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isQuiet, MAIL_RHYTHMS, type MailChoice, mailDue, mailGoes, USUAL } from './messages.rules.ts'

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Amsterdam]`).toInstant()
const said = (moment: Temporal.Instant | null) => moment?.toZonedDateTimeISO('Europe/Amsterdam').toPlainDateTime().toString({ smallestUnit: 'minute' }) ?? null
const due = (choice: Partial<MailChoice>, text: string, urgent = false) => said(mailDue({ ...USUAL, ...choice }, at(text), urgent))

describe('mail about something new', () => {
  test.each([
    [{}, '2026-11-24T14:30', '2026-11-24T14:30'],
    [{}, '2026-11-24T20:59', '2026-11-24T20:59'],
    [{}, '2026-11-24T21:00', '2026-11-25T08:00'],
    [{}, '2026-11-25T07:59', '2026-11-25T08:00'],
    [{ rhythm: 'daily' }, '2026-11-24T08:59', '2026-11-24T09:00'],
    [{ rhythm: 'daily' }, '2026-11-24T09:01', '2026-11-25T09:00'],
    [{ rhythm: 'daily', quietUntil: 11 }, '2026-11-24T09:01', '2026-11-25T11:00'],
    [{ rhythm: 'weekly' }, '2026-11-24T09:01', '2026-11-30T09:00'],
    [{ rhythm: 'weekly' }, '2026-11-30T09:00', '2026-11-30T09:00'],
    [{ rhythm: 'never' }, '2026-11-24T09:01', null],
    [{ onSunday: false }, '2026-11-28T22:00', '2026-11-30T08:00'],
    [{ onSunday: false, quietFrom: 0, quietUntil: 0 }, '2026-11-29T00:00', '2026-11-30T00:00'],
    [{ quietFrom: 12, quietUntil: 14 }, '2026-11-24T13:10', '2026-11-24T14:00'],
  ] as const)('%j at %s goes at %s', (choice, written, goes) => {
    expect(due(choice, written)).toBe(goes)
  })

  test.each([
    [{ rhythm: 'weekly' }, '2026-11-24T14:30', '2026-11-24T14:30'],
    [{ rhythm: 'never' }, '2026-11-24T22:30', '2026-11-25T08:00'],
    [{ onSunday: false }, '2026-11-29T10:00', '2026-11-29T10:00'],
    [{ quietUntil: 11 }, '2026-11-24T23:00', '2026-11-25T08:00'],
    [{ quietFrom: 12, quietUntil: 11 }, '2026-11-24T13:00', '2026-11-25T08:00'],
  ] as const)('with a term of law, %j at %s goes at %s', (choice, written, goes) => {
    expect(due(choice, written, true)).toBe(goes)
  })

  test('in the nights in which the clock is set it goes at eight by that morning’s clock', () => {
    expect(due({}, '2026-03-28T23:30')).toBe('2026-03-29T08:00')
    expect(due({}, '2026-10-24T23:30')).toBe('2026-10-25T08:00')
    expect(due({ rhythm: 'daily' }, '2026-03-28T10:00')).toBe('2026-03-29T09:00')
    expect(due({ rhythm: 'weekly' }, '2026-10-19T09:01')).toBe('2026-10-26T09:00')
    expect(due({ quietFrom: 3, quietUntil: 2 }, '2026-03-28T12:00'), 'the only hour without quiet does not exist that night').toBe('2026-03-30T02:00')
  })

  const hour = fc.integer({ min: 0, max: 23 })
  const choice = fc.record({ rhythm: fc.constantFrom(...MAIL_RHYTHMS), quietFrom: hour, quietUntil: hour, onSunday: fc.boolean() })
  // Weeks around both changes of the clock, to the minute.
  const moment = fc
    .tuple(fc.constantFrom('2026-03-22T00:00', '2026-10-18T00:00', '2026-12-27T00:00'), fc.integer({ min: 0, max: 16 * 24 * 60 }))
    .map(([from, minutes]) => at(from).add({ minutes }))
  const hours = (from: Temporal.Instant, to: Temporal.Instant) => (to.epochMilliseconds - from.epochMilliseconds) / 3_600_000

  test('never goes before it was written, never in quiet hours, and within a week and three days', () => {
    fc.assert(
      fc.property(choice, moment, (chosen, written) => {
        const goes = mailDue(chosen, written, false)
        if (goes === null) {
          expect(chosen.rhythm).toBe('never')
          return
        }
        expect(chosen.rhythm).not.toBe('never')
        expect(hours(written, goes)).toBeGreaterThanOrEqual(0)
        expect(isQuiet(chosen, goes, false)).toBe(false)
        expect(hours(written, goes)).toBeLessThanOrEqual({ atOnce: 72, daily: 97, weekly: 241, never: 0 }[chosen.rhythm])
        if (chosen.rhythm === 'atOnce')
          for (let earlier = written; hours(earlier, goes) > 0; earlier = earlier.add({ minutes: 10 })) expect(isQuiet(chosen, earlier, false)).toBe(true)
        expect(mailGoes(chosen, [{ at: written, urgent: false }], goes)).toBe(true)
        if (hours(written, goes) > 0) expect(mailGoes(chosen, [{ at: written, urgent: false }], goes.subtract({ minutes: 1 }))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  test('with a term of law never waits beyond eight the next morning, whatever was chosen', () => {
    fc.assert(
      fc.property(choice, moment, (chosen, written) => {
        const goes = mailDue(chosen, written, true)
        if (!goes) throw new Error('waits for ever')
        expect(hours(written, goes)).toBeGreaterThanOrEqual(0)
        expect(hours(written, goes)).toBeLessThanOrEqual(25)
        const local = goes.toZonedDateTimeISO('Europe/Amsterdam')
        expect(!isQuiet(chosen, goes, true) || (local.hour === 8 && local.minute === 0)).toBe(true)
        expect(mailGoes(chosen, [{ at: written, urgent: true }], goes)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('goes once for all that waits, and not in the night by a worker that stood still', () => {
    const waiting = [
      { at: at('2026-11-24T10:00'), urgent: false },
      { at: at('2026-11-24T12:00'), urgent: true },
    ]
    expect(mailGoes({ ...USUAL, rhythm: 'weekly' }, waiting, at('2026-11-24T12:00'))).toBe(true)
    expect(mailGoes(USUAL, waiting, at('2026-11-25T03:00'))).toBe(false)
    expect(mailGoes(USUAL, [], at('2026-11-25T12:00'))).toBe(false)
  })
})
