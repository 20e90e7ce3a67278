import { expect, test } from 'vitest'
import { pageAddress, pageAsked, pageAt, pageOf } from './paging.ts'

const letters = [...'abcdefg']

test('a list is cut into pages that hold everything once', () => {
  const pages = [1, 2, 3].map((asked) => pageOf(letters, asked, 3).rows)
  expect(pages).toEqual([['a', 'b', 'c'], ['d', 'e', 'f'], ['g']])
  expect(pageOf(letters, 2, 3).at).toEqual({ page: 2, pages: 3, count: 7, before: 3 })
})

test('exactly full is one page, one more is two, nothing is one', () => {
  expect([6, 7, 0].map((count) => pageAt(count, 1, 6).pages)).toEqual([1, 2, 1])
})

test('a page that is not there is the nearest that is', () => {
  expect([0, -4, 4, 99, 1.5, Number.NaN].map((asked) => pageAt(7, asked, 3).page)).toEqual([1, 1, 3, 3, 1, 1])
})

test('only a whole number from one asks for a page', () => {
  expect([undefined, '', '0', '-1', '1.5', '2e3', 'x', '02', '3', '1234567'].map(pageAsked)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 3, 1])
})

test('an address keeps what was looked for, and says neither what is empty nor the first page', () => {
  expect(pageAddress('/aanbod', { werk: null, plaats: '' })).toBe('/aanbod')
  expect(pageAddress('/aanbod', { werk: 'food', plaats: 'Den Haag' }, 1)).toBe('/aanbod?werk=food&plaats=Den+Haag')
  expect(pageAddress('/aanbod', { werk: null, plaats: 'a&b' }, 3)).toBe('/aanbod?plaats=a%26b&pagina=3')
})
