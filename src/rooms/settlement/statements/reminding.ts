import { daysBetween, longDay, longMonth } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { queueMail } from '#kit/mail.ts'
import { fill } from '#kit/text.ts'
import type { Permit } from '#rooms/access'
import { findMember } from '#rooms/members'
import { cooperativeOf } from '#rooms/organisations'
import { REMIND_BEFORE } from './statement.rules.ts'
import { statementTexts } from './statements.en.ts'
import { statementsWaiting } from './statements.ts'

/**
 * Mails members whose statement waits and is due in five days, in two, or today (decisions 7). Nothing is ever sent to the municipality by
 * itself. The mail names no amounts and no benefit: others may read along. Who has no e-mail is told by the coach. Gives how many it wrote.
 */
export async function remindOfStatements(tx: Tx, permit: Permit<'statement.remind'>): Promise<number> {
  const due = (await statementsWaiting(tx, permit)).filter(
    (line) => line.dueOn !== null && (REMIND_BEFORE as readonly number[]).includes(daysBetween(permit.today, line.dueOn)),
  )
  if (due.length === 0) return 0
  const { tradeName } = await cooperativeOf(tx, permit)
  let written = 0
  for (const { member, month, dueOn } of due) {
    const row = await findMember(tx, permit, member)
    if (!row?.email || !dueOn) continue
    const words = statementTexts(row.language).reminder
    const params = { name: row.firstName, month: longMonth(month, row.language), day: longDay(dueOn, row.language), cooperative: tradeName }
    await queueMail(tx, permit, { to: row.email, subject: fill(words.subject, params), text: fill(words.text, params) })
    await happened(tx, permit, 'statement.reminded', { member, month })
    written++
  }
  return written
}
