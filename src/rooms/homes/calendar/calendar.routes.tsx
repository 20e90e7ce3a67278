import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { text, z } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { type Action, act, change, type Env, formKeys, limited, scopeOf, show } from '#rooms/access'
import { calendar as words } from './calendar.nl.ts'
import type { YearDuty } from './calendar.rules.ts'
import { tickDuty, untickDuty, yearCalendar } from './calendar.ts'
import { CalendarPage } from './calendar-page.tsx'
import { calendarByFeed, endFeed, eventsOf, feedPath, renewFeed } from './feed.ts'
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
  const file = c.req.query('vorm') === 'ics'
  const found = await act(c, 'calendar.read', async (tx, permit) => ({
    duties: await yearCalendar(tx, permit),
    feed: file ? null : await feedPath(tx, permit),
    today: permit.today,
    now: permit.now,
  }))
  if (file) {
    return c.body(icsOf(eventsOf(found.duties), words.title, found.now), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fill(words.fileName, { day: found.today })}"`,
    })
  }
  const may = (action: Action) => c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null
  const opens = (kind: keyof typeof OPENED_BY) => may(OPENED_BY[kind])
  const feed = { path: found.feed, base: c.var.world.baseUrl ?? '', may: may('calendar.subscribe') }
  const body = <CalendarPage duties={found.duties} feed={feed} today={found.today} ticks={may('calendar.tick')} opens={opens} keys={() => formKeys(c)} />
  return show(c, { title: words.title, body })
})

routes.post('/kalender/gedaan', (c) =>
  change(c, 'calendar.tick', { form: TickForm, run: (tx, permit, { duty }) => tickDuty(tx, permit, duty), done: 'dutyDone', to: () => '/kalender' }),
)

routes.post('/kalender/terug', (c) =>
  change(c, 'calendar.tick', { form: TickForm, run: (tx, permit, { duty }) => untickDuty(tx, permit, duty), done: 'dutyUndone', to: () => '/kalender' }),
)

routes.post('/kalender/abonnement', (c) => change(c, 'calendar.subscribe', { run: renewFeed, done: 'calendarSubscribed', to: () => '/kalender#abonnement' }))

routes.post('/kalender/abonnement/einde', (c) =>
  change(c, 'calendar.subscribe', { run: endFeed, done: 'calendarUnsubscribed', to: () => '/kalender#abonnement' }),
)

/** For an agenda elsewhere: whoever holds the address. */
routes.get('/kalender/abonnement/:token', async (c) => {
  const token = c.req.param('token')
  c.header('X-Robots-Tag', 'noindex, nofollow, noarchive')
  await limited(c, 'link', createHash('sha256').update(token).digest('hex'))
  return c.body(await calendarByFeed(c.var.world, token), 200, { 'Content-Type': 'text/calendar; charset=utf-8' })
})
