import { createHash } from 'node:crypto'
import { withoutBsn } from '#kit/bsn.ts'
import { type Day, laterDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type NewFile, storeFile } from '#kit/files.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import {
  type AnyPermit,
  casesInReach,
  covers,
  type MemberId,
  type OrganisationId,
  organisationName,
  type Permit,
  personNames,
  personOf,
  professionals,
  relate,
} from '#rooms/access'
import { equatedDays, freeDays } from '#rooms/law'
import { benefitOn, needsConsent } from '#rooms/members'
import { adviceOffice } from './advice/office.nl.ts'
import { type LaidDown, withChosen } from './conditions/library.ts'
import { texts } from './consent.en.ts'
import { type ConsentEvent, effect, mayBeDecided, mayFollow, mayResume, plannedChange, procedure, type Step } from './consent.rules.ts'
import { dropDraft, insertRequest, legalBases, lockRequest, markSeen, requests, saveCaseReference, saveDraft } from './consent.sql.ts'
import type { ConsentRequest, RequestFacts, RequestId, RequestLine } from './consent.types.ts'
import { decisionDeadline } from './deadline/deadline.rules.ts'
import { record } from './events/recording.ts'
import { extensionAnswered, extensionAsked, toExtend } from './extension/extension.ts'
import { receivedOn } from './terms/terms.rules.ts'
import { mayBeBackdated, mayBeSuspended } from './town/town.rules.ts'
import { rulesOfTown } from './town/town.ts'

/** What the municipality decides, dated on the day of posting (Awb 3:41); with the reference on the paper where it was posted on paper before. */
export type Decision = { readonly paperReference?: string } & (
  | { readonly kind: 'granted'; readonly on: Day; readonly conditions: LaidDown }
  | { readonly kind: 'refused' | 'leftUnprocessed'; readonly on: Day; readonly reason: string }
)

/** Prepares a request for a member; nothing leaves the cooperative. Refuses without a municipality, and prose that holds a BSN. */
export async function prepareRequest(
  tx: Tx,
  permit: Permit<'consent.prepare'>,
  request: RequestFacts & { readonly member: MemberId; readonly renews?: RequestId | null },
): Promise<RequestId> {
  if (!covers(permit, request.member)) refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  const id = newId<RequestId>(permit.now.epochMilliseconds)
  const draft = { ...checkedFacts(permit, request), ...(await municipalityFor(tx, permit, request)), member: request.member }
  await saveDraft(tx, permit, id, {
    ...draft,
    cooperativeName: (await organisationName(tx, permit.organisation)) ?? '',
    renews: await toExtend(tx, permit, draft, request.renews),
  })
  await happened(tx, permit, 'consent.prepared', { request: id, member: request.member })
  return id
}

/** Changes a draft, for the municipality that pays then; the member must see the new text before it can be sent. Refuses once it was sent. */
export async function changeRequest(
  tx: Tx,
  permit: Permit<'consent.prepare'>,
  id: RequestId,
  facts: RequestFacts & { readonly renews?: RequestId | null },
): Promise<void> {
  const before = await requestFor(tx, permit, id, 'edit')
  const draft = { ...before, ...checkedFacts(permit, facts), ...(await municipalityFor(tx, permit, { ...before, ...facts })) }
  await saveDraft(tx, permit, id, { ...draft, renews: await toExtend(tx, permit, draft, facts.renews) })
}

/** The fingerprint of what a reader saw, so that nothing else is sent than that. */
export function versionOf(facts: RequestFacts & { readonly renews?: RequestId | null }): string {
  return createHash('sha256')
    .update(JSON.stringify([facts.work, facts.plan, facts.costKinds, facts.wantedFrom, facts.wantedUntil, ...(facts.renews ? [facts.renews] : [])]))
    .digest('hex')
    .slice(0, 16)
}

/** The member sends the own request, exactly as shown. Refuses when it changed since, or was sent before. */
export async function sendRequest(tx: Tx, permit: Permit<'consent.send'>, id: RequestId, seen: string): Promise<void> {
  const draft = await requestFor(tx, permit, id, 'send')
  if (versionOf(draft) !== seen) refuse(texts[permit.language].refusals.changedSince, {}, { kind: 'conflict' })
  await markSeen(tx, permit, id)
  await send(tx, permit, draft, null)
}

