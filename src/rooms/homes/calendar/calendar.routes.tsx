import { Hono } from 'hono'
import { text, z } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { type Action, accessTexts, act, change, type Env, formKeys, scopeOf, show } from '#rooms/access'
import { calendar as words } from './calendar.nl.ts'
import type { YearDuty } from './calendar.rules.ts'
import { tickDuty, untickDuty, yearCalendar } from './calendar.ts'
import { CalendarPage, titleOf } from './calendar-page.tsx'
import { icsOf } from './ics.rules.ts'

/** What the cooperative must do by which day. */
export const routes = new Hono<Env>()

/** What somebody must be allowed for the page where a duty is done. */
const OPENED_BY = {
  accounts: 'resolution.read',
  adoption: 'resolution.add',
  vat: 'ledger.read',
  memberlist: 'register.show',
  agreement: 'agreement.read',
  cooperation: 'agreement.read',
  role: 'home.board',
  consents: 'consent.read',
  statements: 'member.read',
} as const satisfies Record<YearDuty['kind'], Action>

const TickForm = z.object({ duty: text(60) })

routes.get('/kalender', async (c) => {
  const found = await act(c, 'calendar.read', async (tx, permit) => ({ duties: await yearCalendar(tx, permit), today: permit.today, now: permit.now }))
  if (c.req.query('vorm') === 'ics') {
    const events = found.duties
      .filter(({ done }) => !done)
      .map((duty) => ({ key: duty.key, on: duty.on, title: titleOf(duty, false), text: [accessTexts.roles[duty.who], duty.source ?? words.agreed].join(', ') }))
    return c.body(icsOf(events, words.title, found.now), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fill(words.fileName, { day: found.today })}"`,
    })
  }
  const may = (action: Action) => c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null
  const opens = (kind: keyof typeof OPENED_BY) => may(OPENED_BY[kind])
  const body = <CalendarPage duties={found.duties} today={found.today} ticks={may('calendar.tick')} opens={opens} keys={() => formKeys(c)} />
  return show(c, { title: words.title, body })
})

routes.post('/kalender/gedaan', (c) =>
  change(c, 'calendar.tick', { form: TickForm, run: (tx, permit, { duty }) => tickDuty(tx, permit, duty), done: 'dutyDone', to: () => '/kalender' }),
)

routes.post('/kalender/terug', (c) =>
  change(c, 'calendar.tick', { form: TickForm, run: (tx, permit, { duty }) => untickDuty(tx, permit, duty), done: 'dutyUndone', to: () => '/kalender' }),
)
