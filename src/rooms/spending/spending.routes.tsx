import { type Context, Hono } from 'hono'
import { fileResponse, readFile, storeFile } from '#kit/files.ts'
import { amount, choice, dayField, file, optional, optionalProse, optionalText, type Problems, prose, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, type MemberId, scopeOf, show } from '#rooms/access'
import { memberNames } from '#rooms/members'
import { COST_KINDS } from '#rooms/organisations'
import { askToSpend, bookPurchase, decideSpending, potsOf, requestById, requestsInReach, takeBackSpending } from './budgets.ts'
import { NewReceiptPage } from './pages/new-receipt-page.tsx'
import { NewRequestPage } from './pages/new-request-page.tsx'
import { ReceiptPage } from './pages/receipt-page.tsx'
import { ReceiptsPage } from './pages/receipts-page.tsx'
import { RequestPage } from './pages/request-page.tsx'
import { RequestsPage } from './pages/requests-page.tsx'
import { answerReceipt, judgeReceipt, judgeView, receiptById, receiptsInReach, sendReceipt } from './receipts.ts'
import { en } from './spending.en.ts'
import { nl } from './spending.nl.ts'
import { OUTCOMES, PAID_BY, POTS } from './spending.rules.ts'
import type { CostId, SpendingRequestId } from './spending.types.ts'

export const routes = new Hono<Env>()

const wordsOf = (c: Context<Env>) => (c.var.language === 'en' ? en : nl)
const may = (c: Context<Env>, action: Parameters<typeof scopeOf>[0]) => c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null

const ReceiptForm = z.object({
  what: prose(120),
  gross: amount(),
  vat: optional(amount()),
  boughtOn: dayField(),
  kind: choice(COST_KINDS),
  paidBy: choice(PAID_BY),
  member: optionalText(36),
  photo: file(),
})
const JudgementForm = z.object({
  outcome: choice(OUTCOMES),
  reason: optionalProse(500),
  kind: choice(COST_KINDS),
  paidBy: choice(PAID_BY),
  vatDeductible: optional(z.union([amount(), z.unknown().transform(() => ZERO)])),
})
const RequestForm = z.object({ pot: choice(POTS), what: prose(120), why: optionalProse(500), cents: amount(), member: optionalText(36) })
const DecisionForm = z.object({ outcome: choice(['approved', 'refused']), reason: optionalProse(500) })
const PurchaseForm = z.object({ gross: amount(), vat: optional(amount()), boughtOn: dayField(), paidBy: choice(['bank', 'cash', 'member']), photo: file() })

async function keep(tx: Parameters<typeof storeFile>[0], permit: Parameters<typeof storeFile>[1], photo: File | null): Promise<string | null> {
  return photo ? storeFile(tx, permit, { name: photo.name, type: photo.type, bytes: new Uint8Array(await photo.arrayBuffer()) }) : null
}

/** The member a form is about: oneself, or the one that was chosen. */
function memberOf(c: Context<Env>, chosen: string | null): MemberId {
  if (c.var.seat?.role === 'member' || !chosen) return c.var.person?.id ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
  return isId(chosen) ? (chosen as MemberId) : refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

routes.get('/bonnen', async (c) => {
  const found = await act(c, 'receipt.read', async (tx, permit) => ({ receipts: await receiptsInReach(tx, permit), names: await memberNames(tx, permit) }))
  const words = wordsOf(c)
  return show(c, {
    title: words.receipts.title,
    body: <ReceiptsPage words={words} {...found} office={c.var.seat?.role !== 'member'} maySend={may(c, 'receipt.send')} language={c.var.language} />,
  })
})

async function newReceipt(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'receipt.send', async (tx, permit) => ({
    today: permit.today,
    names: permit.role === 'member' ? null : await memberNames(tx, permit),
  }))
  const words = wordsOf(c)
  return show(c, { title: words.newReceipt.title, body: <NewReceiptPage words={words} keys={formKeys(c)} problems={problems} {...found} /> })
}

routes.get('/bonnen/nieuw', (c) => newReceipt(c, null))

routes.post('/bonnen', (c) =>
  change(c, 'receipt.send', {
    form: ReceiptForm,
    run: async (tx, permit, form) => {
      const words = wordsOf(c).newReceipt
      const unsure = [...(form.vat === null ? [words.vatUnsure] : []), ...(form.paidBy === 'unknown' ? [words.payerUnsure] : [])]
      const { photo, member, ...facts } = form
      return sendReceipt(tx, permit, { ...facts, member: memberOf(c, member), vat: form.vat ?? ZERO, unsure, file: await keep(tx, permit, photo) })
    },
    to: (id) => `/bonnen/${id}`,
    again: (problems) => newReceipt(c, problems),
  }),
)

async function receiptPage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'receipt.read', async (tx, permit) => {
    const receipt = await receiptById(tx, permit, idIn<CostId>(c))
    return { receipt, judging: await judgeView(tx, permit, receipt), names: await memberNames(tx, permit) }
  })
  const words = wordsOf(c)
  return show(c, {
    title: found.receipt.what,
    body: (
      <ReceiptPage
        words={words}
        {...found}
        keys={formKeys(c)}
        problems={problems}
        language={c.var.language}
        mayJudge={may(c, 'receipt.judge') && found.judging.may}
        mayAnswer={may(c, 'receipt.answer')}
        own={found.receipt.member === c.var.person?.id}
      />
    ),
  })
}