/** The cooperative sends for the member, with the text of a written authorisation (Awb art. 2:1), and a photo or PDF of it. Refuses without the text. */
export async function sendFor(tx: Tx, permit: Permit<'consent.sendFor'>, id: RequestId, authorisation: string, photo: NewFile | null = null): Promise<void> {
  const draft = await requestFor(tx, permit, id, 'send')
  if (authorisation.trim().length < 20) refuse(texts[permit.language].refusals.authorisationMissing, {}, { field: 'authorisation' })
  const only = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'] as const
  const file = photo && (await storeFile(tx, permit, photo, { only, sharedWith: draft.municipality, field: 'photo' }))
  await send(tx, permit, draft, withoutBsn(authorisation.trim(), 'authorisation'), file)
}

/** The member takes the own request back, before a decision. */
export async function takeBack(tx: Tx, permit: Permit<'consent.takeBack'>, id: RequestId): Promise<void> {
  const request = await requestFor(tx, permit, id, 'withdrawRequest')
  if (request.memberName === null) await dropDraft(tx, permit, id)
  else {
    await record(tx, permit, request, { kind: 'requestWithdrawn', on: permit.today, recordedAt: permit.now })
    await extensionAnswered(tx, permit, request, permit.today)
  }
  await happened(tx, permit, 'consent.takenBack', factsOf(request))
}

/** A case manager takes a request that nobody has yet, and so becomes the one of this resident. Refuses when a colleague has it (conflict); taking twice is one taking. */
export async function takeCase(tx: Tx, permit: Permit<'consent.take'>, id: RequestId): Promise<void> {
  const request = await requestLocked(tx, permit, id)
  const before = (await professionals(tx, permit, 'caseManager')).get(request.member)
  if (before?.professional === permit.person) return
  if (before) refuse(texts[permit.language].refusals.takenAlready, {}, { kind: 'conflict' })
  await relate(tx, permit, 'caseManager', request.member, personOf(permit))
  await happened(tx, permit, 'consent.taken', factsOf(request))
}

/** Takes many at once: all of them, or none. Refuses nothing chosen, and as `takeCase` does. */
export async function takeCases(tx: Tx, permit: Permit<'consent.take'>, ids: readonly RequestId[]): Promise<void> {
  if (ids.length === 0) refuse(texts[permit.language].refusals.noneTaken)
  for (const id of [...new Set(ids)].toSorted()) await takeCase(tx, permit, id)
}

/** Asks the member for more; from the next day on the term stands still (Awb art. 4:5, 4:15). Refuses a last day for the answer that is not to come. */
export async function askMore(tx: Tx, permit: Permit<'consent.ask'>, id: RequestId, question: string, answerBefore: Day | null): Promise<void> {
  const request = await requestFor(tx, permit, id, 'askMore')
  if (answerBefore && answerBefore <= permit.today) refuse(adviceOffice.refusals.answerBefore, {}, { field: 'answerBefore' })
  await record(tx, permit, request, { kind: 'moreAsked', question: withoutBsn(question, 'question'), answerBefore, on: permit.today, recordedAt: permit.now })
  await happened(tx, permit, 'consent.moreAsked', factsOf(request))
}

/** Answers the municipality; the term runs on. */
export async function answerMore(tx: Tx, permit: Permit<'consent.answer'>, id: RequestId, answer: string): Promise<void> {
  const request = await requestFor(tx, permit, id, 'answer')
  await record(tx, permit, request, { kind: 'answered', answer: withoutBsn(answer, 'answer'), on: permit.today, recordedAt: permit.now })
  await happened(tx, permit, 'consent.answered', factsOf(request))
}

