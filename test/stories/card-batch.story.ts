import { beforeAll, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents, ZERO } from '#kit/money.ts'
import { recordDaySheet, sendInvoice } from '#rooms/invoicing'
import { type Bank, bankOfVillage } from '../bank.ts'
import { asTreasurer } from '../village.ts'
import { as } from '../world.ts'

let bank: Bank

beforeAll(async () => {
  bank = await bankOfVillage()
})

/** A market day of honey with this total by card. */
async function market(on: string, byCard: number, tips = 0) {
  const who = asTreasurer(bank.at)
  const id = await as(bank.at.world, who, 'invoice.request', (tx, permit) =>
    recordDaySheet(tx, permit, {
      member: bank.samira,
      performedOn: day(on),
      note: null,
      byCard: cents(byCard),
      lines: [{ description: 'Honing', quantity: 1000n, unit: 'piece', price: cents(100_00), vat: 'reduced' }],
      till: { changeBegin: ZERO, counted: cents(100_00 + tips - byCard), changeEnd: ZERO, tips: cents(tips), reason: null, photo: null },
    }),
  )
  await as(bank.at.world, who, 'invoice.send', (tx, permit) => sendInvoice(tx, permit, id))
}

const proposed = async (line: Parameters<Bank['proposals']>[0][number]) =>
  ((await bank.proposals([line])).get(line.id) ?? []).map(({ key, label, certainty, how }) => ({ key, label, certainty, fee: 'fee' in how ? how.fee : null }))

test('a batch of the provider is proposed with the market day and the fee, never certain, and pays that day once', async () => {
  await market('2026-10-03', 102_50, 5_00)
  const line = await bank.line({ cents: 101_17, text: 'afrekening' })
  const [first, ...others] = await proposed(line)
  expect(first).toMatchObject({ certainty: 'likely', fee: 1_33n })
  expect(first?.label).toMatch(/^Pin van dagstaat 2026-\d{4}, Samira el Amrani$/)
  expect(others).toEqual([])
  const since = await bank.mark()
  await bank.accept([{ line: line.id, key: first?.key ?? '' }])
  expect(await bank.booked(since)).toEqual(['Bank | Geld onderweg | 10117', 'Bankkosten | Geld onderweg | 133'])
  const again = await bank.line({ cents: 101_17, text: 'afrekening' })
  expect(await proposed(again)).toEqual([])
  await bank.undo(line.id)
  expect(await proposed(again)).toMatchObject([{ certainty: 'likely', fee: 1_33n }])
  await bank.bookAs(again.id, { kind: 'cardBatch', fee: cents(1_33) })
  expect(await proposed(line)).toEqual([])
})

test('where two market days fit, neither is more than possible', async () => {
  await market('2026-10-01', 60_00)
  await market('2026-10-04', 60_10)
  const line = await bank.line({ cents: 59_40, text: 'afrekening' })
  expect((await proposed(line)).map(({ certainty, fee }) => [certainty, fee])).toEqual([
    ['possible', 60n],
    ['possible', 70n],
  ])
  const both = await bank.line({ cents: 118_90, text: 'afrekening' })
  expect((await proposed(both)).map(({ certainty, fee }) => [certainty, fee])).toEqual([['likely', 1_20n]])
})
