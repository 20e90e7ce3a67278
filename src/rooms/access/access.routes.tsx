import { Hono } from 'hono'
import { routes as absence } from './absence/absence.routes.tsx'
import { accessTextsOf } from './access.en.ts'
import { acceptRole } from './access.sql.ts'
import { act } from './act.ts'
import { routes as asking } from './asking/asking.routes.tsx'
import type { Env } from './env.ts'
import { routes as errands } from './errands/errands.routes.tsx'
import { routes as filters } from './filters/filters.routes.tsx'
import { routes as handing } from './handing/handing.routes.tsx'
import { routes as inviting } from './inviting/inviting.routes.tsx'
import { routes as keeping } from './keeping/keeping.routes.tsx'
import { routes as messages } from './messages/messages.routes.tsx'
import { PermissionsPage } from './pages/permissions-page.tsx'
import { routes as paper } from './paper/paper.routes.tsx'
import { routes as passkeys } from './passkeys/passkeys.routes.tsx'
import { routes as people } from './people/people.routes.tsx'
import { show } from './show.tsx'
import { routes as account } from './sign-in/account.routes.tsx'
import { ownForm } from './sign-in/form-token.ts'
import { chooseSeat, endSession } from './sign-in/session.ts'
import { routes as signIn } from './sign-in/sign-in.routes.tsx'
import { safePath } from './sign-in/sign-in.ts'

export const routes = new Hono<Env>()

routes.route('/', signIn)
routes.route('/', account)
routes.route('/', people)
routes.route('/', messages)
routes.route('/', paper)
routes.route('/', passkeys)
routes.route('/', asking)
routes.route('/', inviting)
routes.route('/', keeping)
routes.route('/', handing)
routes.route('/', absence)
routes.route('/', filters)
routes.route('/', errands)

routes.get('/toegang', async (c) => {
  const role = await act(c, 'access.see', async (_, permit) => permit.role)
  return show(c, { title: accessTextsOf(c.var.language).tablePage.title, body: <PermissionsPage role={role} language={c.var.language} /> })
})

// open: choosing one of one's own roles takes it on; leaving changes one's own cookies only
routes.post('/rol', async (c) => {
  const body = await ownForm(c)
  const seat = c.var.seats.find((each) => each.id === body.rol)
  const { person, world } = c.var
  if (seat && person) {
    const as = { role: 'opbloei_app', organisation: seat.organisation, person: person.id } as const
    await world.database.unit(as, (tx) => acceptRole(tx, seat.id, world.clock.now()))
    chooseSeat(c, seat.id)
  }
  return c.redirect(typeof body.naar === 'string' ? safePath(body.naar) : '/start', 303)
})

routes.post('/uitloggen', async (c) => {
  await ownForm(c)
  await endSession(c)
  return c.redirect('/', 303)
})
