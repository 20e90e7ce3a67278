import { type Context, Hono } from 'hono'
import type { Problems } from '#kit/form.ts'
import { refuse } from '#kit/refusal.ts'
import { nl as accessTexts } from '../access.nl.ts'
import { act } from '../act.ts'
import type { Env } from '../env.ts'
import { mailChoiceOf } from '../messages/messages.sql.ts'
import { addCeremony, ownDevices, ownPasskeys } from '../passkeys/passkeys.ts'
import { waitingAddress } from '../people/new-address.ts'
import { type PersonId, personOf } from '../permit.ts'
import { formKeys, show } from '../show.tsx'
import { ownForm } from './form-token.ts'
import { AccountPage } from './pages/account-page.tsx'
import { RecoveryPage } from './pages/second-step-page.tsx'
import { chooseLanguage } from './session.ts'
import { textsOf } from './sign-in.en.ts'
import { languageOf } from './sign-in.sql.ts'
import { endSecondStep, leaveEverywhere, recoveryCodes, safePath, secondStepOf } from './sign-in.ts'

/** One's own account: language, second step, sign out everywhere. */
export const routes = new Hono<Env>()

routes.get('/mijn-account', (c) => showAccount(c, null))

routes.get('/mijn-account/herstelcodes', async (c) => {
  await act(c, 'access.see', async () => {})
  const codes = await recoveryCodes(c)
  if (!codes) return c.redirect('/mijn-account', 303)
  const words = textsOf(c.var.language).recovery
  return show(c, { title: words.title, body: <RecoveryPage words={words} codes={codes} /> })
})

routes.post('/mijn-account/tweede-stap/einde', async (c) => {
  await ownForm(c)
  if (!c.var.person) refuse(accessTexts.refusals.signInFirst, {}, { kind: 'forbidden' })
  await endSecondStep(c)
  return c.redirect('/mijn-account', 303)
})

routes.post('/mijn-account/overal-uitloggen', async (c) => {
  await ownForm(c)
  if (!c.var.person) refuse(accessTexts.refusals.signInFirst, {}, { kind: 'forbidden' })
  await leaveEverywhere(c)
  return c.redirect('/', 303)
})

routes.post('/taal', async (c) => {
  const { taal, naar = '' } = await ownForm(c)
  const language = taal === 'en' ? 'en' : 'nl'
  const { person, world } = c.var
  if (person) await world.database.unit({ role: 'opbloei_signin', organisation: null, person: null }, (tx) => languageOf(tx, person.id, language))
  chooseLanguage(c, language)
  return c.redirect(naar.startsWith('/inloggen') ? naar.replace(/[^\w/?=&%-]/g, '') : naar === '/' ? '/' : safePath(naar), 303)
})

/** One's own account, with what was wrong with a new address. */
export async function showAccount(c: Context<Env>, problems: Problems | null): Promise<Response> {
  const [waiting, choice] = await act(
    c,
    'access.see',
    async (tx, permit) => [await waitingAddress(tx, permit), await mailChoiceOf(tx, personOf(permit))] as const,
  )
  const step = await secondStepOf(c)
  const { person, seats, language } = c.var
  if (!step || !person) return c.redirect('/inloggen', 303)
  const { title } = textsOf(language).account
  const passkeys = await ownPasskeys(c, person.id as PersonId)
  const ways = { passkeys, ceremony: addCeremony(c, person, passkeys), ...(await ownDevices(c, person.id as PersonId)) }
  return show(c, { title, body: <AccountPage {...{ person, seats, language, step, waiting, problems, ways, choice }} keys={formKeys(c)} /> })
}
