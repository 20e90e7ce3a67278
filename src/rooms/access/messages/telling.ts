import type { Tx } from '#kit/db.ts'
import { staff } from '../access.ts'
import type { Role } from '../permissions.rules.ts'
import type { AnyPermit, PersonId } from '../permit.ts'
import type { MessageKind } from './messages.rules.ts'
import { leaveMessage } from './messages.ts'

/**
 * Leaves messages for whoever works at the acting organisation in one of these roles: one question for all of them, and nobody is told the same twice.
 * With `alone` only that person is told, as long as they still work here in such a role.
 */
export async function tellStaff(
  tx: Tx,
  permit: AnyPermit,
  roles: readonly Role[],
  messages: readonly { readonly kind: MessageKind; readonly link: string }[],
  alone: PersonId | null = null,
): Promise<void> {
  if (messages.length === 0) return
  const here = new Map<PersonId, Role>()
  for (const { person, role } of await staff(tx, permit)) if (roles.includes(role) && !here.has(person)) here.set(person, role)
  const told = alone !== null && here.has(alone) ? [alone] : [...here.keys()]
  for (const person of told) for (const message of messages) await leaveMessage(tx, permit, { person, role: here.get(person) ?? 'system', ...message })
}
