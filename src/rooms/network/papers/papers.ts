import { withoutBsn } from '#kit/bsn.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { list } from '#kit/text.ts'
import { type AnyPermit, organisationName, type Permit } from '#rooms/access'
import { agreementText, boundText, cooperationAgreements, versionsAll } from '#rooms/agreements'
import { readAnswers } from './answers.rules.ts'
import { modelsOfKind } from './models.rules.ts'
import { nl } from './papers.nl.ts'
import { type Answers, type Asked, type Filling, fillModel, type Model, type Source } from './papers.rules.ts'
import { answersOf, insertAnswers, insertPaper, type MadePaper, papersMade, versionsPublished } from './papers.sql.ts'
import { allQuestions, type Part, partsOfKind, type Question, type QuestionKey } from './questions.nl.ts'

export type ModelStanding = {
  readonly model: Model
  /** The version that counts, and the newest one that was made here. */
  readonly version: number
  readonly made: MadePaper | null
  readonly filling: Filling
}

/** Every model with how far its answers are, what was made of it, and whether a newer version counts. Five queries. */
export async function papersOf(
  tx: Tx,
  permit: Permit<'paper.read'>,
): Promise<{ readonly models: readonly ModelStanding[]; readonly answers: Answers; readonly parts: readonly Part[] }> {
  const [answers, published, made, sources] = [
    await answersOf(tx, permit),
    await versionsPublished(tx),
    await papersMade(tx, permit),
    await sourcesOf(tx, permit),
  ]
  const models = modelsOfKind(kindOf(permit)).map((model) => {
    const version = published.get(model.code)?.version ?? 1
    return {
      model,
      version,
      made: made.find((paper) => paper.model === model.code) ?? null,
      filling: fillModel(model, version, answers, ASKED, sources),
    }
  })
  return { models, answers, parts: partsOfKind(kindOf(permit)) }
}

/** One model with all papers made of it. Refuses (missing) a code that is none. */
export async function oneModel(tx: Tx, permit: Permit<'paper.read'>, code: string) {
  const { models, answers } = await papersOf(tx, permit)
  const standing = models.find(({ model }) => model.code === code) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
  return { ...standing, answers, all: (await papersMade(tx, permit)).filter(({ model }) => model === code) }
}

/** The answers so far, with the version of each model that counts. Refuses (missing) a part of the other kind of organisation. */
export async function questionnaire(tx: Tx, permit: Permit<'paper.answer'>, part: Part) {
  if (!partsOfKind(kindOf(permit)).includes(part)) refuse(nl.refusals.missing, {}, { kind: 'missing' })
  const published = await versionsPublished(tx)
  return {
    answers: await answersOf(tx, permit),
    versions: new Map(modelsOfKind(kindOf(permit)).map(({ code }) => [code, published.get(code)?.version ?? 1])) as ReadonlyMap<string, number>,
  }
}

/** Keeps the answers of one part; what was left empty stays as it was. Refuses (missing) a part of the other kind of organisation, and an answer that cannot be one. */
export async function answerPart(tx: Tx, permit: Permit<'paper.answer'>, part: Part, typed: Readonly<Partial<Record<QuestionKey, string>>>): Promise<void> {
  if (!partsOfKind(kindOf(permit)).includes(part)) refuse(nl.refusals.missing, {}, { kind: 'missing' })
  const questions = allQuestions.filter((question) => question.part === part)
  const read = readAnswers(questions, typed)
  const [wrong] = read.wrong
  if (wrong) refuse(nl.refusals[wrong.why], { least: wrong.question.least ?? 0, most: wrong.question.most ?? 0 }, { field: wrong.question.key })
  for (const [key, words] of read.answers) withoutBsn(words, key, permit.language)
  const before = await answersOf(tx, permit)
  await insertAnswers(
    tx,
    permit,
    read.answers.filter(([key, words]) => before[key] !== words),
  )
  await happened(tx, permit, 'paper.answered', { part })
}

/** Makes a paper of the version that counts and keeps its words. Refuses (missing) a code that is none, and a paper with answers missing, by name. */
export async function makePaper(tx: Tx, permit: Permit<'paper.make'>, code: string): Promise<string> {
  const model = modelsOfKind(kindOf(permit)).find((each) => each.code === code) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
  const answers = await answersOf(tx, permit)
  const version = (await versionsPublished(tx)).get(code)?.version ?? 1
  const filled = fillModel(model, version, answers, ASKED, await sourcesOf(tx, permit))
  if (filled.kind === 'missing') refuse(nl.refusals.answersMissing, { questions: list(filled.questions.map((key) => `‘${labelOf(key)}’`)) })
  const cooperative = answers.naam ?? (await organisationName(tx, permit.organisation)) ?? ''
  const id = await insertPaper(tx, permit, { model: code, version, title: model.title, cooperative, provisions: filled.provisions })
  await happened(tx, permit, 'paper.made', { paper: id, model: code, version: String(version) })
  return id
}

/** A paper that was made, as it was then. Refuses (missing) one that is not here. */
export async function madePaper(tx: Tx, permit: Permit<'paper.read'>, id: string): Promise<MadePaper> {
  const [paper] = await papersMade(tx, permit, id)
  return paper ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

/** Whose papers these are: an adviser makes those of the municipality. */
function kindOf(permit: AnyPermit): 'cooperative' | 'municipality' {
  return permit.role === 'policyAdviser' ? 'municipality' : 'cooperative'
}

/** How a question is called. */
export function labelOf(key: QuestionKey): string {
  return allQuestions.find((question) => question.key === key)?.label ?? key
}

const ASKED: readonly Asked[] = allQuestions.map(asked)

function asked({ key, kind, options = [] }: Question): Asked {
  return { key, options, isDay: kind === 'day' }
}

/** What was agreed in the house, in words: the newest member agreement, and the newest agreement with a municipality. */
async function sourcesOf(tx: Tx, permit: AnyPermit): Promise<Readonly<Record<Source, string | null>>> {
  const member = (await versionsAll(tx, permit)).toSorted((a, b) => b.number - a.number)[0]
  const cooperation = (await cooperationAgreements(tx, permit)).toSorted((a, b) => b.number - a.number)[0]
  return {
    member: member ? agreementText(member.articles).flatMap(articleLines).join('\n') : nl.sources.member,
    cooperation: cooperation ? cooperation.bounds.map((bound) => `- ${boundText(bound)}`).join('\n') : nl.sources.cooperation,
  }
}

function articleLines({ number, title, sentences }: ReturnType<typeof agreementText>[number]): readonly string[] {
  return [`${number}. ${title}`, ...sentences.map(({ mark, text }) => `- ${mark ? `${mark}. ` : ''}${text}`)]
}
