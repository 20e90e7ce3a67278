import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, fraction, minus, negate, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type MoneyAction, type Permit, personOf } from '#rooms/access'
import { account, type EntryId, post, reverse } from '#rooms/ledger'
import { texts } from '../invoicing.en.ts'
import { invoiceById, lockInvoice } from '../invoicing.sql.ts'
import type { Invoice, InvoiceId, InvoiceReceiptId } from '../invoicing.types.ts'
import { overLeft } from '../sharing/shares.rules.ts'
import { mirrorMoves } from '../sharing/shares.sql.ts'
import { noteMoves, type PartOf, partsFor, standsOf, transfersOf } from '../sharing/standing.ts'
import { openInvoice } from './collecting.ts'
import { standingOf } from './payments.sql.ts'
import { reliefDue, vatWithin } from './relief.rules.ts'
import {
  type EndedProposal,
  endedProposals,
  insertEnded,
  insertProposal,
  insertRecovered,
  insertRelief,
  insertWriteOff,
  type Proposal,
  proposalOf,
  recoveredBy,
  reliefLeft,
  reliefsWaiting,
} from './writing-off.sql.ts'

/**
 * Proposes that an invoice will not be paid any more; somebody else must agree. `certain` says that there is no doubt, such as a letter of the
 * receiver in a bankruptcy: then its VAT comes back at once. Refuses when nothing is open, or while a proposal waits (conflict).
 */
export async function proposeWriteOff(tx: Tx, permit: Permit<'invoice.proposeWriteOff'>, id: InvoiceId, reason: string, certain = false): Promise<void> {
  const invoice = await openInvoice(tx, permit, id)
  if (await proposalOf(tx, permit, id)) refuse(texts[permit.language].refusals.proposedBefore, {}, { kind: 'conflict' })
  await insertProposal(tx, permit, { id: newId(permit.now.epochMilliseconds), invoice: id, reason, by: personOf(permit), certain })
  await happened(tx, permit, 'invoice.writeOffProposed', { invoice: id, member: invoice.member })
}

