import { Hono } from 'hono'
import { isId } from '#kit/ids.ts'
import { pageAsked } from '#kit/paging.ts'
import { act, type Env, formKeys, show, troubleIn } from '#rooms/access'
import { policyAdviserHome } from './adviser/adviser.ts'
import { PolicyAdviserHomePage } from './adviser/adviser-pages.tsx'
import { routes as beginning } from './beginning/beginning.routes.tsx'
import { boardHome } from './board/board.ts'
import { routes as calendar } from './calendar/calendar.routes.tsx'
import { casePlan } from './case-plan/case-plan.routes.tsx'
import { coachHome } from './coach/coach.ts'
import { CoachHomePage } from './coach/coach-page.tsx'
import { DESK_TABS } from './desk/address.rules.ts'
import { deskOf } from './desk/desk.ts'
import { CaseManagerHomePage } from './desk/desk-page.tsx'
import { routes as estimate } from './estimate/estimate.routes.tsx'
import { texts } from './homes.en.ts'
import { memberHome, treasurerHome } from './homes.ts'
import { WithKnowledge } from './keeping/keeping-notice.tsx'
import { office } from './office.nl.ts'
import { BoardHomePage } from './pages/board-home.tsx'
import { MemberHomePage } from './pages/member-home.tsx'
import { TreasurerHomePage } from './pages/office-homes.tsx'
import { partner } from './partner/partner.routes.tsx'
import { routes as successor } from './successor/successor.routes.tsx'
import { routes as taking } from './taking/taking.routes.tsx'
import { routes as tasks } from './tasks/tasks.routes.tsx'

export const routes = new Hono<Env>()

routes.route('/', beginning)
routes.route('/', calendar)
routes.route('/', tasks)
routes.route('/', successor)
routes.route('/', estimate)
routes.route('/', taking)
routes.route('/', casePlan)
routes.route('/', partner)

routes.get('/mijn', async (c) => {
  const home = await act(c, 'home.member', memberHome)
  const { language } = c.var
  const [name = ''] = (c.var.person?.name ?? '').split(' ')
  return show(c, { title: texts(language).member.title, body: <MemberHomePage home={home} name={name} language={language} keys={() => formKeys(c)} /> })
})

routes.get('/coach', async (c) => {
  const home = await act(c, 'home.coach', coachHome)
  return show(c, {
    title: office.coach.title,
    body: (
      <WithKnowledge kept={home.kept}>
        <CoachHomePage home={home} />
      </WithKnowledge>
    ),
  })
})

routes.get('/penningmeester', async (c) => {
  const home = await act(c, 'home.treasurer', treasurerHome)
  return show(c, {
    title: office.treasurer.title,
    body: (
      <WithKnowledge kept={home.kept}>
        <TreasurerHomePage home={home} />
      </WithKnowledge>
    ),
  })
})

routes.get('/bestuur', async (c) => {
  const home = await act(c, 'home.board', boardHome)
  return show(c, {
    title: office.board.title,
    body: (
      <WithKnowledge kept={home.kept}>
        <BoardHomePage home={home} keeping={troubleIn(c, home.administrators)} />
      </WithKnowledge>
    ),
  })
})

routes.get('/klantmanager', async (c) => {
  const tab = DESK_TABS.find((each) => each === c.req.query('toon')) ?? 'beslissen'
  const asked = c.req.query('bij') ?? ''
  const team = c.req.query('team') ?? ''
  const page = Math.min(1000, pageAsked(c.req.query('pagina')))
  const desk = await act(c, 'home.caseManager', (tx, permit) =>
    deskOf(tx, permit, { tab, cooperative: isId(asked) ? asked : null, team: isId(team) || team === 'geen' || team === 'alle' ? team : null, page }),
  )
  return show(c, {
    title: office.caseManager.title,
    body: (
      <WithKnowledge kept={desk.kept}>
        <CaseManagerHomePage desk={desk} keys={() => formKeys(c)} />
      </WithKnowledge>
    ),
  })
})

routes.get('/beleid', async (c) => {
  const home = await act(c, 'home.policyAdviser', policyAdviserHome)
  return show(c, {
    title: office.policyAdviser.title,
    body: (
      <WithKnowledge kept={home.kept}>
        <PolicyAdviserHomePage home={home} />
      </WithKnowledge>
    ),
  })
})
