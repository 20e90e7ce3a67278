import { Hono } from 'hono'
import { act, type Env, show } from '#rooms/access'
import { nl } from './today.nl.ts'
import { networkToday } from './today.ts'
import { NetworkTodayPage } from './today-page.tsx'

/** Where somebody of the network begins. */
export const todayRoutes = new Hono<Env>()

todayRoutes.get('/netwerk', async (c) => {
  const found = await act(c, 'home.network', networkToday)
  return show(c, { title: nl.title, body: <NetworkTodayPage {...found} /> })
})
