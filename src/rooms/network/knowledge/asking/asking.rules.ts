import { addDays, type Day, type Instant } from '#kit/day.ts'
import type { Audience, KnowledgeText, Topic } from '../knowledge.rules.ts'

/** Whom a question is shown to besides who asked. */
export const SHOWN_TO = ['everybody', 'network'] as const
export type ShownTo = (typeof SHOWN_TO)[number]

/** Where a question stands: computed, kept nowhere. */
export const QUESTION_STANDINGS = ['open', 'late', 'answered', 'helped', 'article', 'withdrawn', 'hidden'] as const
export type QuestionStanding = (typeof QUESTION_STANDINGS)[number]

/** Days in which the network promises that there is an answer. A promise of our own, so no article. */
export const ANSWER_DAYS = 7
/** How long a question is kept with all its answers, in days after it was asked. */
export const QUESTION_KEPT_DAYS = 730

export type QuestionState = {
  readonly lastDay: Day
  readonly answers: number
  /** How many answers helped whoever asked. */
  readonly helped: number
  /** The address of what an answer became, once it is read by all. */
  readonly slug: string | null
  readonly hiddenAt: Instant | null
  readonly hiddenWhy: string | null
}

export type KnowledgeQuestion = QuestionState & {
  readonly id: string
  readonly tenant: string
  readonly title: string
  readonly words: string
  readonly topics: readonly Topic[]
  readonly shownTo: ShownTo
  readonly role: string
  readonly askedBy: string
  readonly askedAt: Instant
  readonly holder: string | null
  /** The item an answer became, perhaps not yet read by all. */
  readonly item: string | null
}

export type KnowledgeAnswer = {
  readonly id: string
  readonly organisation: string
  readonly role: string
  readonly words: string
  readonly answeredBy: string
  readonly at: Instant
  readonly helped: boolean
  readonly thanks: number
  /** Whether the reader thanked already. */
  readonly thanked: boolean
}

/** The last day for a first answer to what was asked on a day. */
export function answerUntil(askedOn: Day): Day {
  return addDays(askedOn, ANSWER_DAYS)
}

/** Where it stands on a day; on its last day it is not late. */
export function questionStanding(state: QuestionState, on: Day): QuestionStanding {
  if (state.hiddenAt) return state.hiddenWhy === null ? 'withdrawn' : 'hidden'
  if (state.slug) return 'article'
  if (state.helped > 0) return 'helped'
  if (state.answers > 0) return 'answered'
  return state.lastDay < on ? 'late' : 'open'
}

/** Whether somebody still has to answer. */
export function isOpen(standing: QuestionStanding): boolean {
  return standing === 'open' || standing === 'late'
}

/** What waits first, the nearest last day on top; then what was asked last. */
export function questionsInOrder<Q extends KnowledgeQuestion>(questions: readonly Q[], on: Day): Q[] {
  const waits = (each: Q) => isOpen(questionStanding(each, on))
  return questions.toSorted((a, b) => {
    if (waits(a) !== waits(b)) return waits(a) ? -1 : 1
    if (waits(a) && a.lastDay !== b.lastDay) return a.lastDay < b.lastDay ? -1 : 1
    return b.askedAt.epochMilliseconds - a.askedAt.epochMilliseconds || (a.id < b.id ? 1 : -1)
  })
}

const AUDIENCE_OF: Readonly<Record<string, Audience>> = {
  coach: 'coach',
  treasurer: 'treasurer',
  board: 'board',
  caseManager: 'caseManager',
  policyAdviser: 'policyAdviser',
}
/** What an answer in short may be at most. */
const INTRO_AT_MOST = 400

/**
 * The beginning of an item, made of an answer: the question as its title, the first sentences as the answer in short, all of the answer as its body. `source` says
 * who answered by role and day; no organisation and no name, for those chose who takes part and not the whole country.
 */
export function draftOf(question: Pick<KnowledgeQuestion, 'title' | 'topics' | 'role'>, answer: Pick<KnowledgeAnswer, 'words'>, source: string): KnowledgeText {
  const words = answer.words.replaceAll('\r\n', '\n').trim()
  const audience = AUDIENCE_OF[question.role]
  return {
    kind: 'question',
    title: question.title,
    intro: firstSentences(words),
    body: words,
    audiences: audience ? [audience] : [],
    topics: question.topics,
    source,
    doubt: null,
  }
}

function firstSentences(words: string): string {
  const paragraph = words.split(/\n/)[0] ?? ''
  const sentences = paragraph.match(/[^.!?]+[.!?]*/g) ?? [paragraph]
  const short = sentences.slice(0, 2).join('').trim()
  return short.length <= INTRO_AT_MOST ? short : `${short.slice(0, INTRO_AT_MOST - 1).trimEnd()}…`
}
