import { withoutBsn } from '#kit/bsn.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { organisationNames, type Permit } from '#rooms/access'
import { pathFor, startPath, stepOf, titleOf } from '../starting.ts'
import { nl } from './lessons.nl.ts'
import { LESSONS_A_STEP, type LessonAudience, meantFor } from './lessons.rules.ts'
import { deleteLesson, insertLesson, insertLessonVerdict, insertShownLesson, type Lesson, lessons, type ShownLesson, shownLessons } from './lessons.sql.ts'

/** What others learned at a step, as far as it is meant for the own organisation, and what the own one wrote there. Two queries. */
export async function lessonsAt(
  tx: Tx,
  permit: Permit<'start.read'>,
  step: string,
): Promise<{ readonly others: readonly ShownLesson[]; readonly own: readonly Lesson[] }> {
  const kind = permit.role === 'policyAdviser' ? 'municipality' : 'cooperative'
  return {
    others: (await shownLessons(tx, permit, pathFor(permit).code, step)).filter(({ audience }) => meantFor(audience, kind)),
    own: await lessons(tx, { tenant: permit.organisation, step }),
  }
}

/**
 * Leaves a lesson at a step that the own organisation passed; others read it once the network did. Refuses (missing) a step that is not on the own path, one that is not
 * done, words with a BSN, and a fourth lesson at one step.
 */
export async function writeLesson(
  tx: Tx,
  permit: Permit<'lesson.write'>,
  key: string,
  facts: { readonly words: string; readonly audience: LessonAudience; readonly named: boolean },
): Promise<void> {
  stepOf(permit, key)
  const { path, standing } = await startPath(tx, permit)
  if (!standing.phases.some(({ steps }) => steps.some(({ step, done }) => step.key === key && done))) refuse(nl.refusals.notDone)
  if ((await lessons(tx, { tenant: permit.organisation, step: key })).length >= LESSONS_A_STEP) refuse(nl.refusals.enough)
  const id = newId(permit.now.epochMilliseconds)
  await insertLesson(tx, permit, { id, path: path.code, step: key, ...facts, words: withoutBsn(facts.words, 'words', permit.language) })
  await happened(tx, permit, 'lesson.written', { lesson: id })
}

/** Takes an own lesson back: nobody reads it any more. Refuses (missing) another's. */
export async function takeLessonBack(tx: Tx, permit: Permit<'lesson.write'>, id: string): Promise<void> {
  if (!(await deleteLesson(tx, permit, id))) refuse(nl.refusals.missing, {}, { kind: 'missing' })
  await happened(tx, permit, 'lesson.takenBack', { lesson: id })
}

/** Lessons that the network has yet to read, the oldest first, with whose they are and at which step. */
export async function lessonsToDecide(tx: Tx, _permit: Permit<'start.oversee'>): Promise<(Lesson & { readonly from: string; readonly title: string })[]> {
  const waiting = (await lessons(tx)).filter(({ verdict }) => !verdict)
  const names = await organisationNames(
    tx,
    waiting.map(({ tenant }) => tenant),
  )
  return waiting.map((each) => ({ ...each, from: names.get(each.tenant) ?? '', title: titleOf(each.step) }))
}

/** Shows a lesson at its step, or sends it back with what to change. Refuses (missing) one that is not there, (conflict) one that was decided, and a no without words. */
export async function decideLesson(tx: Tx, permit: Permit<'lesson.decide'>, id: string, yes: boolean, words: string | null): Promise<void> {
  const [lesson] = await lessons(tx, { id })
  if (!lesson) return refuse(nl.refusals.missing, {}, { kind: 'missing' })
  if (!yes && words === null) refuse(nl.refusals.why, {}, { field: 'words' })
  const said = words === null ? null : withoutBsn(words, 'words', permit.language)
  if (!(await insertLessonVerdict(tx, permit, lesson, yes, said))) refuse(nl.refusals.decided, {}, { kind: 'conflict' })
  const name = lesson.named ? ((await organisationNames(tx, [lesson.tenant])).get(lesson.tenant) ?? null) : null
  if (yes) await insertShownLesson(tx, permit, lesson, name)
  await happened(tx, permit, 'lesson.decided', { lesson: id, yes: yes ? 'yes' : 'no' })
}
