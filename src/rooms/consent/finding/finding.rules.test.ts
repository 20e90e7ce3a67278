import { expect, test } from 'vitest'
import type { RequestLine } from '../consent.types.ts'
import { matching } from './finding.rules.ts'

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
