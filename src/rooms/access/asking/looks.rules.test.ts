import { expect, test } from 'vitest'
import type { Look } from '../access.sql.ts'
import type { OrganisationId, PersonId } from '../permit.ts'
import { askable, togetherByDay } from './looks.rules.ts'

const look = (id: string, at: string, other: Partial<Look> = {}): Look => ({
  id,
  organisationId: 'bloesem' as OrganisationId,
  looker: 'marleen' as PersonId,
  asked: false,
  role: 'coach',
  organisation: 'De Bloesem',
  action: 'member.file',
  at: Temporal.Instant.from(at),
  ...other,
})
const ids = (looks: readonly Look[]) => togetherByDay(looks).map((group) => group.looks.map(({ id }) => id))

test('looks of one day by one person for one thing are one line, newest first', () => {
  expect(ids([look('c', '2026-11-04T15:00Z'), look('b', '2026-11-04T10:00Z'), look('a', '2026-11-04T09:00Z')])).toEqual([['c', 'b', 'a']])
})

test('a day ends at midnight in Amsterdam', () => {
  expect(ids([look('b', '2026-11-04T23:00Z'), look('a', '2026-11-04T22:59Z')])).toEqual([['b'], ['a']])
})

test('another person, another role, another thing and the program stand alone', () => {
  const at = '2026-11-04T10:00Z'
  const others = [{ looker: 'ans' as PersonId }, { role: 'board' as const }, { action: 'split.read' }, { looker: null }, { looker: null }]
  expect(ids([look('a', at), ...others.map((other, n) => look(String(n), at, other))])).toHaveLength(6)
})

test('a question covers what went before it that day, and nothing after', () => {
  const [late, asked, early] = [look('c', '2026-11-04T15:00Z'), look('b', '2026-11-04T10:00Z', { asked: true }), look('a', '2026-11-04T09:00Z')]
  const ask = (looks: Look[]) => togetherByDay(looks).map((group) => askable(group)?.id ?? null)
  expect([ask([late, asked, early]), ask([asked, early]), ask([late, early])]).toEqual([['c'], [null], ['c']])
})
