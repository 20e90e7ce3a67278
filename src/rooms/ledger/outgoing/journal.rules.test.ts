import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { hledgerJournal, ledgerCsv, type OutgoingTransfer } from './journal.rules.ts'

const samira = '01900000-0000-7000-8000-000000000001' as MemberId
const transfer: OutgoingTransfer = {
  entry: 'e1',
  on: day('2026-10-05'),
  sourceKind: 'invoice',
  sourceId: 'f1',
  reverses: null,
  action: 'invoice.send',
  debit: { number: '1300', name: 'Debiteuren', kind: 'asset', member: samira },
  credit: { number: '8000', name: 'Omzet van lid', kind: 'income', member: samira },
  cents: cents(15000),
  article: '6a',
}

test('an entry goes out with both sides and without a name of a person', () => {
  const journal = hledgerJournal(
    [transfer, { ...transfer, credit: { number: '1500', name: 'Btw te betalen', kind: 'liability', member: null }, cents: cents(3150) }],
    new Map([[samira, 'lid-4']]),
  )
  expect(journal).toContain(
    '2026-10-05 invoice  ; entry:e1, source:f1\n    assets:1300 Debiteuren:lid-4  150.00 EUR  ; article:6a\n    income:8000 Omzet van lid:lid-4  -150.00 EUR',
  )
  expect(journal.match(/^\d{4}-/gm)).toHaveLength(1)
})

test('the table has a line per transfer', () => {
  expect(ledgerCsv([transfer], new Map()).split('\r\n')[1]).toBe(`e1;2026-10-05;invoice;f1;;1300;Debiteuren;${samira};8000;Omzet van lid;${samira};150.00;6a`)
})
