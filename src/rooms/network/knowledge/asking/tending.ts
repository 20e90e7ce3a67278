import { dayOf, longDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { accessTexts, leaveMessage, type OrganisationId, type Permit, type PersonId, personOf, type Role, staff, tellStaff } from '#rooms/access'
import type { KnowledgeText } from '../knowledge.rules.ts'
import { nl } from './asking.nl.ts'
import { draftOf, isOpen, type KnowledgeQuestion, QUESTION_KEPT_DAYS, questionStanding, questionsInOrder } from './asking.rules.ts'
import { answersTo, deleteQuestions, hideQuestion, questionRows, setHolder, tieItem } from './asking.sql.ts'
import { namesOfOrganisations, questionFor } from './asking.ts'
import { removeWords } from './found.sql.ts'

/** Who sits at the desk of the network, each once. */
export async function peopleAtDesk(tx: Tx, permit: Permit<'knowledge.tend'> | Permit<'inquiry.read'>): Promise<{ id: PersonId; name: string }[]> {
  const seats = (await staff(tx, permit)).filter(({ role }) => role === 'network')
  return [...new Map(seats.map(({ person, name }) => [person, { id: person, name }])).values()]
}

/** Questions of who takes part that wait for an answer, the nearest last day first, with who sees to each. Three queries. */
export async function openQuestions(tx: Tx, permit: Permit<'inquiry.read'>) {
  const names = await namesOfOrganisations(tx)
  const people = new Map((await peopleAtDesk(tx, permit)).map(({ id, name }) => [id as string, name]))
  const questions = (await questionRows(tx, { unanswered: true })).filter((each) => isOpen(questionStanding(each, permit.today)))
  return questionsInOrder(questions, permit.today).map((question) => ({
    question,
    standing: questionStanding(question, permit.today),
    from: names.get(question.tenant) ?? '',
    holder: question.holder ? (people.get(question.holder) ?? nl.desk.gone) : null,
  }))
}

/** Takes a question, or gives it to a colleague at the desk. Refuses (missing) what is not there, and somebody who does not sit there. */
export async function giveQuestion(tx: Tx, permit: Permit<'knowledge.tend'>, id: string, to: string | null): Promise<void> {
  const question = await questionFor(tx, permit, id)
  const holder = to ?? personOf(permit)
  if (!(await peopleAtDesk(tx, permit)).some((person) => person.id === holder)) refuse(nl.refusals.notAtDesk, {}, { field: 'holder' })
  if (question.holder === holder) return
  await setHolder(tx, question, holder)
  await happened(tx, permit, 'question.given', { question: id, holder })
}

/** Hides a question with a reason that whoever asked reads; a second time changes nothing. */
export async function hideFromAll(tx: Tx, permit: Permit<'knowledge.tend'>, id: string, why: string): Promise<void> {
  const question = await questionFor(tx, permit, id)
  if (!(await hideQuestion(tx, permit, question, why))) return
  await removeWords(tx, question)
  await happened(tx, permit, 'question.moved', { question: id, to: question.tenant })
}

/** The beginning of an item made of an answer, with whether the question was for the network alone. Refuses (missing) what is not there, and a second item. */
export async function draftFrom(
  tx: Tx,
  permit: Permit<'knowledge.write'>,
  id: string,
  answer: string,
): Promise<{ text: KnowledgeText; question: KnowledgeQuestion }> {
  const question = await readable(tx, id)
  if (question.item) refuse(nl.refusals.madeAlready, {}, { kind: 'conflict' })
  const given = (await answersTo(tx, id, permit.person)).find((each) => each.id === answer) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
  const source = fill(nl.source, { role: roleOf(given.role), day: longDay(dayOf(given.at)) })
  return { text: draftOf(question, given, source), question }
}

/** Ties an item to the question whose answer it was made of. Refuses a second one. */
export async function tieToQuestion(tx: Tx, permit: Permit<'knowledge.write'>, id: string, item: string): Promise<void> {
  if (!(await tieItem(tx, await readable(tx, id), item))) refuse(nl.refusals.madeAlready, {}, { kind: 'conflict' })
  await happened(tx, permit, 'question.made', { question: id, item })
}

/** Tells whoever asked that everybody reads now what was made of an answer, which a search finds in place of the question; without such a question nothing happens. */
export async function tellOfItem(tx: Tx, permit: Permit<'knowledge.decide'>, item: string): Promise<void> {
  for (const question of await questionRows(tx, { item })) {
    await removeWords(tx, question)
    await happened(tx, permit, 'question.moved', { question: question.id, to: question.tenant })
  }
}

/** Tells the desk that a question waits: whoever holds it, or else everybody. */
export async function tellOfQuestion(tx: Tx, permit: Permit<'knowledge.tell'>, id: string): Promise<void> {
  const [question] = await questionRows(tx, { id })
  if (!question) return
  await tellStaff(tx, permit, ['network'], [{ kind: 'knowledgeAsked', link: `/kennisvragen/${id}` }], question.holder as PersonId | null)
}

/** Tells whoever asked that there is something new, in the role in which it was asked. */
export async function tellAsker(tx: Tx, permit: Permit<'knowledge.tell'>, id: string): Promise<void> {
  const [question] = await questionRows(tx, { id })
  if (!question || question.tenant !== (permit.organisation as OrganisationId)) return
  const still = (await staff(tx, permit)).some(({ person, role }) => person === question.askedBy && role === question.role)
  if (!still) return
  const message = { person: question.askedBy as PersonId, kind: 'knowledgeAnswered', link: `/kennisvragen/${id}`, role: question.role as Role } as const
  await leaveMessage(tx, permit, message)
}

/** Throws away questions with their answers two years after they were asked; gives how many. */
export function forgetQuestions(tx: Tx, permit: Permit<'knowledge.forget'>): Promise<number> {
  return deleteQuestions(tx, permit.now.subtract({ hours: QUESTION_KEPT_DAYS * 24 }))
}

/** How a role is called. */
export function roleOf(role: string): string {
  return accessTexts.roles[role as keyof typeof accessTexts.roles] ?? role
}

async function readable(tx: Tx, id: string): Promise<KnowledgeQuestion> {
  const [question] = await questionRows(tx, { id })
  return question ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

export type OpenQuestion = Awaited<ReturnType<typeof openQuestions>>[number]
