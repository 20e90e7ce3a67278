import { type Day, day } from '#kit/day.ts'
import { type Cents, cents, decimal, sum } from '#kit/money.ts'
import { asSystem, type MemberId } from '#rooms/access'
import { type Article, draftAgreement, proposeAgreement, signAgreement, signForCooperative, TEMPLATES, versionById } from '#rooms/agreements'
import { camt, entry, importFile, linesWaiting, matchLine } from '#rooms/banking'
import { type InvoiceId, type Line, requestInvoice, sendInvoice } from '#rooms/invoicing'
import { addCustomer } from '#rooms/organisations'
import { judgeReceipt, sendReceipt } from '#rooms/spending'
import { asBoard, asCoach, asMember, asTreasurer, type Village } from './village.ts'
import { as, itIs } from './world.ts'

/** The articles of a template. */
export function template(code: string): readonly Article[] {
  const found = TEMPLATES.find((one) => one.code === code)
  if (!found) throw new Error(`no template ${code}`)
  return found.articles
}

/** An agreement from the first of a month on, signed by the board and by these members. */
export async function signedAgreement(at: Village, members: readonly MemberId[], articles: readonly Article[], from: string): Promise<void> {
  const board = asBoard(at)
  const version = await as(at.world, board, 'agreement.draft', (tx, permit) =>
    draftAgreement(tx, permit, { title: 'Ledenovereenkomst', articles, from: day(from), until: null }),
  )
  await as(at.world, board, 'agreement.propose', (tx, permit) => proposeAgreement(tx, permit, version, members))
  const hash = await as(at.world, board, 'agreement.read', async (tx, permit) => (await versionById(tx, permit, version))?.hash ?? '')
  await as(at.world, board, 'agreement.signFor', (tx, permit) => signForCooperative(tx, permit, version, hash, 'demo'))
  for (const member of members) await as(at.world, asMember(at, member), 'agreement.sign', (tx, permit) => signAgreement(tx, permit, version, hash, 'demo'))
}

/** An invoice of several members, set and sent by the treasurer: net cents, and the shares of the others in basis points. */
export async function soldTogether(
  at: Village,
  member: MemberId,
  on: string,
  net: number,
  shares: readonly (readonly [MemberId, bigint])[],
): Promise<InvoiceId> {
  return sold(at, member, on, [{ net }], shares)
}

/** An invoice of a member, sent on a day: net cents per line, VAT as named. */
export async function sold(
  at: Village,
  member: MemberId,
  on: string,
  lines: readonly { net: number; vat?: Line['vat'] }[],
  shares: readonly (readonly [MemberId, bigint])[] = [],
): Promise<InvoiceId> {
  itIs(at.world, on)
  const buyer = await asSystem(at.world.world, at.cooperative, 'customer.edit', (tx, permit) =>
    addCustomer(tx, permit, {
      member,
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
  const asked = await as(at.world, shares.length > 0 ? asTreasurer(at) : asMember(at, member), 'invoice.request', (tx, permit) =>
    requestInvoice(tx, permit, {
      kind: 'invoice',
      member,
      customer: buyer,
      basis: 'without',
      performedOn: day(on),
      reference: null,
      note: null,
      byCard: cents(0),
      lines: lines.map(({ net, vat }) => ({ description: 'Gordijnen', quantity: 1000n, unit: 'piece', price: cents(net), vat: vat ?? 'standard' })),
      shares: shares.map(([fellow, percent]) => ({ member: fellow, line: 0, percent, cents: null })),
    }),
  )
  await as(at.world, asTreasurer(at), 'invoice.send', (tx, permit) => sendInvoice(tx, permit, asked))
  return asked
}

let statements = 0

/** What customers pay in a month comes in with one bank statement, and each line is matched with its invoice. */
export async function bankIn(at: Village, month: string, payments: readonly { invoice: InvoiceId; gross: number; on: string }[], opening = 0): Promise<void> {
  const id = `S-${month}-${++statements}`
  const closing = sum([cents(opening), ...payments.map((payment) => cents(payment.gross))])
  const last =
    payments
      .map((payment) => payment.on)
      .sort()
      .at(-1) ?? `${month}-28`
  const file = camt({
    id,
    account: 'NL91ABNA0417164300',
    opening: decimal(cents(opening)),
    closing: decimal(closing),
    openedOn: `${month}-01`,
    closedOn: last,
    entries: payments.map(({ gross, on }, nr) =>
      entry({ amount: decimal(cents(gross)), side: 'CRDT', on, reference: `${id}-${nr}`, bankReference: `${id}-${nr}` }),
    ),
  })
  itIs(at.world, last)
  const treasurer = asTreasurer(at)
  await as(at.world, treasurer, 'bank.import', (tx, permit) => importFile(tx, permit, { name: 'bank.xml', bytes: new TextEncoder().encode(file) }))
  const waiting = await as(at.world, treasurer, 'bank.read', (tx, permit) => linesWaiting(tx, permit))
  for (const [nr, { invoice }] of payments.entries()) {
    const line = waiting.find((each) => each.references.includes(`${id}-${nr}`))
    if (!line) throw new Error(`no bank line ${id}-${nr}`)
    await as(at.world, treasurer, 'payment.match', (tx, permit) => matchLine(tx, permit, line.id, [invoice]))
  }
}

/** A receipt of costs, sent by the member and accepted by the treasurer on a day. */
export async function spent(
  at: Village,
  member: MemberId,
  on: string,
  gross: number,
  vat: number,
  kind = 'material',
  outcome: 'accepted' | 'onDevelopment' = 'accepted',
): Promise<void> {
  itIs(at.world, on)
  const receipt = await as(at.world, asMember(at, member), 'receipt.send', (tx, permit) =>
    sendReceipt(tx, permit, {
      member,
      boughtOn: on as Day,
      gross: cents(gross),
      vat: cents(vat),
      kind,
      paidBy: 'bank',
      what: 'Stof en garen',
      unsure: [],
      file: null,
    }),
  )
  const judgement = { outcome, reason: outcome === 'accepted' ? null : 'Dit is leren', kind, paidBy: 'bank' as const, vatDeductible: null }
  await as(at.world, asCoach(at), 'receipt.judge', (tx, permit) => judgeReceipt(tx, permit, receipt, judgement))
}

/** Euros as cents, to read expectations easily. */
export function euros(amount: number): Cents {
  return cents(Math.round(amount * 100))
}
