import { type Context, Hono } from 'hono'
import { fileResponse, readFile } from '#kit/files.ts'
import {
  amount,
  choice,
  dayField,
  file,
  optional,
  optionalProse,
  optionalText,
  type Problems,
  percentage,
  prose,
  said,
  text,
  wholeNumber,
  z,
} from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, looked, type MemberId, personNames, personOf, scopeOf, show } from '#rooms/access'
import { memberNames } from '#rooms/members'
import { customersOf } from '#rooms/organisations'
import { customerOf } from '../asking/typed-customer.ts'
import { customerFields, forWhom, isMember, linesFrom, withCustomer } from '../forms.ts'
import { isTrusted } from '../series/series.sql.ts'
import { recordAcceptance } from './accepting/accepting.ts'
import { answerPages } from './customer/answering.routes.tsx'
import { quotePdf, replyToCustomer } from './customer/answering.ts'
import { MOST_INSTALMENTS, QuoteFormPage } from './form-page.tsx'
import { quoteTexts } from './quotes.en.ts'
import { quoteQuestions, quoteRows } from './quotes.sql.ts'
import { QuotePage, QuotesPage } from './quotes-page.tsx'
import { type Instalment, type QuoteTerms, quoteStanding } from './quoting.rules.ts'
import { askPart, makeQuote, quoteFacts, quoteForChange, reviseQuote, sendQuote, withdrawQuote } from './quoting.ts'
import type { QuoteId } from './quoting.types.ts'

/** What work will cost, before it begins. */
export const quotes = new Hono<Env>()

const both = (of: (texts: ReturnType<typeof quoteTexts>) => string) => said({ nl: of(quoteTexts('nl')), en: of(quoteTexts('en')) })
const id = <T extends string>() => optionalText(36).transform((value) => (value !== null && isId(value) ? (value as T) : null))

const Terms = z.looseObject({
  ...customerFields,
  member: id<MemberId>(),
  workOn: dayField(),
  basis: choice(['with', 'without']),
  depositPercent: optional(percentage()),
  deposit: optional(amount()),
  validDays: wholeNumber().refine(
    (days) => days >= 1 && days <= 365,
    both(({ wrong }) => wrong.validDays),
  ),
  note: optionalProse(1000),
})
// Whether a customer is missing depends on a field beside it, and must be said together with what is wrong elsewhere.
const TermsForm = z
  .preprocess((body) => withCustomer(body as Readonly<Record<string, unknown>>), Terms)
  .transform((form, context) => ({ ...form, lines: linesFrom(form, context), instalments: instalmentsFrom(form, context) }))
const AcceptanceForm = z.object({ how: choice(['paper', 'phone']), name: text(120), on: dayField(), file: file() })
type TermsAnswers = z.infer<typeof TermsForm>

type Issues = { readonly addIssue: (issue: { code: 'custom'; message: string; path: string[] }) => void }

/** Parts that were filled in; one needs its label and its share, a day may be left out. */
function instalmentsFrom(form: Readonly<Record<string, unknown>>, context: Issues): Instalment[] {
  const found: Instalment[] = []
  for (let n = 1; n <= MOST_INSTALMENTS; n++) {
    const read = z
      .object({ label: optionalProse(120), on: optional(dayField()), percent: optional(percentage()) })
      .safeParse({ label: form[`label${n}`], on: form[`on${n}`], percent: form[`percent${n}`] })
    if (!read.success) {
      for (const issue of read.error.issues) context.addIssue({ code: 'custom', message: issue.message, path: [`${String(issue.path[0])}${n}`] })
      continue
    }
    const { label, on, percent } = read.data
    if (label === null && on === null && percent === null) continue
    if (label === null || !percent) context.addIssue({ code: 'custom', message: both(({ wrong }) => wrong.noInstalment), path: [`percent${n}`] })
    else found.push({ label, on, percent })
  }
  return found
}

function termsIn(form: TermsAnswers): QuoteTerms {
  const { basis, lines, workOn, validDays, note, depositPercent, deposit, instalments } = form
  return { basis, lines, workOn, validDays, note, depositPercent, deposit, instalments }
}

const may = (c: Context<Env>, action: Parameters<typeof scopeOf>[0]) => c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null

quotes.get('/offertes', async (c) => {
  const found = await act(c, 'quote.read', async (tx, permit) => {
    const rows = await quoteRows(tx, permit)
    const customers = new Map((await customersOf(tx, permit)).map(({ id, name }) => [id, name]))
    return {
      lines: rows.map((quote) => ({
        quote,
        standing: quoteStanding(quote, permit.today),
        customer: quote.document?.buyer.name ?? customers.get(quote.customer) ?? '',
      })),
      members: isMember(c) ? null : await personNames(tx, [...new Set(rows.map(({ member }) => member))]),
    }
  })
  return show(c, {
    title: quoteTexts(c.var.language).list.title,
    body: <QuotesPage {...found} mayWrite={may(c, 'quote.write')} language={c.var.language} />,
  })
})

