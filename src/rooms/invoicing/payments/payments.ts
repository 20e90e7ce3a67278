import type { Day } from '#kit/day.ts'
import { isDouble, type Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, euro, largest, minus, plus, smallest, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MoneyAction, Permit } from '#rooms/access'
import { type Account, account, type EntryId, post, reverse, type Source } from '#rooms/ledger'
import { texts } from '../invoicing.en.ts'
import { creditedTotals, invoiceById, lockInvoice } from '../invoicing.sql.ts'
import type { Invoice, InvoiceId, InvoiceReceipt, InvoiceReceiptId, OpenInvoice } from '../invoicing.types.ts'
import { partsOfPayment, type Totals } from '../pricing/pricing.rules.ts'
import {
  type InvoiceFilter,
  insertReceipt,
  insertRefund,
  insertRefundUndone,
  insertTakenBack,
  insertUndone,
  invoicesWithStanding,
  receiptById,
  receiptsOf,
  refundById,
  standingOf,
} from './payments.sql.ts'
import { badAgain, oweAgain } from './writing-off.ts'

const NOTHING: Totals = { net: ZERO, vat: ZERO, rounding: ZERO, payable: ZERO }

/** Invoices and day sheets that are not settled, within reach, newest first: `open` in cents, below zero where the customer has money to come. */
export function openInvoices(tx: Tx, permit: AnyPermit): Promise<OpenInvoice[]> {
  return invoicesWithStanding(tx, permit, { open: true })
}

/** Sent invoices within reach with where they stand, newest first. */
export function invoicesOf(tx: Tx, permit: AnyPermit, filter: InvoiceFilter = {}): Promise<OpenInvoice[]> {
  return invoicesWithStanding(tx, permit, filter)
}

/**
 * Books money of a customer: from debtors into the bank, or where `into` says. Its net part is received × net ÷ payable, and the payment
 * that settles the invoice takes the cents that remain (decisions 1). What was written off may still be paid: the bad debt is undone in
 * proportion, and VAT that came back is owed again (Wet OB art. 29). Refuses more than is open or written off, an unknown invoice (missing), the same
 * source twice for one invoice (conflict), and a closed month.
 */
