import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type OrganisationId, personOf } from '#rooms/access'
import type { LessonAudience } from './lessons.rules.ts'

/** What an organisation that passed a step wrote for others. */
export type Lesson = {
  readonly tenant: OrganisationId
  readonly id: string
  readonly path: string
  readonly step: string
  readonly words: string
  readonly audience: LessonAudience
  readonly named: boolean
  readonly writtenAt: Instant
  readonly verdict: { readonly yes: boolean; readonly words: string | null } | null
}

/** A lesson as others read it; the name only where it was meant to be shown. */
export type ShownLesson = {
  readonly id: string
  readonly words: string
  readonly audience: LessonAudience
  readonly kind: 'cooperative' | 'municipality'
  readonly name: string | null
}

/** Lessons with what the network said, the oldest first: the own ones, or all for the network. */
export async function lessons(tx: Tx, only: { readonly id?: string; readonly tenant?: OrganisationId; readonly step?: string } = {}): Promise<Lesson[]> {
  const rows = await tx
    .selectFrom('network.lesson as l')
    .leftJoin('network.lesson_verdict as v', (join) => join.onRef('v.tenant', '=', 'l.tenant').onRef('v.lesson', '=', 'l.id'))
    .select(['l.tenant', 'l.id', 'l.path', 'l.step', 'l.words', 'l.audience', 'l.named', 'l.written_at', 'v.yes', 'v.words as said'])
    .$if(only.id !== undefined, (query) => query.where('l.id', '=', only.id ?? ''))
    .$if(only.tenant !== undefined, (query) => query.where('l.tenant', '=', only.tenant ?? ''))
    .$if(only.step !== undefined, (query) => query.where('l.step', '=', only.step ?? ''))
    .orderBy('l.written_at')
    .orderBy('l.id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    tenant: row.tenant as OrganisationId,
    id: row.id,
    path: row.path,
    step: row.step,
    words: row.words,
    audience: row.audience as LessonAudience,
    named: row.named,
    writtenAt: row.written_at,
    verdict: row.yes === null ? null : { yes: row.yes, words: row.said },
  }))
}

/** What is shown at a step of a path, but for what the own organisation wrote; the newest first. */
export async function shownLessons(tx: Tx, permit: AnyPermit, path: string, step: string): Promise<ShownLesson[]> {
  const rows = await tx
    .selectFrom('network.lesson_shown')
    .select(['lesson', 'words', 'audience', 'kind', 'name'])
    .where('path', '=', path)
    .where('step', '=', step)
    .where('tenant', '!=', permit.organisation)
    .orderBy('shown_at', 'desc')
    .orderBy('lesson', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    id: row.lesson,
    words: row.words,
    audience: row.audience as LessonAudience,
    kind: row.kind as ShownLesson['kind'],
    name: row.name,
  }))
}

export async function insertLesson(tx: Tx, permit: AnyPermit, row: Pick<Lesson, 'id' | 'path' | 'step' | 'words' | 'audience' | 'named'>): Promise<void> {
  await tx
    .insertInto('network.lesson')
    .values({ ...row, tenant: permit.organisation, written_by: personOf(permit), written_at: permit.now })
    .execute()
}

/** Takes an own lesson away, also where others read it; gives whether there was one. */
export async function deleteLesson(tx: Tx, permit: AnyPermit, id: string): Promise<boolean> {
  const row = await tx.deleteFrom('network.lesson').where('tenant', '=', permit.organisation).where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

/** Whether nobody decided before. */
export async function insertLessonVerdict(tx: Tx, permit: AnyPermit, { tenant, id }: Lesson, yes: boolean, words: string | null): Promise<boolean> {
  const row = await tx
    .insertInto('network.lesson_verdict')
    .values({ tenant, lesson: id, yes, words, decided_by: personOf(permit), decided_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('lesson')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertShownLesson(tx: Tx, permit: AnyPermit, lesson: Lesson, name: string | null): Promise<void> {
  const { tenant, id, path, step, words, audience } = lesson
  const kind = path === 'gemeente' ? 'municipality' : 'cooperative'
  await tx.insertInto('network.lesson_shown').values({ tenant, lesson: id, path, step, words, audience, kind, name, shown_at: permit.now }).execute()
}
