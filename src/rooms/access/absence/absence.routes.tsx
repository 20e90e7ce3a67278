import { type Context, Hono } from 'hono'
import { dayField, optionalProse, type Problems, text, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change } from '../act.ts'
import type { Env } from '../env.ts'
import type { PersonId } from '../permit.ts'
import { formKeys, show } from '../show.tsx'
import { nl } from './absence.nl.ts'
import { absenceView, beAway, beBack } from './absence.ts'
import { AbsencePage } from './absence-page.tsx'

/** Being away, and who stands in. */
export const routes = new Hono<Env>()

const AbsenceForm = z.object({ from: dayField(), until: dayField(), deputy: text(36), note: optionalProse(1000) })

routes.get('/afwezig', (c) => absencePage(c, null))

routes.post('/afwezig', (c) =>
  change(c, 'absence.write', {
    form: AbsenceForm,
    run: (tx, permit, { deputy, note, ...days }) =>
      beAway(tx, permit, {
        ...days,
        deputy: (isId(deputy) ? deputy : refuse(nl.refusals.notHere, {}, { field: 'deputy' })) as PersonId,
        note: note ?? '',
      }),
    done: 'absenceWritten',
    to: () => '/afwezig',
    again: (problems) => absencePage(c, problems),
  }),
)

routes.post('/afwezig/:absence/einde', (c) => {
  const id = c.req.param('absence')
  return change(c, 'absence.write', {
    run: (tx, permit) => beBack(tx, permit, isId(id) ? id : refuse(nl.refusals.missing, {}, { kind: 'missing' })),
    done: 'absenceEnded',
    to: () => '/afwezig',
  })
})

async function absencePage(c: Context<Env>, problems: Problems | null): Promise<Response> {
  const view = await act(c, 'absence.write', absenceView)
  return show(c, { title: nl.title, body: <AbsencePage view={view} keys={() => formKeys(c)} problems={problems} /> })
}
