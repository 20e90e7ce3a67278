import { createHash } from 'node:crypto'
import type { Tx } from '#kit/db.ts'
import { type Cents, euro, largest, negate, ZERO } from '#kit/money.ts'
import { fill, list } from '#kit/text.ts'
import type { MemberId, Permit } from '#rooms/access'
import { type InvoiceId, invoicesOf, type OpenInvoice } from '#rooms/invoicing'
import { memberNames } from '#rooms/members'
import { awaitedByBank, billsNamedIn, type Payable as Cost, type DisposalId, type ThingBill } from '#rooms/spending'
import { nl } from '../banking.nl.ts'
import type { BankLine, BankLineId, BookingId } from '../banking.types.ts'
import type { BookingChoice } from '../booking/choice.ts'
import { fits, isPlain } from '../booking/kinds.rules.ts'
import { type Past, pastFor } from '../booking/past.sql.ts'
import { type BillFound, proposeBills } from '../things/things.rules.ts'
import { type Batch, batchesFor } from './batches.rules.ts'
import { type Incoming, type Payable, type Proposal, proposeAll } from './matching.rules.ts'
import { type Explanation, explain } from './outgoing.rules.ts'
import { type Refund, refundsFor } from './refunds.rules.ts'
import { type Weighable, weigh } from './weighing.rules.ts'

/** What a line may be: how it would be booked, in words, how sure that is and why. `key` says which proposal somebody saw. */
export type LineProposal = Weighable & {
  readonly how: BookingChoice
  readonly label: string
  /** More or less than what is open; zero when the amount is exact. */
  readonly over: Cents
  /** The rule of the treasurer that proposes it. */
  readonly rule?: string
}

type ReadPermit = Permit<'bank.read' | 'payment.match' | 'bank.book'>

/** What lines are held against: open invoices and costs, names, what accounts were before. */
export type Material = Past & {
  readonly invoices: readonly OpenInvoice[]
  /** Written off and nothing open: only a person couples money to them. */
  readonly writtenOff: readonly OpenInvoice[]
  readonly costs: readonly Cost[]
  /** Bills for things that wait for money, and those on which money came in: it may go back. */
  readonly bills: readonly ThingBill[]
  readonly billsPaid: readonly ThingBill[]
  readonly names: ReadonlyMap<MemberId, string>
}

/** Reads what lines are held against: four queries, however many lines. `byHand` also gives payments that the bank may have taken back in part, and written-off invoices. */
export async function materialFor(tx: Tx, permit: ReadPermit, lines: readonly BankLine[], byHand = false): Promise<Material> {
  const ibans = lines.flatMap((line) => [line, ...line.details]).flatMap(({ iban }) => (iban ? [iban] : []))
  const amounts = lines.filter((line) => line.cents < 0n).map((line) => negate(line.cents))
  const upTo = byHand ? amounts.reduce(largest, ZERO) : ZERO
  const payable = await invoicesOf(tx, permit, byHand ? { payable: true } : { open: true })
  return {
    invoices: payable.filter((each) => each.open !== 0n),
    writtenOff: payable.filter((each) => each.open === 0n),
    ...(await awaitedByBank(tx, permit)),
    names: await memberNames(tx, permit),
    ...(await pastFor(tx, permit, { ibans, amounts, upTo })),
  }
}

/** Proposals for each line that waits, the surest first. A fixed number of queries, however many lines. */
export async function proposalsFor(tx: Tx, permit: ReadPermit, lines: readonly BankLine[]): Promise<Map<BankLineId, readonly LineProposal[]>> {
  const open = lines.filter((line) => !line.booking)
  return open.length === 0 ? new Map() : proposalsFrom(open, await materialFor(tx, permit, open))
}

