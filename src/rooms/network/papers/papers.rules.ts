import { type Day, longDay } from '#kit/day.ts'
import type { QuestionKey } from './questions.nl.ts'

/** Which answers a provision asks for: every question named has one of these answers. */
export type When = Readonly<Partial<Record<QuestionKey, string | readonly string[]>>>

/** One provision of a model: its text with places for answers, and beside it why it is there and on which law it leans. */
export type Provision = {
  readonly key: string
  readonly heading: string
  /** Paragraphs part by an empty line; a line that begins with a dash is one of a list; `{question}` is the place of an answer. */
  readonly text: string
  readonly why: string
  /** The article of law; `toCheck` when it was not read in the law itself and a notary or lawyer must look it up. */
  readonly law: string | null
  readonly toCheck: boolean
  readonly when: When
  /** What people write in by hand or in a word processor, for each time the paper is used. */
  readonly blanks: readonly string[]
  /** Text of the house that goes in after the own text: what was agreed there. */
  readonly from: Source | null
  /** The version of the model that brought it, and the one that took it away. */
  readonly since: number
  readonly until: number | null
}

export type Source = 'cooperation' | 'member'

export type Model = {
  readonly code: string
  readonly title: string
  readonly about: string
  /** Who must look at it before it is used, and why. */
  readonly check: string
  /** Why each version after the first came. */
  readonly versions: readonly { readonly version: number; readonly why: string }[]
  readonly provisions: readonly Provision[]
}

export type Answers = Readonly<Partial<Record<QuestionKey, string>>>

/** A question as the rules need it: how an answer stands in a sentence. */
export type Asked = {
  readonly key: QuestionKey
  readonly isDay: boolean
  readonly options: readonly { readonly value: string; readonly says: string }[]
}

export type FilledProvision = Pick<Provision, 'key' | 'heading' | 'why' | 'law' | 'toCheck' | 'blanks'> & { readonly text: string }

export type Filling =
  | { readonly kind: 'filled'; readonly provisions: readonly FilledProvision[] }
  | { readonly kind: 'missing'; readonly questions: readonly QuestionKey[] }

/** Makes the provision that a model holds from its words. */
export function provision(
  key: string,
  heading: string,
  text: string,
  why: string,
  law: string | null = null,
  more: Partial<Omit<Provision, 'key' | 'heading' | 'text' | 'why' | 'law'>> = {},
): Provision {
  return { key, heading, text, why, law, toCheck: false, when: {}, blanks: [], from: null, since: 1, until: null, ...more }
}

/** The newest version that the program has of a model. */
export function newestVersion(model: Model): number {
  return Math.max(1, ...model.versions.map(({ version }) => version))
}

/** The provisions of a model as one version had them. */
export function provisionsAt(model: Model, version: number): readonly Provision[] {
  return model.provisions.filter(({ since, until }) => since <= version && (until === null || version < until))
}

/**
 * Fills a version of a model: provisions whose answers do not hold fall away, every place gets its answer. With anything missing it gives the questions
 * that still wait, in the order in which the paper meets them, and no paper.
 */
export function fillModel(
  model: Model,
  version: number,
  answers: Answers,
  questions: readonly Asked[],
  sources: Readonly<Record<Source, string | null>> = { cooperation: null, member: null },
): Filling {
  const missing: QuestionKey[] = []
  const provisions = provisionsAt(model, version).flatMap((each): FilledProvision[] => {
    const unknown = Object.keys(each.when).filter((key) => answers[key as QuestionKey] === undefined) as QuestionKey[]
    missing.push(...unknown)
    if (unknown.length > 0 || !holds(each.when, answers)) return []
    const text = each.text.replaceAll(FILLED_PLACE, (_, key: string, months: string | undefined) => {
      const { says, needs } = sayingOf(key, answers, questions)
      missing.push(...needs)
      return months === undefined ? says : `${says} ${says === '1' ? 'maand' : 'maanden'}`
    })
    const brought = each.from && sources[each.from]
    const { key, heading, why, law, toCheck, blanks } = each
    return [{ key, heading, text: brought ? `${text}\n\n${brought}` : text, why, law, toCheck, blanks }]
  })
  const order = questions.map(({ key }) => key)
  const waiting = order.filter((key) => missing.includes(key))
  return waiting.length > 0 ? { kind: 'missing', questions: waiting } : { kind: 'filled', provisions }
}