export async function receivePayment(
  tx: Tx,
  permit: Permit<MoneyAction>,
  payment: { readonly invoice: InvoiceId; readonly cents: Cents; readonly on: Day; readonly source: Source; readonly into?: Account },
): Promise<InvoiceReceipt> {
  await lockInvoice(tx, permit, payment.invoice)
  const invoice = await paidInvoice(tx, permit, payment.invoice)
  const { open, writtenOff } = await standingOf(tx, permit, invoice.id)
  if (payment.cents <= 0n || payment.cents > plus(open, writtenOff))
    refuse(texts[permit.language].refusals.moreThanOpen, { number: invoice.number, open: euro(plus(open, writtenOff)) })
  const owed = less(invoice, await creditedTotals(tx, permit, invoice.id))
  const before = (await receiptsOf(tx, permit, invoice.id)).reduce((all, receipt) => added(all, receipt.left), NOTHING)
  const parts = partsOfPayment(owed, before, payment.cents)
  const id = newId<InvoiceReceiptId>(permit.now.epochMilliseconds)
  const late = minus(payment.cents, largest(open, ZERO))
  const recovered = late > 0n ? await oweAgain(tx, permit, { invoice, receipt: id, cents: late, writtenOff, on: payment.on }) : null
  const entry = await post(tx, permit, {
    source: { kind: 'invoice payment', id },
    on: payment.on,
    transfers: [{ debit: payment.into ?? account('bank'), credit: account('debtors', invoice.member), cents: payment.cents }],
  })
  try {
    await insertReceipt(tx, permit, { ...parts, id, invoice, on: payment.on, source: payment.source, entry })
  } catch (error) {
    if (isDouble(error, 'received_once')) refuse(texts[permit.language].refusals.receivedBefore, { number: invoice.number }, { kind: 'conflict' })
    throw error
  }
  await recovered?.()
  await happened(tx, permit, 'invoice.paid', { invoice: invoice.id, receipt: id, member: invoice.member })
  return (await receiptById(tx, permit, id)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

/** Answers a payment that was not one (wrong match, taken back by the bank) with its mirror, dated `on`. Refuses a second time and a closed month. */
export async function undoPayment(tx: Tx, permit: Permit<MoneyAction>, receipt: InvoiceReceiptId, on: Day): Promise<void> {
  const found = (await receiptById(tx, permit, receipt)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  await lockInvoice(tx, permit, found.invoice)
  const full = (await receiptsOf(tx, permit, found.invoice)).find((each) => each.receipt === receipt)
  if (!full || full.undone) return refuse(texts[permit.language].refusals.undoneBefore, {}, { kind: 'conflict' })
  const id = newId(permit.now.epochMilliseconds)
  const entry = await reverse(tx, permit, full.entry as EntryId, { kind: 'invoice payment undone', id }, on)
  await badAgain(tx, permit, receipt, on)
  await insertUndone(tx, permit, { receipt, id, on, entry })
  if (full.left.payable > 0n) await insertTakenBack(tx, permit, { ...full.left, receipt: found, cause: id, why: 'undone', on })
  await happened(tx, permit, 'invoice.paymentUndone', { invoice: found.invoice, receipt, member: found.member })
}

/** Books money that goes back to a customer after a credit note. Refuses more than the customer has to come, and a closed month. */
export async function refundCustomer(
  tx: Tx,
  permit: Permit<MoneyAction>,
  refund: { readonly invoice: InvoiceId; readonly cents: Cents; readonly on: Day; readonly source: Source; readonly from?: Account },
): Promise<string> {
  await lockInvoice(tx, permit, refund.invoice)
  const invoice = await paidInvoice(tx, permit, refund.invoice)
  const { open } = await standingOf(tx, permit, invoice.id)
  if (refund.cents <= 0n || refund.cents > -open) refuse(texts[permit.language].refusals.nothingToRefund, { number: invoice.number })
  const id = newId(permit.now.epochMilliseconds)
  const entry = await post(tx, permit, {
    source: { kind: 'invoice refund', id },
    on: refund.on,
    transfers: [{ debit: account('debtors', invoice.member), credit: refund.from ?? account('bank'), cents: refund.cents }],
  })
  await insertRefund(tx, permit, { id, ...refund, entry })
  await happened(tx, permit, 'invoice.refunded', { invoice: invoice.id, member: invoice.member })
  return id
}

/** Answers a refund that was not one with its mirror, dated `on`. */
export async function undoRefund(tx: Tx, permit: Permit<MoneyAction>, refund: string, on: Day): Promise<void> {
  const found = (await refundById(tx, permit, refund)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  await lockInvoice(tx, permit, found.invoice)
  await reverse(tx, permit, found.entry as EntryId, { kind: 'invoice refund undone', id: refund }, on)
  await insertRefundUndone(tx, permit, refund)
}

/** After a credit note: what was received too much is taken from the newest receipts first. */
export async function takeBackOver(tx: Tx, permit: AnyPermit, invoice: Invoice, creditNote: InvoiceId): Promise<void> {
  const owed = less(invoice, await creditedTotals(tx, permit, invoice.id))
  const receipts = await receiptsOf(tx, permit, invoice.id)
  const received = receipts.reduce((all, receipt) => added(all, receipt.left), NOTHING)
  let over = less(received, owed)
  if (over.payable <= 0n) return
  for (const receipt of receipts.toReversed()) {
    const gross = smallest(over.payable, receipt.left.payable)
    if (gross <= 0n) continue
    // The last part takes the cents that remain, so that what stays received is exactly what is still owed.
    const part = gross === over.payable ? over : partsOfPayment(receipt.left, NOTHING, gross)
    await insertTakenBack(tx, permit, { ...part, receipt, cause: creditNote, why: 'credited', on: permit.today })
    over = less(over, part)
    if (over.payable === 0n) return
  }
}

async function paidInvoice(tx: Tx, permit: AnyPermit, id: InvoiceId): Promise<Invoice> {
  const invoice = await invoiceById(tx, permit, id)
  if (!invoice || invoice.kind === 'credit-note') return refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  return invoice
}

function less(a: Totals, b: Totals): Totals {
  return { net: minus(a.net, b.net), vat: minus(a.vat, b.vat), rounding: minus(a.rounding, b.rounding), payable: minus(a.payable, b.payable) }
}

function added(a: Totals, b: Totals): Totals {
  return { net: plus(a.net, b.net), vat: plus(a.vat, b.vat), rounding: plus(a.rounding, b.rounding), payable: plus(a.payable, b.payable) }
}
