import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type AnyPermit, type MemberId, type OrganisationId, type PersonId, personOf, withinReach } from '#rooms/access'
import type { ThreadKind } from './threads.rules.ts'

declare const thread_: unique symbol
export type ThreadId = string & { readonly [thread_]: true }

/** A question on an object, with its answer. */
export type Thread = {
  readonly id: ThreadId
  /** The cooperative. */
  readonly tenant: OrganisationId
  readonly municipality: OrganisationId
  readonly kind: ThreadKind
  readonly object: string
  readonly member: MemberId
  /** The side that asked. */
  readonly asker: OrganisationId
  /** Null where the program of the organisation asked. */
  readonly askedBy: PersonId | null
  readonly askedAt: Instant
  readonly words: string
  readonly lastDay: Day
  readonly answer: { readonly words: string; readonly at: Instant; readonly evidence: string | null } | null
  /** When the side that asked said that no answer is needed. */
  readonly closedAt: Instant | null
}

type Asked = { readonly id?: string; readonly member?: MemberId; readonly kind?: ThreadKind; readonly objects?: readonly string[]; readonly open?: boolean }

/** Questions within reach of either owner, the oldest first; all in one query. */
export async function threadRows(tx: Tx, permit: AnyPermit, only: Asked): Promise<Thread[]> {
  if (only.objects?.length === 0) return []
  const rows = await tx
    .selectFrom('threads.thread as t')
    .leftJoin('threads.answer as a', (join) => join.onRef('a.tenant', '=', 't.tenant').onRef('a.thread', '=', 't.id'))
    .leftJoin('threads.closing as c', (join) => join.onRef('c.tenant', '=', 't.tenant').onRef('c.thread', '=', 't.id'))
    .select(['t.id', 't.tenant', 't.municipality', 't.kind', 't.object', 't.member', 't.asker', 't.asked_by', 't.asked_at', 't.words', 't.last_day'])
    .select(['a.words as answer', 'a.answered_at', 'a.evidence', 'c.closed_at'])
    .where((eb) => eb.or([eb('t.tenant', '=', permit.organisation), eb('t.municipality', '=', permit.organisation)]))
    .where((eb) => withinReach(permit, eb, 't.member'))
    .$if(only.id !== undefined, (query) => query.where('t.id', '=', only.id ?? ''))
    .$if(only.member !== undefined, (query) => query.where('t.member', '=', only.member ?? ''))
    .$if(only.kind !== undefined, (query) => query.where('t.kind', '=', only.kind ?? ''))
    .$if(only.objects !== undefined, (query) => query.where('t.object', 'in', [...(only.objects ?? [])]))
    .$if(only.open === true, (query) => query.where('a.thread', 'is', null).where('c.thread', 'is', null))
    .orderBy('t.asked_at')
    .orderBy('t.id')
    .limit(2000)
    .execute()
  return rows.map((row) => ({
    id: row.id as ThreadId,
    tenant: row.tenant as OrganisationId,
    municipality: row.municipality as OrganisationId,
    kind: row.kind as ThreadKind,
    object: row.object,
    member: row.member as MemberId,
    asker: row.asker as OrganisationId,
    askedBy: row.asked_by as PersonId | null,
    askedAt: row.asked_at,
    words: row.words,
    lastDay: row.last_day,
    answer: row.answer !== null && row.answered_at ? { words: row.answer, at: row.answered_at, evidence: row.evidence } : null,
    closedAt: row.closed_at,
  }))
}

export async function insertThread(
  tx: Tx,
  permit: AnyPermit,
  row: Pick<Thread, 'id' | 'tenant' | 'municipality' | 'kind' | 'object' | 'member' | 'words' | 'lastDay'>,
): Promise<void> {
  const { lastDay, ...rest } = row
  await tx
    .insertInto('threads.thread')
    .values({ ...rest, last_day: lastDay, asker: permit.organisation, asked_by: permit.person, asked_at: permit.now })
    .execute()
}

/** Whether this was the first answer. */
export async function insertThreadAnswer(tx: Tx, permit: AnyPermit, thread: Thread, words: string, evidence: string | null): Promise<boolean> {
  const { tenant, municipality, id } = thread
  const row = await tx
    .insertInto('threads.answer')
    .values({ tenant, municipality, thread: id, words, evidence, answerer: permit.organisation, answered_by: personOf(permit), answered_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('thread')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether nobody closed it before. */
export async function insertThreadClosing(tx: Tx, permit: AnyPermit, thread: Thread): Promise<boolean> {
  const { tenant, municipality, id } = thread
  const row = await tx
    .insertInto('threads.closing')
    .values({ tenant, municipality, thread: id, closer: permit.organisation, closed_by: personOf(permit), closed_at: permit.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('thread')
    .executeTakeFirst()
  return row !== undefined
}
