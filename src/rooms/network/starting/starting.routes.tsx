import { type Context, Hono } from 'hono'
import { choice, email, optionalProse, optionalText, type Problems, prose, text, z } from '#kit/form.ts'
import { isId, newId } from '#kit/ids.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { answerConfirming, askConfirming } from './confirming/confirming.ts'
import { lessonRoutes } from './lessons/lessons.routes.tsx'
import { lessonsToDecide } from './lessons/lessons.ts'
import { answerAboutStep, giveStepQuestion } from './questions/questions.ts'
import { nl } from './starting.nl.ts'
import { askAboutStep, openInitiative, shareStart, startPath, startsOverseen, tickStep } from './starting.ts'
import { StartPage } from './starting-pages.tsx'
import { StartsPage } from './starts-page.tsx'
import { stepPage } from './step-page.tsx'

/** The path from an idea to the first invoice, and how the network lets initiatives in and answers them. */
export const startRoutes = new Hono<Env>()

startRoutes.route('/', lessonRoutes)

type C = Context<Env>

startRoutes.get('/startpad', async (c) => {
  const found = await act(c, 'start.read', startPath)
  return show(c, { title: nl.title, body: <StartPage {...found} keys={formKeys(c)} /> })
})

startRoutes.post('/startpad/delen', (c) =>
  change(c, 'start.share', {
    form: z.object({ delen: choice(['ja', 'nee']) }),
    run: (tx, permit, { delen }) => shareStart(tx, permit, delen === 'ja'),
    done: 'startShared',
    to: () => '/startpad',
  }),
)

startRoutes.get('/startpad/:step', (c) => stepPage(c, null))

startRoutes.post('/startpad/:step/stand', (c) =>
  change(c, 'start.tick', {
    form: z.object({ stand: choice(['klaar', 'open']) }),
    run: (tx, permit, { stand }) => tickStep(tx, permit, c.req.param('step'), stand === 'klaar'),
    done: 'startTicked',
    to: () => '/startpad',
  }),
)

startRoutes.post('/startpad/:step/vragen', (c) =>
  change(c, 'start.ask', {
    form: z.object({ words: prose(1000) }),
    run: (tx, permit, { words }) => askAboutStep(tx, permit, c.req.param('step'), words),
    done: 'startAsked',
    to: () => `/startpad/${c.req.param('step')}`,
    again: (problems) => stepPage(c, problems),
  }),
)

startRoutes.get('/netwerk/initiatieven', (c) => startsPage(c, null))

startRoutes.post('/netwerk/initiatieven', (c) =>
  change(c, 'initiative.open', {
    form: z.object({ name: text(120), personName: text(120), email: email() }),
    run: (tx, permit, facts) => openInitiative(tx, permit, facts),
    done: 'initiativeOpened',
    to: () => '/netwerk/initiatieven',
    again: (problems) => startsPage(c, problems),
  }),
)

startRoutes.post('/netwerk/initiatieven/vragen/:thread/antwoord', (c) =>
  change(c, 'start.answer', {
    form: z.object({ words: prose(2000) }),
    run: (tx, permit, { words }) => answerAboutStep(tx, permit, c.req.param('thread'), words),
    done: 'startAnswered',
    to: () => '/netwerk/initiatieven',
  }),
)

startRoutes.post('/netwerk/initiatieven/vragen/:thread/eigenaar', (c) =>
  change(c, 'start.answer', {
    form: z.object({ holder: optionalText(40) }),
    run: (tx, permit, { holder }) => giveStepQuestion(tx, permit, c.req.param('thread'), holder),
    done: 'inquiryHanded',
    to: () => '/netwerk/initiatieven',
  }),
)

startRoutes.post('/startpad/bevestiging/aanvraag', (c) =>
  change(c, 'start.confirm', {
    form: z.object({ kvk: text(12), words: prose(400) }),
    run: (tx, permit, { kvk, words }) => askConfirming(tx, permit, kvk, words),
    done: 'confirmingAsked',
    to: () => '/startpad/bevestiging',
    again: (problems) => stepPage(c, problems),
  }),
)

startRoutes.post('/netwerk/initiatieven/bevestigingen/:confirming/antwoord', (c) =>
  change(c, 'initiative.confirm', {
    form: z.object({ answer: choice(['ja', 'nee']), words: optionalProse(400) }),
    run: (tx, permit, { answer, words }) => {
      const id = c.req.param('confirming')
      return answerConfirming(tx, permit, isId(id) ? id : newId(), answer === 'ja', words)
    },
    done: 'confirmingAnswered',
    to: () => '/netwerk/initiatieven',
  }),
)

async function startsPage(c: C, problems: Problems | null) {
  const found = await act(c, 'start.oversee', async (tx, permit) => ({ ...(await startsOverseen(tx, permit)), lessons: await lessonsToDecide(tx, permit) }))
  return show(c, { title: nl.network.title, body: <StartsPage {...found} keys={() => formKeys(c)} problems={problems} /> })
}
