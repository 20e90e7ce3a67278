import { type Context, Hono } from 'hono'
import { choice, dayField, email, type Problems, text, z } from '#kit/form.ts'
import { act, change } from '../act.ts'
import type { Env } from '../env.ts'
import { StaffPage } from '../pages/staff-page.tsx'
import { ROLES } from '../permissions.rules.ts'
import type { PersonId } from '../permit.ts'
import { formKeys, show } from '../show.tsx'
import { nl } from './inviting.nl.ts'
import { clearFactor, endStaffRole, invite, workplace } from './inviting.ts'

/** Who works here, in which role, until when. */
export const routes = new Hono<Env>()

const InviteForm = z.object({ naam: text(120), email: email(), rol: choice(ROLES), tot: dayField() })

routes.get('/medewerkers', (c) => staffPage(c, null))

routes.post('/medewerkers', (c) =>
  change(c, 'person.invite', {
    form: InviteForm,
    run: (tx, permit, form) => invite(tx, permit, { name: form.naam, email: form.email, role: form.rol, until: form.tot }, c.var.settings.baseUrl),
    to: () => '/medewerkers',
    again: (problems) => staffPage(c, problems),
  }),
)

routes.post('/medewerkers/:person/einde', (c) =>
  change(c, 'person.invite', {
    form: z.object({ rol: choice(ROLES) }),
    run: (tx, permit, form) => endStaffRole(tx, permit, c.req.param('person') as PersonId, form.rol),
    to: () => '/medewerkers',
  }),
)

routes.post('/medewerkers/:person/tweede-stap', (c) =>
  change(c, 'person.invite', {
    run: (tx, permit) => clearFactor(tx, permit, c.req.param('person') as PersonId),
    to: () => '/medewerkers',
  }),
)

async function staffPage(c: Context<Env>, problems: Problems | null): Promise<Response> {
  const { staff, organisation, today } = await act(c, 'person.invite', async (tx, permit) => ({ ...(await workplace(tx, permit)), today: permit.today }))
  const body = <StaffPage staff={staff} organisation={organisation} me={c.var.person?.id ?? null} today={today} keys={() => formKeys(c)} problems={problems} />
  return show(c, { title: nl.page.title, body })
}
