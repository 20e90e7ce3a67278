import { type Context, Hono } from 'hono'
import { choice, dayField, type Problems, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, scopeOf, show } from '#rooms/access'
import { cooperativeOf, keepTips } from '../organisations.ts'
import { TIP_OWNERS } from '../organisations.types.ts'
import { nl } from './tips.nl.ts'
import { TipsPage } from './tips-page.tsx'

/** Whose tips are, as a dated choice of the cooperative. */
export const tipsRoutes = new Hono<Env>()

const TipsForm = z.object({ from: dayField(), to: choice(TIP_OWNERS) })

tipsRoutes.get('/organisatie/fooi', (c) => showTips(c, null))

tipsRoutes.post('/organisatie/fooi', (c) =>
  change(c, 'tips.keep', {
    form: TipsForm,
    run: (tx, permit, form) => keepTips(tx, permit, form.from, form.to),
    done: 'organisationSaved',
    to: () => '/organisatie/fooi',
    again: (problems) => showTips(c, problems),
  }),
)

async function showTips(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'organisation.read', async (tx, permit) => ({ settings: (await cooperativeOf(tx, permit)).settings, today: permit.today }))
  const mayChoose = c.var.seat !== null && scopeOf('tips.keep', c.var.seat.role) !== null
  return show(c, { title: nl.title, body: <TipsPage {...found} mayChoose={mayChoose} keys={formKeys(c)} problems={problems} /> })
}
