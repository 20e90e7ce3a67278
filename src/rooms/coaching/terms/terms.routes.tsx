import { type Context, Hono } from 'hono'
import { type Problems, prose, ticked, wholeNumber, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, looked, show } from '#rooms/access'
import { memberIn, nameHere, refuseElsewhere, trackOf } from '../here.ts'
import { texts } from './terms.en.ts'
import { termsRows } from './terms.sql.ts'
import { acceptTerms, termsFor, writeTerms } from './terms.ts'
import { TermsPage, WriteTermsPage } from './terms-pages.tsx'

export const routes = new Hono<Env>()

type C = Context<Env>

routes.get('/leden/:member/traject/voorwaarden', (c) => showTerms(c, null))

routes.post('/leden/:member/traject/voorwaarden', (c) =>
  change(c, 'ownTerms.accept', {
    form: z.object({ seen: wholeNumber(), read: ticked() }),
    run: (tx, permit, { seen, read }) => {
      refuseElsewhere(permit, memberIn(c))
      return acceptTerms(tx, permit, seen, read)
    },
    done: 'ownTermsAccepted',
    to: () => `${trackOf(memberIn(c))}/voorwaarden`,
    again: (problems) => showTerms(c, problems),
  }),
)

routes.get('/trajecten/voorwaarden', (c) => showWriting(c, null))

routes.post('/trajecten/voorwaarden', (c) =>
  change(c, 'ownTerms.write', {
    form: z.object({ words: prose(6000) }),
    run: (tx, permit, { words }) => writeTerms(tx, permit, words),
    done: 'ownTermsWritten',
    to: () => '/trajecten/voorwaarden',
    again: (problems) => showWriting(c, problems),
  }),
)

async function showTerms(c: C, problems: Problems | null): Promise<Response> {
  const { language } = c.var
  const member = memberIn(c)
  const found = await act(c, 'track.read', async (tx, permit) => {
    const name = await nameHere(tx, permit, member)
    await looked(tx, permit, [member])
    return { name, own: permit.person === member, ...(await termsFor(tx, permit, member)) }
  })
  return show(c, {
    title: texts[language].title,
    body: <TermsPage {...found} member={member} language={language} keys={formKeys(c)} problems={problems} />,
  })
}

async function showWriting(c: C, problems: Problems | null): Promise<Response> {
  const { language } = c.var
  const all = await act(c, 'ownTerms.write', termsRows)
  return show(c, { title: texts[language].title, body: <WriteTermsPage all={all} language={language} keys={formKeys(c)} problems={problems} /> })
}
