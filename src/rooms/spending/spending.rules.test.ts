import { describe, expect, test } from 'vitest'
import { cents } from '#kit/money.ts'
import type { PersonId } from '#rooms/access'
import {
  costOf,
  heldJudgement,
  isInConsent,
  isReserved,
  type Kept,
  lastJudgement,
  mayJudge,
  OUTCOMES,
  receiptStanding,
  requestStanding,
  tooMuchVat,
} from './spending.rules.ts'

let count = 0
const judged = (outcome: Kept, revises: { id: string } | null = null) => ({ id: String(++count), outcome, revises: revises?.id ?? null })

describe('where a receipt stands', () => {
  test('it waits until somebody judges it', () => {
    expect(receiptStanding([], [])).toBe('waiting')
  })
  test('asked back, answered, asked again', () => {
    expect(receiptStanding([judged('askedBack')], [])).toBe('askedBack')
    expect(receiptStanding([judged('askedBack')], ['yes'])).toBe('answered')
    expect(receiptStanding([judged('askedBack'), judged('askedBack')], ['yes'])).toBe('askedBack')
  })
  test.each(OUTCOMES.filter((outcome) => outcome !== 'askedBack'))('%s is final', (outcome) => {
    expect(receiptStanding([judged('askedBack'), judged(outcome)], ['yes'])).toBe(outcome)
  })
  test('the last revision holds, in whatever order they come', () => {
    const first = judged('accepted')
    const second = judged('rejected', first)
    const third = judged('onDevelopment', second)
    expect(heldJudgement([first])?.id).toBe(first.id)
    expect(heldJudgement([judged('askedBack'), third, first, second])?.id).toBe(third.id)
    expect(receiptStanding([first, second], [])).toBe('rejected')
    expect(heldJudgement([judged('askedBack')])).toBe(null)
  })
  test('what was undone waits again, with its question answered or not, and the next judgement names the undoing', () => {
    const first = judged('accepted')
    const undone = judged('undone', first)
    expect(receiptStanding([first, undone], [])).toBe('waiting')
    expect(receiptStanding([judged('askedBack'), first, undone], ['yes'])).toBe('answered')
    expect([heldJudgement([first, undone]), lastJudgement([first, undone])?.id]).toEqual([null, undone.id])
    expect(receiptStanding([first, undone, judged('accepted', undone)], [])).toBe('accepted')
    expect(lastJudgement([judged('askedBack')])).toBe(null)
  })
})

test.each([
  [12100, 2100, false],
  [12100, 2101, false],
  [12100, 2102, true],
  [0, 0, false],
  [100, -1, true],
])('of %i cents, %i cents of VAT is too much: %s', (gross, vat, too) => {
  expect(tooMuchVat(cents(gross), cents(vat))).toBe(too)
})

describe('what a cost is', () => {
  test('VAT that comes back is no cost', () => {
    expect(costOf(cents(12100), cents(2100), false)).toEqual({ net: 10000n, vatDeductible: 2100n })
  })
  test('under the small businesses scheme VAT is part of the cost (domain example 3)', () => {
    expect(costOf(cents(6050), cents(1050), true)).toEqual({ net: 6050n, vatDeductible: 0n })
  })
})

test('nobody judges for oneself, nor what one sent for somebody else', () => {
  const [ans, samira] = ['ans', 'samira'] as [PersonId, PersonId]
  expect(mayJudge(ans, samira, samira)).toBe(true)
  expect(mayJudge(samira, samira, ans)).toBe(false)
  expect(mayJudge(ans, samira, ans)).toBe(false)
})

test('a kind outside the consent is flagged, and nothing is where no consent is needed', () => {
  expect(isInConsent('phone', ['material'])).toBe(false)
  expect(isInConsent('material', ['material'])).toBe(true)
  expect(isInConsent('phone', null)).toBe(true)
})

test('what was asked or approved is held until it is bought, refused or taken back', () => {
  expect([requestStanding(null, false), requestStanding('approved', false)].every(isReserved)).toBe(true)
  expect([requestStanding('approved', true), requestStanding('refused', false), requestStanding('takenBack', false)].some(isReserved)).toBe(false)
  expect([requestStanding('approved', false, 'takenBack'), requestStanding('approved', false, 'cancelled')].some(isReserved)).toBe(false)
})
