import type { Day, Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type NewFile, readFile, type StoredFile, storeFile } from '#kit/files.ts'
import { happened } from '#kit/happened.ts'
import { type Cents, cents, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type OrganisationId, organisationName, type Permit } from '#rooms/access'
import { writeLateAnswer } from '#rooms/consent'
import { findMember } from '#rooms/members'
import { departureTexts } from '../departure.en.ts'
import type { Departure, DepartureId, PotAnswer, PotQuestion, PotQuestionId, QuestionContent, Verdict } from '../departure.rules.ts'
import { insertPotAnswer, insertQuestion, questionRows } from '../pots/pots.sql.ts'
import { type PotRow, potsLeft } from '../pots/pots.ts'
import { departureById } from '../wizard/wizard.ts'
import { monthKey, sameMonths } from './letter.ts'

/** The question as it would be sent now, for each municipality that is to be asked; `null` where nobody wrote a municipality down. */
export async function questionsToAsk(tx: Tx, permit: AnyPermit, departure: Departure): Promise<ReadonlyMap<OrganisationId | null, QuestionContent>> {
  const { rows } = await potsLeft(tx, permit, departure)
  const waiting = Map.groupBy(
    rows.filter((row) => row.waits),
    (row) => row.municipality,
  )
  const drafts = new Map<OrganisationId | null, QuestionContent>()
  for (const [municipality, months] of waiting) drafts.set(municipality, await contentOf(tx, permit, departure, municipality, months))
  return drafts
}

/**
 * Sends the question to each municipality that is to be asked and gives their ids: what is in the pots of months on a benefit, per month and to the cent, as it
 * is now (Participatiewet art. 32(2), 58(2)(f)). Refuses without a goal and a last day, where nothing waits, where no municipality is known, and the same
 * question twice while it waits (conflict).
 */
export async function askMunicipality(tx: Tx, permit: Permit<'departure.ask'>, id: DepartureId): Promise<PotQuestionId[]> {
  const { refusals } = departureTexts(permit.language)
  const departure = await departureById(tx, permit, id)
  if (departure.moments.calledOff) refuse(refusals.over, {}, { kind: 'conflict' })
  if (!departure.answers.destination || !departure.answers.lastDay) refuse(refusals.askFirst)
  const drafts = await questionsToAsk(tx, permit, departure)
  if (drafts.size === 0) refuse(refusals.nothingWaits, {}, { kind: 'conflict' })
  if (drafts.has(null)) refuse(refusals.noMunicipality)
  const before = await questionRows(tx, permit, { departure: id })
  const asked: PotQuestionId[] = []
  for (const [municipality, content] of drafts) {
    if (!municipality) continue
    const same = (each: PotQuestion) => each.municipality === municipality && sameMonths(each.content, content)
    if (before.some((each) => same(each) && each.answers.length === 0)) continue
    const question = await insertQuestion(tx, permit, { departure: id, municipality, member: departure.member, content })
    await happened(tx, permit, 'departure.asked', { departure: id, question, municipality, member: departure.member })
    asked.push(question)
  }
  if (asked.length === 0) refuse(refusals.askedBefore, {}, { kind: 'conflict' })
  return asked
}

/** A question within reach of either side. Refuses (missing) otherwise. */
export async function questionById(tx: Tx, permit: AnyPermit, id: PotQuestionId): Promise<PotQuestion> {
  const [question] = await questionRows(tx, permit, { id })
  return question && covers(permit, question.member) ? question : refuse(departureTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
}

/** What was read in a written answer; `amounts` says per month what may be paid out, where it is settled per month. */
export type AnswerRead = {
  readonly verdict: Verdict
  readonly answeredOn: Day
  readonly file: NewFile | null
  readonly amounts: ReadonlyMap<string, Cents>
}

/**
 * Writes down the written answer of the municipality with the letter itself, by the municipality or by the cooperative that got it. A later answer takes the
 * place of an earlier one. Refuses (missing) outside reach, without the letter, a day that is still to come, and more than was asked about a month.
 */
export async function recordAnswer(tx: Tx, permit: Permit<'departure.answer'>, id: PotQuestionId, read: AnswerRead): Promise<PotQuestion> {
  const { refusals } = departureTexts(permit.language)
  const question = await questionById(tx, permit, id)
  if (permit.person === question.member) refuse(refusals.own, {}, { kind: 'forbidden' })
  if (!read.file) return refuse(refusals.noLetter, {}, { field: 'letter' })
  if (read.answeredOn > permit.today) refuse(refusals.dayToCome, {}, { field: 'answeredOn' })
  const months: PotAnswer['months'] = question.content.months.flatMap(({ pot, month, cents: asked }) => {
    const amount = read.verdict === 'allowed' ? cents(BigInt(asked)) : read.verdict === 'perMonth' ? (read.amounts.get(monthKey({ pot, month })) ?? ZERO) : ZERO
    if (amount > BigInt(asked)) refuse(refusals.moreThanAsked, {}, { field: monthKey({ pot, month }) })
    return amount > 0n ? [{ pot, month, cents: String(amount) }] : []
  })
  const other = permit.organisation === question.tenant ? question.municipality : question.tenant
  const file = await storeFile(tx, permit, read.file, {
    sharedWith: other,
    field: 'letter',
    only: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'],
  })
  await insertPotAnswer(tx, permit, question, { verdict: read.verdict, months, answeredOn: read.answeredOn, file })
  await writeLateAnswer(tx, permit, question, lateIn(question, months))
  await happened(tx, permit, 'departure.answered', {
    departure: question.departure,
    question: id,
    cooperative: question.tenant,
    member: question.member,
  })
  return question
}

/** The letter of an answer, for either side. Refuses (missing) outside reach. */
export async function letterOfAnswer(tx: Tx, permit: AnyPermit, id: PotQuestionId, answer: string): Promise<StoredFile> {
  const found = (await questionById(tx, permit, id)).answers.find((each) => each.id === answer)
  return found ? readFile(tx, permit, found.file) : refuse(departureTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
}

/** What was said of each month of which money came late; a month that was asked about and is not named may not be paid. */
function lateIn({ content }: PotQuestion, months: PotAnswer['months']): { readonly month: Month; readonly cents: Cents }[] {
  const said = new Map(months.filter(({ pot }) => pot === 'late').map(({ month, cents: amount }) => [month, cents(BigInt(amount))]))
  return content.months.flatMap(({ pot, month }) => (pot === 'late' && month !== null ? [{ month, cents: said.get(month) ?? ZERO }] : []))
}

async function contentOf(
  tx: Tx,
  permit: AnyPermit,
  { member, answers }: Departure,
  municipality: OrganisationId | null,
  rows: readonly PotRow[],
): Promise<QuestionContent> {
  return {
    name: (await findMember(tx, permit, member))?.name ?? '',
    cooperative: (await organisationName(tx, permit.organisation)) ?? '',
    municipality: municipality ? ((await organisationName(tx, municipality)) ?? '') : '',
    goal: answers.destination?.goal ?? 'other',
    lastDay: answers.lastDay?.on ?? permit.today,
    months: rows.map(({ pot, month, benefit, cents }) => ({ pot, month, benefit, cents: String(cents) })),
  }
}
