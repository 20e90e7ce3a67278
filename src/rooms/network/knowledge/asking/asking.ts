import { withoutBsn } from '#kit/bsn.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId, newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type OrganisationId, organisationsAll, type Permit, personOf } from '#rooms/access'
import { healthWords, memberNames } from '#rooms/members'
import { deskOrganisation } from '../../inquiries/inquiries.ts'
import type { Topic } from '../knowledge.rules.ts'
import { type Piece, piecesOf, questionOf, soughtIn, wordsTyped } from '../search/search.rules.ts'
import { nl } from './asking.nl.ts'
import { answerUntil, type KnowledgeAnswer, type KnowledgeQuestion, questionsInOrder, type ShownTo } from './asking.rules.ts'
import { answersTo, hideQuestion, insertAnswer, insertQuestion, insertThanks, questionRows } from './asking.sql.ts'
import { addWords, insertWords, questionsHolding, removeWords } from './found.sql.ts'
import { personalIn } from './personal/personal.rules.ts'

export type AskedFacts = {
  readonly title: string
  readonly words: string
  readonly topics: readonly Topic[]
  readonly shownTo: ShownTo
  /** After the question about what may be of a person. */
  readonly anyway: boolean
}
export type Names = ReadonlyMap<string, string>
type Reading = Permit<'knowledge.read'> | Permit<'knowledge.answer'> | Permit<'knowledge.thank'> | Permit<'knowledge.ask'> | Permit<'knowledge.tend'>

/** The questions that the reader may see, what waits first, or those that hold all the words typed; with how organisations are called. Two queries. */
export async function questionsFor(tx: Tx, permit: Permit<'knowledge.read'>, typed: string): Promise<{ questions: KnowledgeQuestion[]; names: Names }> {
  const words = wordsTyped(typed)
  const rows = await questionRows(tx, words.length > 0 ? { sought: questionOf(soughtIn(words), 'all') } : {})
  return {
    questions: questionsInOrder(
      rows.filter((each) => mayRead(permit, each)),
      permit.today,
    ),
    names: await namesOfOrganisations(tx),
  }
}

/** One question with its answers. Refuses (missing) one that is not there, or not for the reader. */
export async function questionToRead(
  tx: Tx,
  permit: Permit<'knowledge.read'>,
  id: string,
): Promise<{ question: KnowledgeQuestion; answers: KnowledgeAnswer[]; names: Names }> {
  const question = await questionFor(tx, permit, id)
  return { question, answers: await answersTo(tx, id, permit.person), names: await namesOfOrganisations(tx) }
}

/**
 * Asks the network, or everybody who takes part, what the knowledge does not tell; gives the id. Refuses a BSN, and once where something in it may be about a person: a name, a
 * number or words about health (AVG art. 9).
 */
export async function askQuestion(tx: Tx, permit: Permit<'knowledge.ask'>, facts: AskedFacts): Promise<string> {
  const to = (await deskOrganisation(tx)) ?? refuse(nl.refusals.noNetwork)
  await nothingPersonal(tx, permit, [facts.title, facts.words], facts.anyway)
  const id = newId(permit.now.epochMilliseconds)
  await insertQuestion(tx, permit, { ...facts, id, lastDay: answerUntil(permit.today) })
  await insertWords(tx, permit, id)
  await happened(tx, permit, 'question.posed', { question: id, to })
  return id
}

/** Answers a question. Refuses (missing) one that is not for the reader, one out of sight, a BSN, and once what may be about a person. */
export async function answerQuestion(tx: Tx, permit: Permit<'knowledge.answer'>, id: string, words: string, anyway: boolean): Promise<void> {
  const question = await stillShown(tx, permit, id)
  await nothingPersonal(tx, permit, [words], anyway)
  await insertAnswer(tx, permit, question, newId(permit.now.epochMilliseconds), words)
  await addWords(tx, question, words)
  if (question.askedBy !== permit.person) await happened(tx, permit, 'question.moved', { question: id, to: question.tenant })
}

