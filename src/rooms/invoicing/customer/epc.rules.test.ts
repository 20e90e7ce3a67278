import { expect, test } from 'vitest'
import { cents } from '#kit/money.ts'
import { epcPayload } from './epc.rules.ts'

test('the code to pay with names receiver, account, amount and invoice, each on its own line', () => {
  const payload = epcPayload({ name: 'Coöperatie\nDe Kraam U.A.', iban: 'NL91 ABNA 0417 1643 00', cents: cents(121_05), reference: '2026-0001' })
  expect(payload.split('\n')).toEqual(['BCD', '002', '1', 'SCT', '', 'Coöperatie De Kraam U.A.', 'NL91ABNA0417164300', 'EUR121.05', '', '', '2026-0001'])
  expect(epcPayload({ name: 'x'.repeat(90), iban: 'NL', cents: cents(1), reference: '' }).split('\n')[5]).toHaveLength(70)
})