/** Whether every question that is named has one of the answers named. */
export function holds(when: When, answers: Answers): boolean {
  return Object.entries(when).every(([key, wanted]) => [wanted].flat().includes(answers[key as QuestionKey] ?? ''))
}

/** The questions whose answer a version of a model may need, whichever way others are answered. */
export function questionsOf(model: Model, version: number): readonly QuestionKey[] {
  const keys = provisionsAt(model, version).flatMap(({ text, when }) => [
    ...Object.keys(when),
    ...[...text.matchAll(PLACE)].flatMap(([, key = '']) => (key === FULL_NAME ? ['naam', 'aansprakelijk'] : [key])),
  ])
  return [...new Set(keys)] as QuestionKey[]
}

/** What an answer to a choice does: the headings of the provisions that stand in a model with this answer, and not with every other one. */
export function consequencesOf(models: readonly Model[], versions: ReadonlyMap<string, number>, key: QuestionKey, value: string): readonly string[] {
  return models.flatMap((model) =>
    provisionsAt(model, versions.get(model.code) ?? 1)
      .filter(({ when }) => [when[key] ?? []].flat().includes(value))
      .map(({ heading }) => `${model.title}: ${heading}`),
  )
}

export type ModelChange = { readonly heading: string; readonly before: string | null; readonly after: string | null }

/** What differs between two versions of a model, provision by provision: added, gone, or in other words. */
export function changesBetween(model: Model, before: number, after: number): readonly ModelChange[] {
  const [old, fresh] = [provisionsAt(model, before), provisionsAt(model, after)]
  const added = fresh.flatMap(({ key, heading, text }) => {
    const was = old.find((each) => each.key === key)
    return was?.text === text && was.heading === heading ? [] : [{ heading, before: was?.text ?? null, after: text }]
  })
  const gone = old.filter(({ key }) => !fresh.some((each) => each.key === key)).map(({ heading, text }) => ({ heading, before: text, after: null }))
  return [...added, ...gone]
}

export type TextPart = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'list'; readonly items: readonly string[] }

/** The text of a provision as paragraphs and lists. */
export function partsOf(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  for (const line of text.split('\n').map((each) => each.trim())) {
    const last = parts.at(-1)
    if (line.startsWith('- ')) {
      if (last?.kind === 'list') parts[parts.length - 1] = { kind: 'list', items: [...last.items, line.slice(2)] }
      else parts.push({ kind: 'list', items: [line.slice(2)] })
    } else if (line !== '') parts.push({ kind: 'text', text: line })
  }
  return parts
}

/** The place of the name with what it ends in (BW 2:54): W.A., B.A. or U.A. */
const FULL_NAME = 'volledigeNaam'
const PLACE = /\{(\w+)\}/g
/** The same with the word for months after it: of one month it is written otherwise. */
const FILLED_PLACE = /\{(\w+)\}( maanden)?/g

function sayingOf(key: string, answers: Answers, questions: readonly Asked[]): { readonly says: string; readonly needs: readonly QuestionKey[] } {
  if (key === FULL_NAME) {
    const [name, liability] = (['naam', 'aansprakelijk'] as const).map((each) => sayingOf(each, answers, questions))
    return { says: `${name?.says} ${liability?.says}`, needs: [...(name?.needs ?? []), ...(liability?.needs ?? [])] }
  }
  const question = questions.find((each) => each.key === key)
  if (!question) throw new Error(`a model asks for {${key}}, and no question does`)
  const answer = answers[question.key]
  if (answer === undefined) return { says: '', needs: [question.key] }
  if (question.isDay) return { says: longDay(answer as Day), needs: [] }
  return { says: question.options.find(({ value }) => value === answer)?.says ?? answer, needs: [] }
}
