import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '#kit/day.ts'
import { type Cents, cents, plus, sum, ZERO } from '#kit/money.ts'
import { type Wearing, wearTransfers, wearUntil } from './wearing.rules.ts'

const machine: Wearing = { id: 'a', name: 'Naaimachine', cost: cents(60_000), worn: ZERO, boughtOn: day('2026-01-15'), years: 5 }

test.each([
  ['2026-02-14', 0n],
  ['2026-02-15', 1000n],
  ['2026-12-31', 11_000n],
  ['2031-01-15', 60_000n],
  ['2040-01-01', 60_000n],
])('600 euro over five years is written off until %s for %i cents', (on, expected) => {
  expect(sum(wearUntil([machine], day(on)).map((part) => part.cents))).toBe(expected)
})

test('what was written off before is not written off again, and comes back where a thing lasts longer', () => {
  expect(wearUntil([{ ...machine, worn: cents(11_000) }], day('2026-12-31'))).toEqual([])
  expect(wearUntil([{ ...machine, worn: cents(11_000), years: 10 }], day('2026-12-31'))[0]?.cents).toBe(-5500n)
})

const things = fc.array(
  fc.record({ cost: fc.bigInt({ min: 0n, max: 9_000_000n }), years: fc.integer({ min: 1, max: 50 }), days: fc.integer({ min: 0, max: 3000 }) }),
  { maxLength: 5 },
)

test('booked in steps of any size it comes to the same, never more than a thing cost', () => {
  fc.assert(
    fc.property(things, fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 6 }), (rows, steps) => {
      let now: Wearing[] = rows.map(({ cost, years, days }, at) => ({
        id: String(at),
        name: String(at),
        cost: cost as Cents,
        worn: ZERO,
        boughtOn: addDays(day('2020-01-01'), days),
        years,
      }))
      const begin = now
      let until = day('2020-01-01')
      for (const step of steps) {
        until = addDays(until, step)
        const parts = new Map(wearUntil(now, until).map((part) => [part.id, part.cents]))
        now = now.map((thing) => ({ ...thing, worn: plus(thing.worn, parts.get(thing.id) ?? ZERO) }))
      }
      const once = new Map(wearUntil(begin, until).map((part) => [part.id, part.cents]))
      for (const thing of now) {
        expect(thing.worn).toBe(once.get(thing.id) ?? ZERO)
        expect(thing.worn >= 0n && thing.worn <= thing.cost).toBe(true)
      }
    }),
  )
})

test('the entry moves exactly the parts, more and less apart', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: -1000n, max: 1000n })), (amounts) => {
      const parts = amounts.map((each) => ({ cents: each as Cents }))
      const all = wearTransfers(parts)
      expect(all.every((each) => each.cents > 0n)).toBe(true)
      const worn = all.reduce((total, each) => total + (each.credit.code === 'equipmentWorn' ? each.cents : -each.cents), 0n)
      expect(worn).toBe(amounts.reduce((total, each) => total + each, 0n))
    }),
  )
})
