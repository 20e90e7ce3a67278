import { describe, expect, test } from 'vitest'
import type { Day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { type Incoming, type Payable, proposeAll } from './matching.rules.ts'
import { plant } from './plant.ts'
import { nearNumbers, sameName, tracesIn } from './traces.rules.ts'

const ON = '2026-10-15' as Day
const invoice = (number: string, open: number, customerName: string): Payable => ({
  id: number,
  number,
  open: cents(open),
  issuedOn: ON,
  customer: customerName,
  customerName,
})
const paid = (amount: number, text: string, name: string | null = null, more: Partial<Incoming> = {}): Incoming => ({
  id: 'line',
  cents: cents(amount),
  on: ON,
  name,
  iban: null,
  text,
  references: [],
  batch: false,
  ...more,
})
const accounts = new Map([['NL91ABNA0417164300', 'Buurthuis De Linde']])
const first = (line: Incoming, ...invoices: Payable[]) => proposeAll([line], { invoices, accounts }).get('line')?.[0]

describe('a payment', () => {
  const linde = invoice('2026-0147', 14520, 'Buurthuis De Linde')

  test('with the number and the exact amount is certain', () => {
    expect(first(paid(14520, 'fact 2026-0147'), linde)).toMatchObject({
      certainty: 'certain',
      over: 0n,
      parts: [{ number: '2026-0147', cents: 14520n }],
      reasons: ['Factuurnummer 2026-0147 staat erbij.', 'Het bedrag klopt precies.'],
    })
    expect(first(paid(14520, '', null, { references: ['2026-0147'] }), linde)?.certainty).toBe('certain')
    expect(first(paid(14520, 'Factuur 20260147'), linde)?.certainty).toBe('certain')
  })

  test('of a part, or of too much, asks for a look and says how much', () => {
    expect(first(paid(10000, '2026-0147'), linde)).toMatchObject({ certainty: 'likely', over: -4520n, parts: [{ cents: 10000n }] })
    expect(first(paid(15000, '2026-0147'), linde)).toMatchObject({ certainty: 'likely', over: 480n, parts: [{ cents: 14520n }] })
  })

  test('for several invoices that are named is certain when their sum is the amount', () => {
    const second = invoice('2026-0150', 5000, 'Buurthuis De Linde')
    expect(first(paid(19520, '2026-0147 en 2026-0150'), linde, second)).toMatchObject({ certainty: 'certain', parts: [{ cents: 14520n }, { cents: 5000n }] })
    expect(first(paid(15000, '2026-0147 en 2026-0150'), linde, second)).toMatchObject({ certainty: 'possible', parts: [{ cents: 14520n }, { cents: 480n }] })
    const credit = invoice('2026-0151', -520, 'Buurthuis De Linde')
    expect(first(paid(14000, '2026-0147 min 2026-0151'), linde, credit)).toMatchObject({ certainty: 'certain', parts: [{ cents: 14520n }, { cents: -520n }] })
  })

  test('without a number is likely by account or name, and never certain', () => {
    expect(first(paid(14520, 'dank', null, { iban: 'NL91ABNA0417164300' }), linde)).toMatchObject({
      certainty: 'likely',
      reasons: [expect.stringContaining('betaalde eerder'), 'Het bedrag klopt precies.'],
    })
    expect(first(paid(14520, 'dank', 'De Linde'), linde)).toMatchObject({ certainty: 'likely' })
    expect(first(paid(14520, 'dank', 'Iemand anders'), linde)).toMatchObject({ certainty: 'possible' })
    expect(first(paid(9999, 'dank', 'Iemand anders'), linde)).toBeUndefined()
  })

  test('for two invoices of the same amount is a choice', () => {
    const found = proposeAll([paid(14520, 'betaling', 'A. de Wit')], {
      invoices: [invoice('2026-0141', 14520, 'A. de Wit'), invoice('2026-0144', 14520, 'A. de Wit')],
      accounts,
    }).get('line')
    expect(found?.map((each) => each.certainty)).toEqual(['possible', 'possible'])
    expect(found?.[0]?.reasons).toContain('Er zijn meer facturen met dit bedrag.')
  })

  test('in a batch is never matched by itself', () => {
    expect(first(paid(14520, '2026-0147', null, { batch: true }), linde)).toBeUndefined()
  })

  test('that names an invoice of another customer is a choice, however exact', () => {
    const other = invoice('2026-0112', 14520, 'Marktkraam Jansen')
    expect(first(paid(14520, '2026-0112', 'De Linde'), linde, other)).toMatchObject({ certainty: 'likely', parts: [{ number: '2026-0147' }] })
  })

  test('is a choice when a number that looks like it has the same amount and the payer is unknown', () => {
    const [a, b] = [invoice('2026-0012', 5000, 'Petra'), invoice('2026-0112', 5000, 'Samira')]
    expect(first(paid(5000, '2026-0112', 'Onbekend'), a, b)?.certainty).toBe('possible')
    expect(first(paid(5000, '2026-0112', 'Samira'), a, b)).toMatchObject({ certainty: 'certain', parts: [{ number: '2026-0112' }] })
  })

  test('that comes twice in one file is certain for neither line', () => {
    const lines = [paid(14520, '2026-0147', null, { id: 'a' }), paid(14520, '2026-0147', null, { id: 'b' })]
    const found = proposeAll(lines, { invoices: [linde], accounts })
    expect(found.get('a')?.[0]?.certainty).toBe('likely')
    expect(found.get('b')?.[0]?.reasons).toContain('Let op: er zijn twee betalingen voor deze factuur.')
  })
})

test.each([
  ['2026-0012', [['written', 12]]],
  ['fact. 2026-0012.', [['written', 12]]],
  ['2026–0012', [['written', 12]]],
  ['20260012', [['joined', 12]]],
  ['20260112', [['loose', 112]]],
  ['factuur 2026 12', [['loose', 12]]],
  ['2026/0012', [['loose', 12]]],
  ['12026-0012', []],
  ['NL20260012', [['loose', 12]]],
  ['2026-00123', [['written', 123]]],
  ['2026-01-12', [['loose', 1]]],
  ['0012', []],
])('the trace of a number in "%s"', (text, expected) => {
  expect(tracesIn(text).map((trace) => [trace.how, trace.sequence])).toEqual(expected)
})

test('numbers that are easily mistaken for each other', () => {
  for (const [a, b] of [
    [12, 112],
    [12, 21],
    [147, 174],
    [12, 13],
    [12, 120],
  ])
    expect(nearNumbers(a ?? 0, b ?? 0)).toBe(true)
  for (const [a, b] of [
    [12, 12],
    [12, 345],
    [147, 258],
  ])
    expect(nearNumbers(a ?? 0, b ?? 0)).toBe(false)
})

test('names that are the same on the bank and on an invoice', () => {
  expect(sameName('Buurthuis De Linde', 'St. De Linde')).toBe(true)
  expect(sameName('Hr J Verhoeven', 'J. Verhoeven')).toBe(true)
  expect(sameName('Zoë Ünlü', 'ZOE UNLU')).toBe(true)
  expect(sameName('Jansen', 'Janssen')).toBe(false)
  expect(sameName('De Bakkerij', 'De Winkel')).toBe(false)
})

test('ten times as many lines are about ten times the work', () => {
  const reads = (size: number) => {
    const big = plant(1, size)
    let looked = 0
    const counted = big.invoices.map(
      (each) =>
        new Proxy(each, {
          get(of, name) {
            looked += 1
            return Reflect.get(of, name)
          },
        }),
    )
    proposeAll(big.lines, { invoices: counted, accounts: big.accounts })
    return looked
  }
  expect(reads(100)).toBeLessThan(reads(10) * 13)
})