async function formPage(c: Context<Env>, problems: Problems | null, of: QuoteId | null) {
  const found = await act(c, 'quote.write', async (tx, permit) => {
    const [quote = null] = of ? await quoteRows(tx, permit, { id: of }) : []
    if (of && !quote) refuse(quoteTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
    return { quote, customers: await customersOf(tx, permit), members: isMember(c) ? null : await memberNames(tx, permit), today: permit.today }
  })
  const words = quoteTexts(c.var.language).form
  return show(c, {
    title: of ? words.change : words.title,
    body: <QuoteFormPage {...found} keys={formKeys(c)} problems={problems} language={c.var.language} />,
  })
}

quotes.get('/offertes/nieuw', (c) => formPage(c, null, null))

quotes.post('/offertes', (c) =>
  change(c, 'quote.write', {
    form: TermsForm,
    run: async (tx, permit, form) => {
      const member = forWhom(c, form.member)
      return makeQuote(tx, permit, { member, customer: await customerOf(tx, permit, form, member), terms: termsIn(form) })
    },
    done: 'quoteSaved',
    to: (made) => `/offertes/${made}`,
    again: (problems) => formPage(c, problems, null),
  }),
)

quotes.get('/offertes/:quote', (c) => quotePage(c, null))

async function quotePage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'quote.read', async (tx, permit) => {
    const facts = await quoteFacts(tx, permit, quoteIn(c))
    await looked(tx, permit, [facts.quote.member])
    const { member, recordedBy } = facts.quote
    const names = await personNames(tx, [member, ...(recordedBy ? [recordedBy] : [])])
    return {
      facts,
      today: permit.today,
      recordedBy: recordedBy && (names.get(recordedBy) ?? null),
      questions: await quoteQuestions(tx, permit, facts.quote.id),
      memberName: isMember(c) ? null : (names.get(member) ?? null),
      trusted: isMember(c) && (await isTrusted(tx, permit, personOf(permit))),
    }
  })
  return show(c, {
    title: quoteTexts(c.var.language).terms.title(found.facts.quote.number),
    body: (
      <QuotePage
        {...found}
        may={{
          write: may(c, 'quote.write'),
          send: may(c, 'quote.send') && (!isMember(c) || found.trusted),
          ask: may(c, 'invoice.request'),
          reply: may(c, 'quote.reply'),
          record: may(c, 'quote.recordAcceptance'),
        }}
        origin={c.var.seat?.role === 'member' || c.var.seat?.role === 'coach' ? found.facts.quote.origin : null}
        problems={problems}
        keys={formKeys(c)}
        language={c.var.language}
      />
    ),
  })
}

quotes.post('/offertes/:quote/akkoord', (c) =>
  change(c, 'quote.recordAcceptance', {
    form: AcceptanceForm,
    run: (tx, permit, form) => recordAcceptance(tx, permit, quoteIn(c), form),
    done: 'quoteAcceptanceRecorded',
    to: () => `/offertes/${quoteIn(c)}`,
    again: (problems) => quotePage(c, problems),
  }),
)

quotes.get('/offertes/:quote/akkoord/papier', async (c) => {
  const found = await act(c, 'quote.read', async (tx, permit) => {
    const [quote] = await quoteRows(tx, permit, { id: quoteIn(c) })
    if (!quote?.paper) return refuse(quoteTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
    await looked(tx, permit, [quote.member])
    return readFile(tx, permit, quote.paper)
  })
  return fileResponse(found)
})

quotes.get('/offertes/:quote/pdf', async (c) => {
  const document = await act(c, 'quote.read', async (tx, permit) => {
    const [quote] = await quoteRows(tx, permit, { id: quoteIn(c) })
    if (!quote?.document) return refuse(quoteTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
    await looked(tx, permit, [quote.member])
    return quote.document
  })
  const pdf = await quotePdf(document)
  return c.body(Buffer.from(pdf), 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${document.number}.pdf"` })
})

quotes.get('/offertes/:quote/aanpassen', (c) => formPage(c, null, quoteIn(c)))

quotes.post('/offertes/:quote/aanpassen', (c) =>
  change(c, 'quote.write', {
    form: TermsForm,
    run: async (tx, permit, form) => {
      const { member } = await quoteForChange(tx, permit, quoteIn(c))
      await reviseQuote(tx, permit, quoteIn(c), { customer: await customerOf(tx, permit, form, member), terms: termsIn(form) })
    },
    done: 'quoteSaved',
    to: () => `/offertes/${quoteIn(c)}`,
    again: (problems) => formPage(c, problems, quoteIn(c)),
  }),
)

quotes.post('/offertes/:quote/versturen', (c) =>
  change(c, 'quote.send', { run: (tx, permit) => sendQuote(tx, permit, quoteIn(c)), done: 'quoteSent', to: () => `/offertes/${quoteIn(c)}` }),
)

quotes.post('/offertes/:quote/intrekken', (c) =>
  change(c, 'quote.write', { run: (tx, permit) => withdrawQuote(tx, permit, quoteIn(c)), done: 'quoteWithdrawn', to: () => `/offertes/${quoteIn(c)}` }),
)

quotes.post('/offertes/:quote/delen/:part', (c) =>
  change(c, 'invoice.request', {
    run: (tx, permit) => askPart(tx, permit, quoteIn(c), Number(c.req.param('part')) - 1),
    done: 'invoiceRequested',
    to: (invoice) => `/facturen/${invoice}`,
  }),
)

quotes.post('/offertes/:quote/vragen/:question/antwoord', (c) =>
  change(c, 'quote.reply', {
    form: z.object({ answer: prose(1000) }),
    run: (tx, permit, form) => {
      const question = c.req.param('question')
      if (!isId(question)) refuse(quoteTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
      return replyToCustomer(tx, permit, quoteIn(c), question, form.answer)
    },
    done: 'customerAnswered',
    to: () => `/offertes/${quoteIn(c)}`,
  }),
)

quotes.route('/', answerPages)

/** The quote that an address names; what is no id is answered like an id that does not exist. */
function quoteIn(c: Context<Env>): QuoteId {
  const named = c.req.param('quote') ?? ''
  return isId(named) ? (named as QuoteId) : refuse(quoteTexts(c.var.language).refusals.missing, {}, { kind: 'missing' })
}
