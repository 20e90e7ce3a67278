import type { Tx } from '#kit/db.ts'
import { removeFile, storeFile } from '#kit/files.ts'
import { euro, negate, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId, Permit } from '#rooms/access'
import { type Account, account, post } from '#rooms/ledger'
import { type Cooperative, type TipOwner, tipsOn } from '#rooms/organisations'
import { texts } from '../invoicing.en.ts'
import type { Draft, InvoiceId, InvoiceRequest } from '../invoicing.types.ts'
import { receivePayment } from '../payments/payments.ts'
import { type Line, ONE, type Priced, price } from '../pricing/pricing.rules.ts'
import { draftForChange, requestInvoice, reviseDraft } from '../requesting.ts'
import { marketTexts } from './texts.ts'
import { NO_TILL, type TillCounts, tillParts, tillSum } from './till.rules.ts'
import { findTill, keepTill, type Till } from './till.sql.ts'

/** The sales of a market day, in the order of the day; without a till the rest is cash in the hands of the member. */
export type DaySheet = Omit<InvoiceRequest, 'kind' | 'customer' | 'basis' | 'reference' | 'tips'> & { readonly till?: Omit<Till, 'byCard' | 'tipsTo'> }

/**
 * Writes down the sales of a market day, without names of customers, and the box with a photo; it is sent, numbered and booked as paid like an
 * invoice. Amounts in cents. Refuses as `requestInvoice`, more by card than sold with tips, more change left than counted, and a difference without a reason.
 */
export async function recordDaySheet(tx: Tx, permit: Permit<'invoice.request'>, { till, ...sheet }: DaySheet): Promise<InvoiceId> {
  if (till) mustAddUp(permit, sheet, till)
  const id = await requestInvoice(tx, permit, asked(sheet, till))
  if (till) await keepTill(tx, permit, id, sheet.member, { ...till, byCard: sheet.byCard, tipsTo: null })
  return id
}

/** Changes a day sheet that was not sent; a photo stays until another comes. Refuses as `recordDaySheet`, and what was sent already (missing). */
export async function reviseDaySheet(
  tx: Tx,
  permit: Permit<'invoice.request'>,
  id: InvoiceId,
  { till, ...sheet }: DaySheet & Required<Pick<DaySheet, 'till'>>,
): Promise<void> {
  const { member } = await draftForChange(tx, permit, id)
  const before = await findTill(tx, permit, id)
  mustAddUp(permit, sheet, till)
  await reviseDraft(tx, permit, id, asked({ ...sheet, member }, till))
  await keepTill(tx, permit, id, member, { ...till, byCard: sheet.byCard, tipsTo: null, photo: till.photo ?? before?.photo ?? null })
  if (till.photo && before?.photo) await removeFile(tx, permit, before.photo)
}

/** Keeps the photo of the takings: a picture or a PDF, nothing else. */
export async function keepPhoto(tx: Tx, permit: Permit<'invoice.request'>, photo: File | null): Promise<string | null> {
  if (!photo) return null
  const file = { name: photo.name, type: photo.type, bytes: new Uint8Array(await photo.arrayBuffer()) }
  return storeFile(tx, permit, file, { field: 'photo', only: ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'] })
}

/**
 * Books what a market day took in: by card through the provider, the rest in the hands of the member, a claim with the term of the cooperative.
 * Tips go to whom the cooperative chose for that day: held for the member, income of the cooperative, or already a line of what was sold. Without a choice
 * they wait in suspense (decisions 4). A difference is borne like one in the cash box.
 */
export async function takeIn(tx: Tx, permit: Permit<'invoice.send'>, draft: Draft, { payable }: Priced, tipsTo: TipOwner | null): Promise<void> {
  const till = (await findTill(tx, permit, draft.id)) ?? { ...NO_TILL, changeEnd: ZERO, reason: null, photo: null }
  const counts = tipsTo === 'turnover' ? { ...till, tips: ZERO } : till
  mustAddUp(permit, draft, counts)
  await keepTill(tx, permit, draft.id, draft.member, { ...till, byCard: draft.byCard, tipsTo: till.tips > 0n ? tipsTo : null })
  const day = tillSum(payable, draft.byCard, counts)
  const parts = tillParts(day)
  const held = account('cashHeld', draft.member)
  for (const part of [
    { kind: 'day sheet by card', into: account('underway'), amount: parts.saleByCard },
    { kind: 'day sheet in cash', into: held, amount: parts.saleInCash },
  ]) {
    if (part.amount <= 0n) continue
    await receivePayment(tx, permit, { invoice: draft.id, cents: part.amount, on: permit.today, source: { kind: part.kind, id: draft.id }, into: part.into })
  }
  if (day.tips === 0n && day.difference === 0n) return
  const tips = tipsAccount(tipsTo, draft.member)
  await post(tx, permit, {
    source: { kind: 'day sheet till', id: draft.id },
    on: permit.today,
    transfers: [
      { debit: account('underway'), credit: tips, cents: parts.tipsByCard },
      { debit: held, credit: tips, cents: parts.tipsInCash },
      { debit: held, credit: account('generalCosts'), cents: day.difference },
    ],
  })
}

function tipsAccount(to: TipOwner | null, member: MemberId): Account {
  if (to === 'member') return account('tipsHeld', member)
  return to === 'cooperative' ? account('tipsIncome', member) : account('suspense')
}

/**
 * A market day as it is sold: where tips are turnover of the member on that day, they are a line of their own. A tip that nobody had to give is no price of
 * a supply, so it has no VAT [G].
 */
export async function withTips(
  tx: Tx,
  permit: AnyPermit,
  { settings }: Pick<Cooperative, 'settings'>,
  draft: Draft,
): Promise<{ sold: Draft; tipsTo: TipOwner | null }> {
  const tipsTo = draft.kind === 'day-sheet' ? tipsOn(settings, draft.performedOn) : null
  const till = tipsTo === 'turnover' ? await findTill(tx, permit, draft.id) : null
  if (!till || till.tips === 0n) return { sold: draft, tipsTo }
  const line: Line = { description: marketTexts.nl.tips, quantity: ONE, unit: 'piece', price: till.tips, vat: 'exempt' }
  return { sold: { ...draft, lines: [...draft.lines, line] }, tipsTo }
}

function asked(sheet: Omit<DaySheet, 'till'>, till: TillCounts | undefined): InvoiceRequest {
  // What is asked on a market is what is paid: the VAT is in it.
  return { ...sheet, kind: 'day-sheet', customer: null, basis: 'with', reference: null, tips: till?.tips ?? ZERO }
}

function mustAddUp(
  permit: Permit<'invoice.request' | 'invoice.send'>,
  sheet: Pick<InvoiceRequest, 'lines' | 'byCard'>,
  till: Omit<Till, 'byCard' | 'tipsTo'>,
): void {
  const { refusals } = texts[permit.language]
  if (till.changeEnd > (till.counted ?? ZERO)) refuse(refusals.moreChange, {}, { field: 'changeEnd' })
  const { difference } = tillSum(price(sheet.lines, 'with', permit.today).payable, sheet.byCard, till)
  if (difference === 0n || till.reason) return
  const amount = euro(difference < 0n ? negate(difference) : difference)
  refuse(difference < 0n ? refusals.tillShort : refusals.tillOver, { amount }, { field: 'reason' })
}
