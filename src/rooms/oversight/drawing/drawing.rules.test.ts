import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { howMany, inDrawOrder, isOfMunicipality, monthLiesIn, sampleStanding, seedText } from './drawing.rules.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const ids = fc.uniqueArray(fc.uuid({ version: 7 }), { maxLength: 60 })

describe('a draw that everybody can do again', () => {
  test('gives the same order for the same seed, however the things came in', () => {
    fc.assert(
      fc.property(ids, fc.string(), (things, seed) => {
        expect(inDrawOrder(things.toReversed(), seed, sha256)).toEqual(inDrawOrder(things, seed, sha256))
      }),
    )
  })

  test('draws every thing at most once, and all of them when so many are asked', () => {
    fc.assert(
      fc.property(ids, fc.string(), (things, seed) => {
        const drawn = inDrawOrder([...things, ...things], seed, sha256)
        expect(drawn.map(({ id }) => id).sort()).toEqual([...things].sort())
      }),
    )
  })

  test('a thing more changes nothing about the order of the others', () => {
    fc.assert(
      fc.property(ids, fc.uuid({ version: 7 }), fc.string(), (things, more, seed) => {
        const without = inDrawOrder(things, seed, sha256).filter(({ id }) => id !== more)
        expect(inDrawOrder([...things, more], seed, sha256).filter(({ id }) => id !== more)).toEqual(without)
      }),
    )
  })

  test('is what an adviser works out by hand', () => {
    const seed = sha256('M|C|receipt|2026-01-01|2026-06-30|2026-07-02T07:00:00Z|9f')
    expect(
      seedText({
        municipality: 'M',
        cooperative: 'C',
        kind: 'receipt',
        from: day('2026-01-01'),
        until: day('2026-06-30'),
        askedAt: '2026-07-02T07:00:00Z',
        number: '9f',
      }),
    ).toBe('M|C|receipt|2026-01-01|2026-06-30|2026-07-02T07:00:00Z|9f')
    const byHand = ['a', 'b', 'c'].map((id) => ({ id, check: sha256(`${seed}|${id}`) })).sort((one, other) => one.check.localeCompare(other.check))
    expect(inDrawOrder(['c', 'a', 'b'], seed, sha256)).toEqual(byHand)
  })

  test('another number draws another order', () => {
    const things = Array.from({ length: 20 }, (_, nr) => `thing ${nr}`)
    const drawnBy = (number: string) => inDrawOrder(things, sha256(number), sha256).map(({ id }) => id)
    expect(drawnBy('1')).not.toEqual(drawnBy('2'))
  })
})

describe('how many', () => {
  test.each([
    [{ size: 3, percent: null }, 10, 3],
    [{ size: 3, percent: null }, 2, 2],
    [{ size: 1, percent: null }, 0, 0],
    [{ size: null, percent: 10 }, 0, 0],
    [{ size: null, percent: 10 }, 1, 1],
    [{ size: null, percent: 10 }, 10, 1],
    [{ size: null, percent: 10 }, 11, 2],
    [{ size: null, percent: 100 }, 11, 11],
  ] as const)('%j of %i is %i', (asked, there, many) => expect(howMany(asked, there)).toBe(many))
})

describe('what counts', () => {
  const period = { from: day('2026-02-01'), until: day('2026-03-31') }
  const consents = [
    { from: day('2025-03-01'), until: day('2026-02-10') },
    { from: day('2026-03-01'), until: day('2027-02-28') },
  ]
  test.each([
    ['2026-01-31', false],
    ['2026-02-01', true],
    ['2026-02-10', true],
    ['2026-02-11', false],
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
  ])('a receipt of %s: %s', (on, counts) => expect(isOfMunicipality(day(on), period, consents)).toBe(counts))

  test.each([
    ['2026-01', false],
    ['2026-02', true],
    ['2026-03', true],
    ['2026-04', false],
  ])('the statement of %s: %s', (of, counts) => expect(monthLiesIn(month(of), period)).toBe(counts))

  test('a month that is only partly in the period is not drawn', () => {
    expect(monthLiesIn(month('2026-02'), { from: day('2026-02-02'), until: day('2026-03-31') })).toBe(false)
  })
})

test('a sample is over the day after the last day on which it is seen', () => {
  const closing = { seenUntil: day('2026-07-10') }
  expect(sampleStanding({ draw: null, closing: null }, day('2026-07-01'))).toBe('asked')
  expect(sampleStanding({ draw: {}, closing: null }, day('2026-07-01'))).toBe('running')
  expect(sampleStanding({ draw: {}, closing }, day('2026-07-10'))).toBe('closed')
  expect(sampleStanding({ draw: {}, closing }, day('2026-07-11'))).toBe('over')
})
