import { type Context, Hono } from 'hono'
import { many, optionalText, type Problems, prose, text, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, type MemberId, type OrganisationId, scopeOf, show } from '#rooms/access'
import type { RequestId } from '../consent.types.ts'
import { type C, idIn, known, open } from '../file/opening.ts'
import { chosenForTeam, giveCases, giveRequests, handingToTeam } from './giving.ts'
import { GiveManyPage, GivePage, HandPage } from './giving-pages.tsx'
import { nl } from './office.nl.ts'
import type { TeamId } from './teams.rules.ts'
import { beginTeam, changeTeam, endTeam, openTeams, setArrival, teamsView } from './teams.ts'
import { TeamPage, TeamsPage } from './teams-pages.tsx'

/** The teams of a municipality, and giving a file to one. */
export const routes = new Hono<Env>()

const TeamForm = z.object({ name: text(60), people: many(text(36)) })
const GiveForm = z.object({ team: text(36), reason: prose(500) })

routes.get('/teams', (c) => showTeams(c, null))

routes.post('/teams', (c) =>
  change(c, 'team.keep', {
    form: TeamForm,
    run: beginTeam,
    done: 'teamBegun',
    to: () => '/teams',
    again: (problems) => showTeams(c, problems),
  }),
)

routes.post('/teams/binnenkomst', (c) =>
  change(c, 'team.keep', {
    form: z.object({ cooperative: optionalText(36), team: optionalText(36) }),
    run: (tx, permit, { cooperative, team }) =>
      setArrival(
        tx,
        permit,
        cooperative ? ((isId(cooperative) ? cooperative : refuse(nl.refusals.noCooperative, {}, { field: 'cooperative' })) as OrganisationId) : null,
        team ?? null,
      ),
    done: 'teamArrivalSet',
    to: () => '/teams',
    again: (problems) => showTeams(c, problems),
  }),
)

routes.get('/teams/overdracht', (c) => showHanding(c, null))

routes.post('/teams/overdracht', (c) =>
  change(c, 'team.give', {
    form: GiveForm.extend({ people: many(text(36)) }),
    run: (tx, permit, { people, ...giving }) =>
      giveCases(
        tx,
        permit,
        people.map((id) => (isId(id) ? (id as MemberId) : refuse(nl.refusals.notYours, {}, { field: 'people' }))),
        giving,
      ),
    done: 'givenToTeam',
    to: () => '/klantmanager',
    again: (problems) => showHanding(c, problems),
  }),
)

routes.get('/teams/:team', (c) => showTeam(c, null))

routes.post('/teams/:team', (c) =>
  change(c, 'team.keep', {
    form: TeamForm,
    run: (tx, permit, facts) => changeTeam(tx, permit, teamIn(c), facts),
    done: 'teamChanged',
    to: () => '/teams',
    again: (problems) => showTeam(c, problems),
  }),
)

routes.post('/teams/:team/sluiting', (c) =>
  change(c, 'team.keep', {
    form: z.object({ to: optionalText(36) }),
    run: (tx, permit, { to }) => endTeam(tx, permit, teamIn(c), (to as TeamId | 'nobody' | undefined) ?? null),
    done: 'teamEnded',
    to: () => '/teams',
    again: (problems) => showTeam(c, null, problems),
  }),
)

routes.post('/toestemmingen/team', (c) =>
  change(c, 'team.give', {
    form: GiveForm.extend({ requests: many(text(36)) }),
    run: (tx, permit, { requests, ...giving }) =>
      giveRequests(
        tx,
        permit,
        requests.map((id) => known(id) as RequestId),
        giving,
      ),
    done: 'givenToTeam',
    to: () => '/klantmanager?toon=team',
    again: (problems) => showChosen(c, problems),
  }),
)

routes.get('/toestemmingen/:request/team', (c) => showGiving(c, null))

routes.post('/toestemmingen/:request/team', (c) =>
  change(c, 'team.give', {
    form: GiveForm,
    run: (tx, permit, giving) => giveRequests(tx, permit, [idIn(c)], giving),
    done: 'givenToTeam',
    // It is nobody's now, so its page is closed to who gave it.
    to: () => '/klantmanager?toon=team',
    again: (problems) => showGiving(c, problems),
  }),
)

async function showTeams(c: C, problems: Problems | null) {
  const view = await act(c, 'team.read', teamsView)
  const keeps = c.var.seat !== null && scopeOf('team.keep', c.var.seat.role) !== null
  return show(c, { title: nl.title, body: <TeamsPage view={view} keeps={keeps} keys={() => formKeys(c)} problems={problems} /> })
}

async function showTeam(c: Context<Env>, problems: Problems | null, closing: Problems | null = null) {
  const id = teamIn(c)
  const view = await act(c, 'team.keep', teamsView)
  const team = view.open.find((each) => each.id === id) ?? refuse(nl.refusals.noTeam, {}, { kind: 'missing' })
  return show(c, {
    title: fill(nl.changeTitle, { team: team.name }),
    body: <TeamPage team={team} view={view} keys={() => formKeys(c)} problems={problems} closing={closing} />,
  })
}

async function showHanding(c: C, problems: Problems | null) {
  const found = await act(c, 'team.give', handingToTeam)
  return show(c, { title: nl.hand.title, body: <HandPage {...found} keys={formKeys(c)} problems={problems} /> })
}

// The queue stands on the desk: what was chosen there is asked again on a page of its own.
async function showChosen(c: C, problems: Problems) {
  const typed = problems.typed.requests ?? []
  const ids = (typeof typed === 'string' ? [typed] : typed).filter(isId) as RequestId[]
  const found = await act(c, 'team.give', (tx, permit) => chosenForTeam(tx, permit, ids))
  return show(c, { title: nl.give.many, body: <GiveManyPage {...found} keys={formKeys(c)} problems={problems} /> })
}

async function showGiving(c: C, problems: Problems | null) {
  const teams = await act(c, 'team.give', (tx, permit) => openTeams(tx, permit))
  const file = await open(c)
  return show(c, {
    title: fill(nl.give.title, { member: file.memberName }),
    body: <GivePage request={file.request.id} member={file.memberName} teams={teams} keys={formKeys(c)} problems={problems} />,
  })
}

function teamIn(c: Context<Env>): TeamId {
  const id = c.req.param('team') ?? ''
  return isId(id) ? (id as TeamId) : refuse(nl.refusals.noTeam, {}, { kind: 'missing' })
}
