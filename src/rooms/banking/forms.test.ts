import { describe, expect, test } from 'vitest'
import { checkForm } from '#kit/form.ts'
import { cents } from '#kit/money.ts'
import { Refusal } from '#kit/refusal.ts'
import type { InvoiceId } from '#rooms/invoicing'
import type { BankLine } from './banking.types.ts'
import type { SingleChoice } from './booking/choice.ts'
import { BookForm, choiceOf, MOST_ROWS, optionOf, rowsIn } from './forms.ts'

const ID = '01a10adc-b980-795d-97c0-0ffd03ffac8a'
const line = (amount: number) => ({ cents: cents(amount) }) as BankLine
const find = (numbers: readonly string[]) => numbers.map((number) => number as InvoiceId)

function choice(typed: Readonly<Record<string, string>>, amount: number) {
  const parsed = checkForm(BookForm, typed)
  if (!parsed.ok) return Object.keys(parsed.problems.fields)
  try {
    return choiceOf(parsed.value, line(amount), find)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.field
  }
}

describe('the form of a line', () => {
  test('is one thing when one part is filled in, whatever amount it repeats', () => {
    expect(choice({ soort1: 'subsidy' }, 5000)).toMatchObject({ kind: 'subsidy' })
    expect(choice({ soort1: 'bankCosts', bedrag1: '50,00' }, -5000)).toMatchObject({ kind: 'bankCosts' })
    expect(choice({ soort1: `cost:${ID}` }, -5000)).toEqual({ kind: 'cost', cost: ID })
    expect(choice({ soort1: 'invoice', factuur1: '2026-0001, 2026-0002' }, 5000)).toEqual({ kind: 'invoice', invoices: ['2026-0001', '2026-0002'] })
  })

  test('gives each part its amount in the way of the line, and the empty one the rest', () => {
    const parts = (typed: Readonly<Record<string, string>>, amount: number) =>
      (choice(typed, amount) as unknown as { parts: { cents: bigint }[] }).parts.map((part) => part.cents)
    expect(parts({ soort1: 'bankCosts', bedrag1: '0,01', soort2: 'ownCost' }, -5000)).toEqual([-1n, -4999n])
    expect(parts({ soort1: 'ownTransfer', soort2: 'bankCosts', bedrag2: '-3,00' }, 9700)).toEqual([10000n, -300n])
    expect(parts({ soort1: 'subsidy', bedrag1: '49,99', soort2: 'tax', bedrag2: '0,02' }, 5000)).toEqual([4999n, 2n])
    // One part that is less than the line is no whole: the action says so.
    expect(parts({ soort1: 'subsidy', bedrag1: '49,99' }, 5000)).toEqual([4999n])
  })

  test('names the field that is wrong', () => {
    expect(choice({}, 5000)).toBe('soort1')
    expect(choice({ soort1: 'nonsense' }, 5000)).toBe('soort1')
    expect(choice({ soort1: 'parts' }, 5000)).toBe('soort1')
    expect(choice({ soort1: 'invoice' }, 5000)).toBe('factuur1')
    expect(choice({ soort1: 'subsidy', soort2: 'tax' }, 5000)).toBe('bedrag2')
    expect(choice({ soort1: 'subsidy', bedrag1: '1', bedrag2: '2' }, 300)).toBe('soort2')
    expect(choice({ soort1: 'subsidy', bedrag1: 'veel' }, 5000)).toEqual(['bedrag1'])
  })

  test('shows as many parts as were asked, at least one and not more than fit', () => {
    expect([rowsIn(undefined), rowsIn('0'), rowsIn('3'), rowsIn('99'), rowsIn('x'), rowsIn(['2', '3'])]).toEqual([1, 1, 3, MOST_ROWS, 1, 1])
  })

  test('says every choice in one word and reads it back', () => {
    const choices: readonly SingleChoice[] = [
      { kind: 'cost', cost: ID },
      { kind: 'returned', booking: ID as never, part: null },
      { kind: 'returned', booking: ID as never, part: 2 },
      { kind: 'refund', invoices: [ID as InvoiceId] },
    ]
    for (const each of choices) expect(choice({ soort1: optionOf(each) }, -100)).toEqual(each)
  })
})
