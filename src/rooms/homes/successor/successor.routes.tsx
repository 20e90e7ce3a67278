import { type Context, Hono } from 'hono'
import { type Problems, prose, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, scopeOf, show } from '#rooms/access'
import { successor as words } from './successor.nl.ts'
import { succession, writeNote } from './successor.ts'
import { SuccessorPage } from './successor-page.tsx'

/** What the next treasurer must know. */
export const routes = new Hono<Env>()

routes.get('/boeken/overdracht', (c) => showSuccession(c, null))

routes.post('/boeken/overdracht', (c) =>
  change(c, 'successor.write', {
    form: z.object({ note: prose(4000) }),
    run: (tx, permit, { note }) => writeNote(tx, permit, note),
    done: 'successorNoted',
    to: () => '/boeken/overdracht',
    again: (problems) => showSuccession(c, problems),
  }),
)

async function showSuccession(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'successor.read', (tx, permit) => succession(tx, permit))
  const mayWrite = c.var.seat !== null && scopeOf('successor.write', c.var.seat.role) !== null
  return show(c, { title: words.title, body: <SuccessorPage found={found} mayWrite={mayWrite} keys={formKeys(c)} problems={problems} /> })
}
