import { withoutBsn } from '#kit/bsn.ts'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { Permit } from '#rooms/access'
import { texts } from '../consent.en.ts'
import { factsOf, requestFor } from '../consent.ts'
import type { RequestId } from '../consent.types.ts'
import type { ReviewBy } from '../events/events.rules.ts'
import { openAdvice } from '../events/open.rules.ts'
import { record } from '../events/recording.ts'
import { mayHaveComeIn } from '../remedies/remedies.rules.ts'
import { adviceOffice } from './office.nl.ts'

/** Writes down that advice was asked before a decision (Awb 3:5): of whom, what and until when. The term to decide runs on. */
export async function askAdvice(
  tx: Tx,
  permit: Permit<'consent.advice'>,
  id: RequestId,
  asked: { readonly adviser: string; readonly question: string; readonly answerBefore: Day | null },
): Promise<void> {
  const request = await requestFor(tx, permit, id, 'askAdvice')
  if (asked.answerBefore && asked.answerBefore <= permit.today) refuse(adviceOffice.refusals.answerBefore, {}, { field: 'answerBefore' })
  const words = { adviser: withoutBsn(asked.adviser, 'adviser').trim(), question: withoutBsn(asked.question, 'question').trim() }
  await record(tx, permit, request, { kind: 'adviceAsked', ...words, answerBefore: asked.answerBefore, on: permit.today, recordedAt: permit.now })
  await happened(tx, permit, 'consent.adviceAsked', factsOf(request))
}

/** Writes down what an adviser said and when it came in (Awb 3:7, 3:49); member and municipality read it, the cooperative reads of whom. Refuses what was not asked. */
export async function noteAdvice(
  tx: Tx,
  permit: Permit<'consent.advice'>,
  id: RequestId,
  given: { readonly adviser: string; readonly answer: string; readonly on: Day },
): Promise<void> {
  const request = await requestFor(tx, permit, id, 'noteAdvice')
  const asked = openAdvice(request.events).find(({ adviser }) => adviser === given.adviser)
  if (!asked) return refuse(adviceOffice.refusals.noAdviser, {}, { field: 'adviser' })
  mayHaveComeIn(given.on, asked.on, permit.today)
  const answer = withoutBsn(given.answer, 'answer').trim()
  await record(tx, permit, request, { kind: 'adviceGiven', adviser: asked.adviser, answer, on: given.on, recordedAt: permit.now })
  await happened(tx, permit, 'consent.adviceGiven', factsOf(request))
}

/** Opens a decision to be looked at again: the applicant asks (Awb 4:6), or the municipality itself wants it. What was decided counts meanwhile. */
export async function openReview(
  tx: Tx,
  permit: Permit<'consent.review'>,
  id: RequestId,
  review: { readonly by: ReviewBy; readonly reason: string },
): Promise<void> {
  const request = await requestFor(tx, permit, id, 'openReview')
  const by = permit.role === 'member' ? 'request' : review.by
  const reason = written(permit, review.reason)
  await record(tx, permit, request, { kind: 'reviewOpened', by, reason, on: permit.today, recordedAt: permit.now })
  await happened(tx, permit, permit.role === 'member' ? 'consent.reviewAsked' : 'consent.reviewOpened', factsOf(request))
}

/** Ends a review where nothing changes. On a request that is a decision that can be objected to, so it comes with a letter. */
export async function closeReview(tx: Tx, permit: Permit<'consent.correct'>, id: RequestId, reason: string): Promise<void> {
  const request = await requestFor(tx, permit, id, 'closeReview')
  await record(tx, permit, request, { kind: 'reviewClosed', reason: written(permit, reason), on: permit.today, recordedAt: permit.now })
  await happened(tx, permit, 'consent.reviewClosed', factsOf(request))
}

function written(permit: Permit<'consent.review'> | Permit<'consent.correct'>, words: string): string {
  if (withoutBsn(words, 'reason').trim().length < 10) refuse(texts[permit.language].refusals.reasonMissing, {}, { field: 'reason' })
  return words.trim()
}
