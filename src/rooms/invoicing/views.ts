import type { Tx } from '#kit/db.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type Permit, personNames } from '#rooms/access'
import { tradeAllowed } from '#rooms/consent'
import { customersOf, type TipOwner } from '#rooms/organisations'
import { questionsOf, questionsOpen } from './customer/link.sql.ts'
import { texts } from './invoicing.en.ts'
import { creditNotesOf } from './invoicing.sql.ts'
import type { InvoiceId } from './invoicing.types.ts'
import { sentTogether } from './many/sending-many.ts'
import { findTill } from './market/till.sql.ts'
import type { DraftFacts } from './pages/draft-page.tsx'
import type { InvoiceFacts } from './pages/invoice-page.tsx'
import type { ListFacts } from './pages/list-page.tsx'
import type { InvoiceDocument } from './paper/document.rules.ts'
import { paperOf } from './paper/paper.rules.ts'
import { invoiceInFull, invoicesWithStanding, paymentsOf } from './payments/payments.sql.ts'
import { price } from './pricing/pricing.rules.ts'
import { type RemindingStanding, remindingOf } from './reminding/reminding.ts'
import { allDrafts, findDraft } from './requesting.ts'
import { previewOf } from './sending.ts'
import { invoicesWithoutVat, korStanding } from './series/kor.ts'
import { dividedOver } from './sharing/shares.rules.ts'
import { sharesOf } from './sharing/shares.sql.ts'
import { sharesAsked } from './sharing/sharing.ts'

const PAGE = 50

/** What the list shows: open items, drafts, or everything a page at a time. */
export async function listFacts(
  tx: Tx,
  permit: Permit<'invoice.read'>,
  which: ListFacts['which'],
  before: string | null,
  together: string | null,
): Promise<ListFacts> {
  const office = permit.reach === 'organisation'
  const drafts = which === 'drafts' ? await allDrafts(tx, permit) : []
  const filter = which === 'open' ? { open: true } : { limit: PAGE + 1, ...(before ? { before } : {}) }
  const found = which === 'drafts' ? [] : await invoicesWithStanding(tx, permit, filter)
  const invoices = which === 'all' ? found.slice(0, PAGE) : found
  const members = office ? await personNames(tx, [...new Set([...invoices, ...drafts].map((row) => row.member))]) : new Map()
  const customers = drafts.length > 0 ? new Map((await customersOf(tx, permit)).map((customer) => [customer.id, customer.name])) : new Map()
  const kor = office ? await korStanding(tx, permit) : null
  return {
    which,
    asked: await sharesAsked(tx, permit),
    invoices,
    drafts: drafts.map((draft) => ({ ...draft, total: price(draft.lines, draft.basis, permit.today).payable })),
    members,
    customers,
    kor,
    questions: office ? await questionsOpen(tx, permit) : [],
    withoutVat: kor?.endedOn ? await invoicesWithoutVat(tx, permit) : [],
    outcome: together ? await sentTogether(tx, permit, together) : null,
    today: permit.today,
    next: found.length > invoices.length ? (invoices.at(-1)?.number ?? null) : null,
  }
}

/** A draft with what it comes to and how it will look; null when the id is no draft. */
export async function draftFacts(tx: Tx, permit: Permit<'invoice.read'>, id: InvoiceId): Promise<DraftFacts | null> {
  const draft = await findDraft(tx, permit, id)
  if (!draft) return null
  const trade = await tradeAllowed(tx, permit, draft.member, draft.performedOn)
  const { priced, seller, buyer, customerName, tradeName, dueOn, kor, crossed, tipsTo } = await previewOf(tx, permit, draft, trade.tradeName)
  const document: InvoiceDocument | null =
    seller && buyer
      ? {
          kind: draft.kind,
          number: '',
          issuedOn: permit.today,
          dueOn,
          performedOn: draft.performedOn,
          tradeName,
          reference: draft.reference,
          credits: null,
          note: draft.note,
          seller,
          buyer,
          priced,
        }
      : null
  return {
    draft,
    memberName: trade.name,
    parts: draft.shares.length > 0 ? (dividedOver(priced, draft.member, draft.shares) ?? []) : [],
    names: draft.shares.length > 0 ? await personNames(tx, [draft.member, ...draft.shares.map((share) => share.member)]) : new Map(),
    customerName,
    priced,
    paper: document && paperOf(document),
    complete: { address: !draft.customer || buyer !== null, numbers: seller !== null },
    kor: permit.reach === 'organisation' ? kor : null,
    crosses: crossed && permit.reach === 'organisation',
    till: draft.kind === 'day-sheet' ? await tillOf(tx, permit, id, tipsTo) : null,
    trade,
  }
}

/** The box of a market day that was not booked, with whose its tips will be. */
async function tillOf(tx: Tx, permit: AnyPermit, id: InvoiceId, tipsTo: TipOwner | null): Promise<DraftFacts['till']> {
  const till = await findTill(tx, permit, id)
  return till && { ...till, tipsTo }
}

/** A sent invoice with where its money stands. Refuses (missing) an id out of reach. */
export async function invoiceFacts(tx: Tx, permit: Permit<'invoice.read'>, id: InvoiceId): Promise<InvoiceFacts> {
  const invoice = (await invoiceInFull(tx, permit, id)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  const shares = invoice.shared ? await sharesOf(tx, permit, id) : []
  const standing = await remindingFacts(tx, permit, invoice)
  const people = [...(standing?.past ?? []), ...(standing?.pauses ?? [])].map(({ by }) => by).filter((by) => by !== null)
  const who = [...new Set([...people, ...shares.map((each) => each.member), ...(invoice.member === permit.person ? [] : [invoice.member])])]
  const names = who.length > 0 ? await personNames(tx, who) : new Map()
  return {
    invoice,
    shares,
    names,
    own: permit.reach === 'organisation' ? null : (shares.find((each) => covers(permit, each.member))?.member ?? null),
    receipts: invoice.credits ? [] : await paymentsOf(tx, permit, id),
    questions: permit.reach === 'organisation' ? await questionsOf(tx, permit, id) : [],
    notes: invoice.credits ? [] : await creditNotesOf(tx, permit, id),
    memberName: invoice.member === permit.person ? null : (names.get(invoice.member) ?? null),
    reminding: standing && { standing, names },
    office: permit.reach === 'organisation',
    till: invoice.kind === 'day-sheet' ? await findTill(tx, permit, id) : null,
    today: permit.today,
  }
}

/** Where reminding stands; null for what is not late and nobody was reminded of. */
async function remindingFacts(tx: Tx, permit: AnyPermit, invoice: InvoiceFacts['invoice']): Promise<RemindingStanding | null> {
  const late = invoice.open > 0n && invoice.dueOn !== null && invoice.dueOn < permit.today
  return invoice.kind === 'invoice' && (late || invoice.remindedAt !== null) ? remindingOf(tx, permit, invoice.id) : null
}
