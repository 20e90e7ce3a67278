import { type Context, Hono } from 'hono'
import { choice, dayField, optionalProse, type Problems, text, ticked, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, type MemberId, type OrganisationId, show } from '#rooms/access'
import { known } from '../file/opening.ts'
import { NoticesPage } from './desk-pages.tsx'
import { relocationOffice } from './office.nl.ts'
import { relocationTexts } from './relocation.en.ts'
import { AFTER_MOVING } from './relocation.rules.ts'
import { addressOf, callOffRelocation, handleNotice, noticesWaiting, prepareRelocation, relocationView, tellRelocation } from './relocation.ts'
import { ELSEWHERE, RelocationPage } from './relocation-pages.tsx'

/** Moving to another town: written down and told by the member, dealt with at the desks of both towns. */
export const routes = new Hono<Env>()

type C = Context<Env>

routes.get('/leden/:member/verhuizing', (c) => showRelocation(c, null))

routes.post('/leden/:member/verhuizing', (c) =>
  change(c, 'relocation.prepare', {
    form: z.object({ to: text(40), on: dayField(), benefit: choice(AFTER_MOVING) }),
    run: (tx, permit, { to, ...form }) => prepareRelocation(tx, permit, memberIn(c), { ...form, to: to === ELSEWHERE ? null : (known(to) as OrganisationId) }),
    done: 'relocationPrepared',
    to: () => addressOf(memberIn(c)),
    again: (problems) => showRelocation(c, problems),
  }),
)

routes.post('/leden/:member/verhuizing/vertellen', (c) =>
  change(c, 'relocation.tell', {
    form: z.object({ newTown: ticked(), share: ticked(), authorisation: optionalProse(500) }),
    run: (tx, permit, { authorisation, ...form }) => tellRelocation(tx, permit, memberIn(c), { ...form, authorisation: authorisation ?? null }),
    done: 'relocationTold',
    to: () => addressOf(memberIn(c)),
    again: (problems) => showRelocation(c, problems),
  }),
)

routes.post('/leden/:member/verhuizing/afblazen', (c) =>
  change(c, 'relocation.tell', {
    run: (tx, permit) => callOffRelocation(tx, permit, memberIn(c)),
    done: 'relocationOff',
    to: () => addressOf(memberIn(c)),
  }),
)

routes.get('/verhuizingen', (c) => showNotices(c, null))

routes.post('/verhuizingen/:notice', (c) =>
  change(c, 'relocation.see', {
    form: z.object({ words: optionalProse(1000) }),
    run: (tx, permit, { words }) => handleNotice(tx, permit, noticeIn(c), words ?? ''),
    done: 'relocationHandled',
    to: () => '/verhuizingen',
    again: (problems) => showNotices(c, problems),
  }),
)

async function showRelocation(c: C, problems: Problems | null) {
  const member = memberIn(c)
  const view = await act(c, 'relocation.read', (tx, permit) => relocationView(tx, permit, member))
  const { language } = c.var
  const own = c.var.person?.id === member
  const words = relocationTexts(language)
  return show(c, {
    title: own ? words.title : fill(words.titleOf, { member: view.name }),
    body: <RelocationPage view={view} own={own} language={language} keys={() => formKeys(c)} problems={problems} />,
  })
}

async function showNotices(c: C, problems: Problems | null) {
  const notices = await act(c, 'relocation.see', noticesWaiting)
  const wrong = problems && { notice: noticeIn(c), found: problems }
  return show(c, {
    title: relocationOffice.title,
    body: <NoticesPage notices={notices} keys={() => formKeys(c)} problems={wrong} />,
  })
}

function memberIn(c: C): MemberId {
  return known(c.req.param('member') ?? '') as MemberId
}

function noticeIn(c: C): string {
  const id = c.req.param('notice') ?? ''
  return isId(id) ? id : known('')
}
