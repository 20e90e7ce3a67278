import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { Permit } from '#rooms/access'
import { texts } from '../consent.en.ts'
import { type Decision, decide, factsOf, requestWithin } from '../consent.ts'
import type { RequestId } from '../consent.types.ts'
import { postingOffice } from './office.nl.ts'
import { insertPostingChoice } from './posting.sql.ts'

/** The member says whether this municipality may write by mail (Awb 2:14); every choice stays with its day. Refuses before the request was sent. */
export async function choosePosting(tx: Tx, permit: Permit<'consent.choosePosting'>, id: RequestId, electronic: boolean): Promise<void> {
  const request = await requestWithin(tx, permit, id)
  if (request.memberName === null) refuse(texts[permit.language].refusals.notNow, {}, { kind: 'conflict' })
  await insertPostingChoice(tx, permit, request, electronic)
  await happened(tx, permit, 'consent.mailChosen', factsOf(request))
}

/**
 * Writes a decision down that was posted on paper: it counts from the day on which it was really posted, was known only from now on, and its letter is the
 * paper itself. Refuses what `decide` refuses, and a decision without the reference on the paper.
 */
export async function enterPaperDecision(tx: Tx, permit: Permit<'consent.decide'>, id: RequestId, decision: Decision & { readonly paperReference: string }) {
  if (decision.paperReference.trim() === '') refuse(postingOffice.refusals.reference, {}, { field: 'paperReference' })
  await decide(tx, permit, id, { ...decision, paperReference: decision.paperReference.trim() })
}
