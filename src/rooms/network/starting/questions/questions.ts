import { addDays, type Day, dayOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type OrganisationId, organisationsAll, type Permit, type PersonId, personNames, personOf, staff } from '#rooms/access'
import { answerThread, askThread, threadsOn } from '#rooms/threads'
import { nl } from '../starting.nl.ts'
import { letInBy } from '../starting.sql.ts'
import { type StepQuestion, stepQuestionStanding } from './questions.rules.ts'
import { insertHolder, insertQuestion, nextStepNumber, questionFacts } from './questions.sql.ts'

/** Days in which the network answers a question about a step. */
const ANSWER_DAYS = 14

/** A question with how it stands, and the name of who at the network sees to it; outside the network only that somebody does. */
export type StepQuestionSeen = {
  readonly question: StepQuestion
  readonly standing: ReturnType<typeof stepQuestionStanding>
  readonly holder: string | null
}

/** The own questions at one step, the oldest first. Three queries. */
export async function questionsAtStep(tx: Tx, permit: Permit<'start.read'>, step: string): Promise<StepQuestionSeen[]> {
  return seen(
    tx,
    permit,
    (await questionsOf(tx, permit, [permit.organisation])).filter((each) => each.step === step),
  )
}

/** Every question at a step that waits for the network, the nearest last day first. Four queries. */
export async function stepQuestionsOpen(
  tx: Tx,
  permit: Permit<'inquiry.read'> | Permit<'start.oversee'> | Permit<'home.network'>,
): Promise<(StepQuestionSeen & { from: string })[]> {
  const names = new Map((await organisationsAll(tx)).map(({ id, name }) => [id as string, name]))
  const open = (await questionsOf(tx, permit, [...names.keys()])).filter(({ answeredAt }) => !answeredAt)
  const rows = await seen(tx, permit, open)
  return rows
    .map((row) => ({ ...row, from: names.get(row.question.tenant) ?? '' }))
    .toSorted((a, b) => a.question.lastDay.localeCompare(b.question.lastDay) || a.question.nr.localeCompare(b.question.nr))
}

/** What was asked at steps from one day up to and with another, for the report of a quarter. Three queries. */
export async function stepQuestionsBetween(tx: Tx, permit: Permit<'inquiry.read'>, from: Day, until: Day): Promise<StepQuestion[]> {
  const all = await questionsOf(
    tx,
    permit,
    (await organisationsAll(tx)).map(({ id }) => id),
  )
  return all.filter(({ askedAt }) => dayOf(askedAt) >= from && dayOf(askedAt) <= until)
}

/**
 * Asks the network that let the organisation in, or else the one that is here longest, about a step; the question gets a number and a last day. Refuses words with a BSN,
 * and where no network takes part. Whether the step is there, is for whoever calls this.
 */
export async function askNetwork(tx: Tx, permit: Permit<'start.ask'>, step: string, words: string): Promise<string> {
  const networks = (await organisationsAll(tx)).filter(({ kind }) => kind === 'network').toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const network = (await letInBy(tx, permit)) ?? networks[0]?.id ?? refuse(nl.refusals.noNetwork)
  const facts = { tenant: permit.organisation, municipality: network, kind: 'startStep', object: permit.organisation, member: personOf(permit) } as const
  const thread = await askThread(tx, permit, { ...facts, words, lastDay: addDays(permit.today, ANSWER_DAYS) })
  await insertQuestion(tx, permit, thread, step, await nextStepNumber(tx, network, Number(permit.today.slice(0, 4))))
  await happened(tx, permit, 'start.asked', { step })
  return thread
}

/** Answers a question about a step; whoever answers one that nobody held, holds it. Refuses as `answerThread` does. */
export async function answerAboutStep(tx: Tx, permit: Permit<'start.answer'>, thread: string, words: string): Promise<void> {
  const { tenant, id } = await answerThread(tx, permit, thread, words, null)
  if (!(await questionFacts(tx)).get(id)?.holder) await insertHolder(tx, permit, { tenant, id }, personOf(permit))
  await happened(tx, permit, 'start.answered', { thread })
}

/** Takes a question at a step, or gives it to a colleague at the desk. Refuses (missing) what does not wait, and somebody who does not sit there. */
export async function giveStepQuestion(tx: Tx, permit: Permit<'start.answer'>, id: string, to: string | null): Promise<void> {
  const organisations = (await organisationsAll(tx)).map((each) => each.id)
  const question = (await questionsOf(tx, permit, organisations)).find((each) => each.id === id && !each.answeredAt)
  if (!question) return refuse(nl.refusals.noQuestion, {}, { kind: 'missing' })
  const holder = to ?? personOf(permit)
  if (!(await peopleOfNetwork(tx, permit)).some((person) => person.id === holder)) refuse(nl.refusals.notAtDesk, {}, { field: 'holder' })
  if (question.holder === holder) return
  await insertHolder(tx, permit, question, holder)
  await happened(tx, permit, 'start.given', { thread: id, holder })
}

/** Who sits at the desk of the network, each once. */
export async function peopleOfNetwork(tx: Tx, permit: Permit<'start.answer'> | Permit<'start.oversee'>): Promise<{ id: PersonId; name: string }[]> {
  const seats = (await staff(tx, permit)).filter(({ role }) => role === 'network')
  return [...new Map(seats.map(({ person, name }) => [person, { id: person, name }])).values()]
}

async function questionsOf(tx: Tx, permit: AnyPermit, organisations: readonly string[]): Promise<StepQuestion[]> {
  const facts = await questionFacts(tx)
  return (await threadsOn(tx, permit, 'startStep', organisations)).flatMap(({ id, tenant, words, askedAt, lastDay, answer, closedAt }) => {
    const about = facts.get(id)
    return about && !closedAt ? [{ ...about, id, tenant: tenant as OrganisationId, words, askedAt, lastDay, answeredAt: answer?.at ?? null }] : []
  })
}

async function seen(tx: Tx, permit: AnyPermit, questions: readonly StepQuestion[]): Promise<StepQuestionSeen[]> {
  const names = await personNames(tx, [...new Set(questions.flatMap(({ holder }) => (holder ? [holder as PersonId] : [])))])
  return questions.map((question) => ({
    question,
    standing: stepQuestionStanding(question, permit.today),
    holder: question.holder ? (names.get(question.holder as PersonId) ?? nl.questions.somebody) : null,
  }))
}
