import { randomBytes } from 'node:crypto'
import { longDay, startOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { queueMail } from '#kit/mail.ts'
import { euro } from '#kit/money.ts'
import { renderPdf } from '#kit/pdf.ts'
import { refuse } from '#kit/refusal.ts'
import { fill, type Language } from '#kit/text.ts'
import type { Permit, World } from '#rooms/access'
import { findMember } from '#rooms/members'
import { cooperativeOf, customerById } from '#rooms/organisations'
import { digest } from '../../customer/link.ts'
import { texts as invoiceTexts } from '../../invoicing.en.ts'
import { quantity } from '../../paper/paper.rules.ts'
import { quoteTexts } from '../quotes.en.ts'
import { insertAnswer, insertQuoteLink, insertQuoteQuestion, quoteLinked, quoteRows, writeQuoteAnswer } from '../quotes.sql.ts'
import { quoteStanding } from '../quoting.rules.ts'
import { quoteForChange } from '../quoting.ts'
import type { QuoteDocument, QuoteId, QuoteQuestion, QuoteRow } from '../quoting.types.ts'

export type QuoteSeen = { readonly quote: QuoteRow; readonly questions: readonly QuoteQuestion[] }

/** What the holder of a link may see; acts for no organisation and no person. Refuses (missing) a link that is none. */
export async function quoteByLink(world: World, token: string, language: Language): Promise<QuoteSeen> {
  const found = await world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, (tx) => quoteLinked(tx, digest(token)))
  return found ?? refuse(quoteTexts(language).refusals.noLink, {}, { kind: 'missing' })
}

/** The customer accepts, under a name: once, however often it is sent. Refuses (conflict) what expired, was declined, withdrawn, or changed since. */
export async function acceptQuote(tx: Tx, permit: Permit<'quote.answer'>, id: QuoteId, version: number, name: string, language: Language): Promise<void> {
  await answer(tx, permit, id, version, { outcome: 'accepted', name, reason: null }, language)
}

/** The customer declines, with a reason. Refuses as `acceptQuote`. */
export async function declineQuote(tx: Tx, permit: Permit<'quote.answer'>, id: QuoteId, version: number, reason: string, language: Language): Promise<void> {
  await answer(tx, permit, id, version, { outcome: 'declined', name: null, reason }, language)
}

async function answer(
  tx: Tx,
  permit: Permit<'quote.answer'>,
  id: QuoteId,
  version: number,
  said: { outcome: 'accepted' | 'declined'; name: string | null; reason: string | null },
  language: Language,
): Promise<void> {
  const quote = await quoteForChange(tx, permit, id)
  if (quote.version === version && quote.outcome === said.outcome) return
  if (quote.version !== version || quoteStanding(quote, permit.today) !== 'open') refuse(quoteTexts(language).refusals.notOpen, {}, { kind: 'conflict' })
  if (!(await insertAnswer(tx, permit, { quote: id, version, ...said }))) return
  await happened(tx, permit, said.outcome === 'accepted' ? 'quote.accepted' : 'quote.declined', { quote: id, member: quote.member, what: said.outcome })
}

/** Writes down what a customer asks about a quote; the same form sent twice asks once. */
export async function askAboutQuote(tx: Tx, permit: Permit<'quote.answer'>, quote: QuoteId, id: string, words: string): Promise<void> {
  if (await insertQuoteQuestion(tx, permit, { id, quote, words })) await happened(tx, permit, 'quote.asked', { quote, what: 'asked' })
}

/** Answers a customer, on the page of the link and by mail. Refuses (missing) what is out of reach, and (conflict) what was answered already. */
export async function replyToCustomer(tx: Tx, permit: Permit<'quote.reply'>, id: QuoteId, question: string, words: string): Promise<void> {
  const quote = await quoteForChange(tx, permit, id)
  if (!(await writeQuoteAnswer(tx, permit, id, question, words))) refuse(quoteTexts(permit.language).refusals.answeredBefore, {}, { kind: 'conflict' })
  const customer = await customerById(tx, permit, quote.customer)
  const mail = quoteTexts(customer.language ?? 'nl').mail
  const tradeName = quote.document?.tradeName ?? quote.document?.seller.name ?? ''
  const params = { number: quote.number, answer: words, tradeName }
  if (customer.email) await queueMail(tx, permit, { to: customer.email, subject: fill(mail.answered, params), text: fill(mail.answeredText, params) })
  await happened(tx, permit, 'quote.replied', { quote: id, member: quote.member })
}

