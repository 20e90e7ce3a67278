import { type Context, Hono } from 'hono'
import { today } from '#kit/clock.ts'
import { checkForm, type Problems } from '#kit/form.ts'
import { Refusal } from '#kit/refusal.ts'
import { asSystem, type Env, formKeys, limited, ownForm, sayDone, show } from '#rooms/access'
import { SignForm } from './answering.tsx'
import { digest } from './fingerprint.ts'
import { LinkPage } from './sign-pages.tsx'
import { signingTexts } from './signing.en.ts'
import { isNewest, planByLink, signByLink } from './signing.ts'

/** For whoever is asked to sign and has no account: the link from the mail. */
export const signByMail = new Hono<Env>()

async function opened(c: Context<Env>) {
  const token = c.req.param('token') ?? ''
  c.header('X-Robots-Tag', 'noindex, nofollow, noarchive')
  await limited(c, 'shared', digest(token))
  return { token, link: await planByLink(c.var.world, token) }
}

async function linkPage(c: Context<Env>, problems: Problems | null) {
  const { token, link } = await opened(c)
  const { language, world } = c.var
  const newest = await asSystem(world, link.tenant, 'actionPlan.signByLink', (tx, permit) => isNewest(tx, permit, link))
  const standing = link.until < today(world.clock) ? 'over' : newest ? 'open' : 'renewed'
  return show(c, {
    title: signingTexts(language).title,
    face: 'public',
    body: <LinkPage link={link} token={token} standing={standing} language={language} keys={formKeys(c)} problems={problems} />,
    ...(problems ? { status: 422 as const } : {}),
  })
}

signByMail.get('/tekenen/:token', (c) => linkPage(c, null))

signByMail.post('/tekenen/:token', async (c) => {
  const body = await ownForm(c)
  const { token, link } = await opened(c)
  const parsed = checkForm(SignForm, body, c.var.language)
  if (!parsed.ok) return linkPage(c, parsed.problems)
  try {
    await asSystem(c.var.world, link.tenant, 'actionPlan.signByLink', (tx, permit) => signByLink(tx, permit, link, parsed.value.name, parsed.value.agreed))
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'rule') throw error
    return linkPage(c, { sentence: error.sentence, fields: error.field ? { [error.field]: error.sentence.what } : {}, typed: parsed.typed })
  }
  sayDone(c, 'planSigned')
  return c.redirect(`/tekenen/${token}`, 303)
})
