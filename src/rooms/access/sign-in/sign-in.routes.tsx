import { type Context, Hono } from 'hono'
import { checkForm, email, type Problems, z } from '#kit/form.ts'
import { Refusal, refuse } from '#kit/refusal.ts'
import { nl as accessTexts } from '../access.nl.ts'
import type { Env } from '../env.ts'
import { passkeyTexts } from '../passkeys/passkeys.en.ts'
import { enterCeremony } from '../passkeys/passkeys.ts'
import { formKeys, show } from '../show.tsx'
import { ownForm } from './form-token.ts'
import { CODE_MINUTES } from './limits.ts'
import { SecondStepPage } from './pages/second-step-page.tsx'
import { CodePage, LinkPage, OldLinkPage, StartPage } from './pages/sign-in-pages.tsx'
import { pictureOf } from './picture.ts'
import { textsOf } from './sign-in.en.ts'
import { beginSecondStep, enter, keyOfSecondStep, passSecondStep, readLink, requestCode, safePath, secondStepOf, waiting } from './sign-in.ts'

/** The ways in. All are open: who they let in is decided by a code, a link and, where it must, a second step. */
export const routes = new Hono<Env>()

const AddressForm = z.object({ email: email(), naar: z.string().catch('') })

routes.get('/inloggen', (c) => (c.var.person ? c.redirect('/start', 303) : startPage(c, null)))
routes.get('/inloggen/e-mail', (c) => startPage(c, null))

routes.post('/inloggen', async (c) => {
  const parsed = checkForm(AddressForm, await ownForm(c), c.var.language)
  if (!parsed.ok) return startPage(c, parsed.problems)
  await requestCode(c, parsed.value.email, safePath(parsed.value.naar))
  return c.redirect('/inloggen/code', 303)
})

routes.get('/inloggen/code', (c) => codePage(c, null))

routes.post('/inloggen/code', async (c) => {
  const asked = waiting(c)
  const { code = '' } = await ownForm(c)
  if (!asked) return c.redirect('/inloggen', 303)
  return orAgain(
    async () => c.redirect(await enter(c, asked.email, code.replace(/\D/g, ''), asked.to), 303),
    (problems) => codePage(c, problems),
  )
})

// A scanner of mail opens every link: looking spends nothing, the button does.
routes.get('/inloggen/link/:token', (c) => {
  const words = textsOf(c.var.language)
  const link = readLink(c, c.req.param('token'))
  if (!link) return show(c, { title: words.link.old, face: 'public', status: 410, body: <OldLinkPage words={words.link} minutes={CODE_MINUTES} /> })
  return show(c, { title: words.link.title, face: 'public', body: <LinkPage words={words.link} action={c.req.path} keys={formKeys(c)} /> })
})

routes.post('/inloggen/link/:token', async (c) => {
  await ownForm(c)
  const link = readLink(c, c.req.param('token'))
  if (!link) return c.redirect(c.req.path, 303)
  return c.redirect(await enter(c, link.email, link.code, link.to, 'mailLink'), 303)
})

routes.get('/inloggen/tweede-stap', (c) => secondPage(c, null))

routes.post('/inloggen/tweede-stap/sleutel', async (c) => {
  const { naar = '' } = await ownForm(c)
  const step = (await secondStepOf(c)) ?? refuse(accessTexts.refusals.signInFirst, {}, { kind: 'forbidden' })
  if (step.onlyPasskey) refuse(passkeyTexts(c.var.language).refusals.onlyPasskey)
  if (step.has !== 'proved') await beginSecondStep(c)
  return c.redirect(`/inloggen/tweede-stap?naar=${encodeURIComponent(safePath(naar))}`, 303)
})

routes.post('/inloggen/tweede-stap', async (c) => {
  const { code = '', herstelcode, naar = '' } = await ownForm(c)
  const step = (await secondStepOf(c)) ?? refuse(accessTexts.refusals.signInFirst, {}, { kind: 'forbidden' })
  if (step.onlyPasskey) refuse(passkeyTexts(c.var.language).refusals.onlyPasskey)
  return orAgain(
    async () => {
      if (herstelcode !== undefined) await passSecondStep(c, step.person, 'paper', herstelcode.trim())
      else await passSecondStep(c, step.person, 'app', code.replace(/\D/g, ''))
      return c.redirect(step.has === 'proved' ? safePath(naar) : '/mijn-account/herstelcodes', 303)
    },
    (problems) => secondPage(c, problems),
  )
})

function startPage(c: Context<Env>, problems: Problems | null): Response | Promise<Response> {
  const words = textsOf(c.var.language).start
  const to = problems?.typed.naar ?? c.req.query('naar') ?? ''
  return show(c, {
    title: words.title,
    face: 'public',
    status: problems ? 422 : 200,
    body: (
      <StartPage
        words={words}
        keys={formKeys(c)}
        to={String(to)}
        problems={problems}
        demo={c.var.kind === 'demo'}
        passkey={{ language: c.var.language, ceremony: enterCeremony(c) }}
      />
    ),
  })
}

function codePage(c: Context<Env>, problems: Problems | null): Response | Promise<Response> {
  const words = textsOf(c.var.language)
  const asked = waiting(c)
  if (!asked) return c.redirect('/inloggen', 303)
  return show(c, {
    title: words.code.title,
    face: 'public',
    status: problems ? 422 : 200,
    body: (
      <CodePage
        words={words.code}
        minutes={CODE_MINUTES}
        email={asked.email}
        to={asked.to}
        keys={formKeys(c)}
        problems={problems}
        demo={c.var.kind === 'demo'}
      />
    ),
  })
}

async function secondPage(c: Context<Env>, problems: Problems | null): Promise<Response> {
  const step = await secondStepOf(c)
  if (!step) return c.redirect('/inloggen', 303)
  const words = textsOf(c.var.language).second
  const key = step.has === 'begun' && !step.onlyPasskey ? await pictureOf(await keyOfSecondStep(c)) : null
  return show(c, {
    title: words.title,
    face: 'public',
    status: problems ? 422 : 200,
    body: (
      <SecondStepPage
        words={words}
        step={step}
        picture={key}
        keys={formKeys(c)}
        to={safePath(c.req.query('naar') ?? '')}
        problems={problems}
        passkey={step.passkeys > 0 ? { language: c.var.language, ceremony: enterCeremony(c) } : null}
      />
    ),
  })
}

/** A code that does not fit comes back as the same page with the sentence; anything else goes on to the page of errors. */
async function orAgain(attempt: () => Promise<Response>, again: (problems: Problems) => Response | Promise<Response>): Promise<Response> {
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'rule' || !error.field) throw error
    return again({ sentence: error.sentence, fields: { [error.field]: error.sentence.what }, typed: {} })
  }
}