routes.get('/bonnen/:id', (c) => receiptPage(c, null))

routes.get('/bonnen/:id/foto', async (c) => {
  const photo = await act(c, 'receipt.read', async (tx, permit) => {
    const receipt = await receiptById(tx, permit, idIn<CostId>(c))
    return receipt.file ? readFile(tx, permit, receipt.file) : refuse(nl.refusals.missing, {}, { kind: 'missing' })
  })
  return fileResponse(photo)
})

routes.post('/bonnen/:id/oordeel', (c) =>
  change(c, 'receipt.judge', {
    form: JudgementForm,
    run: (tx, permit, form) => judgeReceipt(tx, permit, idIn<CostId>(c), form),
    to: () => `/bonnen/${c.req.param('id')}`,
    again: (problems) => receiptPage(c, problems),
  }),
)

routes.post('/bonnen/:id/antwoord', (c) =>
  change(c, 'receipt.answer', {
    form: z.object({ answer: prose(1000) }),
    run: (tx, permit, form) => answerReceipt(tx, permit, idIn<CostId>(c), form.answer),
    to: () => `/bonnen/${c.req.param('id')}`,
    again: (problems) => receiptPage(c, problems),
  }),
)

routes.get('/bestedingen', async (c) => {
  const found = await act(c, 'spending.read', async (tx, permit) => ({ requests: await requestsInReach(tx, permit), names: await memberNames(tx, permit) }))
  const words = wordsOf(c)
  return show(c, {
    title: words.requests.title,
    body: <RequestsPage words={words} {...found} office={c.var.seat?.role !== 'member'} mayAsk={may(c, 'spending.ask')} language={c.var.language} />,
  })
})

async function newRequest(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'spending.ask', async (tx, permit) => {
    const own = permit.role === 'member' && permit.person
    return { pots: own ? await potsOf(tx, permit, own) : null, names: own ? null : await memberNames(tx, permit) }
  })
  const words = wordsOf(c)
  return show(c, { title: words.requests.add, body: <NewRequestPage words={words} keys={formKeys(c)} problems={problems} {...found} /> })
}

routes.get('/bestedingen/nieuw', (c) => newRequest(c, null))

routes.post('/bestedingen', (c) =>
  change(c, 'spending.ask', {
    form: RequestForm,
    run: (tx, permit, { member, ...facts }) => askToSpend(tx, permit, { ...facts, member: memberOf(c, member) }),
    to: (id) => `/bestedingen/${id}`,
    again: (problems) => newRequest(c, problems),
  }),
)

async function requestPage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'spending.read', async (tx, permit) => {
    const request = await requestById(tx, permit, idIn<SpendingRequestId>(c))
    return { request, pots: await potsOf(tx, permit, request.member), names: await memberNames(tx, permit), today: permit.today }
  })
  const words = wordsOf(c)
  const own = found.request.member === c.var.person?.id
  return show(c, {
    title: found.request.what,
    body: (
      <RequestPage
        words={words}
        {...found}
        keys={formKeys(c)}
        problems={problems}
        language={c.var.language}
        own={own}
        mayDecide={may(c, 'spending.decide') && !own && found.request.askedBy !== c.var.person?.id}
        mayTakeBack={may(c, 'spending.ask') && own}
        mayBook={may(c, 'spending.book')}
      />
    ),
  })
}

routes.get('/bestedingen/:id', (c) => requestPage(c, null))

routes.post('/bestedingen/:id/besluit', (c) =>
  change(c, 'spending.decide', {
    form: DecisionForm,
    run: (tx, permit, form) => decideSpending(tx, permit, idIn<SpendingRequestId>(c), form),
    to: () => `/bestedingen/${c.req.param('id')}`,
    again: (problems) => requestPage(c, problems),
  }),
)

routes.post('/bestedingen/:id/intrekking', (c) =>
  change(c, 'spending.ask', {
    run: (tx, permit) => takeBackSpending(tx, permit, idIn<SpendingRequestId>(c)),
    to: () => `/bestedingen/${c.req.param('id')}`,
    again: (problems) => requestPage(c, problems),
  }),
)

routes.post('/bestedingen/:id/aankoop', (c) =>
  change(c, 'spending.book', {
    form: PurchaseForm,
    run: async (tx, permit, { photo, ...form }) =>
      bookPurchase(tx, permit, idIn<SpendingRequestId>(c), { ...form, vat: form.vat ?? ZERO, file: await keep(tx, permit, photo) }),
    to: () => `/bestedingen/${c.req.param('id')}`,
    again: (problems) => requestPage(c, problems),
  }),
)

/** The id in the address; something else answers like an id that does not exist. */
function idIn<Id extends string>(c: Context<Env>): Id {
  const id = c.req.param('id') ?? ''
  return isId(id) ? (id as Id) : refuse(nl.refusals.missing, {}, { kind: 'missing' })
}
