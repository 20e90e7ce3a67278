import { Hono } from 'hono'
import { refuse } from '#kit/refusal.ts'
import { nl } from './access.nl.ts'
import { looksAtMe } from './access.ts'
import { act } from './act.ts'
import type { Env } from './env.ts'
import { LooksPage } from './pages/looks-page.tsx'
import { PermissionsPage } from './pages/permissions-page.tsx'
import { show } from './show.tsx'
import { formTokenMatches } from './sign-in/form-token.ts'
import { chooseSeat, endSession } from './sign-in/session.ts'

export const routes = new Hono<Env>()

routes.get('/toegang', async (c) => {
  await act(c, 'access.see', async () => {})
  return show(c, { title: nl.tablePage.title, body: <PermissionsPage /> })
})

routes.get('/wie-keek', async (c) => {
  const looks = await act(c, 'looks.read', looksAtMe)
  return show(c, { title: nl.looksPage.title, body: <LooksPage looks={looks} /> })
})

// open: choosing a role or leaving changes nothing but one's own cookies
routes.post('/rol', async (c) => {
  const body = await c.req.parseBody()
  if (!formTokenMatches(c, body._csrf)) refuse(nl.refusals.formExpired, {}, { kind: 'forbidden' })
  const seat = c.var.seats.find((each) => each.id === body.rol)
  if (seat) chooseSeat(c, seat.id)
  return c.redirect('/start', 303)
})

routes.post('/uitloggen', async (c) => {
  const body = await c.req.parseBody()
  if (!formTokenMatches(c, body._csrf)) refuse(nl.refusals.formExpired, {}, { kind: 'forbidden' })
  await endSession(c)
  return c.redirect('/', 303)
})
