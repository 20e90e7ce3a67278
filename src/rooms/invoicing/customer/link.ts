import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { queueMail } from '#kit/mail.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import type { AnyPermit, Permit, World } from '#rooms/access'
import { cooperativeOf } from '#rooms/organisations'
import { texts } from '../invoicing.en.ts'
import { invoiceById } from '../invoicing.sql.ts'
import type { InvoiceId } from '../invoicing.types.ts'
import { mailAddress } from '../paper/delivery.ts'
import { nl } from './customer.nl.ts'
import { insertLink, insertQuestion, type Linked, linked, logoOfLinked, writeAnswer } from './link.sql.ts'

/** A new link to one invoice for its customer: long, random, and kept only as a digest. Gives the end of the address. */
export async function makeLink(tx: Tx, permit: Permit<'invoice.mail'>, invoice: InvoiceId): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await insertLink(tx, permit, invoice, digest(token))
  return `/rekening/${token}`
}

export function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** What the holder of a link may see; acts for no organisation and no person. Refuses (missing) a link that is none. */
export async function byLink(world: World, token: string): Promise<Linked & { readonly logo: Uint8Array | null }> {
  const found = await world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, async (tx) => {
    const invoice = await linked(tx, digest(token))
    return invoice && { ...invoice, logo: await logoOfLinked(tx, invoice) }
  })
  return found ?? refuse(nl.refusals.noLink, {}, { kind: 'missing' })
}

/** Writes down what a customer asks, and mails it to the cooperative; the same form sent twice asks once. */
export async function askByLink(tx: Tx, permit: Permit<'invoice.ask'>, invoice: InvoiceId, id: string, words: string): Promise<void> {
  if (!(await insertQuestion(tx, permit, { id, invoice, words }))) return
  const { number } = (await invoiceById(tx, permit, invoice)) ?? refuse(nl.refusals.noLink, {}, { kind: 'missing' })
  const { email } = await cooperativeOf(tx, permit)
  if (email) await queueMail(tx, permit, { to: email, subject: fill(nl.mail.asked, { number }), text: fill(nl.mail.askedText, { number, words }) })
  await happened(tx, permit, 'invoice.customerAsked', { invoice, question: id })
}

/** Answers a customer, on the page of the link and by mail where there is an address. Refuses (conflict) what was answered already. */
export async function answerCustomer(tx: Tx, permit: Permit<'invoice.answer'>, id: InvoiceId, question: string, answer: string): Promise<void> {
  const invoice = (await invoiceById(tx, permit, id)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  if (!(await writeAnswer(tx, permit, id, question, answer))) refuse(nl.refusals.answeredBefore, {}, { kind: 'conflict' })
  const to = await mailAddress(tx, permit as AnyPermit, invoice)
  const seller = invoice.document.tradeName ?? invoice.document.seller.name
  if (to) {
    const words = { number: invoice.number, answer, seller }
    await queueMail(tx, permit, { to, subject: fill(nl.mail.answered, words), text: fill(nl.mail.answeredText, words) })
  }
  await happened(tx, permit, 'invoice.customerAnswered', { invoice: id, question })
}
