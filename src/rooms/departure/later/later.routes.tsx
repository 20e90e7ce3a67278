import { type Context, Hono } from 'hono'
import { checkForm, choice, type Problems, z } from '#kit/form.ts'
import { refuse } from '#kit/refusal.ts'
import { actAs, type Env, formKeys, limited, ownForm, show } from '#rooms/access'
import { laterTexts } from './later.en.ts'
import { LATER_BENEFIT, LATER_FARING, LATER_WORK } from './later.rules.ts'
import { answerLater, cooperativeOfLink, invitationAt, stopLater } from './later.ts'
import { LaterPage } from './later-pages.tsx'

/** For who left, without an account: whoever holds the link of the mail. */
export const laterPages = new Hono<Env>()

type C = Context<Env>

const AnswerForm = z.object({ work: choice(LATER_WORK), benefit: choice(LATER_BENEFIT), faring: choice(LATER_FARING) })

laterPages.get('/hoe-gaat-het/:token', (c) => laterPage(c, null))

laterPages.post('/hoe-gaat-het/:token', async (c) => {
  const body = await ownForm(c)
  const token = await tokenIn(c)
  const parsed = checkForm(AnswerForm, body, c.var.language)
  if (!parsed.ok) return laterPage(c, parsed.problems)
  await outside(c, (tx, permit) => answerLater(tx, permit, token, parsed.value))
  return c.redirect(`/hoe-gaat-het/${token}`, 303)
})

laterPages.post('/hoe-gaat-het/:token/stoppen', async (c) => {
  await ownForm(c)
  const token = await tokenIn(c)
  await outside(c, (tx, permit) => stopLater(tx, permit, token))
  return c.redirect(`/hoe-gaat-het/${token}`, 303)
})

async function laterPage(c: C, problems: Problems | null) {
  const token = await tokenIn(c)
  const found = await outside(c, (tx, permit) => invitationAt(tx, permit, token))
  return show(c, {
    title: laterTexts(c.var.language).title,
    face: 'public',
    body: <LaterPage {...found} path={`/hoe-gaat-het/${token}`} keys={() => formKeys(c)} problems={problems} language={c.var.language} />,
    ...(problems ? { status: 422 as const } : {}),
  })
}

/** The end of the address, once it is not tried too often. */
async function tokenIn(c: C): Promise<string> {
  const token = c.req.param('token') ?? ''
  c.header('X-Robots-Tag', 'noindex, nofollow, noarchive')
  await limited(c, 'shared', token)
  return token
}

// Who left needs no account: the program itself keeps the answer, for whoever holds the link.
function outside<T>(c: C, run: Parameters<typeof actAs<'followUp.answer', T>>[3]): Promise<T> {
  const language = c.var.language
  const organisation = cooperativeOfLink(c.req.param('token') ?? '') ?? refuse(laterTexts(language).refusals.gone, {}, { kind: 'missing' })
  return actAs(c.var.world, { person: null, organisation, role: 'system', language }, 'followUp.answer', run)
}
