import { type Context, Hono } from 'hono'
import { today } from '#kit/clock.ts'
import { checkForm, choice, dayField, email, many, type Problems, prose, text, z } from '#kit/form.ts'
import { isId, newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, asSystem, change, type Env, formKeys, limited, looked, ownForm, personOf, sayDone, show } from '#rooms/access'
import {
  answerAlong,
  isCode,
  lookAlong,
  noteLook,
  PARTNER_KINDS,
  partnersOf,
  partnerTexts,
  partnerView,
  preparePartner,
  sendPartner,
  stopPartner,
} from '#rooms/coaching'
import { AlongPage, CodePage } from './along-page.tsx'
import { NewPartnerPage, PartnerPage, PartnersPage } from './partner-pages.tsx'
import { copiesOf, piecesToChoose } from './pieces.ts'

/** Whom a member lets look along. Here, above all rooms, because a piece can come from any of them. */
export const partner = new Hono<Env>()

type C = Context<Env>

const InviteForm = z.object({ kind: choice(PARTNER_KINDS), name: text(80), email: email(), until: dayField(), pieces: many(text(60)) })
const RightForm = z.object({ about: text(160), name: text(80) })
const MessageForm = z.object({ words: prose(1000), name: text(80) })

partner.get('/meekijkers', async (c) => {
  const partners = await act(c, 'partner.read', partnersOf)
  const { language } = c.var
  return show(c, { title: partnerTexts(language).title, body: <PartnersPage partners={partners} language={language} /> })
})

partner.get('/meekijkers/nieuw', (c) => newPage(c, null))

partner.post('/meekijkers', (c) =>
  change(c, 'partner.invite', {
    form: InviteForm,
    run: async (tx, permit, { pieces, ...facts }) => preparePartner(tx, permit, facts, await copiesOf(tx, permit, pieces)),
    done: 'partnerPrepared',
    to: (id) => `/meekijkers/${id}`,
    again: (problems) => newPage(c, problems),
  }),
)

partner.get('/meekijkers/:invitation', async (c) => {
  const view = await act(c, 'partner.read', async (tx, permit) => {
    await looked(tx, permit, [personOf(permit)])
    return partnerView(tx, permit, idIn(c))
  })
  const { language } = c.var
  return show(c, { title: view.name, body: <PartnerPage view={view} language={language} keys={() => formKeys(c)} /> })
})

partner.post('/meekijkers/:invitation/versturen', (c) =>
  change(c, 'partner.invite', {
    run: (tx, permit) => sendPartner(tx, permit, idIn(c), c.var.world.baseUrl ?? new URL(c.req.url).origin),
    done: 'partnerSent',
    to: () => `/meekijkers/${idIn(c)}`,
  }),
)

partner.post('/meekijkers/:invitation/intrekken', (c) =>
  change(c, 'partner.stop', {
    run: (tx, permit) => stopPartner(tx, permit, idIn(c)),
    done: 'partnerStopped',
    to: () => `/meekijkers/${idIn(c)}`,
  }),
)

partner.get('/meekijken/:token', async (c) => codePage(c, await opened(c), false))

partner.post('/meekijken/:token', async (c) => {
  const found = await opened(c)
  const body = await ownForm(c)
  await limited(c, 'code', found.invitation.id)
  if (found.invitation.standing !== 'running') return codePage(c, found, false)
  if (!isCode(found.token, found.invitation.codeHash, body.code ?? '')) return codePage(c, found, true)
  await asSystem(c.var.world, found.invitation.tenant, 'partner.answer', (tx, permit) => noteLook(tx, permit, found.invitation))
  return alongPage(c, found, body.code ?? '', null)
})

partner.post('/meekijken/:token/antwoord', async (c) => {
  const found = await opened(c)
  const body = await ownForm(c)
  await limited(c, 'code', found.invitation.id)
  if (!isCode(found.token, found.invitation.codeHash, body.code ?? '')) return codePage(c, found, true)
  const message = body.kind === 'message'
  const parsed = message ? checkForm(MessageForm, body, c.var.language) : checkForm(RightForm, body, c.var.language)
  if (!parsed.ok) return alongPage(c, found, body.code ?? '', { at: message ? 'message' : 'right', problems: parsed.problems })
  const said = { about: null, words: null, ...parsed.value }
  if (said.about && !found.invitation.pieces.some(({ title }) => title === said.about)) refuse(partnerTexts('nl').refusals.over, {}, { kind: 'conflict' })
  const id = isId(body._key ?? '') ? (body._key ?? '') : newId()
  await asSystem(c.var.world, found.invitation.tenant, 'partner.answer', (tx, permit) => answerAlong(tx, permit, found.invitation, id, said))
  sayDone(c, 'partnerSaid')
  return c.redirect(`/meekijken/${found.token}`, 303)
})

async function opened(c: C) {
  const token = c.req.param('token') ?? ''
  c.header('X-Robots-Tag', 'noindex, nofollow, noarchive')
  await limited(c, 'shared', token)
  return { token, invitation: await lookAlong(c.var.world, token, today(c.var.world.clock)) }
}

type Opened = Awaited<ReturnType<typeof opened>>

function codePage(c: C, { token, invitation }: Opened, wrong: boolean) {
  const { language } = c.var
  return show(c, {
    title: partnerTexts(language).along.title,
    face: 'public',
    body: (
      <CodePage token={token} member={invitation.memberName} open={invitation.standing === 'running'} wrong={wrong} language={language} keys={formKeys(c)} />
    ),
    ...(wrong ? { status: 422 as const } : {}),
  })
}

function alongPage(c: C, { token, invitation }: Opened, code: string, problems: { readonly at: 'right' | 'message'; readonly problems: Problems } | null) {
  const { language } = c.var
  return show(c, {
    title: partnerTexts(language).along.title,
    face: 'public',
    body: <AlongPage token={token} code={code} invitation={invitation} language={language} keys={() => formKeys(c)} problems={problems} />,
    ...(problems ? { status: 422 as const } : {}),
  })
}

async function newPage(c: C, problems: Problems | null) {
  const choices = await act(c, 'partner.invite', piecesToChoose)
  const { language } = c.var
  return show(c, {
    title: partnerTexts(language).form.title,
    body: <NewPartnerPage choices={choices} today={today(c.var.world.clock)} language={language} keys={formKeys(c)} problems={problems} />,
  })
}

function idIn(c: C): string {
  const id = c.req.param('invitation') ?? ''
  return isId(id) ? id : refuse(partnerTexts(c.var.language).refusals.missing, {}, { kind: 'missing' })
}
