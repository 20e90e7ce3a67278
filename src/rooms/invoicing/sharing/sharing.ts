import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type MemberId, type Permit, personOf } from '#rooms/access'
import { activeNames } from '#rooms/members'
import { texts } from '../invoicing.en.ts'
import { drafts } from '../invoicing.sql.ts'
import type { Draft, InvoiceId, InvoiceRequest } from '../invoicing.types.ts'
import { type Priced, price } from '../pricing/pricing.rules.ts'
import { dividedOver, type MemberPart } from './shares.rules.ts'
import { answerShare, draftsNaming, replaceDraftShares } from './shares.sql.ts'

/** What each member has of a shared invoice, the asker first. Refuses shares of more than there is, or that leave nothing for somebody. */
export function sharesIn(permit: AnyPermit, priced: Priced, of: Pick<InvoiceRequest, 'member' | 'shares'>): MemberPart[] {
  return dividedOver(priced, of.member, of.shares ?? []) ?? refuse(texts[permit.language].refusals.sharesTooMuch, {}, { field: 'part1' })
}

/**
 * Writes down who did the work too, and asks them. Who had agreed to an amount that stays the same has agreed still. What the treasurer
 * fills in is set, and its members are told. Refuses oneself, somebody who is no member, the same twice, and shares of more than there is.
 */
export async function askShares(tx: Tx, permit: Permit<'invoice.request'>, id: InvoiceId, asked: InvoiceRequest, before: Draft | null): Promise<void> {
  const shares = asked.shares ?? []
  if (shares.length === 0 && (before?.shares.length ?? 0) === 0) return
  const { refusals } = texts[permit.language]
  const known = await activeNames(tx, permit, permit.today)
  for (const [nr, share] of shares.entries()) {
    const field = { field: `with${nr + 1}` }
    if (share.member === asked.member || !known.has(share.member)) refuse(refusals.shareOfWhom, {}, field)
    if (shares.findIndex((each) => each.member === share.member && each.line === share.line) !== nr) refuse(refusals.shareTwice, {}, field)
  }
  const now = shares.length > 0 ? sharesIn(permit, price(asked.lines, asked.basis, permit.today), asked) : []
  const earlier = before && before.shares.length > 0 ? dividedOver(price(before.lines, before.basis, permit.today), before.member, before.shares) : null
  const set = permit.reach === 'organisation' ? permit.person : null
  const agreed = (member: MemberId) => {
    const same = earlier?.find((part) => part.member === member)?.net === now.find((part) => part.member === member)?.net
    return (same ? before?.shares.find((share) => share.member === member && share.agreedBy)?.agreedBy : null) ?? set
  }
  await replaceDraftShares(
    tx,
    permit,
    id,
    shares.map((share) => ({ ...share, agreedBy: agreed(share.member) })),
  )
  const stays = new Set(before?.shares.flatMap((share) => (share.agreedBy && agreed(share.member) === share.agreedBy ? [share.member] : [])))
  for (const member of new Set(shares.map((share) => share.member))) {
    if (!stays.has(member)) await happened(tx, permit, set ? 'invoice.shareSet' : 'invoice.shareAsked', { invoice: id, member })
  }
}

/** Everybody who can have done a job too, but for whoever asks. */
export async function fellowsOf(tx: Tx, permit: AnyPermit, but: MemberId | null): Promise<Map<MemberId, string>> {
  return new Map([...(await activeNames(tx, permit, permit.today))].filter(([member]) => member !== but))
}

/** A draft in which the member has a share, or null. */
export async function draftNaming(tx: Tx, permit: AnyPermit, id: InvoiceId): Promise<Draft | null> {
  return (await drafts(tx, permit, { id, named: true }))[0] ?? null
}

/** The drafts in which a member is named and did not answer yet. */
export async function sharesAsked(tx: Tx, permit: AnyPermit): Promise<Draft[]> {
  const found: Draft[] = []
  for (const id of await draftsNaming(tx, permit)) {
    const draft = await draftNaming(tx, permit, id)
    if (draft?.shares.some((share) => share.member === permit.person && !share.agreedBy && !share.refusedBecause)) found.push(draft)
  }
  return found
}

/** A member agrees to the own share, or says why it is not right (`because`). Refuses where nothing is asked, or it was answered (conflict). */
export async function answerOwnShare(tx: Tx, permit: Permit<'invoice.agreeShare'>, id: InvoiceId, because: string | null): Promise<void> {
  const { refusals } = texts[permit.language]
  const draft = (await draftNaming(tx, permit, id)) ?? refuse(refusals.noDraft, {}, { kind: 'missing' })
  const member = personOf(permit)
  if (!draft.shares.some((share) => share.member === member)) refuse(refusals.noDraft, {}, { kind: 'missing' })
  if (!(await answerShare(tx, permit, id, member, because))) refuse(refusals.shareAnswered, {}, { kind: 'conflict' })
  await happened(tx, permit, because === null ? 'invoice.shareAgreed' : 'invoice.shareRefused', { invoice: id, member })
}
