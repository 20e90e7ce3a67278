import { type Context, Hono } from 'hono'
import { dayField, many, optionalProse, optionalText, type Problems, text, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change } from '../act.ts'
import type { Env } from '../env.ts'
import { HandingPage } from '../pages/handing-page.tsx'
import type { PersonId } from '../permit.ts'
import { formKeys, show } from '../show.tsx'
import { handingTexts } from './handing.en.ts'
import { handingView, handOver } from './handing.ts'
import { undoHanding } from './undoing.ts'

/** Who supports whom, and handing over. */
export const routes = new Hono<Env>()

routes.get('/overdracht', (c) => showHanding(c, null))

routes.post('/overdracht', (c) =>
  change(c, 'relation.handOver', {
    form: z.object({ people: many(text(40)), to: optionalText(40), on: dayField(), note: optionalProse(1000) }),
    run: (tx, permit, { people, to, on, note }) =>
      handOver(
        tx,
        permit,
        people.map((each) => known(c, each)),
        to ? known(c, to) : null,
        on,
        note,
      ),
    done: 'handedOver',
    to: () => '/overdracht',
    again: (problems) => showHanding(c, problems),
  }),
)

routes.post('/overdracht/:handing/ongedaan', (c) =>
  change(c, 'relation.handOver', {
    run: (tx, permit) => undoHanding(tx, permit, known(c, c.req.param('handing'))),
    done: 'handingUndone',
    to: () => '/overdracht',
  }),
)

async function showHanding(c: Context<Env>, problems: Problems | null): Promise<Response> {
  const view = await act(c, 'relation.handOver', handingView)
  const title = handingTexts(c.var.language)[view.kind === 'coach' ? 'cooperative' : 'municipality'].title
  return show(c, {
    title,
    body: <HandingPage view={view} language={c.var.language} chosen={c.req.query('wie') ?? null} keys={formKeys(c)} problems={problems} />,
  })
}

function known(c: Context<Env>, id: string): PersonId {
  return isId(id) ? (id as PersonId) : refuse(handingTexts(c.var.language).refusals.notYours, {}, { field: 'people' })
}
