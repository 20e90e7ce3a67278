import type { Tx } from '#kit/db.ts'
import { leaveMessage, type MessageKind, type Permit, type Role, staff } from '#rooms/access'

/** Tells the policy advisers of the acting municipality that an agreement waits to be read. */
export function tellAdvisers(tx: Tx, permit: Permit<'agreement.tell'>): Promise<void> {
  return tell(tx, permit, ['policyAdviser'], 'cooperationAgreement')
}

/** Tells whoever signs for the acting organisation that the other party answered. */
export function tellAnswered(tx: Tx, permit: Permit<'agreement.tell'>): Promise<void> {
  return tell(tx, permit, ['board', 'policyAdviser'], 'cooperationAnswered')
}

async function tell(tx: Tx, permit: Permit<'agreement.tell'>, roles: readonly Role[], kind: MessageKind): Promise<void> {
  const here = (await staff(tx, permit)).filter((each) => roles.includes(each.role))
  for (const [person, { role }] of new Map(here.map((each) => [each.person, each]))) {
    await leaveMessage(tx, permit, { person, kind, link: '/afspraken', role })
  }
}
