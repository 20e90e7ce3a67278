import { withoutBsn } from '#kit/bsn.ts'
import { type Day, longDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { equatedDays, freeDays, lastDayToObject } from '#rooms/law'
import { type LaidDown, withChosen } from '../conditions/library.ts'
import { texts } from '../consent.en.ts'
import { type Conditions, conditionsOf, mayBeLaidDown } from '../consent.rules.ts'
import { legalBases } from '../consent.sql.ts'
import { factsOf, requestFor } from '../consent.ts'
import type { ConsentRequest, RequestId } from '../consent.types.ts'
import { type AppealOutcome, type Because, type ConsentEvent, type DecisionRef, isSameDecision, type ObjectionOutcome } from '../events/events.rules.ts'
import { reviewIsOpen } from '../events/open.rules.ts'
import { record } from '../events/recording.ts'
import { mayBeInadmissible } from '../mending/mending.rules.ts'
import { notifiedOn } from '../posting/posting.rules.ts'
import { lastDayOf, receivedOn, remedyTerms } from '../terms/terms.rules.ts'
import { mayBeBackdated } from '../town/town.rules.ts'
import { rulesOfTown } from '../town/town.ts'
import { remedyTexts } from './remedies.en.ts'
import { decisionFrom, decisionsFor, mayBePutOff, mayHaveComeIn, type RemedyStep } from './remedies.rules.ts'

/** A decision as a form names it: its kind and day. */
export type Against = string

/** A new decision in the place of the last one. */
export type NewDecision =
  | { readonly outcome: 'granted'; readonly on: Day; readonly conditions: LaidDown; readonly reason: string }
  | { readonly outcome: 'refused'; readonly on: Day; readonly reason: string }

/** Objects to a decision (Awb 6:4, 6:5); what the consent does stays (6:16). After the last day only with the reason why it is late (6:11). Refuses a second objection. */
export async function object(
  tx: Tx,
  permit: Permit<'consent.object' | 'consent.note'>,
  id: RequestId,
  objection: { readonly against: Against; readonly reason: string; readonly lateBecause: string; readonly on?: Day },
): Promise<void> {
  const { request, against } = await aimedAt(tx, permit, id, 'object', objection.against)
  const on = objection.on ?? permit.today
  mayHaveComeIn(on, against.on, permit.today)
  const reason = written(permit, objection.reason, 'reason')
  const last = lastDayToObject(notifiedOn(request.events, against), freeDays(await equatedDays(tx)))
  const late = on > last
  if (late && permit.role === 'member' && objection.lateBecause.trim().length < 10)
    refuse(remedyTexts[permit.language].refusals.lateReason, { day: longDay(last, permit.language) }, { field: 'lateBecause' })
  const lateBecause = late ? withoutBsn(objection.lateBecause.trim(), 'lateBecause') : ''
  await record(tx, permit, request, { kind: 'objected', against, reason, lateBecause, on, recordedAt: permit.now })
  await happened(tx, permit, `consent.${permit.role === 'member' ? 'objected' : 'noted'}`, factsOf(request))
}

/** Writes down how the applicant was heard on an objection (Awb 7:2, 7:7), or why that was not needed (7:3). */
export async function hearObjection(
  tx: Tx,
  permit: Permit<'consent.objection'>,
  id: RequestId,
  heard: { against: Against; on: Day; note: string },
): Promise<void> {
  const { request, against } = await aimedAt(tx, permit, id, 'hearObjection', heard.against)
  mayHaveComeIn(heard.on, against.on, permit.today)
  await record(tx, permit, request, { kind: 'objectionHeard', against, note: written(permit, heard.note, 'note'), on: heard.on, recordedAt: permit.now })
  await happened(tx, permit, 'consent.noted', factsOf(request))
}

/** Puts the decision on an objection off, once, by at most six weeks (Awb 7:10(3)). Refuses after its last day. */
export async function putOffObjection(
  tx: Tx,
  permit: Permit<'consent.objection'>,
  id: RequestId,
  put: { against: Against; weeks: number; reason: string },
): Promise<void> {
  const { request, against } = await aimedAt(tx, permit, id, 'putOffObjection', put.against)
  const rules = await rulesOfTown(tx, request.municipality)
  const terms = remedyTerms(request.events, against, rules, permit.today, freeDays(await equatedDays(tx)))
  mayBePutOff(put.weeks, lastDayOf(terms, 'decideObjection') ?? permit.today, permit.today)
  const reason = written(permit, put.reason, 'reason')
  await record(tx, permit, request, { kind: 'objectionPutOff', against, weeks: put.weeks, reason, on: permit.today, recordedAt: permit.now })
  await happened(tx, permit, 'consent.objectionPutOff', factsOf(request))
}

/**
 * Decides on an objection, dated on the day of posting (Awb 7:11, 7:12). Founded against a decision on the request brings the new decision with it;
 * founded against a suspension or withdrawal makes that void from its beginning. Refuses what is not whole, a second decision, and inadmissible while what is missing may still be sent (6:6).
 */
export async function decideObjection(
  tx: Tx,
  permit: Permit<'consent.objection'>,
  id: RequestId,
  decision: {
    readonly against: Against
    readonly outcome: ObjectionOutcome
    readonly on: Day
    readonly reason: string
    readonly conditions: LaidDown | null
  },
): Promise<void> {
  const { request, against } = await aimedAt(tx, permit, id, 'decideObjection', decision.against)
  const { outcome, on } = decision
  const objected = request.events.find((event) => event.kind === 'objected' && isSameDecision(event.against, against))
  mayHaveComeIn(on, objected?.on ?? against.on, permit.today)
  if (outcome === 'inadmissible')
    mayBeInadmissible(request.events, against, on, lastDayToObject(notifiedOn(request.events, against), freeDays(await equatedDays(tx))))
  const reason = written(permit, decision.reason, 'reason')
  const said = await record(tx, permit, request, { kind: 'objectionDecided', against, outcome, reason, on, recordedAt: permit.now })
  const after = { ...request, events: [...request.events, { ...said, role: permit.role }] }
  if (outcome === 'founded') await follow(tx, permit, after, { against, on, reason, conditions: decision.conditions })
  await happened(tx, permit, 'consent.objectionDecided', factsOf(request))
}

/** Writes down that somebody appealed to the court; `on` is the day the court told so. */
export async function noteAppeal(tx: Tx, permit: Permit<'consent.note'>, id: RequestId, appeal: { against: Against; on: Day; note: string }): Promise<void> {
  const { request, against } = await aimedAt(tx, permit, id, 'noteAppeal', appeal.against)
  mayHaveComeIn(appeal.on, against.on, permit.today)
  await record(tx, permit, request, { kind: 'appealed', against, note: written(permit, appeal.note, 'note'), on: appeal.on, recordedAt: permit.now })
  await happened(tx, permit, 'consent.noted', factsOf(request))
}

/** Writes down what the court said; a new decision is made with `correctDecision`. */
export async function noteRuling(
  tx: Tx,
  permit: Permit<'consent.note'>,
  id: RequestId,
  ruling: { against: Against; on: Day; outcome: AppealOutcome; note: string },
): Promise<void> {
  const { request, against } = await aimedAt(tx, permit, id, 'noteRuling', ruling.against)
  mayHaveComeIn(ruling.on, against.on, permit.today)
  const note = written(permit, ruling.note, 'note')
  await record(tx, permit, request, { kind: 'appealDecided', against, outcome: ruling.outcome, note, on: ruling.on, recordedAt: permit.now })
  await happened(tx, permit, 'consent.noted', factsOf(request))
}

/**
 * Makes a new decision in the place of the last one, which stays to be read: what was known then does not change. Refuses a refusal in the place of a
 * grant (that is a withdrawal), one that says the same, and a ground that does not count on its day.
 */
export async function correctDecision(tx: Tx, permit: Permit<'consent.correct'>, id: RequestId, decision: NewDecision): Promise<void> {
  const request = await requestFor(tx, permit, id, 'correct')
  const before = conditionsOf(request.events)
  if (before && decision.outcome === 'refused') refuse(texts[permit.language].refusals.notNow, {}, { kind: 'conflict' })
  mayHaveComeIn(decision.on, lastDecision(request), permit.today)
  const reason = written(permit, decision.reason, 'reason')
  const conditions = decision.outcome === 'granted' ? await withChosen(tx, permit, decision.conditions) : null
  if (conditions && before && same(before, conditions)) refuse(remedyTexts[permit.language].refusals.sameDecision, {}, { field: 'until' })
  const { on } = decision
  if (decision.outcome === 'granted') {
    const received = receivedOn(request.events) ?? on
    mayBeBackdated(decision.conditions.from, received, (await rulesOfTown(tx, request.municipality))(received))
  }
  const because = reviewIsOpen(request.events) ? 'review' : 'correction'
  const event: ConsentEvent =
    conditions === null
      ? { kind: 'refusedInstead', because, reason, on, recordedAt: permit.now }
      : await newGrant(tx, permit, conditions, { because, reason, on })
  await record(tx, permit, request, event)
  await happened(tx, permit, `consent.${event.kind}`, factsOf(request))
}

async function follow(
  tx: Tx,
  permit: AnyPermit,
  request: ConsentRequest,
  founded: { against: DecisionRef; on: Day; reason: string; conditions: LaidDown | null },
): Promise<void> {
  const { against, on, reason, conditions } = founded
  const recordedAt = permit.now
  if (against.kind === 'suspended' || against.kind === 'consentWithdrawn') {
    const change = request.events.findLast((event) => event.kind === against.kind && event.on === against.on)
    if (change && 'from' in change) await record(tx, permit, request, { kind: 'changeCancelled', of: against.kind, from: change.from, on, recordedAt })
  } else if (against.kind !== 'resumed' && against.kind !== 'changeCancelled') {
    if (!conditions) return refuse(texts[permit.language].refusals.untilBeforeFrom, {}, { field: 'until' })
    await record(tx, permit, request, await newGrant(tx, permit, await withChosen(tx, permit, conditions), { because: 'objection', reason, on }))
  }
}

async function newGrant(tx: Tx, permit: AnyPermit, conditions: Conditions, more: { because: Because; reason: string; on: Day }) {
  mayBeLaidDown(conditions)
  withoutBsn(conditions.other, 'other')
  const grounds = await legalBases(tx, more.on)
  if (!grounds.some(({ code }) => code === conditions.legalBasis)) refuse(texts[permit.language].refusals.noSuchGround, {}, { field: 'legalBasis' })
  return { kind: 'grantedInstead', conditions, ...more, recordedAt: permit.now } as const
}

async function aimedAt(tx: Tx, permit: AnyPermit, id: RequestId, step: RemedyStep, code: Against) {
  const request = await requestFor(tx, permit, id, step)
  return { request, against: decisionFrom(code, decisionsFor(request.events, step, permit.today)) }
}

function written(permit: AnyPermit, words: string, field: string): string {
  if (withoutBsn(words, field).trim().length < 10) refuse(texts[permit.language].refusals.reasonMissing, {}, { field })
  return words.trim()
}

function lastDecision(request: ConsentRequest): Day {
  const kinds = ['granted', 'refused', 'leftUnprocessed', 'grantedInstead', 'refusedInstead', 'paperCorrected']
  return request.events.findLast(({ kind }) => kinds.includes(kind))?.on ?? request.wantedFrom
}

function same(a: Conditions, b: Conditions): boolean {
  const plain = (_: string, part: unknown) => (typeof part === 'bigint' ? Number(part) : part)
  const said = (each: Conditions) =>
    JSON.stringify(
      Object.entries({ watched: [], ...each, costKinds: each.costKinds.toSorted() }).toSorted(([x], [y]) => (x < y ? -1 : 1)),
      plain,
    )
  return said(a) === said(b)
}
