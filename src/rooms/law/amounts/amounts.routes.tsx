import { type Context, Hono } from 'hono'
import { choice, dayField, optional, optionalProse, type Problems, prose, text, z } from '#kit/form.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, scopeOf, show } from '#rooms/access'
import { nl } from './amounts.nl.ts'
import { AMOUNT_CODES } from './amounts.rules.ts'
import { amountsShown, amountToDecide, decideAmount, enterAmount } from './amounts.ts'
import { readValue, unitOf } from './entry.rules.ts'
import { AmountsPage } from './pages/amounts-page.tsx'
import { DecidePage, EnterPage } from './pages/entry-pages.tsx'

/** The amounts of the law: everybody reads, the network writes with two pairs of eyes. */
export const amountRoutes = new Hono<Env>()

const EntryForm = z.object({
  code: choice(AMOUNT_CODES),
  value: text(20),
  from: dayField(),
  until: optional(dayField()),
  article: text(120),
  source: prose(300),
  doubt: optionalProse(300),
})
const RejectForm = z.object({ reason: prose(500) })

amountRoutes.get('/wet', async (c) => {
  const found = await act(c, 'amount.read', amountsShown)
  const mayEnter = c.var.seat !== null && scopeOf('amount.enter', c.var.seat.role) !== null
  const mayRead = c.var.seat !== null && scopeOf('reading.set', c.var.seat.role) !== null
  return show(c, { title: nl.title, body: <AmountsPage {...found} mayEnter={mayEnter} mayRead={mayRead} /> })
})

amountRoutes.get('/wet/nieuw', (c) => showEntry(c, null))

amountRoutes.post('/wet/nieuw', (c) =>
  change(c, 'amount.enter', {
    form: EntryForm,
    run: (tx, permit, { value, ...form }) =>
      enterAmount(tx, permit, { ...form, value: readValue(unitOf(form.code), value) ?? refuse(nl.refusals.notThisValue, {}, { field: 'value' }) }),
    done: 'amountEntered',
    to: (id) => `/wet/voorstellen/${id}`,
    again: (problems) => showEntry(c, problems),
  }),
)

amountRoutes.get('/wet/voorstellen/:entry', (c) => showDecision(c, null))

amountRoutes.post('/wet/voorstellen/:entry/bevestiging', (c) =>
  change(c, 'amount.decide', {
    run: (tx, permit) => decideAmount(tx, permit, c.req.param('entry'), null),
    done: 'amountConfirmed',
    to: () => '/wet',
  }),
)

amountRoutes.post('/wet/voorstellen/:entry/afwijzing', (c) =>
  change(c, 'amount.decide', {
    form: RejectForm,
    run: (tx, permit, { reason }) => decideAmount(tx, permit, c.req.param('entry'), reason),
    done: 'amountRejected',
    to: () => '/wet',
    again: (problems) => showDecision(c, problems),
  }),
)

async function showEntry(c: Context<Env>, problems: Problems | null) {
  await act(c, 'amount.enter', async () => {})
  return show(c, { title: nl.form.title, body: <EnterPage keys={formKeys(c)} problems={problems} /> })
}

async function showDecision(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'amount.decide', (tx, permit) => amountToDecide(tx, permit, c.req.param('entry') ?? ''))
  return show(c, { title: nl.decide.title, body: <DecidePage {...found} keys={formKeys(c)} rejectKeys={formKeys(c)} problems={problems} /> })
}
