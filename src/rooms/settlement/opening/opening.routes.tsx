import { type Context, Hono } from 'hono'
import { today } from '#kit/clock.ts'
import { csvOf } from '#kit/csv.ts'
import { dayField, file, optionalText, type Problems, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, scopeOf, show } from '#rooms/access'
import { nl } from './opening.nl.ts'
import { bookOpening, bringOpening, openingView } from './opening.ts'
import { OpeningPage } from './pages/opening-page.tsx'

export const routes = new Hono<Env>()

const BringForm = z.object({ on: dayField(), file: file(), lines: optionalText(200_000) })

routes.get('/beginstand', (c) => showOpening(c, null))

/** An example with the members of this cooperative, so that only amounts have to be filled in. */
routes.get('/beginstand/voorbeeld', async (c) => {
  const { members } = await act(c, 'opening.book', openingView)
  const rows = [
    [...nl.columns],
    ...Object.keys(nl.accounts)
      .filter((name) => !['kas bij lid', 'voorgeschoten door lid', 'uit te betalen aan lid'].includes(name))
      .map((name) => ['rekening', '', name, '', '', '', '0,00', '']),
    ...members.flatMap(({ name }) => Object.keys(nl.pots).map((pot) => ['pot', name, pot, '', '', '', '0,00', ''])),
    ['volgend nummer', '', '', '1', '', '', '', ''],
  ].map((row) => [...row, ...nl.columns.slice(row.length).map(() => '')])
  return c.body(csvOf(rows), 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${nl.exampleName}"` })
})

routes.post('/beginstand', (c) =>
  change(c, 'opening.book', {
    form: BringForm,
    run: async (tx, permit, form) => bringOpening(tx, permit, form.on, form.file ? await form.file.text() : (form.lines ?? '')),
    done: 'openingBrought',
    to: () => '/beginstand',
    again: (problems) => showOpening(c, problems),
  }),
)

routes.post('/beginstand/boeking', (c) =>
  change(c, 'opening.book', {
    run: (tx, permit) => bookOpening(tx, permit),
    done: 'openingBooked',
    to: () => '/beginstand',
    again: (problems) => showOpening(c, problems),
  }),
)

async function showOpening(c: Context<Env>, problems: Problems | null) {
  const view = await act(c, 'opening.book', openingView)
  const mayReadLedger = c.var.seat !== null && scopeOf('ledger.read', c.var.seat.role) !== null
  const facts = { view, today: today(c.var.world.clock), keys: formKeys(c), problems, mayReadLedger }
  return show(c, { title: nl.title, body: <OpeningPage {...facts} /> })
}