/** Ends a proposal that waits: whoever made it withdraws it, another refuses it, both with a reason. Refuses (conflict) when none waits. */
export async function endProposal(tx: Tx, permit: Permit<'invoice.proposeWriteOff'>, id: InvoiceId, reason: string): Promise<void> {
  await lockInvoice(tx, permit, id)
  const invoice = (await invoiceById(tx, permit, id)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  const proposal = (await proposalOf(tx, permit, id)) ?? refuse(texts[permit.language].refusals.notProposed, {}, { kind: 'conflict' })
  const by = personOf(permit)
  const outcome = proposal.by === by ? 'withdrawn' : 'refused'
  await insertEnded(tx, permit, { proposal: proposal.id, outcome, reason, by })
  await happened(tx, permit, outcome === 'refused' ? 'invoice.writeOffRefused' : 'invoice.writeOffWithdrawn', { invoice: id, member: invoice.member })
}

/**
 * Writes off what is open: bad debt of the member. Its VAT comes back from the tax office at once when that is due (Wet OB art. 29), and
 * otherwise later by `relieveVat`; until then it is a cost. Refuses without a proposal, and the person who proposed it.
 */
export async function writeOff(tx: Tx, permit: Permit<'invoice.writeOff'>, id: InvoiceId): Promise<void> {
  const invoice = await openInvoice(tx, permit, id)
  const proposal = (await proposalOf(tx, permit, id)) ?? refuse(texts[permit.language].refusals.notProposed)
  if (proposal.by === personOf(permit)) refuse(texts[permit.language].refusals.ownProposal, {}, { kind: 'forbidden' })
  const standing = await standingOf(tx, permit, id)
  const { open, writtenOff } = standing
  const vat = vatWithin(open, invoice)
  const stands = await standsOf(tx, permit, invoice, standing)
  const opens = stands.map((each) => each.open)
  const parts = withVat(partsFor(stands, opens), vat)
  const relief = reliefDue(invoice, proposal.certain, permit.today)
  const entry = await post(tx, permit, {
    source: { kind: 'invoice write-off', id: writtenOff > 0n ? proposal.id : id },
    on: permit.today,
    transfers: transfersOf(parts, (part) => [
      { debit: account('badDebt', part.member), credit: account('debtors', part.member), cents: minus(part.cents, part.vat) },
      { debit: relief ? account('vatPayable') : account('badDebt', part.member), credit: account('debtors', part.member), cents: part.vat },
    ]),
  })
  await noteMoves(
    tx,
    permit,
    invoice,
    'writtenOff',
    parts.map(({ member, cents }) => ({ member, cause: proposal.id, cents: negate(cents) })),
  )
  await insertWriteOff(tx, permit, { invoice: id, proposal: proposal.id, cents: open, entry, by: personOf(permit) })
  if (relief && vat > 0n) await insertRelief(tx, permit, { proposal: proposal.id, invoice: id, cents: vat, entry })
  await happened(tx, permit, 'invoice.writtenOff', { invoice: id, member: invoice.member })
}

/** Books the VAT of earlier write-offs that comes back from today on (Wet OB art. 29); once per write-off. Gives how many. */
export async function relieveVat(tx: Tx, permit: Permit<'invoice.relieveVat'>): Promise<number> {
  let count = 0
  for (const waiting of await reliefsWaiting(tx, permit)) {
    if (!reliefDue(waiting, waiting.certain, permit.today)) continue
    await lockInvoice(tx, permit, waiting.invoice)
    const invoice = await invoiceById(tx, permit, waiting.invoice)
    if (!invoice) continue
    const standing = await standingOf(tx, permit, waiting.invoice)
    const vat = minus(vatWithin(standing.writtenOff, invoice), await reliefLeft(tx, permit, waiting.invoice))
    if (vat <= 0n) continue
    const stands = await standsOf(tx, permit, invoice, standing)
    const written = stands.map((each) => each.writtenOff)
    const entry = await post(tx, permit, {
      source: { kind: 'vat relief', id: waiting.proposal },
      on: permit.today,
      transfers: transfersOf(withVat(partsFor(stands, written), vat), (part) => [
        { debit: account('vatPayable'), credit: account('badDebt', part.member), cents: part.vat },
      ]),
    })
    await insertRelief(tx, permit, { proposal: waiting.proposal, invoice: waiting.invoice, cents: vat, entry })
    await happened(tx, permit, 'invoice.vatRelieved', { invoice: waiting.invoice, member: invoice.member })
    count++
  }
  return count
}

/** Before a late payment is booked: what of it was written off is owed again; VAT that came back is owed again in proportion. Gives the part and its entry. */
export async function oweAgain(
  tx: Tx,
  permit: Permit<MoneyAction>,
  late: {
    readonly invoice: Invoice
    readonly receipt: InvoiceReceiptId
    readonly cents: Cents
    readonly parts: readonly PartOf[]
    readonly writtenOff: Cents
    readonly on: Day
  },
): Promise<() => Promise<void>> {
  const { invoice, receipt, cents } = late
  const relief = await reliefLeft(tx, permit, invoice.id)
  const vatBack = relief > 0n ? fraction(cents, relief, late.writtenOff) : ZERO
  const entry = await post(tx, permit, {
    source: { kind: 'bad debt recovered', id: receipt },
    on: late.on,
    transfers: transfersOf(withVat(late.parts, vatBack), (part) => [
      { debit: account('debtors', part.member), credit: account('badDebt', part.member), cents: minus(part.cents, part.vat) },
      { debit: account('debtors', part.member), credit: account('vatPayable'), cents: part.vat },
    ]),
  })
  await noteMoves(
    tx,
    permit,
    invoice,
    'recovered',
    late.parts.map((part) => ({ ...part, cause: receipt })),
  )
  return () => insertRecovered(tx, permit, { receipt, invoice: invoice.id, cents, vatBack, entry })
}

/** When such a payment is undone, the bad debt stands again. */
export async function badAgain(tx: Tx, permit: Permit<MoneyAction>, receipt: InvoiceReceiptId, on: Day): Promise<void> {
  const entry = await recoveredBy(tx, permit, receipt)
  if (!entry) return
  await reverse(tx, permit, entry as EntryId, { kind: 'bad debt recovered undone', id: receipt }, on)
  await mirrorMoves(tx, permit, receipt, 'recovered', 'badAgain')
}

/** Parts of an amount with the VAT that is in each. */
function withVat(parts: readonly PartOf[], vat: Cents): (PartOf & { readonly vat: Cents })[] {
  const vats = overLeft(
    vat,
    parts.map((part) => part.cents),
  )
  return parts.map((part, nr) => ({ ...part, vat: vats[nr] ?? ZERO }))
}

/** What is open on an invoice in cents, the proposal to write it off that waits for an answer, and those that came to nothing. */
export async function writeOffProposals(tx: Tx, permit: AnyPermit, id: InvoiceId): Promise<{ open: Cents; waiting: Proposal | null; ended: EndedProposal[] }> {
  const { open } = await standingOf(tx, permit, id)
  return { open, waiting: await proposalOf(tx, permit, id), ended: await endedProposals(tx, permit, id) }
}
