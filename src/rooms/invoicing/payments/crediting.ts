import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, negate, sum } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { workWaitsNoMore } from '#rooms/consent'
import { account, post } from '#rooms/ledger'
import { keepLogo } from '#rooms/organisations'
import { texts } from '../invoicing.en.ts'
import { creditedLines, creditNotesOf, insertCreditedLine, invoiceById, lockInvoice } from '../invoicing.sql.ts'
import type { InvoiceId, InvoiceStanding, InvoiceWithDocument } from '../invoicing.types.ts'
import { mailAddress, notePaper } from '../paper/delivery.ts'
import { credit, creditable } from '../pricing/credit.rules.ts'
import { korSold } from '../pricing/kor.rules.ts'
import type { Priced, Quantity } from '../pricing/pricing.rules.ts'
import { number } from '../sending.ts'
import { creditedByLine, type LinePart } from '../sharing/by-line.rules.ts'
import { creditedOver, type MemberPart } from '../sharing/shares.rules.ts'
import { insertLineParts, insertShares, linePartsOf } from '../sharing/shares.sql.ts'
import { noteMoves, standsOf, transfersOf } from '../sharing/standing.ts'
import { receiptsOf, standingOf } from './payments.sql.ts'
import { takeBackOver } from './payments.ts'

/**
 * Makes a credit note for all of an invoice that is left, or for a quantity per line (in thousandths, in the order of its lines). It has
 * a number of the same series, is booked the other way round, dated today, and takes back what was received too much: the settlement
 * reverses those shares (decisions 2). Refuses more than is left, a credit note of a credit note, a written-off invoice, a closed month.
 */
export async function creditInvoice(
  tx: Tx,
  permit: Permit<'invoice.credit'>,
  id: InvoiceId,
  wanted: 'all' | readonly Quantity[],
  note: string | null = null,
): Promise<InvoiceId> {
  await lockInvoice(tx, permit, id)
  const invoice = await sentInvoice(tx, permit, id)
  if (invoice.kind === 'credit-note') refuse(texts[permit.language].refusals.noCreditOfCredit)
  const standing = await standingOf(tx, permit, id)
  if (standing.writtenOff > 0n) refuse(texts[permit.language].refusals.writtenOffBefore)
  const before = await creditedLines(tx, permit, id)
  const notes = await creditNotesOf(tx, permit, id)
  const quantities = wanted === 'all' ? creditable(invoice.document.priced, before) : wanted
  const priced = credit(invoice.document.priced, before, sum(notes.map((each) => each.payable)), quantities)
  const creditNote = newId<InvoiceId>(permit.now.epochMilliseconds)
  const { parts, lines } = await partsOfNote(tx, permit, invoice, standing, priced, quantities)
  await post(tx, permit, {
    source: { kind: 'credit note', id: creditNote },
    on: permit.today,
    transfers: transfersOf(parts, ({ member, net, vat, rounding }) => [
      { debit: account('turnover', member), credit: account('debtors', member), cents: net },
      { debit: account('vatPayable'), credit: account('debtors', member), cents: vat },
      { debit: account('roundingDifference'), credit: account('debtors', member), cents: rounding },
    ]),
  })
  await number(tx, permit, {
    id: creditNote,
    kind: 'credit-note',
    member: invoice.member,
    customer: invoice.customer,
    credits: id,
    shared: invoice.shared,
    waitsBecause: null,
    korSold: negate(korSold(priced)),
    document: {
      ...invoice.document,
      logo: await keepLogo(tx, permit),
      kind: 'credit-note',
      issuedOn: permit.today,
      dueOn: null,
      credits: invoice.number,
      note,
      priced,
    },
  })
  if (invoice.shared) await insertShares(tx, permit, creditNote, parts)
  await insertLineParts(tx, permit, creditNote, lines)
  await noteMoves(
    tx,
    permit,
    invoice,
    'credited',
    parts.map(({ member, payable }) => ({ member, cause: creditNote, cents: negate(payable) })),
  )
  let at = 0
  for (const [line, quantity] of quantities.entries()) {
    if (quantity === 0n) continue
    const net = priced.lines[at++]?.net
    if (net !== undefined) await insertCreditedLine(tx, permit, { creditNote, invoice: id, line, quantity, net })
  }
  await notePaper(tx, permit, creditNote, 'invoice', invoice.kind === 'day-sheet' ? 'none' : await mailAddress(tx, permit, invoice))
  if ((await leftToCredit(tx, permit, invoice)).payable <= 0n) await workWaitsNoMore(tx, permit, id)
  await takeBackOver(tx, permit, invoice, creditNote)
  await happened(tx, permit, 'invoice.credited', { invoice: id, creditNote, member: invoice.member })
  return creditNote
}

/**
 * What a credit note takes of whom: while nothing came in, of whoever did the lines it credits; after that by what is open and then by what came in, so
 * that nobody owes while another has money to come.
 */
async function partsOfNote(
  tx: Tx,
  permit: AnyPermit,
  invoice: InvoiceWithDocument,
  standing: InvoiceStanding,
  priced: Priced,
  quantities: readonly Quantity[],
): Promise<{ readonly parts: MemberPart[]; readonly lines: readonly LinePart[] }> {
  if (!invoice.shared) return { parts: [{ ...priced, member: invoice.member }], lines: [] }
  const stands = await standsOf(tx, permit, invoice, standing)
  const done = await linePartsOf(tx, permit, invoice.id)
  const byLine = done.invoice.length > 0 && (await receiptsOf(tx, permit, invoice.id)).length === 0
  if (!byLine) return { parts: creditedOver(priced, stands), lines: [] }
  const places = [...quantities.entries()].flatMap(([at, quantity]) => (quantity === 0n ? [] : [at + 1]))
  const credited = places.flatMap((line, nr) => (priced.lines[nr] ? [{ line, net: priced.lines[nr].net }] : []))
  return creditedByLine(priced, credited, done, stands)
}

/** A sent invoice, credit note or day sheet within reach. Refuses (missing) another's like one that does not exist. */
export async function sentInvoice(tx: Tx, permit: AnyPermit, id: InvoiceId): Promise<InvoiceWithDocument> {
  return (await invoiceById(tx, permit, id)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

/** What is left to credit of every line, and in all. */
export async function leftToCredit(tx: Tx, permit: AnyPermit, invoice: InvoiceWithDocument): Promise<{ quantities: Quantity[]; payable: Cents }> {
  const before = await creditedLines(tx, permit, invoice.id)
  const notes = await creditNotesOf(tx, permit, invoice.id)
  return { quantities: creditable(invoice.document.priced, before), payable: (invoice.payable - sum(notes.map((each) => each.payable))) as Cents }
}
