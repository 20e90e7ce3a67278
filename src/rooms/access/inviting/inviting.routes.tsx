import { type Context, Hono } from 'hono'
import { choice, dayField, email, type Problems, text, ticked, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change } from '../act.ts'
import type { Env } from '../env.ts'
import { handingTexts } from '../handing/handing.en.ts'
import { EndRolePage } from '../pages/end-role-page.tsx'
import { StaffPage } from '../pages/staff-page.tsx'
import { ROLES } from '../permissions.rules.ts'
import type { PersonId } from '../permit.ts'
import { formKeys, show } from '../show.tsx'
import { invitingTexts } from './inviting.en.ts'
import { nl } from './inviting.nl.ts'
import { clearFactor, endStaffRole, invite, roleToEnd, workplace } from './inviting.ts'

/** Who works here, in which role, until when. */
export const routes = new Hono<Env>()

const InviteForm = z.object({ naam: text(120), email: email(), rol: choice(ROLES), tot: dayField() })

routes.get('/medewerkers', (c) => staffPage(c, null))

routes.post('/medewerkers', (c) =>
  change(c, 'person.invite', {
    form: InviteForm,
    run: (tx, permit, form) => invite(tx, permit, { name: form.naam, email: form.email, role: form.rol, until: form.tot }, c.var.settings.baseUrl),
    done: 'invited',
    to: () => '/medewerkers',
    again: (problems) => staffPage(c, problems),
  }),
)

/** Whom a role leaves with nobody, before it ends. */
routes.get('/medewerkers/:person/einde', async (c) => {
  const person = c.req.param('person')
  const found = await act(c, 'person.invite', (tx, permit) => {
    if (!isId(person)) refuse(nl.refusals.notHere, {}, { kind: 'missing' })
    return roleToEnd(tx, permit, person as PersonId, c.req.query('rol') ?? '')
  })
  return show(c, { title: handingTexts(c.var.language).end.title, body: <EndRolePage {...found} language={c.var.language} keys={formKeys(c)} /> })
})

routes.post('/medewerkers/:person/einde', (c) =>
  change(c, 'person.invite', {
    form: z.object({ rol: choice(ROLES), toch: ticked() }),
    run: (tx, permit, form) => endStaffRole(tx, permit, c.req.param('person') as PersonId, form.rol, form.toch),
    done: 'roleEnded',
    to: () => '/medewerkers',
  }),
)

routes.post('/medewerkers/:person/tweede-stap', (c) =>
  change(c, 'person.invite', {
    run: (tx, permit) => clearFactor(tx, permit, c.req.param('person') as PersonId),
    done: 'factorCleared',
    to: () => '/medewerkers',
  }),
)

async function staffPage(c: Context<Env>, problems: Problems | null): Promise<Response> {
  const { staff, organisation, today } = await act(c, 'person.invite', async (tx, permit) => ({ ...(await workplace(tx, permit)), today: permit.today }))
  const body = (
    <StaffPage
      staff={staff}
      organisation={organisation}
      me={c.var.person?.id ?? null}
      today={today}
      keys={() => formKeys(c)}
      problems={problems}
      language={c.var.language}
    />
  )
  return show(c, { title: invitingTexts(c.var.language).page.title, body })
}
