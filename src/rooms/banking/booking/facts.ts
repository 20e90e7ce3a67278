import { type Day, laterDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { type Cents, euro, minus, negate, plus, smallest, sum, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import {
  type InvoiceId,
  type InvoiceReceiptId,
  invoicesOf,
  type OpenInvoice,
  openInvoices,
  receivePayment,
  refundCustomer,
  undoPayment,
  undoRefund,
} from '#rooms/invoicing'
import { balanceOf, type EntryId, post, reverse } from '#rooms/ledger'
import { findMember } from '#rooms/members'
import { cooperativeOf, korOn } from '#rooms/organisations'
import { billsOpen, type DisposalId, disposalById, payablesOpen, payCost, receiveForThing } from '#rooms/spending'
import { nl } from '../banking.nl.ts'
import type { BankLine, BookingId } from '../banking.types.ts'
import { sheetsOfTotal } from '../matching/batches.rules.ts'
import { type NewPart, partsOf } from './booking.sql.ts'
import type { BookPermit, SingleChoice } from './choice.ts'
import { refuseUnowed } from './debts.ts'
import { fromPool, KINDS, type PlainFacts, type PlainKind, tooMuchVat, transfersFor } from './kinds.rules.ts'
import { labelOfBatch, takenBackIn, takingsToCome } from './past.sql.ts'

/** Money of a line on its way into the books; `key` is the source of what it makes, `nr` which part of the form it was. */
export type Going = {
  readonly line: BankLine
  readonly cents: Cents
  readonly booking: BookingId
  readonly nr: number
  readonly key: string
  readonly on: Day
}

const NO_FACTS: PlainFacts = { member: null, vat: ZERO, fee: ZERO }

/** Makes the facts of one thing, in the rooms below or as an entry, and says which. */
export async function made(tx: Tx, permit: BookPermit, going: Going, how: SingleChoice): Promise<NewPart[]> {
  switch (how.kind) {
    case 'nothing':
      return []
    case 'invoice':
      return received(tx, permit, going, chosen(await invoicesOf(tx, permit, { payable: true }), how.invoices))
    case 'refund':
      return refunded(tx, permit, going, chosen(await openInvoices(tx, permit), how.invoices))
    case 'returned':
      return takenBack(tx, permit, going, how)
    case 'cost':
      return paid(tx, permit, going, how.cost)
    case 'thing':
      return paidForThing(tx, permit, going, how.bill)
    default:
      return plainly(tx, permit, going, how.kind, {
        member: how.member ?? null,
        vat: how.vat ?? ZERO,
        fee: how.fee ?? ZERO,
        ...(how.sheets ? { sheets: how.sheets } : {}),
      })
  }
}

async function received(tx: Tx, permit: BookPermit, going: Going, invoices: readonly OpenInvoice[]): Promise<NewPart[]> {
  const parts: NewPart[] = []
  let left = going.cents
  // Money that a customer has to come makes the payment cover more, so it goes first.
  for (const invoice of [...invoices].sort((a, b) => Number(a.open >= 0n) - Number(b.open >= 0n))) {
    // What was written off may be paid after all; what is open goes first.
    const cents = smallest(left, invoice.open < 0n ? invoice.open : plus(invoice.open, invoice.writtenOff))
    if (cents === 0n) continue
    const source = { kind: 'bank line', id: `${going.key} ${invoice.number}` }
    const ref =
      cents > 0n
        ? (await receivePayment(tx, permit, { invoice: invoice.id, cents, on: going.on, source })).receipt
        : await refundCustomer(tx, permit, { invoice: invoice.id, cents: negate(cents), on: going.on, source })
    parts.push(partOf(going, 'invoice', { what: cents > 0n ? 'receipt' : 'refund', ref, label: invoice.number, customer: invoice.customer, cents }))
    left = minus(left, cents)
  }
  if (!parts.some((part) => part.what === 'receipt')) refuse(nl.refusals.nothingOpen)
  if (left > 0n) parts.push(...(await plainly(tx, permit, { ...going, cents: left }, 'suspense', NO_FACTS)))
  return parts
}

async function refunded(tx: Tx, permit: BookPermit, going: Going, invoices: readonly OpenInvoice[]): Promise<NewPart[]> {
  const parts: NewPart[] = []
  let left = negate(going.cents)
  for (const invoice of invoices) {
    const cents = smallest(left, negate(invoice.open))
    if (cents <= 0n) continue
    const source = { kind: 'bank line', id: `${going.key} ${invoice.number}` }
    const ref = await refundCustomer(tx, permit, { invoice: invoice.id, cents, on: going.on, source })
    parts.push(partOf(going, 'refund', { what: 'refund', ref, label: invoice.number, customer: invoice.customer, cents: negate(cents) }))
    left = minus(left, cents)
  }
  if (left > 0n) refuse(nl.refusals.moreThanToRefund, { amount: euro(left) })
  return parts
}

/** The bank took a payment back, whole or one part of it: everything that was made of it is answered. */
async function takenBack(tx: Tx, permit: BookPermit, going: Going, how: SingleChoice & { kind: 'returned' }): Promise<NewPart[]> {
  const before = (await partsOf(tx, permit, [how.booking])).get(how.booking) ?? []
  const gone = await takenBackIn(tx, permit, how.booking)
  const wanted = before.filter((part) => how.part === null || part.part === how.part)
  const fit = wanted.length > 0 && sum(wanted.map((part) => part.cents)) === negate(going.cents) && !wanted.some((part) => gone.has(part.part))
  if (!fit || !wanted.some((part) => part.what === 'receipt')) refuse(nl.refusals.noSuchReceipt)
  const parts: NewPart[] = []
  for (const part of wanted) {
    if (part.what === 'receipt') await undoPayment(tx, permit, part.ref as InvoiceReceiptId, going.on)
    else if (part.what === 'refund') await undoRefund(tx, permit, part.ref, going.on)
    else if (part.what === 'entry') await reverse(tx, permit, part.ref as EntryId, returnSource(going.key, part.part), going.on)
    else refuse(nl.refusals.noSuchReceipt)
    const { ref, label, customer } = part
    parts.push({
      ...partOf(going, 'returned', { what: 'returned', ref, label, customer, cents: negate(part.cents) }),
      ofBooking: how.booking,
      ofPart: part.part,
    })
  }
  return parts
}

/** The fact that the bank took an entry back, by the key of the booking that says so. */
export function returnSource(key: string, part: number) {
  return { kind: 'bank line returned', id: `${key} ${part}` }
}

async function paid(tx: Tx, permit: BookPermit, going: Going, cost: string): Promise<NewPart[]> {
  const payable = (await payablesOpen(tx, permit)).find((each) => each.id === cost)
  await payCost(tx, permit, { cost, cents: negate(going.cents), on: going.on, source: { kind: 'bank line', id: going.key } })
  return [partOf(going, 'cost', { what: 'cost', ref: cost, label: payable?.what ?? null, customer: null, cents: going.cents, member: payable?.member ?? null })]
}

/** Money of a buyer for a thing: what is more than is open waits to be found out. Out it goes back to the buyer. */
async function paidForThing(tx: Tx, permit: BookPermit, going: Going, bill: DisposalId): Promise<NewPart[]> {
  const open = (await billsOpen(tx, permit)).find((each) => each.id === bill)?.open ?? ZERO
  const cents = going.cents > 0n && open > 0n ? smallest(going.cents, open) : going.cents
  await receiveForThing(tx, permit, { bill, cents, on: going.on, source: { kind: 'bank line', id: going.key } })
  const { number, member } = await disposalById(tx, permit, bill)
  const parts = [partOf(going, 'thing', { what: 'bill', ref: bill, label: number, customer: null, cents, member })]
  const over = minus(going.cents, cents)
  return over > 0n ? [...parts, ...(await plainly(tx, permit, { ...going, cents: over, key: `${going.key} rest` }, 'suspense', NO_FACTS))] : parts
}

async function plainly(tx: Tx, permit: BookPermit, going: Going, kind: PlainKind, facts: PlainFacts): Promise<NewPart[]> {
  const { asks } = KINDS[kind]
  const { cents, on, line } = going
  if (asks === 'member' && !facts.member) refuse(nl.refusals.noMember, {}, { field: `lid${going.nr}` })
  if (facts.member && !(await findMember(tx, permit, facts.member))) refuse(nl.refusals.noMember, {}, { field: `lid${going.nr}` })
  if (asks === 'vat' && facts.vat !== 0n) {
    if (tooMuchVat(cents, facts.vat)) refuse(nl.refusals.tooMuchVat, {}, { field: `btw${going.nr}` })
    if (korOn(await cooperativeOf(tx, permit), line.bookedOn)) refuse(nl.refusals.noVatUnderKor, {}, { field: `btw${going.nr}` })
  }
  await refuseUnowed(tx, permit, kind, { cents, member: facts.member, paidOn: line.bookedOn, on, field: `soort${going.nr}` })
  const pool = kind === 'training' ? fromPool(cents, facts.vat, negate(await balanceOf(tx, permit, 'trainingPool', laterDay(on, permit.today)))) : ZERO
  const entry = await post(tx, permit, { source: { kind: 'bank line', id: going.key }, on, transfers: transfersFor(kind, cents, { ...facts, pool }) })
  if (kind === 'claim' && facts.member && cents < 0n)
    await happened(tx, permit, 'bank.claimed', { line: line.id, booking: going.booking, member: facts.member })
  const label = kind === 'cardBatch' ? await batchOf(tx, permit, going, facts) : pool > 0n ? euro(pool) : null
  return [partOf(going, kind, { what: 'entry', ref: entry, label, customer: null, cents, member: facts.member })]
}

/** The market days of a card batch: as proposed, else those whose cards come to exactly this with the fee. */
async function batchOf(tx: Tx, permit: BookPermit, going: Going, { sheets, fee }: PlainFacts): Promise<string | null> {
  if (sheets) return labelOfBatch(sheets)
  const takings = await takingsToCome(tx, permit)
  return labelOfBatch((sheetsOfTotal(plus(going.cents, fee), going.line.bookedOn, takings) ?? []).map((each) => each.number))
}

function partOf(going: Going, kind: SingleChoice['kind'], part: Pick<NewPart, 'what' | 'ref' | 'label' | 'customer' | 'cents'> & Partial<NewPart>): NewPart {
  return { member: null, ofBooking: null, ofPart: null, ...part, kind, source: going.key }
}

function chosen(among: readonly OpenInvoice[], ids: readonly InvoiceId[]): OpenInvoice[] {
  const found = [...new Set(ids)].map((id) => among.find((invoice) => invoice.id === id))
  if (found.length === 0 || found.includes(undefined)) refuse(nl.refusals.notOpenAnymore)
  return found.filter((invoice): invoice is OpenInvoice => invoice !== undefined)
}