/** Says that an answer helped whoever asked, or thanks for it; a second time changes nothing. Refuses an own answer, and (missing) what is not there. */
export async function thankFor(tx: Tx, permit: Permit<'knowledge.thank'>, id: string, answer: string): Promise<void> {
  const question = await stillShown(tx, permit, id)
  const given = (await answersTo(tx, id, permit.person)).find((each) => each.id === answer) ?? missing()
  if (given.answeredBy === personOf(permit)) refuse(nl.refusals.ownAnswer)
  if (await insertThanks(tx, permit, question, answer)) await happened(tx, permit, 'question.thanked', { question: id, answer })
}

/** Takes an own question back: from then on only the asker and the network see it. Refuses one of somebody else; a second time changes nothing. */
export async function withdrawQuestion(tx: Tx, permit: Permit<'knowledge.ask'>, id: string): Promise<void> {
  const question = await questionFor(tx, permit, id)
  if (question.askedBy !== permit.person) refuse(nl.refusals.notYours, {}, { kind: 'forbidden' })
  if (!(await hideQuestion(tx, permit, question, null))) return
  await removeWords(tx, question)
  await happened(tx, permit, 'question.takenBack', { question: id })
}

/** What a search of the knowledge found among the questions and their answers. */
export type FoundQuestions = {
  readonly questions: readonly { readonly id: string; readonly title: readonly Piece[]; readonly lines: readonly Piece[]; readonly answers: number }[]
  readonly count: number
}

/**
 * Questions with their answers that hold all the words typed, or some where none holds all; only those that the reader may see on the page of the questions, and none
 * whose answer everybody reads as an item. At most two queries.
 */
export async function findQuestions(tx: Tx, permit: Permit<'knowledge.read'>, typed: string, topic: Topic | null): Promise<FoundQuestions> {
  const sought = soughtIn(wordsTyped(typed))
  if (sought.length === 0) return { questions: [], count: 0 }
  const all = await questionsHolding(tx, permit, questionOf(sought, 'all'), topic)
  const { found, count } = all.count === 0 && sought.length > 1 ? await questionsHolding(tx, permit, questionOf(sought, 'any'), topic) : all
  return { questions: found.map((each) => ({ ...each, title: piecesOf(each.title), lines: piecesOf(each.lines) })), count }
}

/** One question within sight. Refuses (missing) any other. */
export async function questionFor(tx: Tx, permit: Reading, id: string): Promise<KnowledgeQuestion> {
  const [question] = isId(id) ? await questionRows(tx, { id }) : []
  return question && mayRead(permit, question) ? question : missing()
}

/** A colleague of who asked reads what everybody reads, and nothing that was meant for the network alone or was taken back. */
function mayRead(permit: AnyPermit, question: KnowledgeQuestion): boolean {
  return question.askedBy === permit.person || permit.role === 'network' || (question.hiddenAt === null && question.shownTo === 'everybody')
}

/** How every organisation is called. */
export async function namesOfOrganisations(tx: Tx): Promise<Names> {
  return new Map((await organisationsAll(tx)).map(({ id, name }) => [id as string, name]))
}

async function stillShown(tx: Tx, permit: Reading, id: string): Promise<KnowledgeQuestion> {
  const question = await questionFor(tx, permit, id)
  return question.hiddenAt ? refuse(nl.refusals.hidden, {}, { kind: 'conflict' }) : question
}

async function nothingPersonal(tx: Tx, permit: AnyPermit, texts: readonly string[], anyway: boolean): Promise<void> {
  for (const text of texts) withoutBsn(text, 'words', permit.language)
  if (anyway) return
  const known = await knownNames(tx, permit)
  const told = [...new Set(texts.flatMap((text) => [...personalIn(text, known), ...healthWords(text)]))]
  if (told.length > 0) refuse(nl.refusals.personal, { words: told.join(', ') }, { field: 'words' })
}

/** First and full names of the members of the own cooperative; a town and the network keep no such list. */
async function knownNames(tx: Tx, permit: AnyPermit): Promise<string[]> {
  const kind = (await organisationsAll(tx)).find(({ id }) => id === (permit.organisation as OrganisationId))?.kind
  if (kind !== 'cooperative') return []
  return [...(await memberNames(tx, permit)).values()].flatMap((name) => [name, name.split(' ')[0] ?? ''])
}

function missing(): never {
  return refuse(nl.refusals.missing, {}, { kind: 'missing' })
}
