import { type Context, Hono } from 'hono'
import { csvOf } from '#kit/csv.ts'
import { fill } from '#kit/text.ts'
import { act, type Env, show } from '#rooms/access'
import { nl } from './totals.nl.ts'
import { totals } from './totals.ts'
import { TotalsPage, totalsRows } from './totals-page.tsx'

export const routes = new Hono<Env>()

routes.get('/totalen', async (c) => show(c, { title: nl.title, body: <TotalsPage totals={await totalsAsked(c)} /> }))

routes.get('/totalen/csv', async (c) => {
  const { shown } = await totalsAsked(c)
  const name = fill(nl.file, { quarter: shown?.quarter.first ?? '' })
  return c.body(csvOf(shown ? totalsRows(shown) : []), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  })
})

function totalsAsked(c: Context<Env>) {
  return act(c, 'totals.read', (tx, permit) => totals(tx, permit, c.req.query('kwartaal') ?? null))
}
