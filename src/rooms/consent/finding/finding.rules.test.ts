import { expect, test } from 'vitest'
import type { RequestLine } from '../consent.types.ts'
import { matching, ON_A_PAGE, pageOf } from './finding.rules.ts'

const line = (memberName: string | null, reference: string | null) => ({ request: { memberName, reference } }) as RequestLine
const all = [line('Zoë de Vries', 'W-2026-118'), line('Sem Smit', 'W-2026-119'), line(null, null)]
const named = (typed: string) => matching(all, typed).map(({ request }) => request.memberName)

test('a case is found by any words of its name or its reference, whatever the capitals and accents', () => {
  expect(named('zoe')).toEqual(['Zoë de Vries'])
  expect(named('VRIES zoë')).toEqual(['Zoë de Vries'])
  expect(named('w-2026-119')).toEqual(['Sem Smit'])
  expect(named('2026')).toEqual(['Zoë de Vries', 'Sem Smit'])
  expect(named('Smit 118')).toEqual([])
  expect(named('  ')).toHaveLength(3)
})

test('pages hold all of them once, and a page that is not there is the nearest', () => {
  const many = Array.from({ length: ON_A_PAGE + 1 }, (_, n) => line(`Nr ${n}`, null))
  expect([pageOf(many, 1).lines.length, pageOf(many, 2).lines.length]).toEqual([ON_A_PAGE, 1])
  expect([pageOf(many, 0).page, pageOf(many, 3).page, pageOf(many, Number.NaN).page, pageOf([], 1).pages]).toEqual([1, 2, 1, 1])
})
