import { Hono } from 'hono'
import { act, type Env, show } from '#rooms/access'
import { funderFigures } from './figures.ts'
import { routes as national } from './national/national.routes.tsx'
import { nl } from './outcomes.nl.ts'
import { FiguresPage } from './pages/figures-page.tsx'
import { routes as totals } from './totals/totals.routes.tsx'

export const routes = new Hono<Env>()

routes.route('/', totals)
routes.route('/', national)

routes.get('/financiers', async (c) => {
  const asked = c.req.query('jaar') ?? ''
  const figures = await act(c, 'figures.read', (tx, permit) => funderFigures(tx, permit, /^\d{4}$/.test(asked) ? Number(asked) : null))
  return show(c, { title: nl.title, body: <FiguresPage figures={figures} /> })
})
