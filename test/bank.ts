import { day, month } from '#kit/day.ts'
import { type Cents, cents, decimal } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import {
  acceptMany,
  type BankLine,
  type BankLineId,
  type BookingChoice,
  bankStandingOfMonth,
  bookLine,
  camt,
  entry,
  importFile,
  linesWaiting,
  matchLine,
  proposalsFor,
  undoBooking,
} from '#rooms/banking'
import { type InvoiceId, openInvoices, requestInvoice, sendInvoice } from '#rooms/invoicing'
import { type Account, account, allTransfers, post } from '#rooms/ledger'
import { addCustomer, type CustomerId } from '#rooms/organisations'
import { asTreasurer, newMember, type Village, village } from './village.ts'
import { as, itIs, testWorld } from './world.ts'

/** The account of the cooperative in the stories. */
export const OWN = 'NL91ABNA0417164300'

/** A cooperative with a bank that goes on from statement to statement. */
export type Bank = Awaited<ReturnType<typeof bankOfVillage>>

export async function bankOfVillage() {
  let balance = 0
  let statement = 0
  let bankDay = '2026-10-07'
  const at: Village = await village(await testWorld(), '2026-09-01')
  const samira: MemberId = await newMember(at, 'Samira el Amrani')
  const linde = await as(at.world, asTreasurer(at), 'customer.edit', (tx, permit) =>
    addCustomer(tx, permit, {
      member: samira,
      kind: 'organisation',
      name: 'Buurthuis De Linde',
      attention: null,
      street: 'Lindelaan 3',
      postCode: '1234 CD',
      city: 'Wilgendam',
      country: 'NL',
      email: 'buurthuis@linde.example',
      kvk: '90005678',
      vatId: null,
      peppol: null,
    }),
  )
  itIs(at.world, '2026-10-05')

  /** An invoice of this net amount plus 21% VAT; gives its id and number. */
  async function sell(net: number, to: CustomerId = linde): Promise<{ id: InvoiceId; number: string; open: Cents }> {
    const id = await as(at.world, asTreasurer(at), 'invoice.request', (tx, permit) =>
      requestInvoice(tx, permit, {
        kind: 'invoice',
        member: samira,
        customer: to,
        basis: 'without',
        performedOn: day('2026-10-02'),
        reference: null,
        note: null,
        byCard: cents(0),
        lines: [{ description: 'Gordijnen', quantity: 1000n, unit: 'piece', price: cents(net), vat: 'standard' }],
      }),
    )
    await as(at.world, asTreasurer(at), 'invoice.send', (tx, permit) => sendInvoice(tx, permit, id))
    const invoice = (await open()).find((each) => each.id === id)
    return { id, number: invoice?.number ?? '', open: invoice?.open ?? cents(0) }
  }

  const open = () => as(at.world, asTreasurer(at), 'invoice.read', openInvoices)
  const waiting = () => as(at.world, asTreasurer(at), 'bank.read', (tx, permit) => linesWaiting(tx, permit))
  const proposals = (lines: readonly BankLine[]) => as(at.world, asTreasurer(at), 'bank.read', (tx, permit) => proposalsFor(tx, permit, lines))
  const standing = (of = '2026-10') => as(at.world, asTreasurer(at), 'bank.read', (tx, permit) => bankStandingOfMonth(tx, permit, month(of)))
  const match = (line: BankLineId, ...invoices: InvoiceId[]) =>
    as(at.world, asTreasurer(at), 'payment.match', (tx, permit) => matchLine(tx, permit, line, invoices))
  const bookAs = (line: BankLineId, how: BookingChoice) => as(at.world, asTreasurer(at), 'bank.book', (tx, permit) => bookLine(tx, permit, line, how))
  const undo = (line: BankLineId) => as(at.world, asTreasurer(at), 'bank.undo', (tx, permit) => undoBooking(tx, permit, line))
  const accept = (choices: readonly { line: BankLineId; key: string }[]) =>
    as(at.world, asTreasurer(at), 'payment.match', (tx, permit) => acceptMany(tx, permit, choices))

  type Told = Omit<Parameters<typeof entry>[0], 'amount' | 'side'> & { readonly cents: number }

  /** The next statement of the bank, with a balance that goes on from the one before. */
  function statementOf(lines: readonly Told[], more: { id?: string; opening?: number; closedOn?: string } = {}): Uint8Array {
    const opening = more.opening ?? balance
    const closing = lines.reduce((sum, line) => sum + line.cents, opening)
    balance = closing
    statement += 1
    const entries = lines.map(({ cents: amount, ...line }) =>
      entry({ on: bankDay, ...line, amount: decimal(cents(Math.abs(amount))), side: amount < 0 ? 'DBIT' : 'CRDT' }),
    )
    return new TextEncoder().encode(
      camt({
        id: more.id ?? `2026-${statement}`,
        account: OWN,
        opening: decimal(cents(opening)),
        closing: decimal(cents(closing)),
        openedOn: '2026-10-06',
        closedOn: more.closedOn ?? bankDay,
        entries,
      }),
    )
  }

  function bring(bytes: Uint8Array, ownAccount = false) {
    return as(at.world, asTreasurer(at), 'bank.import', (tx, permit) => importFile(tx, permit, { name: 'afschrift.xml', bytes }, { ownAccount }))
  }

  /** Brings in one statement and gives its lines in the order of the file. */
  async function lines(...told: Told[]): Promise<BankLine[]> {
    const before = new Set((await waiting()).map((line) => line.id))
    await bring(statementOf(told.map((line, index) => ({ bankReference: `r${statement}-${index}`, ...line }))))
    const fresh = (await waiting()).filter((line) => !before.has(line.id))
    return told.map((line, index) => fresh.find((each) => each.bankReference === (line.bankReference ?? `r${statement - 1}-${index}`)) as BankLine)
  }

  async function line(told: Told): Promise<BankLine> {
    const [only] = await lines(told)
    return only as BankLine
  }

  let owed = 0
  /** Lets the cooperative owe an amount on an account, as a month that was closed or books that were taken over do. */
  const owes = (to: Account, amount: number) =>
    as(at.world, asTreasurer(at), 'bank.book', (tx, permit) =>
      post(tx, permit, {
        source: { kind: 'story', id: `owed ${++owed}` },
        on: day('2026-10-01'),
        transfers: [{ debit: account('openingBalance'), credit: to, cents: cents(amount) }],
      }),
    )

  const transfers = () => as(at.world, asTreasurer(at), 'ledger.read', allTransfers)

  /** The entries that are there already. */
  const mark = async () => new Set((await transfers()).map((transfer) => transfer.entry))

  /** What was booked since the mark, as an accountant reads it, by name. */
  async function booked(since: ReadonlySet<string>): Promise<string[]> {
    const fresh = (await transfers()).filter((transfer) => !since.has(transfer.entry))
    return fresh.map((transfer) => `${transfer.debit.name} | ${transfer.credit.name} | ${transfer.cents}`).sort()
  }

  const bankIsAt = (on: string) => {
    bankDay = on
  }
  return {
    at,
    samira,
    balance: () => balance,
    drop: (amount: number) => {
      balance -= amount
    },
    bankIsAt,
    sell,
    open,
    waiting,
    proposals,
    standing,
    match,
    bookAs,
    undo,
    accept,
    statementOf,
    bring,
    lines,
    line,
    owes,
    mark,
    booked,
  }
}
