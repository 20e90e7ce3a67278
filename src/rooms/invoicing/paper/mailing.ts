import { longDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Attachment, queueMail } from '#kit/mail.ts'
import { type Cents, euro } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { Permit } from '#rooms/access'
import { nl as customerWords } from '../customer/customer.nl.ts'
import { makeLink } from '../customer/link.ts'
import type { InvoiceId } from '../invoicing.types.ts'
import { office } from '../pages/office.nl.ts'
import { sentInvoice } from '../payments/crediting.ts'
import { deliveriesOf, insertDelivery, type Paper } from './delivery.sql.ts'
import { mailAddress } from './delivery.ts'
import type { InvoiceDocument } from './document.rules.ts'
import { invoicePaper, logoFor } from './files.ts'
import { spaced } from './paper.rules.ts'
import { ubl } from './ubl.rules.ts'

/** Mails a sent invoice or credit note to its customer, with PDF and UBL, from what was frozen; a customer without e-mail gets it on paper. */
export async function mailInvoice(tx: Tx, permit: Permit<'invoice.mail'>, id: InvoiceId, baseUrl?: string): Promise<void> {
  const invoice = await sentInvoice(tx, permit, id)
  const { document } = invoice
  if (document.kind === 'day-sheet' || (await isSettled(tx, permit, id, 'invoice'))) return
  const to = await mailAddress(tx, permit, invoice)
  if (to) {
    const words = wordsFor(document, document.priced.payable)
    const [subject, text] = [
      fill(office.mail.subject[document.kind], words),
      fill(office.mail.text[document.kind], words) + (await linkFor(tx, permit, id, baseUrl)),
    ]
    await queueMail(tx, permit, { to, subject, text, attachments: await papers(document, await logoFor(tx, permit, document)) })
  }
  await insertDelivery(tx, permit, id, 'invoice', to ? 'mail' : 'paper')
}

/** Writes down that a paper could not be made, so that its page says so; the job itself fails and is tried again. */
export async function noteFailure(tx: Tx, permit: Permit<'invoice.mail'>, id: InvoiceId, what: Paper): Promise<void> {
  if ((await deliveriesOf(tx, permit, id))[what]?.how !== 'failed') await insertDelivery(tx, permit, id, what, 'failed')
}

/** A link of its own in each mail: only its digest is kept. */
async function linkFor(tx: Tx, permit: Permit<'invoice.mail'>, id: InvoiceId, baseUrl: string | undefined): Promise<string> {
  return baseUrl ? fill(customerWords.mail.link, { link: `${baseUrl}${await makeLink(tx, permit, id)}` }) : ''
}

/** It was noted at sending that this goes on paper, or it went already. */
async function isSettled(tx: Tx, permit: Permit<'invoice.mail'>, id: InvoiceId, what: Paper): Promise<boolean> {
  const known = (await deliveriesOf(tx, permit, id))[what]
  return known !== undefined && known.how !== 'failed'
}

function wordsFor(document: InvoiceDocument, open: Cents) {
  return {
    name: document.buyer.name,
    number: document.number,
    amount: euro(document.priced.payable),
    open: euro(open),
    issuedOn: longDay(document.issuedOn),
    dueOn: document.dueOn ? longDay(document.dueOn) : '',
    iban: spaced(document.seller.iban),
    tradeName: document.tradeName ?? document.seller.name,
    seller: document.seller.name,
  }
}

/** The files that go with a mail: the invoice as PDF and as UBL. */
export async function papers(document: InvoiceDocument, logo: Uint8Array | null): Promise<Attachment[]> {
  if (document.takenOver) return []
  return [
    { name: `${document.number}.pdf`, type: 'application/pdf', bytes: await invoicePaper(document, logo) },
    { name: `${document.number}.xml`, type: 'application/xml', bytes: Buffer.from(ubl(document)) },
  ]
}