/** Proposals for each of these lines, from what was read. */
export function proposalsFrom(lines: readonly BankLine[], material: Material): Map<BankLineId, readonly LineProposal[]> {
  const { invoices, costs, names, remembered, returnable, rules } = material
  const payables = invoices.map(
    (invoice): Payable<InvoiceId> => ({
      id: invoice.id,
      number: invoice.number,
      open: invoice.open,
      issuedOn: invoice.issuedOn,
      customer: invoice.customer ?? invoice.id,
      customerName: invoice.customerName,
    }),
  )
  const accounts = new Map(remembered.flatMap((each) => (each.customer && each.sign > 0 ? [[each.iban, each.customer] as const] : [])))
  const matches = proposeAll(lines.flatMap(incoming), { invoices: payables, accounts })
  const facts = { costs: costs.map((cost) => ({ ...cost, memberName: names.get(cost.member) ?? '' })), returnable }
  const awaited = new Set<bigint>(invoices.map((invoice) => invoice.open))
  const found = new Map(
    lines.map((line) => {
      const found = line.batch ? together(line, matches) : (matches.get(line.id) ?? []).map(forInvoices)
      const last = remembered.find((each) => each.iban === line.iban && each.sign === (line.cents < 0n ? -1 : 1)) ?? null
      const explained = explain({ ...guessable(line), awaited: awaited.has(line.cents) }, { ...facts, remembered: last, rules }).flatMap((each) =>
        explainedAs(each, line),
      )
      const customer = (line.iban && accounts.get(line.iban)) || null
      return [
        line.id,
        [
          ...found,
          ...explained,
          ...billsFor(line, material.bills, names).map(forBill),
          ...refundsFor({ ...line, customer }, payables).map(forRefund),
          ...batchesFor({ cents: line.cents, on: line.bookedOn }, material.takings).map((each) => forBatch(each, names)),
          ...ofNothing(line),
        ],
      ] as const
    }),
  )
  return new Map([...weigh(found)].map(([line, proposals]) => [line, proposals.slice(0, 6)]))
}

/** What a choice takes: each invoice, cost or payment only once. */
export function factsOf(how: BookingChoice): readonly string[] {
  if ('invoices' in how) return how.invoices
  if ('cost' in how) return [how.cost]
  if ('bill' in how) return [how.bill]
  if ('sheets' in how && how.sheets) return how.sheets
  return 'booking' in how ? [how.booking] : []
}

function forInvoices(proposal: Proposal<InvoiceId>): LineProposal {
  const how: BookingChoice = { kind: 'invoice', invoices: proposal.parts.map((part) => part.invoice) }
  const [first] = proposal.parts
  const numbers = list(proposal.parts.map((part) => part.number))
  const label = fill(proposal.parts.length > 1 ? nl.labels.invoices : nl.labels.invoice, { number: numbers, customer: first?.customerName ?? '' })
  return made(how, { label, certainty: proposal.certainty, reasons: proposal.reasons, over: proposal.over, basis: 'invoices' })
}

/** A batch is one amount: it is proposed only when every payment in it has its own invoice, to the cent. */
function together(line: BankLine, matches: ReadonlyMap<string, readonly Proposal<InvoiceId>[]>): LineProposal[] {
  if (line.cents <= 0n || line.details.length === 0) return []
  const firsts = line.details.map((_, index) => matches.get(`${line.id} ${index}`)?.[0])
  if (!firsts.every((each): each is Proposal<InvoiceId> => each !== undefined && each.over === 0n)) return []
  const parts = firsts.flatMap((each) => each.parts)
  if (new Set(parts.map((part) => part.invoice)).size < parts.length || parts.reduce((all, part) => all + part.cents, 0n) !== line.cents) return []
  const certainty = firsts.every((each) => each.certainty === 'certain') ? 'certain' : 'likely'
  return [forInvoices({ parts, over: ZERO, certainty, reasons: [nl.reasons.batch] })]
}

function incoming(line: BankLine): Incoming[] {
  const common = { on: line.bookedOn, batch: false }
  if (!line.batch) return [{ ...common, id: line.id, cents: line.cents, name: line.name, iban: line.iban, text: line.text, references: line.references }]
  return line.details.map((detail, index) => ({ ...common, ...detail, id: `${line.id} ${index}`, cents: detail.cents ?? ZERO }))
}

function guessable(line: BankLine) {
  const back = line.reversal || line.returned !== null || /RRTN|RDDT|UPDD|RVSL/.test(line.code ?? '')
  return { cents: line.cents, on: line.bookedOn, name: line.name, iban: line.iban, text: line.text, code: line.code, back }
}

