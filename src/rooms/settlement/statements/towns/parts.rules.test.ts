import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, month } from '#kit/day.ts'
import { type Cents, cents, minus, plus, sum, ZERO } from '#kit/money.ts'
import type { MemberId, OrganisationId } from '#rooms/access'
import { type Article, NOTHING_YET, rulesOf, TEMPLATES } from '#rooms/agreements'
import { type MemberSplit, wholeMonths } from '../../dividing/facts.rules.ts'
import { settleMonth } from '../../dividing/settle.rules.ts'
import { figuresOfTowns, type PaidOn, type TownFigures } from './parts.rules.ts'
import { townsIn } from './towns.rules.ts'

const member = 'member' as MemberId
const october = month('2026-10')
const [old, next] = ['old' as OrganisationId, 'next' as OrganisationId]
const articles = (code: string): readonly Article[] => TEMPLATES.find((each) => each.code === code)?.articles ?? []
const rules = Object.fromEntries(TEMPLATES.map(({ code }) => [code, rulesOf(articles(code))]))
const rulesFor = (code: string) => rules[code] ?? rulesOf([])

const movedOn = (on: string) =>
  townsIn(
    october,
    [
      { from: day('2020-01-01'), municipality: old },
      { from: on as Day, municipality: next },
    ],
    [],
  )

type Version = {
  readonly code: string
  readonly paid: readonly { readonly on: string; readonly net: number }[]
  readonly costs: Readonly<Record<string, number>>
}

let receipts = 0
function divided(versions: readonly Version[], loss = 0) {
  const parts = versions.map(({ code, paid, costs }, nr) => ({
    agreement: { version: `version ${nr}`, rules: rulesFor(code) },
    payments: paid.map(({ on, net }) => ({
      receipt: `receipt ${receipts++}`,
      invoice: 'invoice',
      number: '2026-0001',
      member,
      net: cents(net),
      vat: ZERO,
      rounding: ZERO,
      on: on as Day,
      performedOn: on as Day,
    })),
    reversing: [],
    costs: Object.fromEntries(Object.entries(costs).map(([kind, amount]) => [kind, cents(amount)])),
  }))
  const splits = settleMonth(october, member, { ...NOTHING_YET, openLoss: cents(loss) }, parts, false)
  const [whole] = wholeMonths(splits)
  if (!whole) throw new Error('no month')
  return { whole, paid: splits.flatMap(paidOf) }
}

function paidOf({ facts, rivers }: MemberSplit): PaidOn[] {
  return facts.payments.map(({ receipt, on, net }) => {
    const river = rivers.find((each) => each.receipt === receipt)
    return { on, net, inside: false, earlierLoss: river?.earlierLoss ?? ZERO, lines: river?.lines ?? [] }
  })
}

const shares = ({ parts }: Pick<TownFigures, 'parts'>) => Object.fromEntries(parts.map(({ receiver, cents: own }) => [receiver, own]))
const costs = ({ costsByKind }: Pick<TownFigures, 'costsByKind'>) => sum(Object.values(costsByKind))

