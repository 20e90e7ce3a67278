import { dayOf, longDay, startOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { queueMail } from '#kit/mail.ts'
import { type Cents, euro } from '#kit/money.ts'
import { renderPdf } from '#kit/pdf.ts'
import { refuse } from '#kit/refusal.ts'
import { fill, type Language } from '#kit/text.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { customerById } from '#rooms/organisations'
import { makeLink } from '../customer/link.ts'
import { texts } from '../invoicing.en.ts'
import type { InvoiceId, InvoiceWithDocument } from '../invoicing.types.ts'
import { deliveriesOf, insertDelivery } from '../paper/delivery.sql.ts'
import { mailAddress } from '../paper/delivery.ts'
import type { InvoiceDocument } from '../paper/document.rules.ts'
import { logoFor } from '../paper/files.ts'
import { papers } from '../paper/mailing.ts'
import { spaced } from '../paper/paper.rules.ts'
import { sentInvoice } from '../payments/crediting.ts'
import { standingOf } from '../payments/payments.sql.ts'
import { remindingTexts } from './reminding.en.ts'
import type { DoneStep } from './reminding.rules.ts'
import { type StepRow, stepsOf } from './reminding.sql.ts'

/** Mails the latest reminder, in the language of the customer, with the invoice once more. Once per step, however often it is asked. */
export async function mailReminder(tx: Tx, permit: Permit<'invoice.mail'>, id: InvoiceId, baseUrl?: string): Promise<void> {
  const invoice = await sentInvoice(tx, permit, id)
  const step = await latestLetter(tx, permit, id)
  const { open } = await standingOf(tx, permit, id)
  // Paid while the job was waiting: then there is nothing to remind of.
  if (!step || open <= 0n || (await wentOut(tx, permit, step))) return
  const to = await mailAddress(tx, permit, invoice)
  if (to) {
    const { document } = invoice
    const link = baseUrl ? `${baseUrl}${await makeLink(tx, permit, id)}` : null
    const { title, parts } = letterOf(document, step, open, await languageOf(tx, permit, invoice), link)
    await queueMail(tx, permit, { to, subject: title, text: parts.join('\n\n'), attachments: await papers(document, await logoFor(tx, permit, document)) })
  }
  await insertDelivery(tx, permit, id, 'reminder', to ? 'mail' : 'paper')
}

/** The latest reminder as a letter to print, dated the day it was written down. Refuses (missing) an invoice that nobody was reminded of. */
export async function reminderLetter(tx: Tx, permit: Permit<'invoice.remind'>, id: InvoiceId): Promise<{ name: string; pdf: Uint8Array }> {
  const invoice = await sentInvoice(tx, permit, id)
  const { document } = invoice
  const step = (await latestLetter(tx, permit, id)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  const { open } = await standingOf(tx, permit, id)
  const language = await languageOf(tx, permit, invoice)
  const words = remindingTexts(language).letter
  const { seller, buyer } = document
  const { title, parts } = letterOf(document, step, open, language, null)
  const pdf = await renderPdf({
    template: 'kit/pdf/letter.typ',
    standard: 'ua-1',
    madeAt: Math.floor(startOf(step.on).epochMilliseconds / 1000),
    data: {
      language,
      title,
      author: seller.name,
      sender: [document.tradeName ?? seller.name, seller.name, seller.street, `${seller.postcode} ${seller.city}`].filter(
        (line, at, all) => all.indexOf(line) === at,
      ),
      to: document.takenOver ? [buyer.name] : [buyer.name, buyer.street, `${buyer.postcode} ${buyer.city}`],
      facts: [[words.on, longDay(step.on, language)]],
      foot: [seller.name, words.foot(seller.kvk, spaced(seller.iban))],
      pages: words.pages,
      parts: parts.map((text) => ({ kind: 'text', text })),
    },
  })
  return { name: `herinnering-${document.number}.pdf`, pdf }
}

function letterOf(document: InvoiceDocument, step: Letter, open: Cents, language: Language, link: string | null) {
  const words = remindingTexts(language).mail
  const { seller, buyer, number } = document
  const params = {
    name: buyer.name,
    number,
    open: euro(open),
    issuedOn: longDay(document.issuedOn, language),
    iban: spaced(seller.iban),
    seller: seller.name,
    tradeName: document.tradeName ?? seller.name,
    costs: euro(step.costs ?? open),
    link: link ?? '',
  }
  const parts = [
    words.hello,
    words.open[step.step],
    step.costs ? words.costs : null,
    words.how,
    words.paid,
    words.help,
    link ? words.page : null,
    words.greeting,
  ]
  return { title: fill(words.subject[step.step], params), parts: parts.filter((part) => part !== null).map((part) => fill(part, params)) }
}

type Letter = StepRow & { readonly step: Exclude<DoneStep, 'call'> }

async function latestLetter(tx: Tx, permit: AnyPermit, id: InvoiceId): Promise<Letter | null> {
  return (await stepsOf(tx, permit, id)).filter((row): row is Letter => row.step !== 'call').at(-1) ?? null
}

/** What came of this step: mailed, to be posted, or posted already; a failure is tried again. */
async function wentOut(tx: Tx, permit: AnyPermit, step: StepRow): Promise<boolean> {
  const known = (await deliveriesOf(tx, permit, step.invoice)).reminder
  return known !== undefined && known.how !== 'failed' && dayOf(known.at) >= step.on
}

async function languageOf(tx: Tx, permit: AnyPermit, invoice: Pick<InvoiceWithDocument, 'customer'>): Promise<Language> {
  return (invoice.customer ? (await customerById(tx, permit, invoice.customer)).language : null) ?? 'nl'
}
