import { type Context, Hono } from 'hono'
import { dayOf, longDay } from '#kit/day.ts'
import { email, type Problems, z } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { change } from '../act.ts'
import type { Env } from '../env.ts'
import { personOf } from '../permit.ts'
import { formKeys, show } from '../show.tsx'
import { showAccount } from '../sign-in/account.routes.tsx'
import { ownForm } from '../sign-in/form-token.ts'
import { endSession } from '../sign-in/session.ts'
import { changeAddress, linkStands, proveAddress, stopAddress, stopOwnChange } from './new-address.ts'
import { AddressDonePage, AddressLinkPage } from './pages/address-pages.tsx'
import { textsOf } from './people.en.ts'

/** A new address to sign in with: asked for on one's own account, proved or stopped by links in mails. */
export const routes = new Hono<Env>()

routes.post('/mijn-account/adres', (c) =>
  change(c, 'person.address', {
    form: z.object({ email: email() }),
    run: (tx, permit, form) => changeAddress(tx, permit, personOf(permit), form.email, c.var.settings.baseUrl),
    done: 'addressAsked',
    to: () => '/mijn-account',
    again: (problems: Problems) => showAccount(c, problems),
  }),
)

routes.post('/mijn-account/adres/stop', (c) => change(c, 'person.address', { run: stopOwnChange, done: 'addressStopped', to: () => '/mijn-account' }))

// A scanner of mail opens every link: looking spends nothing, the button does.
routes.get('/inloggen/nieuw-adres/:token', async (c) => {
  const { state, address } = await linkStands(c.var.world, 'proof', c.req.param('token'))
  const { language } = c.var
  const words = textsOf(language).proof
  if (!address || state === 'old') return old(c)
  if (state === 'early') {
    const text = fill(words.earlyText, { from: longDay(dayOf(address.worksFrom), language) })
    return show(c, { title: words.early, face: 'public', body: <AddressDonePage title={words.early} text={text} /> })
  }
  const text = fill(words.intro, { email: address.email })
  return show(c, {
    title: words.title,
    face: 'public',
    body: <AddressLinkPage title={words.title} text={text} action={c.req.path} keys={formKeys(c)} button={words.do} />,
  })
})

routes.post('/inloggen/nieuw-adres/:token', async (c) => {
  await ownForm(c)
  if (!(await proveAddress(c.var.world, c.req.param('token')))) return old(c)
  await endSession(c)
  const words = textsOf(c.var.language).proof
  return show(c, { title: words.done, face: 'public', body: <AddressDonePage title={words.done} text={words.doneText} signIn={words.signIn} /> })
})

routes.get('/inloggen/oud-adres/:token', async (c) => {
  const { state } = await linkStands(c.var.world, 'stop', c.req.param('token'))
  if (state === 'old') return old(c)
  const words = textsOf(c.var.language).stop
  return show(c, {
    title: words.title,
    face: 'public',
    body: <AddressLinkPage title={words.title} text={words.intro} action={c.req.path} keys={formKeys(c)} button={words.do} />,
  })
})

routes.post('/inloggen/oud-adres/:token', async (c) => {
  await ownForm(c)
  if (!(await stopAddress(c.var.world, c.req.param('token')))) return old(c)
  const words = textsOf(c.var.language).stop
  return show(c, { title: words.done, face: 'public', body: <AddressDonePage title={words.done} text={words.doneText} /> })
})

function old(c: Context<Env>): Response | Promise<Response> {
  const words = textsOf(c.var.language).proof
  return show(c, { title: words.old, face: 'public', status: 410, body: <AddressDonePage title={words.old} text={words.oldText} /> })
}