describe('a month in which a member moved', () => {
  test('is told to each town by what came in on its days, with the costs and the shares of that money', () => {
    const { whole, paid } = divided([
      {
        code: 'resultaat-50-20-20-10',
        paid: [
          { on: '2026-10-05', net: 30000 },
          { on: '2026-10-25', net: 10000 },
        ],
        costs: { material: 8000 },
      },
    ])
    const [first, second] = figuresOfTowns(whole, paid, movedOn('2026-10-15'))
    expect(first).toMatchObject({ turnover: 30000n, costsByKind: { material: 6000n }, result: 24000n, openLossBefore: 0n, lossCarried: 0n })
    expect(second).toMatchObject({ turnover: 10000n, costsByKind: { material: 2000n }, result: 8000n })
    expect([first, second].map((each) => each && shares(each))).toEqual([
      { business: 12000n, development: 4800n, cooperative: 4800n, municipality: 2400n },
      { business: 4000n, development: 1600n, cooperative: 1600n, municipality: 800n },
    ])
  })

  test('without income in one of the parts that town hears of nothing, and the other of the whole month', () => {
    const { whole, paid } = divided([{ code: 'resultaat-60-15-25', paid: [{ on: '2026-10-20', net: 40000 }], costs: { material: 10000 } }])
    const [first, second] = figuresOfTowns(whole, paid, movedOn('2026-10-15'))
    expect(first).toMatchObject({ turnover: 0n, costsByKind: { material: 0n }, result: 0n })
    expect(Object.values(first ? shares(first) : {})).toEqual([0n, 0n, 0n])
    expect(second).toMatchObject({ turnover: 40000n, costsByKind: { material: 10000n }, result: 30000n })
  })

  test('costs that no payment bore, and the loss that goes on, are told to the town of the last day', () => {
    const { whole, paid } = divided([{ code: 'resultaat-60-15-25', paid: [{ on: '2026-10-05', net: 5000 }], costs: { material: 9000 } }])
    const [first, second] = figuresOfTowns(whole, paid, movedOn('2026-10-15'))
    expect(first).toMatchObject({ turnover: 5000n, costsByKind: { material: 5000n }, result: 0n, lossCarried: 0n })
    expect(second).toMatchObject({ turnover: 0n, costsByKind: { material: 4000n }, result: -4000n, lossCarried: 4000n })
  })

  test('a loss of earlier months goes from the first part to the second', () => {
    const paid = [
      { on: '2026-10-05', net: 10000 },
      { on: '2026-10-25', net: 10000 },
    ]
    const found = divided([{ code: 'resultaat-60-15-25', paid, costs: {} }], 5000)
    const [first, second] = figuresOfTowns(found.whole, found.paid, movedOn('2026-10-15'))
    expect([first?.openLossBefore, first?.lossCarried, second?.openLossBefore, second?.lossCarried]).toEqual([5000n, 2500n, 2500n, 0n])
  })

  test('the parts add up to the month and each closes on itself, to the cent, whatever came in and whenever the move was', () => {
    const on = fc.integer({ min: -5, max: 30 }).map((nr) => addDays(day('2026-10-01'), nr) as string)
    const version = fc.record({
      code: fc.constantFrom(...TEMPLATES.map(({ code }) => code)),
      paid: fc.array(fc.record({ on, net: fc.integer({ min: 1, max: 90000 }) }), { maxLength: 6 }),
      costs: fc.record({ material: fc.integer({ min: 0, max: 60000 }), phone: fc.integer({ min: 0, max: 999 }), tools: fc.integer({ min: 0, max: 9 }) }),
    })
    const move = fc.integer({ min: 1, max: 30 }).map((nr) => addDays(day('2026-10-01'), nr) as string)
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 3 }), move, fc.integer({ min: 0, max: 20000 }), (versions, moved, loss) => {
        const { whole, paid } = divided(versions, loss)
        const told = figuresOfTowns(whole, paid, movedOn(moved))
        const total = (read: (each: TownFigures) => Cents) => sum(told.map(read))
        expect(total(({ turnover }) => turnover)).toBe(whole.turnover)
        expect(total(({ result }) => result)).toBe(whole.result)
        for (const kind of Object.keys(whole.costsByKind)) expect(total(({ costsByKind }) => costsByKind[kind] ?? ZERO)).toBe(whole.costsByKind[kind])
        const lines = whole.lines.filter(({ kind }) => kind !== 'ending')
        for (const receiver of new Set(lines.map((line) => line.receiver))) {
          const all = sum(lines.filter((line) => line.receiver === receiver).map((line) => line.cents))
          expect(total((each) => shares(each)[receiver] ?? ZERO)).toBe(all)
        }
        const [first, second] = told
        expect(first?.openLossBefore).toBe(whole.openLossBefore)
        expect(second?.openLossBefore).toBe(first?.lossCarried)
        expect(second?.lossCarried).toBe(whole.lossCarried)
        if (!first) throw new Error('no first part')
        // The first part is never more than what came in on its days: what it bore, and what it gave.
        expect(plus(sum(first.parts.map((part) => part.cents)), minus(first.openLossBefore, first.lossCarried))).toBe(first.result)
        if (whole.costsNotCounted === 0n) for (const each of told) expect(minus(each.turnover, costs(each))).toBe(each.result)
        expect(first.parts.every((part) => part.cents >= 0n)).toBe(true)
        expect(told.every((each) => each.parts.every((part) => part.cents >= 0n))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
