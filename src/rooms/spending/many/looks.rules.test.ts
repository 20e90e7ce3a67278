import { expect, test } from 'vitest'
import { cents } from '#kit/money.ts'
import type { MemberId, PersonId } from '#rooms/access'
import { type Lookable, looksOf } from './looks.rules.ts'

const [samira, ans] = ['samira' as MemberId, 'ans' as PersonId]
const plain: Lookable = {
  member: samira,
  sentBy: samira,
  gross: cents(1210),
  kind: 'material',
  paidBy: 'bank',
  unsure: [],
  file: 'a photo',
  standing: 'waiting',
  alike: false,
}

test('a plain receipt with a photo may be approved with many, and each thing that is odd asks for a look', () => {
  expect(looksOf(plain, ans, null)).toEqual([])
  expect(looksOf(plain, ans, ['material'])).toEqual([])
  expect(looksOf(plain, ans, ['tools'])).toEqual(['consent'])
  expect(looksOf(plain, ans, [])).toEqual(['consent'])
  expect(looksOf(plain, samira, null)).toEqual(['own'])
  expect(looksOf({ ...plain, sentBy: ans }, ans, null)).toEqual(['own'])
  expect(looksOf({ ...plain, gross: null }, ans, null)).toEqual(['unknown'])
  expect(looksOf({ ...plain, kind: 'unknown' }, ans, [])).toEqual(['unknown'])
  expect(looksOf({ ...plain, paidBy: 'unknown' }, ans, null)).toEqual(['unknown'])
  expect(looksOf({ ...plain, unsure: ['vat'] }, ans, null)).toEqual(['unknown'])
  expect(looksOf({ ...plain, standing: 'askedBack' }, ans, null)).toEqual(['question'])
  expect(looksOf({ ...plain, standing: 'answered' }, ans, null)).toEqual(['question'])
  expect(looksOf({ ...plain, alike: true }, ans, null)).toEqual(['double'])
  expect(looksOf({ ...plain, file: null }, ans, null)).toEqual(['photo'])
  expect(looksOf({ ...plain, alike: true, file: null }, ans, null)).toEqual(['double', 'photo'])
})
