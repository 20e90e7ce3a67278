import { withoutBsn } from '#kit/bsn.ts'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type NewFile, readFile, type StoredFile, storeFile } from '#kit/files.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId, OrganisationId, Permit } from '#rooms/access'
import { threadTexts } from './threads.en.ts'
import type { ThreadKind } from './threads.rules.ts'
import { insertThread, insertThreadAnswer, insertThreadClosing, type Thread, type ThreadId, threadRows } from './threads.sql.ts'

/** What a question is about, and between whom: the cooperative (`tenant`) and the municipality. */
export type ThreadFacts = {
  readonly tenant: OrganisationId
  readonly municipality: OrganisationId
  readonly kind: ThreadKind
  readonly object: string
  readonly member: MemberId
  readonly words: string
  /** The last day to answer; later answers still count. */
  readonly lastDay: Day
}

/** Asks a question on an object, for the acting organisation. Refuses words with a BSN and a last day that is not after today. The room of the object says who may ask. */
export async function askThread(
  tx: Tx,
  permit: Permit<'sample.question' | 'watch.ask' | 'consent.question' | 'statement.receive' | 'start.ask'>,
  facts: ThreadFacts,
  id: ThreadId = newId<ThreadId>(permit.now.epochMilliseconds),
): Promise<ThreadId> {
  if (facts.lastDay <= permit.today) refuse(said(permit).dayOver, {}, { field: 'lastDay' })
  await insertThread(tx, permit, { ...facts, id, words: withoutBsn(facts.words, 'words', permit.language) })
  return id
}

/**
 * Answers a question of the other side, with or without evidence that both may read. Refuses (missing) outside reach, a question of one's own side,
 * words with a BSN, and one that was answered or closed (conflict).
 */
export async function answerThread(
  tx: Tx,
  permit: Permit<'sample.answer' | 'watch.answer' | 'consent.question' | 'statement.answer' | 'start.answer'>,
  id: string,
  words: string,
  evidence: NewFile | null,
): Promise<Thread> {
  const thread = await threadById(tx, permit, id)
  if (thread.asker === permit.organisation) refuse(said(permit).ownQuestion, {}, { kind: 'forbidden' })
  if (thread.answer || thread.closedAt) refuse(said(permit).over, {}, { kind: 'conflict' })
  const clean = withoutBsn(words, 'words', permit.language)
  const file = evidence ? await storeFile(tx, permit, evidence, { sharedWith: thread.asker, field: 'evidence' }) : null
  if (!(await insertThreadAnswer(tx, permit, thread, clean, file))) refuse(said(permit).over, {}, { kind: 'conflict' })
  return thread
}

/** Says that a question of one's own side needs no answer any more. Refuses (missing) outside reach, one of the other side, and one that is done (conflict). */
export async function closeThread(
  tx: Tx,
  permit: Permit<'sample.question' | 'watch.close' | 'consent.question' | 'statement.receive'>,
  id: string,
): Promise<Thread> {
  const thread = await threadById(tx, permit, id)
  if (thread.asker !== permit.organisation) refuse(said(permit).notYours, {}, { kind: 'forbidden' })
  if (thread.answer || !(await insertThreadClosing(tx, permit, thread))) refuse(said(permit).over, {}, { kind: 'conflict' })
  return thread
}

/** One question within reach. Refuses (missing) otherwise. */
export async function threadById(tx: Tx, permit: AnyPermit, id: string): Promise<Thread> {
  const [thread] = await threadRows(tx, permit, { id })
  return thread ?? refuse(said(permit).missing, {}, { kind: 'missing' })
}

/** The questions on things of one kind, within reach, the oldest first; in one query however many things. */
export function threadsOn(tx: Tx, permit: AnyPermit, kind: ThreadKind, objects: readonly string[]): Promise<Thread[]> {
  return threadRows(tx, permit, { kind, objects })
}

/** Every question within reach that has no answer yet, of either side, about everybody or one member; the oldest first. */
export function threadsOpen(tx: Tx, permit: AnyPermit, member?: MemberId): Promise<Thread[]> {
  return threadRows(tx, permit, { open: true, ...(member ? { member } : {}) })
}

/** The evidence with an answer. Refuses (missing) outside reach and where none was given. */
export async function threadEvidence(tx: Tx, permit: AnyPermit, id: string): Promise<StoredFile> {
  const { answer } = await threadById(tx, permit, id)
  return answer?.evidence ? readFile(tx, permit, answer.evidence) : refuse(said(permit).missing, {}, { kind: 'missing' })
}

function said(permit: AnyPermit) {
  return threadTexts(permit.language).refusals
}
