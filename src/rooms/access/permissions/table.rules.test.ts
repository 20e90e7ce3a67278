import { expect, test } from 'vitest'
import { PERMISSIONS } from '../permissions.rules.ts'
import { BOOKS } from './books.rules.ts'
import { HOMES } from './homes.rules.ts'
import { HOUSE } from './house.rules.ts'
import { PEOPLE } from './people.rules.ts'
import { PROMISES } from './promises.rules.ts'
import { TOGETHER } from './together.rules.ts'
import { TRADE } from './trade.rules.ts'

test('an action stands in one part of the table only: the last one would win without a word', () => {
  const parts = [HOUSE, PEOPLE, PROMISES, TOGETHER, TRADE, BOOKS, HOMES].flatMap((part) => Object.keys(part))
  expect(parts.toSorted()).toEqual(Object.keys(PERMISSIONS).toSorted())
})
