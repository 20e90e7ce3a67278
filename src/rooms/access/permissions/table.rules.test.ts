import { expect, test } from 'vitest'
import { type Action, isEarly, movesMoney, PERMISSIONS } from '../permissions.rules.ts'
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

test('an organisation that the network has yet to confirm prepares, and does nothing that reaches others; a new line is shut for it', () => {
  const early = (Object.keys(PERMISSIONS) as Action[]).filter(isEarly)
  // The own account, reading the law and the organisation, inviting who works on it, and the way to the end of the path.
  expect(early.toSorted()).toEqual([
    ...['access.see', 'agreement.draft', 'agreement.read', 'amount.read', 'filter.keep', 'looks.ask', 'looks.read', 'message.read', 'organisation.read'],
    ...['paper.answer', 'paper.make', 'paper.read', 'person.address', 'person.invite', 'start.ask', 'start.confirm', 'start.read', 'start.share', 'start.tick'],
  ])
  expect(early.filter(movesMoney)).toEqual([])
})
