import { withoutBsn } from '#kit/bsn.ts'
import { addDays, type Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { NewFile, StoredFile } from '#kit/files.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, leaveMessage, looked, type MemberId, type Permit, personOf, professionals } from '#rooms/access'
import { watchSettingOn } from '#rooms/consent'
import { answerThread, askThread, closeThread, threadEvidence } from '#rooms/threads'
import { sentStatements } from '../statements/statement.sql.ts'
import type { Question, SentStatement, StatementAbout } from '../statements/statement.types.ts'
import { statementTexts } from '../statements/statements.en.ts'
import { insertAnswer, insertQuestion, questionsOf } from './asking.sql.ts'

/** "Er klopt iets niet": asks a question about a month; nothing is sent. Refuses prose that holds a BSN, and outside reach (missing). */
export async function askAboutStatement(tx: Tx, permit: Permit<'statement.ask'>, facts: { member: MemberId; month: Month; words: string }): Promise<string> {
  if (!covers(permit, facts.member)) refuse(said(permit).noSuchStatement, {}, { kind: 'missing' })
  const id = newId<string>(permit.now.epochMilliseconds)
  const words = withoutBsn(facts.words, 'words')
  await insertQuestion(tx, permit, { id, by: personOf(permit), ...facts, words })
  await happened(tx, permit, 'statement.asked', { question: id, member: facts.member, month: facts.month })
  return id
}

/**
 * The municipality asks about a statement that it answered before, the total of its receipts or its pay-out: a thread with a last day, as many days off as
 * questions about conditions have. Refuses other people's cases (missing), a statement that was not answered yet, and prose that holds a BSN.
 */
export async function askFurther(tx: Tx, permit: Permit<'statement.receive'>, id: string, about: StatementAbout, words: string): Promise<void> {
  const [statement] = await sentStatements(tx, permit, { id })
  if (!statement || statement.municipality !== permit.organisation) refuse(said(permit).noSuchStatement, {}, { kind: 'missing' })
  if (!statement.receipt) refuse(said(permit).answerFirst)
  await askOnStatement(tx, permit, statement, about, words)
}

/** The thread itself, on a statement of an own case. */
export async function askOnStatement(
  tx: Tx,
  permit: Permit<'statement.receive'>,
  statement: SentStatement,
  kind: StatementAbout,
  words: string,
): Promise<void> {
  const { tenant, member, id: object } = statement
  const { answerDays } = await watchSettingOn(tx, permit.today)
  const lastDay = addDays(permit.today, answerDays)
  const thread = await askThread(tx, permit, { tenant, municipality: permit.organisation, kind, object, member, words, lastDay })
  await happened(tx, permit, 'statement.questioned', { thread, statement: object, member, cooperative: tenant })
}

/**
 * Answers a question about a month: of the member inside the cooperative, or of the municipality, which may get evidence with it. Refuses one's own
 * question, a second answer (conflict), and outside reach (missing).
 */
export async function answerQuestion(
  tx: Tx,
  permit: Permit<'statement.answer'>,
  id: string,
  words: string,
  evidence: NewFile | null = null,
): Promise<Question> {
  const question = await questionById(tx, permit, id)
  if (question.askedBy === permit.person) refuse(said(permit).ownQuestion)
  if (question.municipality) {
    await answerThread(tx, permit, id, words, evidence)
    const { statement, member, municipality } = question
    await happened(tx, permit, 'statement.threadAnswered', { thread: id, statement: statement ?? '', member, municipality })
    return question
  }
  if (!(await insertAnswer(tx, permit, question, withoutBsn(words, 'words'), personOf(permit)))) refuse(said(permit).answeredBefore, {}, { kind: 'conflict' })
  await happened(tx, permit, 'statement.answered', { question: id, member: question.member, month: question.month })
  return question
}

/** The municipality needs no answer any more. Refuses as `closeThread` does. */
export async function endStatementQuestion(tx: Tx, permit: Permit<'statement.receive'>, id: string): Promise<Question> {
  const question = await questionById(tx, permit, id)
  await closeThread(tx, permit, id)
  return question
}

/** What came with an answer to the municipality; the look is written down. Refuses (missing) outside reach and where nothing came with it. */
export async function statementEvidence(tx: Tx, permit: Permit<'statement.read'>, id: string): Promise<StoredFile> {
  await looked(tx, permit, [(await questionById(tx, permit, id)).member])
  return threadEvidence(tx, permit, id)
}

/** Questions about months within reach; `open` leaves out what was answered or closed. */
export function statementQuestions(
  tx: Tx,
  permit: AnyPermit,
  only: { member?: MemberId; month?: Month; statement?: string; open?: boolean } = {},
): Promise<Question[]> {
  return questionsOf(tx, permit, only)
}

/** Tells the member and the own coach that the municipality waits for an answer; never what it asks. */
export async function tellQuestioned(tx: Tx, permit: Permit<'statement.tell'>, statement: string, member: MemberId): Promise<void> {
  const link = `/opgaven/${statement}`
  await leaveMessage(tx, permit, { person: member, kind: 'statementQuestioned', link, role: 'member' })
  const coach = (await professionals(tx, permit, 'coach')).get(member)
  if (coach) await leaveMessage(tx, permit, { person: coach.professional, kind: 'statementQuestioned', link, role: 'coach' })
}

/** Tells the own case manager that there is an answer. */
export async function tellStatementAnswered(tx: Tx, permit: Permit<'statement.tell'>, statement: string, member: MemberId): Promise<void> {
  const own = (await professionals(tx, permit, 'caseManager')).get(member)
  if (own) await leaveMessage(tx, permit, { person: own.professional, kind: 'statementAnswered', link: `/opgaven/${statement}`, role: 'caseManager' })
}

async function questionById(tx: Tx, permit: AnyPermit, id: string): Promise<Question> {
  const [question] = await questionsOf(tx, permit, { id })
  return question ?? refuse(said(permit).noSuchStatement, {}, { kind: 'missing' })
}

function said(permit: AnyPermit) {
  return statementTexts(permit.language).refusals
}
