import { Hono } from 'hono'
import { act } from '../act.ts'
import type { Env } from '../env.ts'
import { show } from '../show.tsx'
import { ErrandPage, titleOf } from './errand-page.tsx'
import { errandOf } from './errands.ts'

/** Work in the background. */
export const routes = new Hono<Env>()

routes.get('/bezig/:errand', async (c) => {
  const errand = await act(c, 'errand.read', (tx, permit) => errandOf(tx, permit, c.req.param('errand')))
  const still = c.req.query('stil') === 'ja'
  // A header, for the page has no script: it works in every browser, and whoever does not want it stops it by a link.
  if (!errand.endedAt && !still) c.header('Refresh', '2')
  const { language } = c.var
  return show(c, { title: titleOf(errand, language), body: <ErrandPage errand={errand} still={still} language={language} /> })
})
