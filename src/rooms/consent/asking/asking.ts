import { addDays } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { NewFile, StoredFile } from '#kit/files.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, leaveMessage, looked, type MemberId, type OrganisationId, type Permit, professionals, type Role } from '#rooms/access'
import { answerThread, askThread, closeThread, type Thread, threadById, threadEvidence, threadsOn } from '#rooms/threads'
import { watchSettingOn } from '../conditions/library.sql.ts'
import { requests } from '../consent.sql.ts'
import type { ConsentRequest, RequestId } from '../consent.types.ts'
import { askingTexts } from './asking.en.ts'

/** A request with the questions that both sides asked about it. */
export type AskedRequest = {
  readonly request: ConsentRequest
  readonly threads: readonly Thread[]
  /** The acting organisation. */
  readonly own: OrganisationId
}

/** The questions about a request, the oldest first; the look is written down. Refuses (missing) outside reach. */
export async function requestQuestions(tx: Tx, permit: Permit<'consent.file'>, id: RequestId): Promise<AskedRequest> {
  const request = await requestWithin(tx, permit, id)
  await looked(tx, permit, [request.member])
  return { request, threads: await threadsOn(tx, permit, 'request', [id]), own: permit.organisation }
}

/**
 * Asks the other side about a request: member or coach the municipality, or the other way round. It changes no term of the decision; asking for what is missing
 * (Awb 4:5, 4:15) is a step of its own. Refuses (missing) outside reach, a request that was not sent yet, and words with a BSN.
 */
export async function askAboutRequest(tx: Tx, permit: Permit<'consent.question'>, id: RequestId, words: string): Promise<string> {
  const request = await requestWithin(tx, permit, id)
  if (!request.events.some(({ kind }) => kind === 'sent')) refuse(askingTexts(permit.language).refusals.notSent, {}, { kind: 'conflict' })
  const { answerDays } = await watchSettingOn(tx, permit.today)
  const { tenant, municipality, member } = request
  const lastDay = addDays(permit.today, answerDays)
  const thread = await askThread(tx, permit, { tenant, municipality, kind: 'request', object: id, member, words, lastDay })
  await happened(tx, permit, 'request.questioned', { thread, request: id, member, other: otherOf(request, permit) })
  return thread
}

/** Answers a question about a request, with or without evidence. Refuses as `answerThread` does. */
export async function answerAboutRequest(
  tx: Tx,
  permit: Permit<'consent.question'>,
  id: RequestId,
  thread: string,
  words: string,
  evidence: NewFile | null,
): Promise<void> {
  const request = await requestOf(tx, permit, id, thread)
  await answerThread(tx, permit, thread, words, evidence)
  await happened(tx, permit, 'request.threadAnswered', { thread, request: id, member: request.member, other: otherOf(request, permit) })
}

/** Says that a question of the own side needs no answer any more. Refuses as `closeThread` does. */
export async function closeAboutRequest(tx: Tx, permit: Permit<'consent.question'>, id: RequestId, thread: string): Promise<void> {
  await requestOf(tx, permit, id, thread)
  await closeThread(tx, permit, thread)
}

/** What came with an answer; the look is written down. Refuses (missing) outside reach and where nothing came with it. */
export async function requestEvidence(tx: Tx, permit: Permit<'consent.file'>, id: RequestId, thread: string): Promise<StoredFile> {
  await looked(tx, permit, [(await requestOf(tx, permit, id, thread)).member])
  return threadEvidence(tx, permit, thread)
}

/** Tells whoever may answer or reads the answer: at the municipality the own case manager, at the cooperative the member and the own coach. Never what it says. */
export async function tellOfRequest(tx: Tx, permit: Permit<'consent.tell'>, id: RequestId, member: MemberId): Promise<void> {
  const link = `/toestemmingen/${id}/vragen`
  const tell = (person: Parameters<typeof leaveMessage>[2]['person'], role: Role) => leaveMessage(tx, permit, { person, kind: 'requestQuestion', link, role })
  const manager = (await professionals(tx, permit, 'caseManager')).get(member)
  if (manager) return tell(manager.professional, 'caseManager')
  await tell(member, 'member')
  const coach = (await professionals(tx, permit, 'coach')).get(member)
  if (coach) await tell(coach.professional, 'coach')
}

async function requestOf(tx: Tx, permit: AnyPermit, id: RequestId, thread: string): Promise<ConsentRequest> {
  const request = await requestWithin(tx, permit, id)
  const { kind, object } = await threadById(tx, permit, thread)
  return kind === 'request' && object === id ? request : missing(permit)
}

async function requestWithin(tx: Tx, permit: AnyPermit, id: RequestId): Promise<ConsentRequest> {
  const [request] = await requests(tx, permit, { id })
  return request ?? missing(permit)
}

function otherOf(request: ConsentRequest, permit: AnyPermit): OrganisationId {
  return permit.organisation === request.municipality ? request.tenant : request.municipality
}

function missing(permit: AnyPermit): never {
  return refuse(askingTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
}
