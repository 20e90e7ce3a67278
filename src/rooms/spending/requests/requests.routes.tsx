import { type Context, Hono } from 'hono'
import { findMonth, type Month, monthAfter, monthOf } from '#kit/day.ts'
import {
  amount,
  amountFromZero,
  choice,
  dayField,
  file,
  formTexts,
  optional,
  optionalProse,
  optionalText,
  type Problems,
  prose,
  text,
  wholeNumber,
  z,
} from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { ZERO } from '#kit/money.ts'
import { act, change, type Env, formKeys, looked, type MemberId, show } from '#rooms/access'
import { memberNames } from '#rooms/members'
import { idIn, keep, may, memberOf, wordsOf } from '../forms.ts'
import { promiseTexts } from '../promises/promises.en.ts'
import { potsNl } from '../promises/promises.nl.ts'
import { promiseOf, replan } from '../promises/promises.ts'
import { BOOKED_AS, POTS } from '../spending.rules.ts'
import type { SpendingRequestId } from '../spending.types.ts'
import { NewRequestPage } from './new-request-page.tsx'
import { potsOf, potsOfAll } from './pots.ts'
import { PotsPage } from './pots-page.tsx'
import { bookPurchase, undoPurchase } from './purchases.ts'
import { RequestPage } from './request-page.tsx'
import { askToSpend, cancelSpending, decideSpending, requestById, requestsInReach, takeBackSpending } from './requests.ts'
import { RequestsPage } from './requests-page.tsx'

export const requests = new Hono<Env>()

const monthField = text(7).transform((value, context): Month => {
  const found = findMonth(value)
  if (!found) context.addIssue({ code: 'custom', message: formTexts.choose })
  return found ?? z.NEVER
})

const RequestForm = z.object({
  pot: choice([...POTS, 'unknown']).transform((pot) => (pot === 'unknown' ? null : pot)),
  what: prose(120),
  why: optionalProse(500),
  cents: optional(amount()),
  parts: optional(wholeNumber()),
  member: optionalText(36),
})
const DecisionForm = z.object({
  outcome: choice(['approved', 'inParts', 'refused']),
  parts: optional(wholeNumber()),
  first: optional(monthField),
  reason: optionalProse(500),
  pot: optional(choice(POTS)),
  cents: optional(amount()),
})
const PlanForm = z.object({ reason: prose(500), parts: wholeNumber(), first: monthField })
const PurchaseForm = z.object({
  gross: amount(),
  vat: optional(amountFromZero()),
  boughtOn: dayField(),
  paidBy: choice(['bank', 'cash', 'member']),
  as: optional(choice(BOOKED_AS)).transform((as) => as ?? 'cost'),
  item: optionalProse(120),
  usedBy: optionalText(36).transform((id) => (id && isId(id) ? (id as MemberId) : null)),
  photo: file(),
})
const ReasonForm = z.object({ reason: prose(500) })

requests.get('/bestedingen', async (c) => {
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
  return show(c, {
    title: words.requests.add,
    body: <NewRequestPage words={words} promises={promiseTexts[c.var.language]} keys={formKeys(c)} problems={problems} {...found} />,
  })
}

requests.get('/bestedingen/nieuw', (c) => newRequest(c, null))

requests.post('/bestedingen', (c) =>
  change(c, 'spending.ask', {
    form: RequestForm,
    run: (tx, permit, { member, ...facts }) => askToSpend(tx, permit, { ...facts, member: memberOf(c, member) }),
    done: c.var.seat?.role === 'member' ? 'spendingAsked' : 'spendingBrought',
    to: (id) => `/bestedingen/${id}`,
    again: (problems) => newRequest(c, problems),
  }),
)

requests.get('/bestedingen/potten', async (c) => {
  const found = await act(c, 'spending.decide', async (tx, permit) => ({ pots: await potsOfAll(tx, permit), names: await memberNames(tx, permit) }))
  return show(c, { title: potsNl.title, body: <PotsPage {...found} /> })
})

async function requestPage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'spending.read', async (tx, permit) => {
    const request = await requestById(tx, permit, idIn<SpendingRequestId>(c))
    await looked(tx, permit, [request.member])
    return {
      request,
      instalments: request.instalment ? [] : await promiseOf(tx, permit, request.id),
      pots: await potsOf(tx, permit, request.member),
      names: await memberNames(tx, permit),
      today: permit.today,
    }
  })
  const own = found.request.member === c.var.person?.id
  return show(c, {
    title: found.request.what,
    body: (
      <RequestPage
        words={wordsOf(c)}
        promises={promiseTexts[c.var.language]}
        {...found}
        keys={formKeys(c)}
        problems={problems}
        language={c.var.language}
        own={own}
        mayDecide={may(c, 'spending.decide') && !own && found.request.askedBy !== c.var.person?.id}
        mayTakeBack={may(c, 'spending.ask') && found.request.instalment === null}
        mayBook={may(c, 'spending.book')}
        mayUndo={may(c, 'spending.undo') && !own}
        mayCancel={may(c, 'spending.cancel') && found.request.instalment === null}
        mayRegister={may(c, 'equipment.register')}
        mayReplan={may(c, 'spending.replan') && !own}
      />
    ),
  })
}

