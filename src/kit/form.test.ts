import { describe, expect, test } from 'vitest'
import { amount, checkForm, dayField, optional, optionalProse, prose, said, text, z } from './form.ts'

const Form = z.object({ name: text(5), price: amount(), extra: optional(dayField()), why: optionalProse(50) })

function fieldsOf(body: Readonly<Record<string, string>>, language: 'nl' | 'en') {
  const parsed = checkForm(Form, body, language)
  return parsed.ok ? {} : parsed.problems.fields
}

describe('what is wrong with a field', () => {
  const wrong = { name: 'too long', price: '-1', extra: 'soon', why: 'het is 111222333' }

  test('is said in Dutch to who reads Dutch', () => {
    expect(fieldsOf(wrong, 'nl')).toEqual({
      name: 'Dit is te lang. Gebruik hoogstens 5 tekens.',
      price: 'Vul een bedrag in dat hoger is dan nul.',
      extra: 'Dit is geen datum. Schrijf het zo: 10-11-2026.',
      why: expect.stringContaining('burgerservicenummer'),
    })
  })

  test('is said in English to who reads English, also where nothing was filled in at all', () => {
    expect(fieldsOf(wrong, 'en')).toEqual({
      name: 'This is too long. Use 5 characters at most.',
      price: 'Fill in an amount above zero.',
      extra: 'This is not a date. Write it like this: 10-11-2026.',
      why: expect.stringContaining('citizen service number'),
    })
    expect(fieldsOf({}, 'en')).toEqual({ name: 'Fill this in.', price: 'Fill this in.' })
  })

  test("follows the language with a room's own words too", () => {
    const own = z.object({ days: text(3).refine((days) => days !== '0', said({ nl: 'Minstens een dag.', en: 'One day at least.' })) })
    const parsed = checkForm(own, { days: '0' }, 'en')
    expect(parsed.ok ? null : parsed.problems.fields.days).toBe('One day at least.')
  })
})

describe('prose', () => {
  test.each(['111222333', 'bel 0612345678 over 111222333'])('takes no citizen service number: %j', (words) => {
    expect(prose(100).safeParse(words).success).toBe(false)
  })
  test.each(['KvK 12345678', '123456789', 'stof voor gordijnen'])('takes %j', (words) => {
    expect(prose(100).safeParse(words).success).toBe(true)
  })
  test('that may be left out gives null', () => {
    expect(optionalProse(10).parse(' ')).toBe(null)
  })
})
