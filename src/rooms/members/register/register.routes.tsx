import { Hono } from 'hono'
import { csvOf } from '#kit/csv.ts'
import { parseDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { act, type Env, show } from '#rooms/access'
import { cooperativeOf } from '#rooms/organisations'
import { nl } from './register.nl.ts'
import { type RegisterEntry, registerOn } from './register.ts'
import { RegisterSheetPage } from './register-sheet.tsx'

/** The register as a paper and as a file. */
export const routes = new Hono<Env>()

routes.get('/leden/register', async (c) => {
  const former = c.req.query('oud') === 'ja'
  const found = await act(c, 'register.show', async (tx, permit) => {
    const on = parseDay(c.req.query('op') ?? '') ?? permit.today
    return { on, entries: await registerOn(tx, permit, on, former), cooperative: (await cooperativeOf(tx, permit)).legalName }
  })
  if (c.req.query('vorm') === 'csv') {
    return c.body(csv(found.entries), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fill(nl.fileName, { day: found.on })}"`,
    })
  }
  return show(c, { title: nl.title, body: <RegisterSheetPage {...found} former={former} /> })
})

function csv(entries: readonly RegisterEntry[]): string {
  const { columns } = nl
  const head = [columns.number, columns.name, columns.class, columns.aspirantFrom, columns.memberFrom, columns.until]
  const rows = entries.flatMap(({ number, name, class: is, terms }) =>
    terms.map(({ aspirantFrom, memberFrom, until }) => [
      number === null ? '' : String(number),
      name,
      nl.classes[is],
      aspirantFrom ?? '',
      memberFrom ?? '',
      until ?? '',
    ]),
  )
  return csvOf([head, ...rows])
}
