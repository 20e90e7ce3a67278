import type { Day } from '#kit/day.ts'
import { isDouble, type Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, euro, largest, minus, negate, plus, smallest, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MoneyAction, Permit } from '#rooms/access'
import { type Account, account, type EntryId, post, reverse, type Source } from '#rooms/ledger'
import { texts } from '../invoicing.en.ts'
import { invoiceById, lockInvoice } from '../invoicing.sql.ts'
import type { Invoice, InvoiceId, InvoiceReceipt, InvoiceReceiptId, OpenInvoice } from '../invoicing.types.ts'
import { partsOfPayment, type Totals } from '../pricing/pricing.rules.ts'
import { overLeft } from '../sharing/shares.rules.ts'
import { mirrorMoves } from '../sharing/shares.sql.ts'
import { noteMoves, partsFor, standsOf, transfersOf } from '../sharing/standing.ts'
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
  const standing = await standingOf(tx, permit, invoice.id)
  const { open, writtenOff } = standing
  if (payment.cents <= 0n || payment.cents > plus(open, writtenOff))
    refuse(texts[permit.language].refusals.moreThanOpen, { number: invoice.number, open: euro(plus(open, writtenOff)) })
  const stands = await standsOf(tx, permit, invoice, standing)
  const receipts = await receiptsOf(tx, permit, invoice.id)
  const late = largest(minus(payment.cents, largest(open, ZERO)), ZERO)
  const lates = partsFor(
    stands,
    overLeft(
      late,
      stands.map((each) => each.writtenOff),
    ),
  )
  const regular = overLeft(
    minus(payment.cents, late),
    stands.map((each) => each.open),
  )
  // A receipt for each member who has a part of it; the first names the payment.
  const parts = stands.flatMap(({ member, share, credited }, nr) => {
    const gross = plus(regular[nr] ?? ZERO, lates[nr]?.cents ?? ZERO)
    if (gross === 0n) return []
    const before = receipts.filter((each) => each.member === member).reduce((all, receipt) => added(all, receipt.left), NOTHING)
    const id = newId<InvoiceReceiptId>(permit.now.epochMilliseconds)
    return [{ ...partsOfPayment(less(share, credited), before, gross), id, member }]
  })
  const id = parts[0]?.id ?? newId<InvoiceReceiptId>(permit.now.epochMilliseconds)
  const recovered = late > 0n ? await oweAgain(tx, permit, { invoice, receipt: id, parts: lates, cents: late, writtenOff, on: payment.on }) : null
  const entry = await post(tx, permit, {
    source: { kind: 'invoice payment', id },
    on: payment.on,
    transfers: transfersOf(parts, ({ member, payable }) => [{ debit: payment.into ?? account('bank'), credit: account('debtors', member), cents: payable }]),
  })
  try {
    for (const part of parts) await insertReceipt(tx, permit, { ...part, invoice, on: payment.on, source: payment.source, entry })
  } catch (error) {
    if (isDouble(error, 'received_once')) refuse(texts[permit.language].refusals.receivedBefore, { number: invoice.number }, { kind: 'conflict' })
    throw error
  }
  await noteMoves(
    tx,
    permit,
    invoice,
    'paid',
    parts.map((part) => ({ member: part.member, cause: part.id, cents: negate(part.payable) })),
  )
  await recovered?.()
  await happened(tx, permit, 'invoice.paid', { invoice: invoice.id, receipt: id, member: invoice.member })
  return (await receiptById(tx, permit, id)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

/** Answers a payment that was not one (wrong match, taken back by the bank) with its mirror, dated `on`. Refuses a second time and a closed month. */
export async function undoPayment(tx: Tx, permit: Permit<MoneyAction>, receipt: InvoiceReceiptId, on: Day): Promise<void> {
  const found = (await receiptById(tx, permit, receipt)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  await lockInvoice(tx, permit, found.invoice)
  const all = await receiptsOf(tx, permit, found.invoice)
  const full = all.find((each) => each.receipt === receipt)
  if (!full || full.undone) return refuse(texts[permit.language].refusals.undoneBefore, {}, { kind: 'conflict' })
  const id = newId(permit.now.epochMilliseconds)
  const entry = await reverse(tx, permit, full.entry as EntryId, { kind: 'invoice payment undone', id }, on)
  // Of a shared invoice the parts of all members go with it.
  for (const part of all.filter((each) => each.entry === full.entry)) {
    await badAgain(tx, permit, part.receipt, on)
    await insertUndone(tx, permit, { receipt: part.receipt, id, on, entry })
    await mirrorMoves(tx, permit, part.receipt, 'paid', 'undone')
    if (part.left.payable > 0n) await insertTakenBack(tx, permit, { ...part.left, receipt: part, cause: id, why: 'undone', on })
  }
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
  const standing = await standingOf(tx, permit, invoice.id)
  if (refund.cents <= 0n || refund.cents > -standing.open) refuse(texts[permit.language].refusals.nothingToRefund, { number: invoice.number })
  const id = newId(permit.now.epochMilliseconds)
  const stands = await standsOf(tx, permit, invoice, standing)
  const parts = partsFor(
    stands,
    overLeft(
      refund.cents,
      stands.map((each) => negate(each.open)),
    ),
  )
  const entry = await post(tx, permit, {
    source: { kind: 'invoice refund', id },
    on: refund.on,
    transfers: transfersOf(parts, ({ member, cents }) => [{ debit: account('debtors', member), credit: refund.from ?? account('bank'), cents }]),
  })
  await insertRefund(tx, permit, { id, ...refund, entry })
  await noteMoves(
    tx,
    permit,
    invoice,
    'refunded',
    parts.map((part) => ({ ...part, cause: id })),
  )
  await happened(tx, permit, 'invoice.refunded', { invoice: invoice.id, member: invoice.member })
  return id
}

/** Answers a refund that was not one with its mirror, dated `on`. */
export async function undoRefund(tx: Tx, permit: Permit<MoneyAction>, refund: string, on: Day): Promise<void> {
  const found = (await refundById(tx, permit, refund)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  await lockInvoice(tx, permit, found.invoice)
  await reverse(tx, permit, found.entry as EntryId, { kind: 'invoice refund undone', id: refund }, on)
  await insertRefundUndone(tx, permit, refund)
  await mirrorMoves(tx, permit, refund, 'refunded', 'refundUndone')
}

/** After a credit note: what was received too much is taken from the newest receipts first, of each member from the own. */
export async function takeBackOver(tx: Tx, permit: AnyPermit, invoice: Invoice, creditNote: InvoiceId): Promise<void> {
  const all = await receiptsOf(tx, permit, invoice.id)
  for (const { member, share, credited } of await standsOf(tx, permit, invoice, await standingOf(tx, permit, invoice.id))) {
    const receipts = all.filter((each) => each.member === member)
    let over = less(
      receipts.reduce((sum, receipt) => added(sum, receipt.left), NOTHING),
      less(share, credited),
    )
    for (const receipt of receipts.toReversed()) {
      const gross = smallest(over.payable, receipt.left.payable)
      if (gross <= 0n) continue
      // The last part takes the cents that remain, so that what stays received is exactly what is still owed.
      const part = gross === over.payable ? over : partsOfPayment(receipt.left, NOTHING, gross)
      await insertTakenBack(tx, permit, { ...part, receipt, cause: creditNote, why: 'credited', on: permit.today })
      over = less(over, part)
    }
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
