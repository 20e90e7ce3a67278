import { daysBetween, longDay, longMonth, type Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { leaveMessage, type MemberId, type Permit } from '#rooms/access'
import { findMember } from '#rooms/members'
import { cooperativeOf } from '#rooms/organisations'
import { REMIND_BEFORE } from './statement.rules.ts'
import { statementTexts } from './statements.en.ts'
import { statementLines, statementsWaiting } from './statements.ts'

/**
 * Tells members whose statement waits and is due in five days, in two, or today (decisions 7). Nothing is ever sent to the municipality by
 * itself. A term of law runs, so mail about it waits for no rhythm. Who has no e-mail is told by the coach too. Gives how many it told.
 */
export async function remindOfStatements(tx: Tx, permit: Permit<'statement.remind'>): Promise<number> {
  const due = (await statementsWaiting(tx, permit)).filter(
    (line) => line.dueOn !== null && (REMIND_BEFORE as readonly number[]).includes(daysBetween(permit.today, line.dueOn)),
  )
  // A month with two towns is one thing to look at.
  const months = [...new Map(due.map((line) => [`${line.member} ${line.month}`, line])).values()]
  for (const { member, month } of months) {
    await leaveMessage(tx, permit, { person: member, kind: 'statementWaits', link: `/opgaven/${month}`, role: 'member' })
    await happened(tx, permit, 'statement.reminded', { member, month })
  }
  return months.length
}

/**
 * The same reminder as a letter to print, in the language of the member: for whoever has no e-mail. Names no amounts and no benefit, for
 * others may see an open letter too. Refuses (missing) outside reach, and where no statement waits.
 */
export async function reminderLetter(tx: Tx, permit: Permit<'statement.letter'>, member: MemberId, month: Month): Promise<unknown> {
  const line = (await statementLines(tx, permit, member)).find((each) => each.month === month && (each.standing === 'toRelease' || each.standing === 'changed'))
  const row = line ? await findMember(tx, permit, member) : null
  if (!line || !row) return refuse(statementTexts(permit.language).refusals.noSuchStatement, {}, { kind: 'missing' })
  const { tradeName, street, postCode, city } = await cooperativeOf(tx, permit)
  const words = statementTexts(row.language).letter
  const params = {
    name: row.firstName,
    month: longMonth(month, row.language),
    day: line.dueOn ? longDay(line.dueOn, row.language) : '',
    cooperative: tradeName,
  }
  const sentences = [words.hello, line.dueOn ? words.ready : words.readyAnyDay, words.how, words.wrong, words.greeting]
  return {
    language: row.language,
    title: fill(words.subject, params),
    author: tradeName,
    sender: [tradeName, street, `${postCode} ${city}`],
    to: [row.name, row.street, row.postCode && row.city ? `${row.postCode} ${row.city}` : null].filter((each) => each !== null),
    facts: [[words.on, longDay(permit.today, row.language)]],
    parts: sentences.map((sentence) => ({ kind: 'text', text: fill(sentence, params) })),
    foot: [],
    pages: statementTexts(row.language).sheet.pages,
  }
}
