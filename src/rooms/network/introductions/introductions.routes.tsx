import { type Context, Hono } from 'hono'
import { choice, optionalProse, type Problems, prose, text, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { nl } from './introductions.nl.ts'
import { USEFUL } from './introductions.rules.ts'
import {
  answerIntroduction,
  askIntroduction,
  introductionById,
  introductionsToOversee,
  lookBack,
  peerToAsk,
  proposeIntroduction,
  writeInIntroduction,
} from './introductions.ts'
import { AskIntroductionPage, IntroductionPage, OverseeIntroductionsPage } from './introductions-pages.tsx'

/** Two organisations that meet: asked, answered, spoken, looked back on. */
export const introductionRoutes = new Hono<Env>()

type C = Context<Env>

introductionRoutes.get('/kennismaken/:peer', (c) => askPage(c, null))
introductionRoutes.post('/kennismaken/:peer', (c) =>
  change(c, 'introduction.ask', {
    form: z.object({ words: prose(600) }),
    run: async (tx, permit, { words }) => askIntroduction(tx, permit, await peerToAsk(tx, permit, idIn(c, 'peer')), words),
    done: 'introductionAsked',
    to: (id) => `/kennismakingen/${id}`,
    again: (problems) => askPage(c, problems),
  }),
)

introductionRoutes.get('/kennismakingen/:introduction', (c) => showIntroduction(c, null))
introductionRoutes.post('/kennismakingen/:introduction/antwoord', (c) =>
  change(c, 'introduction.answer', {
    form: z.object({ answer: choice(['ja', 'nee']), words: optionalProse(400) }),
    run: (tx, permit, { answer, words }) => answerIntroduction(tx, permit, idIn(c, 'introduction'), answer === 'ja', words),
    done: 'introductionAnswered',
    to: () => here(c),
    again: (problems) => showIntroduction(c, problems),
  }),
)
introductionRoutes.post('/kennismakingen/:introduction/intrekking', (c) =>
  change(c, 'introduction.answer', {
    run: (tx, permit) => answerIntroduction(tx, permit, idIn(c, 'introduction'), false, null),
    done: 'introductionWithdrawn',
    to: () => here(c),
  }),
)
introductionRoutes.post('/kennismakingen/:introduction/berichten', (c) =>
  change(c, 'introduction.write', {
    form: z.object({ words: prose(2000) }),
    run: (tx, permit, { words }) => writeInIntroduction(tx, permit, idIn(c, 'introduction'), words),
    done: 'introductionWritten',
    to: () => here(c),
    again: (problems) => showIntroduction(c, problems),
  }),
)
introductionRoutes.post('/kennismakingen/:introduction/terugblik', (c) =>
  change(c, 'introduction.lookBack', {
    form: z.object({ useful: choice(USEFUL), words: optionalProse(600) }),
    run: (tx, permit, { useful, words }) => lookBack(tx, permit, idIn(c, 'introduction'), useful, words),
    done: 'introductionLookedBack',
    to: () => here(c),
    again: (problems) => showIntroduction(c, problems),
  }),
)

introductionRoutes.get('/netwerk/kennismaken', (c) => overseePage(c, null))
introductionRoutes.post('/netwerk/kennismaken', (c) =>
  change(c, 'introduction.propose', {
    form: z.object({ one: text(40), two: text(40), words: prose(600) }),
    run: (tx, permit, facts) => proposeIntroduction(tx, permit, facts),
    done: 'introductionProposed',
    to: () => '/netwerk/kennismaken',
    again: (problems) => overseePage(c, problems),
  }),
)

async function askPage(c: C, problems: Problems | null) {
  const peer = await act(c, 'experience.match', (tx, permit) => peerToAsk(tx, permit, idIn(c, 'peer')))
  return show(c, { title: peer.name, body: <AskIntroductionPage peer={peer} keys={formKeys(c)} problems={problems} /> })
}

async function showIntroduction(c: C, problems: Problems | null) {
  const found = await act(c, 'introduction.read', async (tx, permit) => ({
    view: await introductionById(tx, permit, idIn(c, 'introduction')),
    own: permit.organisation,
    today: permit.today,
  }))
  return show(c, { title: nl.list.title, body: <IntroductionPage {...found} keys={() => formKeys(c)} problems={problems} /> })
}

async function overseePage(c: C, problems: Problems | null) {
  const { profiles, introductions } = await act(c, 'introduction.oversee', introductionsToOversee)
  return show(c, {
    title: nl.network.title,
    body: <OverseeIntroductionsPage profiles={profiles} views={introductions} keys={formKeys(c)} problems={problems} />,
  })
}

function here(c: C): string {
  return `/kennismakingen/${idIn(c, 'introduction')}`
}

function idIn(c: C, name: 'peer' | 'introduction'): string {
  const id = c.req.param(name) ?? ''
  return isId(id) ? id : refuse(nl.refusals.missing, {}, { kind: 'missing' })
}
