import { type Context, Hono } from 'hono'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { accessTextsOf } from '../access.en.ts'
import type { PersonFacts } from '../access.sql.ts'
import { sayDone } from '../done/done.ts'
import type { Env } from '../env.ts'
import type { PersonId } from '../permit.ts'
import { ownForm } from '../sign-in/form-token.ts'
import { safePath } from '../sign-in/sign-in.ts'
import { addPasskey, enterByPasskey, removePasskey, signOutDevice } from './passkeys.ts'

/** Coming in with a passkey, the own passkeys, and the own devices. */
export const routes = new Hono<Env>()

routes.post('/inloggen/passkey', async (c) => {
  const { zegel = '', antwoord = '', naar = '' } = await ownForm(c)
  await enterByPasskey(c, zegel, antwoord)
  return c.redirect(safePath(naar), 303)
})

routes.post('/mijn-account/passkeys', async (c) => {
  const { zegel = '', antwoord = '', naam = '' } = await ownForm(c)
  await addPasskey(c, self(c), zegel, antwoord, naam.trim().slice(0, 60))
  sayDone(c, 'passkeyAdded')
  return c.redirect('/mijn-account', 303)
})

routes.post('/mijn-account/passkeys/einde', async (c) => {
  const { passkey = '' } = await ownForm(c)
  await removePasskey(c, self(c).id as PersonId, passkey)
  sayDone(c, 'passkeyRemoved')
  return c.redirect('/mijn-account', 303)
})

routes.post('/mijn-account/apparaten/einde', async (c) => {
  const { apparaat = '' } = await ownForm(c)
  const { id } = self(c)
  if (isId(apparaat)) await signOutDevice(c, id as PersonId, apparaat)
  sayDone(c, 'deviceSignedOut')
  return c.redirect('/mijn-account', 303)
})

function self(c: Context<Env>): PersonFacts {
  return c.var.person ?? refuse(accessTextsOf(c.var.language).refusals.signInFirst, {}, { kind: 'forbidden' })
}
