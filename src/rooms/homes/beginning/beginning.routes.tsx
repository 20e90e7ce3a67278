import { type Context, Hono } from 'hono'
import { anyAmount, optional, type Problems, wholeNumber, z } from '#kit/form.ts'
import { ZERO } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, organisationName, scopeOf, show } from '#rooms/access'
import { BeginningPage } from '../pages/beginning-page.tsx'
import { nl } from './beginning.nl.ts'
import { ACTIONS } from './beginning.rules.ts'
import { beginning, setFirstNumber } from './beginning.ts'

export const routes = new Hono<Env>()

const NumberForm = z.object({
  next: wholeNumber().refine((next) => next > 0, nl.refusals.nextPositive.what),
  sold: optional(anyAmount()),
})

routes.get('/beginnen', (c) => showBeginning(c, null))

routes.post('/beginnen/factuurnummer', (c) =>
  change(c, 'invoice.begin', {
    form: NumberForm,
    run: (tx, permit, { next, sold }) => setFirstNumber(tx, permit, next, sold ?? ZERO),
    done: 'firstNumberSet',
    to: () => '/beginnen',
    again: (problems) => showBeginning(c, problems),
  }),
)

async function showBeginning(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'beginning.see', async (tx, permit) => ({
    beginning: await beginning(tx, permit),
    organisation: (await organisationName(tx, permit.organisation)) ?? '',
  }))
  const role = c.var.seat?.role
  const mine = new Set(Object.values(ACTIONS).filter((action) => role && scopeOf(action, role)))
  return show(c, {
    title: fill(nl.title, { organisation: found.organisation }),
    body: <BeginningPage {...found} mine={mine} keys={formKeys(c)} problems={problems} />,
  })
}
