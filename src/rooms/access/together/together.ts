import { attempt } from '#kit/attempt.sql.ts'
import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { Sentence } from '#kit/refusal.ts'
import type { AnyPermit } from '../permit.ts'
import { findTogether, insertTogether, markUndone } from './together.sql.ts'

/** One of many things that was left as it was, with what a person calls it and why. */
export type Refused = Sentence & { readonly id: string; readonly label: string }

/** What somebody did to many things at once. */
export type Together = {
  readonly id: string
  readonly done: readonly string[]
  readonly refused: readonly Refused[]
  readonly at: Instant
  readonly undoneAt: Instant | null
}

/** How long what was done together can be undone with one button. */
const UNDO_DAYS = 7

/** One of many things to do; `because` says why it is left as it is without trying. */
export type TogetherItem = { readonly id: string; readonly label: string; readonly because?: Sentence | null; readonly run: () => Promise<unknown> }

/**
 * Does many things in one transaction, each by its own rule: what is refused is left as it was and the others stand. Gives what came of each, kept
 * under an id for the next page and for undoing. A denied attempt ends the whole.
 */
export async function doTogether(tx: Tx, permit: AnyPermit, kind: string, things: readonly TogetherItem[]): Promise<Pick<Together, 'id' | 'done' | 'refused'>> {
  const done: string[] = []
  const refused: Refused[] = []
  for (const { id, label, because, run } of things) {
    const why = because ?? (await attempt(tx, run))?.sentence ?? null
    if (why) refused.push({ id, label, what: why.what, next: why.next })
    else done.push(id)
  }
  const id = newId(permit.now.epochMilliseconds)
  await insertTogether(tx, permit, { id, kind, done, refused })
  return { id, done, refused }
}

/** What this person did together under an id; null for an unknown one, and for that of somebody else. */
export function togetherOf(tx: Tx, permit: AnyPermit, kind: string, id: string): Promise<Together | null> {
  return findTogether(tx, permit, kind, id)
}

/** The last that this person did together of a kind, while it can be undone; else null. */
export async function togetherToUndo(tx: Tx, permit: AnyPermit, kind: string): Promise<Together | null> {
  const last = await findTogether(tx, permit, kind, null)
  return last && canUndo(last, permit.now) ? last : null
}

/** Whether it can be undone with one button: something was done, it was not undone, and it was lately. */
export function canUndo(one: Together, now: Instant): boolean {
  return one.done.length > 0 && one.undoneAt === null && Temporal.Instant.compare(one.at.add({ hours: 24 * UNDO_DAYS }), now) > 0
}

/** Marks what was done together as undone; false when somebody was first. */
export function undoneTogether(tx: Tx, permit: AnyPermit, id: string): Promise<boolean> {
  return markUndone(tx, permit, id)
}
