import { type Context, Hono } from 'hono'
import { today } from '#kit/clock.ts'
import { checkForm, type Problems, prose, said, text, ticked, z } from '#kit/form.ts'
import { isId, newId } from '#kit/ids.ts'
import { Refusal, refuse } from '#kit/refusal.ts'
import { asSystem, type Env, formKeys, limited, ownForm, sayDone, show } from '#rooms/access'
import { digest } from '../../customer/link.ts'
import { quoteTexts } from '../quotes.en.ts'
import { AnswerPage } from './answer-page.tsx'
import { acceptQuote, askAboutQuote, declineQuote, quoteByLink, quotePdf } from './answering.ts'

/** For customers, who have no account: whoever holds the link of a quote. */
export const answerPages = new Hono<Env>()

const tick = { nl: quoteTexts('nl').terms.accept.mustTick, en: quoteTexts('en').terms.accept.mustTick }
const AcceptForm = z.object({ name: text(120), agreed: ticked().refine((agreed) => agreed, said(tick)) })
const DeclineForm = z.object({ reason: prose(500) })
const AskForm = z.object({ words: prose(1000) })

async function opened(c: Context<Env>) {
  const token = c.req.param('token') ?? ''
  c.header('X-Robots-Tag', 'noindex, nofollow, noarchive')
  await limited(c, 'link', digest(token))
  return { ...(await quoteByLink(c.var.world, token, c.var.language)), path: `/offerte/${token}` }
}

async function answerPage(c: Context<Env>, problems: { readonly at: 'accept' | 'decline' | 'ask'; readonly problems: Problems } | null) {
  const { path, ...seen } = await opened(c)
  const { language, world } = c.var
  return show(c, {
    title: quoteTexts(language).terms.title(seen.quote.number),
    face: 'public',
    body: <AnswerPage seen={seen} path={path} today={today(world.clock)} keys={formKeys(c)} problems={problems} language={language} />,
    ...(problems ? { status: 422 as const } : {}),
  })
}

answerPages.get('/offerte/:token', (c) => answerPage(c, null))

answerPages.get('/offerte/:token/pdf', async (c) => {
  const { quote } = await opened(c)
  const document = quote.document ?? refuse(quoteTexts(c.var.language).refusals.notOpen, {}, { kind: 'conflict' })
  const pdf = await quotePdf(document)
  return c.body(Buffer.from(pdf), 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${document.number}.pdf"` })
})

answerPages.post('/offerte/:token/akkoord', async (c) => {
  const body = await ownForm(c)
  const { quote, path } = await opened(c)
  const parsed = checkForm(AcceptForm, body, c.var.language)
  if (!parsed.ok) return answerPage(c, { at: 'accept', problems: parsed.problems })
  await asSystem(c.var.world, quote.tenant, 'quote.answer', (tx, permit) =>
    acceptQuote(tx, permit, quote.id, versionIn(body, quote.version), parsed.value.name, c.var.language),
  )
  sayDone(c, 'quoteAccepted')
  return c.redirect(path, 303)
})

answerPages.post('/offerte/:token/nee', async (c) => {
  const body = await ownForm(c)
  const { quote, path } = await opened(c)
  const parsed = checkForm(DeclineForm, body, c.var.language)
  if (!parsed.ok) return answerPage(c, { at: 'decline', problems: parsed.problems })
  await asSystem(c.var.world, quote.tenant, 'quote.answer', (tx, permit) =>
    declineQuote(tx, permit, quote.id, versionIn(body, quote.version), parsed.value.reason, c.var.language),
  )
  sayDone(c, 'quoteDeclined')
  return c.redirect(path, 303)
})

answerPages.post('/offerte/:token/vraag', async (c) => {
  const body = await ownForm(c)
  const { quote, path } = await opened(c)
  const parsed = checkForm(AskForm, body, c.var.language)
  if (!parsed.ok) return answerPage(c, { at: 'ask', problems: parsed.problems })
  const id = typeof body._key === 'string' && isId(body._key) ? body._key : newId()
  await asSystem(c.var.world, quote.tenant, 'quote.answer', (tx, permit) => askAboutQuote(tx, permit, quote.id, id, parsed.value.words))
  sayDone(c, 'customerAsked')
  return c.redirect(path, 303)
})

/** The version that was read: what changed since is not what the customer agreed to. */
function versionIn(body: Readonly<Record<string, unknown>>, newest: number): number {
  const version = Number(body.version ?? newest)
  if (!Number.isInteger(version)) throw new Refusal(quoteTexts('nl').refusals.notOpen, 'conflict', null)
  return version
}