/** Grants, refuses or leaves unprocessed. Refuses a second decision, a day outside receipt and today, a ground that does not count then, and what `withChosen` refuses of the list. */
export async function decide(tx: Tx, permit: Permit<'consent.decide'>, id: RequestId, decision: Decision): Promise<void> {
  const request = await requestLocked(tx, permit, id)
  const event: ConsentEvent =
    decision.kind === 'granted'
      ? { ...decision, conditions: await withChosen(tx, permit, decision.conditions), recordedAt: permit.now }
      : { ...decision, recordedAt: permit.now }
  mayBeDecided(request.events, event, permit.today)
  if (event.kind === 'granted') {
    const grounds = await legalBases(tx, event.on)
    if (!grounds.some(({ code }) => code === event.conditions.legalBasis)) refuse(texts[permit.language].refusals.noSuchGround, {}, { field: 'legalBasis' })
    withoutBsn(event.conditions.other, 'other')
    const received = receivedOn(request.events) ?? event.on
    mayBeBackdated(event.conditions.from, received, (await rulesOfTown(tx, request.municipality))(received))
  } else if ('reason' in event) withoutBsn(event.reason, 'reason')
  await record(tx, permit, request, event)
  await extensionAnswered(tx, permit, request, event.on)
  await happened(tx, permit, `consent.${decision.kind}`, factsOf(request))
}

/** Suspends, resumes or ends a consent from a day on; before a suspension or withdrawal the member is heard (Awb art. 4:8). */
export async function changeConsent(
  tx: Tx,
  permit: Permit<'consent.change'>,
  id: RequestId,
  change:
    | { readonly kind: 'suspended'; readonly from: Day; readonly until: Day | null; readonly reason: string; readonly heard: string }
    | { readonly kind: 'resumed'; readonly from: Day }
    | { readonly kind: 'consentWithdrawn'; readonly from: Day; readonly reason: string; readonly heard: string },
): Promise<void> {
  const steps = { suspended: 'suspend', resumed: 'resume', consentWithdrawn: 'withdrawConsent' } as const
  const request = await requestFor(tx, permit, id, steps[change.kind])
  if (change.kind === 'resumed') mayResume(request.events, change.from, permit.today)
  if (change.kind !== 'resumed') {
    if (withoutBsn(change.reason, 'reason').trim().length < 10) refuse(texts[permit.language].refusals.reasonMissing, {}, { field: 'reason' })
    if (withoutBsn(change.heard, 'heard').trim().length < 10) refuse(texts[permit.language].refusals.notHeard, {}, { field: 'heard' })
  }
  if (change.kind === 'suspended' && change.until && change.until < change.from) refuse(texts[permit.language].refusals.untilBeforeFrom, {}, { field: 'until' })
  if (change.kind === 'suspended') mayBeSuspended(change, (await rulesOfTown(tx, request.municipality))(permit.today))
  await record(tx, permit, request, { ...change, on: permit.today, recordedAt: permit.now })
  await happened(tx, permit, `consent.${change.kind}`, factsOf(request))
}

/** Calls off a suspension or withdrawal that has not begun: it never counted. Refuses when nothing is planned (conflict). */
export async function cancelChange(tx: Tx, permit: Permit<'consent.change'>, id: RequestId): Promise<void> {
  const request = await requestFor(tx, permit, id, 'cancelChange')
  const planned = plannedChange(request.events, permit.today)
  if (!planned) return
  await record(tx, permit, request, { kind: 'changeCancelled', of: planned.kind, from: planned.from, on: permit.today, recordedAt: permit.now })
  await happened(tx, permit, 'consent.changeCancelled', factsOf(request))
}

/** Keeps the municipality's own number for the case; the cooperative never sees it. */
export async function setCaseReference(tx: Tx, permit: Permit<'consent.decide'>, id: RequestId, reference: string): Promise<void> {
  await saveCaseReference(tx, permit, await requestWithin(tx, permit, id), reference)
}

