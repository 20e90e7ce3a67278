import { longDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Attachment, queueMail } from '#kit/mail.ts'
import { type Cents, euro } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { Permit } from '#rooms/access'
import { logoOf } from '#rooms/organisations'
import { sentInvoice } from '../crediting.ts'
import type { InvoiceId } from '../invoicing.types.ts'
import { office } from '../pages/office.nl.ts'
import { standingOf } from '../payments/payments.sql.ts'
import type { InvoiceDocument } from './document.rules.ts'
import { invoicePaper } from './files.ts'
import { spaced } from './paper.rules.ts'
import { ubl } from './ubl.rules.ts'

/** Mails a sent invoice or credit note to its customer, with PDF and UBL, from what was frozen; a customer without e-mail gets it on paper. */
export async function mailInvoice(tx: Tx, permit: Permit<'invoice.mail'>, id: InvoiceId): Promise<void> {
  const { document } = await sentInvoice(tx, permit, id)
  if (!document.buyer.email || document.kind === 'day-sheet') return
  const words = wordsFor(document, document.priced.payable)
  await queueMail(tx, permit, {
    to: document.buyer.email,
    subject: fill(office.mail.subject[document.kind], words),
    text: fill(office.mail.text[document.kind], words),
    attachments: await papers(document, await logoOf(tx, permit.organisation)),
  })
}

/** The one friendly reminder, with the invoice once more. */
export async function mailReminder(tx: Tx, permit: Permit<'invoice.mail'>, id: InvoiceId): Promise<void> {
  const { document } = await sentInvoice(tx, permit, id)
  const { open } = await standingOf(tx, permit, id)
  // Paid while the job was waiting: then there is nothing to remind of.
  if (!document.buyer.email || open <= 0n) return
  const words = wordsFor(document, open)
  await queueMail(tx, permit, {
    to: document.buyer.email,
    subject: fill(office.mail.reminderSubject, words),
    text: fill(office.mail.reminder, words),
    attachments: await papers(document, await logoOf(tx, permit.organisation)),
  })
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

async function papers(document: InvoiceDocument, logo: Uint8Array | null): Promise<Attachment[]> {
  if (document.takenOver) return []
  return [
    { name: `${document.number}.pdf`, type: 'application/pdf', bytes: await invoicePaper(document, logo) },
    { name: `${document.number}.xml`, type: 'application/xml', bytes: Buffer.from(ubl(document)) },
  ]
}
