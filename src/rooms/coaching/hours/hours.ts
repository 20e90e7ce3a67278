import { type Day, within } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type MemberId, type Permit, personOf } from '#rooms/access'
import { nameHere, refuseElsewhere } from '../here.ts'
import type { PaperPart } from '../paper.ts'
import { texts } from './hours.en.ts'
import { type HoursLine, minutesOf, problemOfHours } from './hours.rules.ts'
import { hoursOf, insertHours, insertHoursAnswer, insertLearning, type Learning, learningOf, lockHours } from './hours.sql.ts'
import { hoursPiece } from './hours-paper.ts'

const FIELDS = { dayToCome: 'on', noTime: 'hours', tooMuch: 'hours' } as const

/** How a member learns Dutch and which hours were written down, newest first. Refuses (missing) outside reach. */
export async function hoursFile(
  tx: Tx,
  permit: AnyPermit,
  member: MemberId,
): Promise<{ readonly learning: Learning | null; readonly lines: readonly HoursLine[] }> {
  refuseElsewhere(permit, member)
  return { learning: await learningOf(tx, permit, member), lines: await hoursOf(tx, permit, member) }
}

/** The confirmed hours of a member as parts of a paper for whoever looks along, in Dutch; null while none is confirmed. Refuses (missing) outside reach. */
export async function hoursCopy(tx: Tx, permit: AnyPermit, member: MemberId): Promise<PaperPart[] | null> {
  return hoursPiece(await hoursFile(tx, permit, member), permit.today)
}

/** What a coach confirmed as hours of taking part (working, helping, learning at work), per day of a span, in minutes. Hours of language are no work. Refuses (missing) outside reach. */
export async function confirmedWork(
  tx: Tx,
  permit: AnyPermit,
  member: MemberId,
  span: { readonly from: Day; readonly until: Day },
): Promise<{ readonly on: Day; readonly minutes: number }[]> {
  refuseElsewhere(permit, member)
  const lines = await hoursOf(tx, permit, member)
  return lines.filter((line) => line.kind === 'participation' && line.answer === 'confirmed' && within(line.on, span.from, span.until))
}

/** Writes down which road a member follows, and what goes with it. Refuses a PIP of a day to come. */
export async function writeLearning(tx: Tx, permit: Permit<'learning.write'>, member: MemberId, learning: Learning): Promise<void> {
  await nameHere(tx, permit, member)
  if (learning.pipOn && learning.pipOn > permit.today) refuse(texts[permit.language].refusals.pipToCome, {}, { field: 'pipOn' })
  await insertLearning(tx, permit, member, learning)
  await happened(tx, permit, 'learning.written', { member })
}

/** The acting member writes down hours, in thousandths of an hour; gives their id. They count once the coach confirms them. Refuses a day to come and more than a day holds. */
export async function logHours(
  tx: Tx,
  permit: Permit<'hours.log'>,
  hours: Pick<HoursLine, 'kind' | 'on' | 'what'> & { readonly thousandths: bigint },
): Promise<string> {
  const member = personOf(permit)
  await lockHours(tx, permit, member)
  const { thousandths, ...facts } = hours
  const line = { ...facts, minutes: minutesOf(thousandths) }
  const problem = problemOfHours(line, permit.today, await hoursOf(tx, permit, member))
  if (problem) refuse(texts[permit.language].refusals[problem], {}, { field: FIELDS[problem] })
  const id = await insertHours(tx, permit, line)
  await happened(tx, permit, 'hours.logged', { member })
  return id
}

/** The acting member takes back hours that have no answer yet. Refuses (conflict) those that have. */
export async function takeHoursBack(tx: Tx, permit: Permit<'hours.log'>, id: string): Promise<void> {
  const member = personOf(permit)
  await lockHours(tx, permit, member)
  await answer(tx, permit, await hoursOf(tx, permit, member), [id], 'takenBack', null)
  await happened(tx, permit, 'hours.takenBack', { member })
}

/** The coach says of hours of an own member whether they count. Refuses without any, without a reason why not, and what has an answer already (conflict). */
export async function judgeHours(
  tx: Tx,
  permit: Permit<'hours.confirm'>,
  member: MemberId,
  ids: readonly string[],
  verdict: { readonly counts: true } | { readonly counts: false; readonly reason: string | null },
): Promise<void> {
  const words = texts[permit.language].refusals
  await nameHere(tx, permit, member)
  if (ids.length === 0) refuse(words.nothingChosen, {}, { field: 'hours' })
  const reason = verdict.counts ? null : (verdict.reason ?? refuse(words.noReason, {}, { field: 'reason' }))
  await lockHours(tx, permit, member)
  await answer(tx, permit, await hoursOf(tx, permit, member), ids, verdict.counts ? 'confirmed' : 'declined', reason)
  await happened(tx, permit, verdict.counts ? 'hours.confirmed' : 'hours.declined', { member })
}

async function answer(
  tx: Tx,
  permit: AnyPermit,
  lines: readonly HoursLine[],
  ids: readonly string[],
  said: 'confirmed' | 'declined' | 'takenBack',
  reason: string | null,
): Promise<void> {
  const words = texts[permit.language].refusals
  for (const id of new Set(ids)) {
    const line = lines.find((each) => each.id === id) ?? refuse(words.missing, {}, { kind: 'missing' })
    if (line.answer !== null) refuse(words.answered, {}, { kind: 'conflict' })
    await insertHoursAnswer(tx, permit, id, said, reason)
  }
}
