import { BOOKS } from './permissions/books.rules.ts'
import { HOMES } from './permissions/homes.rules.ts'
import { HOUSE } from './permissions/house.rules.ts'
import { PEOPLE } from './permissions/people.rules.ts'
import { PROMISES } from './permissions/promises.rules.ts'
import type { Role, Rule, Scope } from './permissions/rule.rules.ts'
import { TOGETHER } from './permissions/together.rules.ts'
import { TRADE } from './permissions/trade.rules.ts'

export { ROLES, type Role, type Scope } from './permissions/rule.rules.ts'

/**
 * The one table of who may do what, in the order of the floors; its lines stand in `permissions/`, and a new line goes there.
 * A page asks it whether to show a button; `act` asks it whether to open the door.
 */
export const PERMISSIONS = { ...HOUSE, ...PEOPLE, ...PROMISES, ...TOGETHER, ...TRADE, ...BOOKS, ...HOMES } as const

export type Action = keyof typeof PERMISSIONS

/** The actions that may book money, read from the table. */
export type MoneyAction = { [A in Action]: (typeof PERMISSIONS)[A] extends { readonly money: true } ? A : never }[Action]

/** Whether a word names an action of the table. */
export function isAction(name: string): name is Action {
  return Object.hasOwn(PERMISSIONS, name)
}

/** How far this role reaches with this action; null when it may not. */
export function scopeOf(action: Action, role: Role): Scope | null {
  const rule: Rule = PERMISSIONS[action]
  return rule.may[role] ?? null
}

/** Whether the action opens a person's file. */
export function looks(action: Action): boolean {
  const rule: Rule = PERMISSIONS[action]
  return rule.looks ?? false
}

/** Whether an organisation may do it that the network has yet to confirm. */
export function isEarly(action: Action): boolean {
  const rule: Rule = PERMISSIONS[action]
  return rule.early ?? false
}

/** Whether the action books money. */
export function movesMoney(action: Action): boolean {
  const rule: Rule = PERMISSIONS[action]
  return rule.money ?? false
}