function explainedAs(each: Explanation, line: BankLine): LineProposal[] {
  if (!fits(each.kind, line.cents)) return []
  const how = howOf(each)
  return how
    ? [
        made(how, {
          label: each.label,
          certainty: each.certainty,
          reasons: each.reasons,
          over: ZERO,
          basis: each.basis,
          ...(each.rule ? { rule: each.rule } : {}),
        }),
      ]
    : []
}

function howOf(each: Explanation): BookingChoice | null {
  if (each.kind === 'cost') return each.ref ? { kind: 'cost', cost: each.ref } : null
  if (each.kind === 'returned') return each.ref ? { kind: 'returned', booking: each.ref as BookingId, part: each.part ?? null } : null
  const vat = each.vat ? { vat: each.vat } : {}
  return isPlain(each.kind) ? { kind: each.kind, member: each.member as MemberId | null, ...vat } : null
}

function forRefund({ invoices, certainty, reasons }: Refund<InvoiceId>): LineProposal {
  const how: BookingChoice = { kind: 'refund', invoices: invoices.map((invoice) => invoice.id) }
  const number = list(invoices.map((invoice) => invoice.number))
  return made(how, { label: fill(nl.labels.refund, { number, customer: invoices[0]?.customerName ?? '' }), certainty, reasons, over: ZERO, basis: 'fact' })
}

function forBill({ bill, certainty, reasons, over }: BillFound<DisposalId>): LineProposal {
  const how: BookingChoice = { kind: 'thing', bill: bill.id }
  const label = fill(nl.labels.thing, { number: bill.number, thing: bill.thing, name: bill.name })
  // A number that is written stays sure beside an amount that also fits something else.
  return made(how, { label, certainty, reasons, over, basis: certainty === 'certain' ? 'invoices' : 'fact' })
}

/** Who bought a thing: a member, or somebody else by the first line of name and address. */
export function billName({ member, buyer }: Pick<ThingBill, 'member' | 'buyer'>, names: ReadonlyMap<MemberId, string>): string {
  return member ? (names.get(member) ?? '') : (buyer?.split('\n')[0] ?? '')
}

function billsFor(line: BankLine, bills: readonly ThingBill[], names: ReadonlyMap<MemberId, string>): BillFound<DisposalId>[] {
  if (line.batch || line.cents <= 0n) return []
  const told = bills.map((bill) => ({ ...bill, name: billName(bill, names) }))
  return proposeBills({ ...line, named: [line.text, ...line.references].flatMap(billsNamedIn) }, told)
}

function forBatch({ sheets, total, fee, certainty }: Batch, names: ReadonlyMap<MemberId, string>): LineProposal {
  const number = list(sheets.map((each) => each.number))
  const member = list([...new Set(sheets.map((each) => names.get(each.member as MemberId) ?? ''))].filter(Boolean))
  const reasons = [fill(nl.reasons.cards, { total: euro(total), fee: euro(fee) }), ...(certainty === 'possible' ? [nl.reasons.moreCards] : [])]
  const how: BookingChoice = { kind: 'cardBatch', fee, sheets: sheets.map((each) => each.number) }
  return made(how, { label: fill(nl.labels.cards, { number, member }), certainty, reasons, over: ZERO, basis: 'fact' })
}

/** A line of nothing: the treasurer sees it and it is done. */
function ofNothing(line: BankLine): LineProposal[] {
  if (line.cents !== 0n) return []
  return [made({ kind: 'nothing' }, { label: nl.kinds.nothing.name, certainty: 'certain', reasons: [nl.reasons.zero], over: ZERO, basis: 'zero' })]
}

function made(how: BookingChoice, more: Omit<LineProposal, 'key' | 'how' | 'facts'>): LineProposal {
  return { key: keyOf(how), how, facts: factsOf(how), ...more }
}

function keyOf(how: BookingChoice): string {
  return createHash('sha256')
    .update(JSON.stringify(how, (_, value) => (typeof value === 'bigint' ? value.toString() : value)))
    .digest('hex')
    .slice(0, 16)
}