/** Requests within reach with where they stand today, newest first. A case manager sees the own cases and those that nobody has yet. */
export async function requestLines(
  tx: Tx,
  permit: Permit<
    | 'consent.read'
    | 'export.make'
    | 'home.caseManager'
    | 'home.policyAdviser'
    | 'totals.read'
    | 'sample.ask'
    | 'resident.read'
    | 'watch.list'
    | 'watch.read'
    | 'watch.ask'
  >,
  member?: MemberId,
): Promise<RequestLine[]> {
  const isFree = freeDays(await equatedDays(tx))
  const all = await requests(tx, permit, member ? { member } : {})
  const cases = permit.role === 'caseManager' ? await professionals(tx, permit, 'caseManager') : null
  const own = cases ? await casesInReach(tx, permit) : null
  const seen = ({ member: resident }: ConsentRequest) => !cases?.has(resident) || own?.has(resident)
  return all.filter(seen).map((request) => ({ ...lineOf(request, permit.today, isFree), own: own?.has(request.member) ?? false }))
}

/** Where a request stands on a day, with its term by the rules of the day of receipt. */
export function lineOf(request: ConsentRequest, on: Day, isFree: (on: Day) => boolean): RequestLine {
  const at = procedure(request.events, on)
  const awaited = at === 'waiting' || at === 'incomplete'
  return {
    request,
    procedure: at,
    effect: effect(request.events, on),
    deadline: awaited ? decisionDeadline(request.events, on, isFree, request.ownWeeks) : null,
  }
}

/** One request within reach. Refuses (missing) another. */
export async function requestWithin(tx: Tx, permit: AnyPermit, id: RequestId): Promise<ConsentRequest> {
  const [request] = await requests(tx, permit, { id })
  return request ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

// Read again under the lock: whoever came second sees what the first did.
async function requestLocked(tx: Tx, permit: AnyPermit, id: RequestId): Promise<ConsentRequest> {
  const { tenant } = await requestWithin(tx, permit, id)
  await lockRequest(tx, tenant, id)
  return requestWithin(tx, permit, id)
}

/** One request within reach, locked, that this step may follow on. Refuses (conflict) when it may not. */
export async function requestFor(tx: Tx, permit: AnyPermit, id: RequestId, step: Step): Promise<ConsentRequest> {
  const request = await requestLocked(tx, permit, id)
  mayFollow(request.events, step, permit.today)
  return request
}

async function send(tx: Tx, permit: AnyPermit, draft: ConsentRequest, authorisation: string | null, authorisationFile: string | null = null): Promise<void> {
  const { municipality } = await municipalityFor(tx, permit, draft)
  if (municipality !== draft.municipality) refuse(texts[permit.language].refusals.movedSince, {}, { kind: 'conflict' })
  const memberName = (await personNames(tx, [draft.member])).get(draft.member) ?? texts[permit.language].thisMember
  await insertRequest(tx, permit, draft, { memberName, cooperativeName: draft.cooperativeName, authorisation, authorisationFile })
  await record(tx, permit, draft, { kind: 'sent', sentBy: authorisation ? 'cooperative' : 'member', on: permit.today, recordedAt: permit.now })
  await extensionAsked(tx, permit, draft)
  await happened(tx, permit, 'consent.sent', factsOf(draft))
}

/** The municipality that pays the benefit on the first day that is asked for; only that one can consent. */
async function municipalityFor(tx: Tx, permit: AnyPermit, request: { readonly member: MemberId; readonly wantedFrom: Day }) {
  const { source, municipality } = await benefitOn(tx, permit, request.member, laterDay(request.wantedFrom, permit.today))
  const { refusals } = texts[permit.language]
  if (!needsConsent(source) && source !== 'unknown') refuse(refusals.noneNeeded)
  if (!municipality) refuse(refusals.noMunicipality)
  return { municipality, municipalityName: (await organisationName(tx, municipality)) ?? '' }
}

/** Whom and what an event is about, for what follows on it. */
export function factsOf(request: { id: RequestId; member: MemberId; tenant: OrganisationId; municipality: OrganisationId }) {
  return { request: request.id, member: request.member, cooperative: request.tenant, municipality: request.municipality }
}

function checkedFacts(permit: AnyPermit, facts: RequestFacts): RequestFacts {
  if (facts.wantedUntil < facts.wantedFrom) refuse(texts[permit.language].refusals.untilBeforeFrom, {}, { field: 'wantedUntil' })
  return { ...facts, work: withoutBsn(facts.work, 'work'), plan: withoutBsn(facts.plan, 'plan') }
}
