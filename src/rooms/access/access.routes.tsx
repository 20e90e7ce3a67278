import { Hono } from 'hono'
import { nl } from './access.nl.ts'
import { looksAtMe } from './access.ts'
import { act } from './act.ts'
import type { Env } from './env.ts'
import { ownForm } from './form-token.ts'
import { LooksPage } from './pages/looks-page.tsx'
import { PermissionsPage } from './pages/permissions-page.tsx'
import { show } from './show.tsx'
import { routes as account } from './sign-in/account.routes.tsx'
import { chooseSeat, endSession } from './sign-in/session.ts'
import { routes as signIn } from './sign-in/sign-in.routes.tsx'

export const routes = new Hono<Env>()

routes.route('/', signIn)
routes.route('/', account)

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
  const body = await ownForm(c)
  const seat = c.var.seats.find((each) => each.id === body.rol)
  if (seat) chooseSeat(c, seat.id)
  return c.redirect('/start', 303)
})

routes.post('/uitloggen', async (c) => {
  await ownForm(c)
  await endSession(c)
  return c.redirect('/', 303)
})
