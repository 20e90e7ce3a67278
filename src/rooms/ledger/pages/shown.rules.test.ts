import { expect, test } from 'vitest'
import type { Cents } from '#kit/money.ts'
import type { MemberId, PersonId } from '#rooms/access'
import type { BalanceRow } from '../balances.sql.ts'
import { type Narrowing, shownRows } from './shown.rules.ts'

const row = (number: string, name: string, balance: bigint, member: string | null = null): BalanceRow => ({
  account: `${number}${member ?? ''}`,
  code: 'bank',
  number,
  name,
  kind: 'asset',
  member: member as MemberId | null,
  balance: balance as Cents,
})
const names = new Map([['s' as PersonId, 'Samira el Amrani']])
const rows = [row('1100', 'Bank', 5n), row('1200', 'Debiteuren', 0n, 's'), row('1600', 'Bijdrage aan coöperatie', 0n), row('2000', 'Btw', -1n)]
const shown = (search: string, which: Narrowing['which'], moved: string[] = []) =>
  shownRows(rows, names, new Set(moved), { search, which }).map(({ number }) => number)

test('an account with nothing on it is left out, until something moves or it is asked for', () => {
  expect(shown('', 'standing')).toEqual(['1100', '2000'])
  expect(shown('', 'standing', ['1200s'])).toEqual(['1100', '1200', '2000'])
  expect(shown('', 'moved', ['1200s'])).toEqual(['1200'])
  expect(shown('', 'all')).toEqual(['1100', '1200', '1600', '2000'])
})

test('a number, a name and a member are found, without capitals or accents, all words at once', () => {
  expect([shown('11', 'all'), shown('SAMIRA', 'all'), shown('cooperatie', 'all'), shown('deb amrani', 'all'), shown('bank amrani', 'all')]).toEqual([
    ['1100'],
    ['1200'],
    ['1600'],
    ['1200'],
    [],
  ])
})