/** Mails a quote that was sent to its customer, with a link of its own and the PDF. */
export async function mailQuote(tx: Tx, permit: Permit<'quote.mail'>, id: QuoteId, version: number, baseUrl?: string): Promise<void> {
  const [quote] = await quoteRows(tx, permit, { id })
  if (!quote?.document || quote.version !== version || quote.withdrawn) return
  const { document } = quote
  const customer = await customerById(tx, permit, quote.customer)
  if (!customer.email) return
  const language = customer.language ?? 'nl'
  const words = quoteTexts(language).mail
  const token = randomBytes(32).toString('base64url')
  await insertQuoteLink(tx, permit, id, digest(token))
  const params = {
    name: document.buyer.name,
    number: document.number,
    amount: euro(document.priced.payable),
    until: longDay(document.validUntil, language),
    link: `${baseUrl ?? ''}/offerte/${token}`,
    tradeName: document.tradeName ?? document.seller.name,
    seller: document.seller.name,
  }
  const attachments = [{ name: `${document.number}.pdf`, type: 'application/pdf', bytes: await quotePdf(document) }]
  await queueMail(tx, permit, { to: customer.email, subject: fill(words.subject, params), text: fill(words.text, params), attachments })
}

/** Tells the member and the cooperative what a customer said. The mail names no amounts and nobody: others may read along. */
export async function tellOfQuote(tx: Tx, permit: Permit<'quote.mail'>, id: QuoteId, what: 'accepted' | 'declined' | 'asked'): Promise<void> {
  const [quote] = await quoteRows(tx, permit, { id })
  if (!quote) return
  const member = await findMember(tx, permit, quote.member)
  const cooperative = await cooperativeOf(tx, permit)
  const readers = [
    { to: member?.email ?? null, language: member?.language ?? 'nl' },
    { to: cooperative.email, language: 'nl' as const },
  ]
  for (const { to, language } of readers) {
    if (!to) continue
    const { mail } = quoteTexts(language === 'en' ? 'en' : 'nl')
    const params = { number: quote.number }
    await queueMail(tx, permit, { to, subject: fill(mail[what], params), text: fill(mail[`${what}Text`], params) })
  }
}

/** The quote as PDF, from what was frozen and in the language of the customer; the same quote is always the same file. */
export function quotePdf(document: QuoteDocument): Promise<Uint8Array> {
  const language = document.language ?? 'nl'
  const { terms, page, paper, part } = quoteTexts(language)
  const { seller, buyer, priced } = document
  const units = invoiceTexts[language].unit
  const text = (words: string) => ({ kind: 'text', text: words })
  const parts = document.parts.map((each) => [each.label ?? part[each.kind], each.on ? longDay(each.on, language) : '', euro(each.payable)])
  return renderPdf({
    template: 'kit/pdf/letter.typ',
    standard: 'ua-1',
    madeAt: Math.floor(startOf(document.sentOn).epochMilliseconds / 1000),
    data: {
      language,
      title: terms.title(document.number),
      author: seller.name,
      sender: [document.tradeName ?? seller.name, seller.name, seller.street, `${seller.postcode} ${seller.city}`].filter(
        (line, at, all) => all.indexOf(line) === at,
      ),
      to: [buyer.name, buyer.street, `${buyer.postcode} ${buyer.city}`],
      facts: [
        [terms.facts.number, document.number],
        [terms.facts.sentOn, longDay(document.sentOn, language)],
        [terms.facts.workOn, longDay(document.workOn, language)],
        [page.valid, longDay(document.validUntil, language)],
      ],
      parts: [
        {
          kind: 'table',
          total: true,
          columns: [
            { label: page.what, amount: false },
            { label: page.quantity, amount: true },
            { label: page.sum, amount: true },
          ],
          rows: [
            ...priced.lines.map((line) => [line.description, `${quantity(line.quantity)} ${units[line.unit]}`, euro(line.net)]),
            [page.vat, '', euro(priced.vat)],
            [page.total, '', euro(priced.payable)],
          ],
        },
        ...(parts.length > 1
          ? [
              { kind: 'heading', text: terms.parts },
              {
                kind: 'table',
                total: false,
                columns: [
                  { label: page.part, amount: false },
                  { label: page.on, amount: false },
                  { label: page.amount, amount: true },
                ],
                rows: parts,
              },
            ]
          : []),
        ...(document.note ? [{ kind: 'heading', text: terms.note }, text(document.note)] : []),
        text(terms.seller(seller.name)),
        text(paper.accept),
      ],
      foot: [seller.name, paper.foot(seller.kvk, seller.vatId)],
      pages: paper.pages,
    },
  })
}
