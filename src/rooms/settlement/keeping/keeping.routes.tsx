import { type Context, Hono } from 'hono'
import { choice, type Problems, wholeNumber, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, scopeOf, show } from '#rooms/access'
import { nl } from './keeping.nl.ts'
import { keepPots, potKeeping } from './keeping.ts'
import { KeepingPage } from './keeping-page.tsx'

export const routes = new Hono<Env>()

const KeepForm = z.object({ year: wholeNumber(), kept: choice(['obligation', 'reserve']) })

routes.get('/organisatie/potten', (c) => showKeeping(c, null))

routes.post('/organisatie/potten', (c) =>
  change(c, 'pots.keep', {
    form: KeepForm,
    run: (tx, permit, form) => keepPots(tx, permit, form.year, form.kept),
    done: 'organisationSaved',
    to: () => '/organisatie/potten',
    again: (problems) => showKeeping(c, problems),
  }),
)

async function showKeeping(c: Context<Env>, problems: Problems | null) {
  const keeping = await act(c, 'month.see', potKeeping)
  const mayChoose = c.var.seat !== null && scopeOf('pots.keep', c.var.seat.role) !== null
  return show(c, { title: nl.title, body: <KeepingPage keeping={keeping} mayChoose={mayChoose} keys={formKeys(c)} problems={problems} /> })
}
