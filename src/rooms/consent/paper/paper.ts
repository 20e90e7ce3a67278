import { withoutBsn } from '#kit/bsn.ts'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { Permit } from '#rooms/access'
import { texts } from '../consent.en.ts'
import { type Conditions, conditionsOf, decidedOn, mayBeCorrected } from '../consent.rules.ts'
import { legalBases } from '../consent.sql.ts'
import { factsOf, requestFor } from '../consent.ts'
import type { RequestId } from '../consent.types.ts'
import { record } from '../events/recording.ts'
import { office } from './paper.nl.ts'

/** What the decision on paper says; what the cooperative took over besides (the statement) stays as it is. */
export type Correction = Pick<Conditions, 'from' | 'until' | 'costKinds' | 'payOutAllowed' | 'legalBasis'> & { readonly decidedOn: Day; readonly note: string }

/** The municipality says that what was taken over from paper is right. Refuses (conflict) what it answered already, and what did not come from paper. */
export async function confirmPaper(tx: Tx, permit: Permit<'consent.confirmPaper'>, id: RequestId): Promise<void> {
  const request = await requestFor(tx, permit, id, 'confirmPaper')
  await record(tx, permit, request, { kind: 'paperConfirmed', on: permit.today, recordedAt: permit.now })
  await happened(tx, permit, 'consent.paperConfirmed', factsOf(request))
}

/**
 * The municipality says what is right where the cooperative took over something else; from now on that counts, and what was written down stays to
 * be read. Refuses (conflict) what it answered already, a ground that did not count on the day of the decision, and a correction of nothing.
 */
export async function correctPaper(tx: Tx, permit: Permit<'consent.confirmPaper'>, id: RequestId, correction: Correction): Promise<void> {
  const request = await requestFor(tx, permit, id, 'confirmPaper')
  const { decidedOn: decided, note, ...right } = correction
  const before = conditionsOf(request.events)
  if (!before) return refuse(texts[permit.language].refusals.notNow, {}, { kind: 'conflict' })
  const conditions = { ...before, ...right }
  if (decided === decidedOn(request.events) && isSame(before, conditions)) refuse(office.same, {}, { field: 'until' })
  mayBeCorrected({ decidedOn: decided, conditions }, permit.today)
  const grounds = await legalBases(tx, decided)
  if (!grounds.some(({ code }) => code === conditions.legalBasis)) refuse(texts[permit.language].refusals.noSuchGround, {}, { field: 'legalBasis' })
  const event = { kind: 'paperCorrected', decidedOn: decided, conditions, note: withoutBsn(note, 'note') } as const
  await record(tx, permit, request, { ...event, on: permit.today, recordedAt: permit.now })
  await happened(tx, permit, 'consent.paperCorrected', factsOf(request))
}

function isSame(a: Conditions, b: Conditions): boolean {
  const said = (each: Conditions) => JSON.stringify([each.from, each.until, each.costKinds.toSorted(), each.payOutAllowed, each.legalBasis])
  return said(a) === said(b)
}
