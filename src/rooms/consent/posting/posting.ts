import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { texts } from '../consent.en.ts'
import { lockRequest } from '../consent.sql.ts'
import { type Decision, decide, factsOf, requestWithin } from '../consent.ts'
import type { RequestId } from '../consent.types.ts'
import type { ConsentEvent } from '../events/events.rules.ts'
import { rulesOfTown } from '../town/town.ts'
import { postingOffice } from './office.nl.ts'
import { isLetter, letterCode, mayHaveBeenPosted, postingOf, toPost } from './posting.rules.ts'
import { insertNotification, insertPostingChoice, type ToPost, toPostRows } from './posting.sql.ts'

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

/**
 * Notifies the letters that leave now, by what the member has chosen at this moment: they stand in Opbloei from today, or still have to be posted
 * (Awb 2:14, 3:41).
 */
export async function notifyLetters(tx: Tx, permit: AnyPermit, id: RequestId, sent: readonly ConsentEvent[]): Promise<void> {
  const request = await requestWithin(tx, permit, id)
  const rules = (await rulesOfTown(tx, request.municipality))(permit.today)
  for (const letter of sent.filter(({ kind }) => isLetter(kind))) {
    const { by } = postingOf(letter, request.postingChoices, rules)
    await insertNotification(tx, permit, request, letter, by === 'mail' ? { way: 'portal', on: permit.today } : { way: 'post', on: null })
  }
}

/** The letters of a request that still have to be posted, each as `postLetter` names it; oldest first. */
export async function lettersToPost(tx: Tx, permit: Permit<'consent.decide'>, id: RequestId): Promise<readonly string[]> {
  return toPost((await requestWithin(tx, permit, id)).events).map(letterCode)
}

/**
 * Writes down on which day a letter was really posted; its terms run from that day (Awb 6:8). Refuses (conflict) a letter that does not wait for the post, and a day
 * before it was made or after today.
 */
export async function postLetter(tx: Tx, permit: Permit<'consent.decide'>, id: RequestId, code: string, on: Day): Promise<void> {
  const { tenant } = await requestWithin(tx, permit, id)
  await lockRequest(tx, tenant, id)
  // Read again under the lock: a colleague may have posted it.
  const request = await requestWithin(tx, permit, id)
  const letter = toPost(request.events).find((each) => letterCode(each) === code)
  if (!letter) return refuse(postingOffice.refusals.posted, {}, { kind: 'conflict' })
  mayHaveBeenPosted(on, letter, permit.today)
  await insertNotification(tx, permit, request, letter, { way: 'post', on })
  await happened(tx, permit, 'consent.letterPosted', factsOf(request))
}

/** Every letter of own cases that still has to be posted, the oldest first. */
export function allToPost(tx: Tx, permit: Permit<'consent.decide'>): Promise<ToPost[]> {
  return toPostRows(tx, permit)
}

/** Writes one day of posting down for many letters: all of them, or none. Refuses nothing chosen, and as `postLetter` does. */
export async function postLetters(tx: Tx, permit: Permit<'consent.decide'>, codes: readonly string[], on: Day): Promise<void> {
  if (codes.length === 0) refuse(postingOffice.refusals.noneChosen, {}, { field: 'letters' })
  // In one order, so that two who post at once do not wait for each other.
  for (const code of [...new Set(codes)].toSorted()) {
    const [request = '', ...letter] = code.split(' ')
    if (!isId(request)) refuse(postingOffice.refusals.posted, {}, { kind: 'conflict' })
    await postLetter(tx, permit, request as RequestId, letter.join(' '), on)
  }
}
