import type { Tx } from '#kit/db.ts'
import { type Job, job, type MemberId, type Permit } from '#rooms/access'
import { tellQuestioned, tellStatementAnswered } from './asking/asking.ts'
import { closing } from './months/long-close.ts'
import { remindOfStatements } from './statements/reminding.ts'
import { forgetShared } from './whatif/sharing.ts'

export const jobs = {
  'statement.remind': job('statement.remind', (tx, permit) => remindOfStatements(tx, permit)),
  'statement.tellQuestioned': toldAt('cooperative', tellQuestioned),
  'statement.tellThreadAnswered': toldAt('municipality', tellStatementAnswered),
  'whatIf.forget': job('whatIf.share', (tx, permit) => forgetShared(tx, permit)),
}

export const errands = { 'month.close': closing }

/** What one side asks or answers is told at the other: there the program acts for that organisation. */
function toldAt(
  side: 'cooperative' | 'municipality',
  tell: (tx: Tx, permit: Permit<'statement.tell'>, statement: string, member: MemberId) => Promise<void>,
): Job {
  const there = job('statement.tell', (tx, permit, facts) => tell(tx, permit, facts.statement ?? '', facts.member as MemberId))
  return (world, order) => there(world, { ...order, organisation: order.facts[side] ?? null })
}
