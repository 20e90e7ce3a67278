import { withoutBsn } from '#kit/bsn.ts'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse, type Sentence } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { equatedDays, type FurtherDelayGround, freeDays } from '#rooms/law'
import { factsOf, requestFor } from '../consent.ts'
import type { RequestId } from '../consent.types.ts'
import { openMend } from '../events/open.rules.ts'
import { record } from '../events/recording.ts'
import { decisionFrom, decisionsFor, mayHaveComeIn, type RemedyStep } from '../remedies/remedies.rules.ts'
import type { Against } from '../remedies/remedies.ts'
import { lastDayOf, remedyTerms } from '../terms/terms.rules.ts'
import { rulesOfTown } from '../town/town.ts'
import { mendingTexts } from './mending.en.ts'
import { mayAskMend, mayBeDelayedFurther } from './mending.rules.ts'
import { mendingOffice } from './office.nl.ts'

/**
 * Asks to mend a shortcoming of the objection by a day, with a letter (Awb 6:6): the term to decide stands still meanwhile (7:10(2)). Refuses a day that gives
 * no time, and a second question before the first was answered. After the last day to decide it may still be asked, and stops nothing.
 */
export async function askMend(
  tx: Tx,
  permit: Permit<'consent.objection'>,
  id: RequestId,
  asked: { readonly against: Against; readonly question: string; readonly answerBefore: Day },
): Promise<void> {
  const { request, against } = await aimedAt(tx, permit, id, 'askMend', asked.against)
  mayAskMend(asked.answerBefore, permit.today)
  const question = written(asked.question, 'question', mendingOffice.refusals.missing)
  const { answerBefore } = asked
  await record(tx, permit, request, { kind: 'objectionMendAsked', against, question, answerBefore, on: permit.today, recordedAt: permit.now })
  await happened(tx, permit, 'consent.objectionMendAsked', factsOf(request))
}

/** Sends what was missing in an objection, also after the day that was given; `on` is the day a paper came in. Refuses where nothing is asked, or no words. */
export async function mendObjection(
  tx: Tx,
  permit: Permit<'consent.object' | 'consent.note'>,
  id: RequestId,
  sent: { readonly against: Against; readonly answer: string; readonly on?: Day },
): Promise<void> {
  const { request, against } = await aimedAt(tx, permit, id, 'mendObjection', sent.against)
  const on = sent.on ?? permit.today
  mayHaveComeIn(on, openMend(request.events, against)?.on ?? against.on, permit.today)
  const answer = written(sent.answer, 'answer', mendingTexts[permit.language].refusals.empty)
  await record(tx, permit, request, { kind: 'objectionMended', against, answer, on, recordedAt: permit.now })
  await happened(tx, permit, `consent.${permit.role === 'member' ? 'objectionMended' : 'noted'}`, factsOf(request))
}

/** Further delay of the decision on an objection, to a day, on a ground of Awb 7:10(4), with a letter (7:10(5)). Refuses after its last day, and a day that gives no more time. */
export async function delayObjection(
  tx: Tx,
  permit: Permit<'consent.objection'>,
  id: RequestId,
  delay: { readonly against: Against; readonly until: Day; readonly ground: FurtherDelayGround; readonly note: string },
): Promise<void> {
  const { request, against } = await aimedAt(tx, permit, id, 'delayObjection', delay.against)
  const rules = await rulesOfTown(tx, request.municipality)
  const terms = remedyTerms(request.events, against, rules, permit.today, freeDays(await equatedDays(tx)))
  mayBeDelayedFurther(delay.until, lastDayOf(terms, 'decideObjection') ?? permit.today, permit.today)
  const note = written(delay.note, 'note', mendingOffice.refusals.agreed)
  const { until, ground } = delay
  await record(tx, permit, request, { kind: 'objectionDelayed', against, until, ground, note, on: permit.today, recordedAt: permit.now })
  await happened(tx, permit, 'consent.objectionDelayed', factsOf(request))
}

async function aimedAt(tx: Tx, permit: AnyPermit, id: RequestId, step: RemedyStep, code: Against) {
  const request = await requestFor(tx, permit, id, step)
  return { request, against: decisionFrom(code, decisionsFor(request.events, step, permit.today)) }
}

function written(words: string, field: string, refusal: Sentence): string {
  const said = withoutBsn(words, field).trim()
  return said.length < 5 ? refuse(refusal, {}, { field }) : said
}
