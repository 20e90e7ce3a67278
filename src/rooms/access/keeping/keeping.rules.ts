import type { Day } from '#kit/day.ts'
import { type Role, scopeOf } from '../permissions.rules.ts'
import type { PersonId } from '../permit.ts'

export type Keeper = { readonly person: PersonId; readonly role: Role; readonly until: Day | null }

/** Whether a role lets others in and out: without one of these nobody can come in any more. */
export function keepsHouse(role: Role): boolean {
  return scopeOf('person.invite', role) !== null
}

/** Whether an organisation still has somebody who keeps it when this role ends on a day, or now with null; a role that keeps nothing may always end. */
export function mayEnd(all: readonly Keeper[], person: PersonId, role: Role, until: Day | null): boolean {
  if (!keepsHouse(role)) return true
  const own = all.find((each) => each.person === person && each.role === role)
  const sooner = own !== undefined && (until === null || own.until === null || until < own.until)
  return !sooner || all.some((each) => keepsHouse(each.role) && each.person !== person)
}

/** What is wrong with who keeps a cooperative: one administrator only, or two of whom one alone can come in with a second step. Null when two can. */
export function keepingTrouble(administrators: readonly { readonly ready: boolean }[]): 'none' | 'one' | 'oneReady' | null {
  if (administrators.length === 0) return 'none'
  if (administrators.length === 1) return 'one'
  return administrators.filter(({ ready }) => ready).length < 2 ? 'oneReady' : null
}
