import { type Context, Hono } from 'hono'
import { type Problems, prose, z } from '#kit/form.ts'
import { refuse } from '#kit/refusal.ts'
import { accessTextsOf } from '../access.en.ts'
import { looksAtMe } from '../access.ts'
import { act, change } from '../act.ts'
import type { Env } from '../env.ts'
import { AskedPage, AskPage, LooksPage } from '../pages/looks-page.tsx'
import { formKeys, show } from '../show.tsx'
import { askAboutLook, ownLook } from './asking.ts'

/** Who looked at me, and the question why. */
export const routes = new Hono<Env>()

routes.get('/wie-keek', async (c) => {
  const looks = await act(c, 'looks.read', looksAtMe)
  const words = accessTextsOf(c.var.language)
  return show(c, { title: words.looksPage.title, body: <LooksPage looks={looks} words={words} language={c.var.language} /> })
})

routes.get('/wie-keek/:look', (c) => askPage(c, c.req.param('look'), null))

routes.post('/wie-keek/:look', (c) => {
  const look = c.req.param('look')
  return change(c, 'looks.ask', {
    form: z.object({ vraag: prose(1000) }),
    run: (tx, permit, form) =>
      askAboutLook(tx, permit, c.var.person ?? refuse(accessTextsOf(permit.language).refusals.signInFirst, {}, { kind: 'forbidden' }), look, form.vraag),
    to: () => `/wie-keek/${look}`,
    again: (problems) => askPage(c, look, problems),
  })
})

async function askPage(c: Context<Env>, id: string, problems: Problems | null): Promise<Response> {
  const look = await act(c, 'looks.ask', (tx, permit) => ownLook(tx, permit, id))
  const words = accessTextsOf(c.var.language)
  if (look.asked) return show(c, { title: words.askPage.sent, body: <AskedPage words={words} /> })
  const body = <AskPage look={look} words={words} language={c.var.language} keys={formKeys(c)} hasMail={Boolean(c.var.person?.email)} problems={problems} />
  return show(c, { title: words.askPage.title, body })
}
