import type { Tx } from '#kit/db.ts'
import { type AnyPermit, organisationsAll, type Permit } from '#rooms/access'
import { modelCalled } from '../../papers/models.rules.ts'
import { type LessonAudience, meantFor } from '../../starting/lessons/lessons.rules.ts'
import { initiators, municipal } from '../../starting/path.nl.ts'
import { stepsOf } from '../../starting/starting.rules.ts'
import { AT_PAPERS, AT_STEPS, namedAt, sendsTo } from './referring.rules.ts'
import { lessonsNaming, titlesOf } from './using.sql.ts'

/** A step of the start path, a model document or a lesson that sends its reader to an answer; `path` is that of the step. */
export type Use = { readonly what: 'step' | 'paper' | 'lesson'; readonly key: string; readonly path: string | null; readonly title: string }

/** The steps and model documents that send to an answer, the steps in the order of their path. */
export function usesOf(slug: string): Use[] {
  const named = new Set(namedAt(AT_STEPS, slug))
  const steps = [initiators, municipal].flatMap((path) =>
    stepsOf(path).flatMap(({ key, title }) => (named.has(key) ? [{ what: 'step' as const, key, path: path.code, title }] : [])),
  )
  const papers = namedAt(AT_PAPERS, slug).map((code) => ({ what: 'paper' as const, key: code, path: null, title: modelCalled(code)?.title ?? code }))
  return [...steps, ...papers]
}

/** The steps at which a lesson stands that leads to an answer and that is meant for the reader's organisation, each once. Two queries. */
export async function lessonUses(tx: Tx, permit: Permit<'start.read'>, slug: string): Promise<Use[]> {
  const here = (await organisationsAll(tx)).find(({ id }) => id === permit.organisation)?.kind
  const kind = here === 'municipality' ? here : 'cooperative'
  const titles = new Map([initiators, municipal].flatMap((path) => stepsOf(path).map(({ key, title }) => [`${path.code} ${key}`, title])))
  const found = (await lessonsNaming(tx, slug))
    .filter(({ words, audience }) => sendsTo(words, slug) && meantFor(audience as LessonAudience, kind))
    .map(({ path, step }) => ({ what: 'lesson' as const, key: step, path, title: titles.get(`${path} ${step}`) ?? step }))
  return [...new Map(found.map((use) => [`${use.path} ${use.key}`, use])).values()]
}

/** The answers to which a step sends its reader. One query. */
export function answersAtStep(tx: Tx, _permit: AnyPermit, key: string): Promise<{ slug: string; title: string }[]> {
  return titlesOf(tx, AT_STEPS[key] ?? [])
}

/** The answers to which a model document sends its reader. One query. */
export function answersAtPaper(tx: Tx, _permit: AnyPermit, code: string): Promise<{ slug: string; title: string }[]> {
  return titlesOf(tx, AT_PAPERS[code] ?? [])
}
