import { type Context, Hono } from 'hono'
import { type Problems, prose, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { nl } from './marking.nl.ts'
import { confirmLent, lentOverseen, libraryOverseen, markModel, unmarkModel } from './marking.ts'
import { LentOverseenPage, LibraryOverseenPage } from './marking-pages.tsx'

/** How the network keeps the library: what is a model and why, and what must be looked at again. */
export const markingRoutes = new Hono<Env>()

type C = Context<Env>

const Why = z.object({ why: prose(600) })
const addressOf = (slug: string) => `/netwerk/afspraken/${slug}`

markingRoutes.get('/netwerk/afspraken', async (c) => {
  const found = await act(c, 'lending.mark', async (tx, permit) => ({ rows: await libraryOverseen(tx, permit), today: permit.today }))
  return show(c, { title: nl.title, body: <LibraryOverseenPage {...found} /> })
})

markingRoutes.get('/netwerk/afspraken/:slug', (c) => showOverseen(c, null))

markingRoutes.post('/netwerk/afspraken/:slug/model', (c) =>
  change(c, 'lending.mark', {
    form: Why,
    run: (tx, permit, { why }) => markModel(tx, permit, c.req.param('slug'), why),
    done: 'lendingMarked',
    to: () => addressOf(c.req.param('slug')),
    again: (problems) => showOverseen(c, problems),
  }),
)

markingRoutes.post('/netwerk/afspraken/:slug/model/einde', (c) =>
  change(c, 'lending.mark', {
    form: Why,
    run: (tx, permit, { why }) => unmarkModel(tx, permit, c.req.param('slug'), why),
    done: 'lendingUnmarked',
    to: () => addressOf(c.req.param('slug')),
    again: (problems) => showOverseen(c, problems),
  }),
)

markingRoutes.post('/netwerk/afspraken/:slug/nagekeken', (c) =>
  change(c, 'lending.mark', {
    run: (tx, permit) => confirmLent(tx, permit, c.req.param('slug')),
    done: 'lendingConfirmed',
    to: () => addressOf(c.req.param('slug')),
  }),
)

async function showOverseen(c: C, problems: Problems | null) {
  const lent = await act(c, 'lending.mark', (tx, permit) => lentOverseen(tx, permit, c.req.param('slug') ?? ''))
  return show(c, { title: lent.title, body: <LentOverseenPage lent={lent} keys={() => formKeys(c)} problems={problems} /> })
}
