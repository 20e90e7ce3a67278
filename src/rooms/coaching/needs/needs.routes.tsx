import { type Context, Hono } from 'hono'
import { optionalText, type Problems, prose, ticked, z } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, looked, show } from '#rooms/access'
import { memberIn, nameHere, refuseElsewhere, trackOf } from '../here.ts'
import { texts } from './needs.en.ts'
import { needOf } from './needs.sql.ts'
import { throwNeedAway, writeNeed } from './needs.ts'
import { OwnNeedPage, SharedNeedPage } from './needs-page.tsx'

export const routes = new Hono<Env>()

type C = Context<Env>

routes.get('/leden/:member/traject/nodig', (c) => showNeed(c, null))

routes.post('/leden/:member/traject/nodig', (c) =>
  change(c, 'need.write', {
    form: z.object({ words: prose(2000), shared: ticked(), anyway: optionalText(3) }),
    run: (tx, permit, { anyway, ...need }) => {
      refuseElsewhere(permit, memberIn(c))
      return writeNeed(tx, permit, { ...need, anyway: anyway === 'ja' })
    },
    done: 'needSaved',
    to: () => `${trackOf(memberIn(c))}/nodig`,
    again: (problems) => showNeed(c, problems),
  }),
)

routes.post('/leden/:member/traject/nodig/weg', (c) =>
  change(c, 'need.write', {
    run: (tx, permit) => {
      refuseElsewhere(permit, memberIn(c))
      return throwNeedAway(tx, permit)
    },
    done: 'needGone',
    to: () => `${trackOf(memberIn(c))}/nodig`,
  }),
)

async function showNeed(c: C, problems: Problems | null): Promise<Response> {
  const { language } = c.var
  const member = memberIn(c)
  const found = await act(c, 'track.read', async (tx, permit) => {
    const name = await nameHere(tx, permit, member)
    await looked(tx, permit, [member])
    return { name, own: permit.person === member, need: await needOf(tx, permit, member) }
  })
  const Page = found.own ? OwnNeedPage : SharedNeedPage
  return show(c, {
    title: found.own ? texts[language].title : fill(texts[language].titleOf, { name: found.name }),
    body: <Page {...found} member={member} language={language} keys={formKeys(c)} problems={problems} />,
  })
}
