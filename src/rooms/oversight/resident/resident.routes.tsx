import { Hono } from 'hono'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, type Env, type MemberId, show } from '#rooms/access'
import { watchedOfMember } from '../watching/watching.ts'
import { WatchCard } from '../watching/watching-pages.tsx'
import { nl } from './resident.nl.ts'
import { residentView } from './resident.ts'
import { ResidentPage } from './resident-page.tsx'

export const routes = new Hono<Env>()

routes.get('/inwoners/:member', async (c) => {
  const id = c.req.param('member')
  const member = (isId(id) ? id : refuse(nl.missing, {}, { kind: 'missing' })) as MemberId
  const view = await act(c, 'resident.read', async (tx, permit) => {
    const found = await residentView(tx, permit, member)
    return { ...found, watched: await watchedOfMember(tx, permit, member) }
  })
  const watched = view.watched.filter(({ lines }) => lines.length > 0)
  return show(c, { title: view.name, body: <ResidentPage view={view} watch={watched.length > 0 ? <WatchCard watched={watched} language="nl" /> : null} /> })
})
