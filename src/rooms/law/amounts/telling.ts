import type { Tx } from '#kit/db.ts'
import { leaveMessage, type Permit, type Role, staff } from '#rooms/access'
import { insertTold } from './amounts.sql.ts'

const TOLD: readonly Role[] = ['treasurer', 'board', 'policyAdviser']

/** Tells treasurers, boards and policy advisers of the acting organisation that an amount of the law changes; of one amount once. */
export async function tellOfAmount(tx: Tx, permit: Permit<'amount.tell'>, amount: string): Promise<void> {
  if (!(await insertTold(tx, permit, amount))) return
  const here = (await staff(tx, permit)).filter(({ role }) => TOLD.includes(role))
  for (const [person, { role }] of new Map(here.map((each) => [each.person, each]))) {
    await leaveMessage(tx, permit, { person, kind: 'lawChanges', link: '/wet', role })
  }
}
