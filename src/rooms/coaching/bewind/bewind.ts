import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type NewFile, readFile, type StoredFile, storeFile } from '#kit/files.ts'
import { happened } from '#kit/happened.ts'
import { refuse, type Sentence } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { type AnyPermit, covers, type MemberId, type Permit } from '#rooms/access'
import { memberNames } from '#rooms/members'
import { nameHere, refuseElsewhere } from '../here.ts'
import { texts } from './bewind.en.ts'
import { type Bewind, heldBack, looksAfter } from './bewind.rules.ts'
import { bewindOf, insertBewind, insertBewindConsent, insertBewindEnd, type KeptBewind, lockBewind } from './bewind.sql.ts'

/** Who looked or looks after the money of a member, with their consents. Refuses (missing) outside reach. */
export async function bewindFile(tx: Tx, permit: AnyPermit, member: MemberId): Promise<readonly KeptBewind[]> {
  refuseElsewhere(permit, member)
  return bewindOf(tx, permit, member)
}

/**
 * Why a pay-out to a member on the day of payment waits for a written agreement of who looks after the money, in a sentence that does not tell who that
 * is or why; null where nothing does (a pay-out under administration or the Wsnp is for whoever administers: BW1 438, Fw 295 [G]). Refuses (missing) outside reach.
 */
export async function payOutHeld(tx: Tx, permit: AnyPermit, member: MemberId, on: Day): Promise<Sentence | null> {
  if (!covers(permit, member)) refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  await lockBewind(tx, permit, member)
  if (!heldBack(await bewindOf(tx, permit, member), on)) return null
  const words = texts[permit.language].refusals.held
  const name = (await memberNames(tx, permit)).get(member) ?? ''
  return { what: fill(words.what, { member: name }), next: fill(words.next, { member: name }) }
}

/** Writes down who looks after the money of a member, from a day on; gives the id. From then on a pay-out waits for consent. Refuses somebody who is there already. */
export async function nameBewind(
  tx: Tx,
  permit: Permit<'bewind.name'>,
  member: MemberId,
  facts: Pick<Bewind, 'kind' | 'name' | 'office' | 'reach' | 'from'>,
): Promise<string> {
  await nameHere(tx, permit, member)
  await lockBewind(tx, permit, member)
  const same = (each: Bewind) => each.endedOn === null && each.kind === facts.kind && each.name.toLowerCase() === facts.name.toLowerCase()
  if ((await bewindOf(tx, permit, member)).some(same)) refuse(texts[permit.language].refusals.thereAlready, {}, { field: 'name' })
  const id = await insertBewind(tx, permit, member, facts)
  await happened(tx, permit, 'bewind.named', { member })
  return id
}

/** Keeps the written consent to pay out, with its days and the letter. Refuses days in the wrong order, no letter, and who looks after nothing any more. */
export async function keepConsent(
  tx: Tx,
  permit: Permit<'bewind.consent'>,
  member: MemberId,
  bewind: string,
  consent: { readonly from: Day; readonly until: Day; readonly file: NewFile | null },
): Promise<void> {
  const words = texts[permit.language].refusals
  await nameHere(tx, permit, member)
  await lockBewind(tx, permit, member)
  const found = (await bewindOf(tx, permit, member)).find((each) => each.id === bewind) ?? refuse(words.missing, {}, { kind: 'missing' })
  if (found.endedOn !== null && !looksAfter(found, permit.today)) refuse(words.over, {}, { kind: 'conflict' })
  if (consent.until < consent.from) refuse(words.endsFirst, {}, { field: 'until' })
  if (!consent.file) refuse(words.noFile, {}, { field: 'file' })
  const file = await storeFile(tx, permit, consent.file, { only: ['application/pdf', 'image/jpeg', 'image/png'], field: 'file' })
  await insertBewindConsent(tx, permit, bewind, consent.from, consent.until, file)
  await happened(tx, permit, 'bewind.consentKept', { member })
}

/** Writes down that a consent was taken back, or that somebody no longer looks after the money; `on` is the first day without. Only the coach does: it may lift a stop. */
export async function endBewind(
  tx: Tx,
  permit: Permit<'bewind.consent'>,
  member: MemberId,
  bewind: string,
  end: { readonly consent: string | null; readonly on: Day },
): Promise<void> {
  const words = texts[permit.language].refusals
  await nameHere(tx, permit, member)
  await lockBewind(tx, permit, member)
  const found = (await bewindOf(tx, permit, member)).find((each) => each.id === bewind) ?? refuse(words.missing, {}, { kind: 'missing' })
  const what = end.consent ? (found.consents.find((each) => each.id === end.consent) ?? refuse(words.missing, {}, { kind: 'missing' })) : found
  if (what.endedOn !== null) refuse(words.over, {}, { kind: 'conflict' })
  if (end.on < what.from) refuse(words.tooEarly, {}, { field: 'on' })
  await insertBewindEnd(tx, permit, bewind, end.consent, end.on)
  await happened(tx, permit, 'bewind.ended', { member })
}

/** The letter behind a consent. Refuses (missing) outside reach or when there is none. */
export async function consentLetter(tx: Tx, permit: AnyPermit, member: MemberId, consent: string): Promise<StoredFile> {
  const file = (await bewindFile(tx, permit, member)).flatMap(({ files }) => files.get(consent) ?? [])[0]
  return file ? readFile(tx, permit, file) : refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
}
