import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { icsOf } from './ics.rules.ts'

test('a file of days: whole days, escaped, lines short enough and ended as the standard asks', () => {
  const event = { key: 'vat-2026-q3', on: day('2026-10-31'), title: 'Btw; aangifte, nu', text: `${'é'.repeat(60)}\nklaar` }
  const file = icsOf([event], 'Kalender', Temporal.Instant.from('2026-11-26T10:00:00.5Z'))
  expect(file).toContain('DTSTART;VALUE=DATE:20261031\r\nDTEND;VALUE=DATE:20261101\r\n')
  expect(file).toContain('SUMMARY:Btw\\; aangifte\\, nu\r\n')
  expect(file).toContain('DTSTAMP:20261126T100000Z\r\n')
  expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect(file.replaceAll('\r\n ', '')).toContain(`${'é'.repeat(60)}\\nklaar`)
})
