import { type Context, Hono } from 'hono'
import { choice, dayField, optionalProse, type Problems, prose, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { nl } from './days.nl.ts'
import { dayToDecide, decideDay, enterDay } from './days.ts'
import { DecideDayPage, EnterDayPage } from './days-pages.tsx'

/** Days that a decree equates with a holiday: the network writes with two pairs of eyes, as with amounts. */
export const dayRoutes = new Hono<Env>()

const DayForm = z.object({ on: dayField(), equated: choice(['yes', 'no']), source: prose(300), doubt: optionalProse(300) })
const RejectForm = z.object({ reason: prose(500) })

dayRoutes.get('/wet/dagen/nieuw', (c) => showEntry(c, null))

dayRoutes.post('/wet/dagen/nieuw', (c) =>
  change(c, 'equatedDay.enter', {
    form: DayForm,
    run: (tx, permit, { equated, ...facts }) => enterDay(tx, permit, { ...facts, equated: equated === 'yes' }),
    done: 'dayEntered',
    to: (id) => `/wet/dagen/${id}`,
    again: (problems) => showEntry(c, problems),
  }),
)

dayRoutes.get('/wet/dagen/:entry', (c) => showDecision(c, null))

dayRoutes.post('/wet/dagen/:entry/bevestiging', (c) =>
  change(c, 'equatedDay.decide', {
    run: (tx, permit) => decideDay(tx, permit, c.req.param('entry'), null),
    done: 'dayConfirmed',
    to: () => '/wet#dagen',
  }),
)

dayRoutes.post('/wet/dagen/:entry/afwijzing', (c) =>
  change(c, 'equatedDay.decide', {
    form: RejectForm,
    run: (tx, permit, { reason }) => decideDay(tx, permit, c.req.param('entry'), reason),
    done: 'dayRejected',
    to: () => '/wet#dagen',
    again: (problems) => showDecision(c, problems),
  }),
)

async function showEntry(c: Context<Env>, problems: Problems | null) {
  await act(c, 'equatedDay.enter', async () => {})
  return show(c, { title: nl.form.title, body: <EnterDayPage keys={formKeys(c)} problems={problems} /> })
}

async function showDecision(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'equatedDay.decide', (tx, permit) => dayToDecide(tx, permit, c.req.param('entry') ?? ''))
  return show(c, { title: nl.decide.title, body: <DecideDayPage {...found} keys={formKeys(c)} rejectKeys={formKeys(c)} problems={problems} /> })
}
