import { withoutBsn } from '#kit/bsn.ts'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { equatedDays, freeDays } from '#rooms/law'
import { texts } from '../consent.en.ts'
import { factsOf, requestFor } from '../consent.ts'
import type { ConsentRequest, RequestId } from '../consent.types.ts'
import type { DecisionRef } from '../events/events.rules.ts'
import { record } from '../events/recording.ts'
import { lastDayOf, procedureTerms, receivedOn, remedyTerms } from '../terms/terms.rules.ts'
import { rulesOfTown } from '../town/town.ts'
import { mayAgreeToWait, mayBeDelayed, mayHaveComeIn, mayTellDefault, objectionsNotInDefault } from './remedies.rules.ts'

/** Tells before the last day that the decision comes later, with the new last day (Awb 4:14); once. Refuses after the term, and a day that gives no time. */
export async function tellDelay(tx: Tx, permit: Permit<'consent.delay'>, id: RequestId, until: Day, reason: string): Promise<void> {
  const request = await requestFor(tx, permit, id, 'tellDelay')
  mayBeDelayed(until, await lastToDecide(tx, permit, request), permit.today)
  if (withoutBsn(reason, 'reason').trim().length < 10) refuse(texts[permit.language].refusals.reasonMissing, {}, { field: 'reason' })
  await record(tx, permit, request, { kind: 'delayTold', until, reason, on: permit.today, recordedAt: permit.now })
  await happened(tx, permit, 'consent.delayTold', factsOf(request))
}

/** The applicant gives the municipality until a day (Awb 4:15(2)(a)); `on` is the day a paper came in. Refuses a day that gives no more time. */
export async function agreeToWait(
  tx: Tx,
  permit: Permit<'consent.agreeToWait' | 'consent.note'>,
  id: RequestId,
  until: Day,
  on: Day = permit.today,
): Promise<void> {
  const request = await requestFor(tx, permit, id, 'agreeToWait')
  mayHaveComeIn(on, receivedOn(request.events) ?? request.wantedFrom, permit.today)
  mayAgreeToWait(on, until, await lastToDecide(tx, permit, request))
  await record(tx, permit, request, { kind: 'waitingAgreed', until, on, recordedAt: permit.now })
  await happened(tx, permit, `consent.${permit.role === 'member' ? 'waitingAgreed' : 'noted'}`, factsOf(request))
}

/**
 * The applicant writes that the decision on the request is late, or the one on an objection: two weeks later every day costs (Awb 4:17, 7:14). Refuses up to
 * and including the last day, and a second time.
 */
export async function tellDefault(tx: Tx, permit: Permit<'consent.tellDefault' | 'consent.note'>, id: RequestId, on: Day = permit.today): Promise<void> {
  const request = await requestFor(tx, permit, id, 'tellDefault')
  mayHaveComeIn(on, receivedOn(request.events) ?? request.wantedFrom, permit.today)
  const { last, against } = await lateAbout(tx, permit, request)
  mayTellDefault(on, last)
  await record(tx, permit, request, { kind: 'defaultTold', ...(against ? { against } : {}), on, recordedAt: permit.now })
  await happened(tx, permit, `consent.${permit.role === 'member' ? 'defaultTold' : 'noted'}`, factsOf(request))
}

/** The objection whose decision has been due longest; the request itself while that is not decided about. */
async function lateAbout(tx: Tx, permit: AnyPermit, request: ConsentRequest): Promise<{ readonly last: Day; readonly against: DecisionRef | null }> {
  const rules = await rulesOfTown(tx, request.municipality)
  const isFree = freeDays(await equatedDays(tx))
  const [first] = objectionsNotInDefault(request.events, permit.today)
    .map((against) => ({ against, last: lastDayOf(remedyTerms(request.events, against, rules, permit.today, isFree), 'decideObjection') ?? permit.today }))
    .toSorted((a, b) => (a.last < b.last ? -1 : 1))
  return first ?? { last: await lastToDecide(tx, permit, request), against: null }
}

async function lastToDecide(tx: Tx, permit: AnyPermit, request: ConsentRequest): Promise<Day> {
  const rules = await rulesOfTown(tx, request.municipality)
  const terms = procedureTerms(request.events, rules, permit.today, freeDays(await equatedDays(tx)))
  return lastDayOf(terms, 'decide') ?? permit.today
}
