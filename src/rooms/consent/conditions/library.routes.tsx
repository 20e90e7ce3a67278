import { type Context, Hono } from 'hono'
import { amount, choice, dayField, many, optional, type Problems, prose, ticked, wholeNumber, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, scopeOf, show } from '#rooms/access'
import { COST_KINDS } from '#rooms/organisations'
import { STATEMENT_RHYTHMS } from '../consent.rules.ts'
import { WATCH_KINDS } from '../events/events.rules.ts'
import { library as words } from './library.nl.ts'
import { watchSettingOn } from './library.sql.ts'
import { acceptCosts, changeCondition, conditionLibrary, conditionVersions, endCondition, writeCondition } from './library.ts'
import { ConditionPage, LibraryPage, NewConditionPage } from './library-pages.tsx'

/** Where the policy adviser keeps the list of conditions, and what the municipality accepts. */
export const routes = new Hono<Env>()

type C = Context<Env>

/** Every kind of condition that can be written in the list. */
export const CONDITION_KINDS = ['words', ...WATCH_KINDS] as const

const ConditionForm = z.object({
  kind: choice(CONDITION_KINDS),
  words: prose(500),
  hours: optional(wholeNumber()),
  amount: optional(amount()),
  per: optional(choice(['month', 'year'])),
  costKinds: many(choice(COST_KINDS)),
  payOut: optional(choice(['yes', 'no'])),
  rhythm: optional(choice(STATEMENT_RHYTHMS)),
  until: optional(dayField()),
  warn: optional(wholeNumber()),
  customary: ticked(),
})
const AcceptedForm = z.object({ from: dayField(), kinds: many(choice(COST_KINDS)) })

routes.get('/voorwaarden', (c) => showLibrary(c, null))

routes.get('/voorwaarden/nieuw', (c) => showNew(c, null))

routes.post('/voorwaarden', (c) =>
  change(c, 'condition.keep', {
    form: ConditionForm,
    run: writeCondition,
    done: 'conditionWritten',
    to: () => '/voorwaarden',
    again: (problems) => showNew(c, problems),
  }),
)

routes.post('/voorwaarden/kosten', (c) =>
  change(c, 'condition.keep', {
    form: AcceptedForm,
    run: (tx, permit, { from, kinds }) => acceptCosts(tx, permit, from, kinds),
    done: 'costsAccepted',
    to: () => '/voorwaarden',
    again: (problems) => showLibrary(c, problems),
  }),
)

routes.get('/voorwaarden/teksten/:condition', (c) => showCondition(c, null))

routes.post('/voorwaarden/teksten/:condition', (c) => {
  const id = conditionIn(c)
  return change(c, 'condition.keep', {
    form: ConditionForm,
    run: (tx, permit, form) => changeCondition(tx, permit, id, form),
    done: 'conditionChanged',
    to: () => `/voorwaarden/teksten/${id}`,
    again: (problems) => showCondition(c, problems),
  })
})

routes.post('/voorwaarden/teksten/:condition/einde', (c) => {
  const id = conditionIn(c)
  return change(c, 'condition.keep', { run: (tx, permit) => endCondition(tx, permit, id), done: 'conditionEnded', to: () => '/voorwaarden' })
})

async function showLibrary(c: C, problems: Problems | null) {
  const found = await act(c, 'condition.read', conditionLibrary)
  return show(c, { title: words.title, body: <LibraryPage {...found} keeps={keeps(c)} keys={formKeys(c)} problems={problems} /> })
}

async function showNew(c: C, problems: Problems | null) {
  const usual = await act(c, 'condition.keep', (tx, permit) => watchSettingOn(tx, permit.today))
  const asked = problems ? problems.typed.kind : c.req.query('soort')
  const kind = CONDITION_KINDS.find((each) => each === asked) ?? null
  const title = kind ? fill(words.new.formTitle, { kind: words.kinds[kind].toLowerCase() }) : words.new.title
  return show(c, { title, body: <NewConditionPage kind={kind} usual={usual} title={title} keys={formKeys(c)} problems={problems} /> })
}

async function showCondition(c: C, problems: Problems | null) {
  const found = await act(c, 'condition.read', async (tx, permit) => ({
    versions: await conditionVersions(tx, permit, conditionIn(c)),
    usual: await watchSettingOn(tx, permit.today),
  }))
  return show(c, { title: words.one.title, body: <ConditionPage {...found} keeps={keeps(c)} keys={() => formKeys(c)} problems={problems} /> })
}

function keeps(c: C): boolean {
  return c.var.seat !== null && scopeOf('condition.keep', c.var.seat.role) !== null
}

function conditionIn(c: C): string {
  const id = c.req.param('condition') ?? ''
  return isId(id) ? id : refuse(words.refusals.gone, {}, { kind: 'missing' })
}