requests.get('/bestedingen/:id', (c) => requestPage(c, null))

const pageOf = (c: Context<Env>) => `/bestedingen/${c.req.param('id')}`

requests.post('/bestedingen/:id/besluit', (c) =>
  change(c, 'spending.decide', {
    form: DecisionForm,
    run: (tx, permit, { outcome, parts, first, ...form }) =>
      decideSpending(tx, permit, idIn<SpendingRequestId>(c), {
        ...form,
        outcome: outcome === 'refused' ? 'refused' : 'approved',
        plan: outcome === 'inParts' ? { parts: parts ?? 0, first: first ?? monthAfter(monthOf(permit.today)) } : null,
      }),
    done: ({ outcome }) => (outcome === 'refused' ? 'spendingRejected' : outcome === 'inParts' ? 'spendingPromised' : 'spendingApproved'),
    to: () => pageOf(c),
    again: (problems) => requestPage(c, problems),
  }),
)

requests.post('/bestedingen/:id/intrekking', (c) =>
  change(c, 'spending.ask', {
    run: (tx, permit) => takeBackSpending(tx, permit, idIn<SpendingRequestId>(c)),
    done: 'spendingTakenBack',
    to: () => pageOf(c),
    again: (problems) => requestPage(c, problems),
  }),
)

requests.post('/bestedingen/:id/vervallen', (c) =>
  change(c, 'spending.cancel', {
    form: ReasonForm,
    run: (tx, permit, form) => cancelSpending(tx, permit, idIn<SpendingRequestId>(c), form.reason),
    done: 'spendingCancelled',
    to: () => pageOf(c),
    again: (problems) => requestPage(c, problems),
  }),
)

requests.post('/bestedingen/:id/termijnen', (c) =>
  change(c, 'spending.replan', {
    form: PlanForm,
    run: (tx, permit, { reason, ...plan }) => replan(tx, permit, idIn<SpendingRequestId>(c), plan, reason),
    done: 'spendingReplanned',
    to: () => pageOf(c),
    again: (problems) => requestPage(c, problems),
  }),
)

requests.post('/bestedingen/:id/aankoop', (c) =>
  change(c, 'spending.book', {
    form: PurchaseForm,
    run: async (tx, permit, { photo, ...form }) =>
      bookPurchase(tx, permit, idIn<SpendingRequestId>(c), { ...form, vat: form.vat ?? ZERO, file: await keep(tx, permit, photo) }),
    done: 'purchaseBooked',
    to: () => pageOf(c),
    again: (problems) => requestPage(c, problems),
  }),
)

requests.post('/bestedingen/:id/aankoop/terugdraaiing', (c) =>
  change(c, 'spending.undo', {
    form: ReasonForm,
    run: (tx, permit, form) => undoPurchase(tx, permit, idIn<SpendingRequestId>(c), form.reason),
    done: 'purchaseUndone',
    to: () => pageOf(c),
    again: (problems) => requestPage(c, problems),
  }),
)
