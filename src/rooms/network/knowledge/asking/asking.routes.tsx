import { type Context, Hono } from 'hono'
import { choice, many, optionalProse, optionalText, type Problems, prose, ticked, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, scopeOf, show } from '#rooms/access'
import { TOPICS } from '../knowledge.rules.ts'
import { nl } from './asking.nl.ts'
import { SHOWN_TO } from './asking.rules.ts'
import { answerQuestion, askQuestion, questionsFor, questionToRead, thankFor, withdrawQuestion } from './asking.ts'
import { AskQuestionPage, QuestionsPage } from './asking-pages.tsx'
import { QuestionPage } from './question-page.tsx'
import { giveQuestion, hideFromAll, peopleAtDesk } from './tending.ts'

/** Asking each other what the knowledge does not tell yet. */
export const askingRoutes = new Hono<Env>()

type C = Context<Env>

const QuestionForm = z.object({
  title: prose(140),
  words: optionalProse(2000),
  topics: many(choice(TOPICS)),
  shownTo: choice(SHOWN_TO),
  anyway: ticked(),
})

askingRoutes.get('/kennisvragen', async (c) => {
  const typed = typedIn(c, 'zoek')
  const found = await act(c, 'knowledge.read', async (tx, permit) => ({ ...(await questionsFor(tx, permit, typed)), today: permit.today }))
  return show(c, { title: nl.title, body: <QuestionsPage {...found} {...{ typed, me: me(c), mayAsk: mayAsk(c) }} /> })
})

askingRoutes.get('/kennisvragen/nieuw', (c) => showForm(c, null))
askingRoutes.post('/kennisvragen', (c) =>
  change(c, 'knowledge.ask', {
    form: QuestionForm,
    run: (tx, permit, form) => askQuestion(tx, permit, { ...form, words: form.words ?? '' }),
    done: 'questionAsked',
    to: (id) => `/kennisvragen/${id}`,
    again: (problems) => showForm(c, problems),
  }),
)

askingRoutes.get('/kennisvragen/:question', (c) => showQuestion(c, null))
askingRoutes.post('/kennisvragen/:question/antwoorden', (c) =>
  change(c, 'knowledge.answer', {
    form: z.object({ words: prose(3000), anyway: ticked() }),
    run: (tx, permit, { words, anyway }) => answerQuestion(tx, permit, idIn(c), words, anyway),
    done: 'questionAnswered',
    to: () => here(c),
    again: (problems) => showQuestion(c, problems),
  }),
)
askingRoutes.post('/kennisvragen/:question/antwoorden/:answer/dank', (c) =>
  change(c, 'knowledge.thank', {
    run: (tx, permit) => thankFor(tx, permit, idIn(c), c.req.param('answer')),
    done: 'questionThanked',
    to: () => here(c),
  }),
)
askingRoutes.post('/kennisvragen/:question/intrekking', (c) =>
  change(c, 'knowledge.ask', {
    run: (tx, permit) => withdrawQuestion(tx, permit, idIn(c)),
    done: 'questionWithdrawn',
    to: () => '/kennisvragen',
  }),
)
askingRoutes.post('/kennisvragen/:question/eigenaar', (c) =>
  change(c, 'knowledge.tend', {
    form: z.object({ holder: optionalText(40) }),
    run: (tx, permit, { holder }) => giveQuestion(tx, permit, idIn(c), holder),
    done: 'inquiryHanded',
    to: () => here(c),
    again: (problems) => showQuestion(c, problems),
  }),
)
askingRoutes.post('/kennisvragen/:question/verberging', (c) =>
  change(c, 'knowledge.tend', {
    form: z.object({ why: prose(300) }),
    run: (tx, permit, { why }) => hideFromAll(tx, permit, idIn(c), why),
    done: 'questionHidden',
    to: () => here(c),
    again: (problems) => showQuestion(c, problems),
  }),
)

async function showForm(c: C, problems: Problems | null) {
  await act(c, 'knowledge.ask', async () => null)
  return show(c, {
    title: nl.form.title,
    body: <AskQuestionPage title={typedIn(c, 'vraag')} asked={askedAbout(problems)} keys={formKeys(c)} problems={problems} />,
  })
}

async function showQuestion(c: C, problems: Problems | null) {
  const found = await act(c, 'knowledge.read', async (tx, permit) => ({ ...(await questionToRead(tx, permit, idIn(c))), today: permit.today }))
  const desk = c.var.seat && scopeOf('knowledge.tend', c.var.seat.role) ? await act(c, 'knowledge.tend', peopleAtDesk) : null
  return show(c, {
    title: found.question.title,
    body: <QuestionPage {...found} {...{ desk, me: me(c), problems, asked: askedAbout(problems) }} keys={() => formKeys(c)} />,
  })
}

/** Whether what was typed was asked about: only then it can be sent all the same. */
function askedAbout(problems: Problems | null): boolean {
  return problems?.sentence.what === nl.refusals.personal.what
}

function mayAsk(c: C): boolean {
  return c.var.seat !== null && scopeOf('knowledge.ask', c.var.seat.role) !== null
}

function typedIn(c: C, name: string): string {
  return (c.req.query(name) ?? '').trim().slice(0, 120)
}

function me(c: C): string {
  return c.var.person?.id ?? ''
}

function here(c: C): string {
  return `/kennisvragen/${idIn(c)}`
}

function idIn(c: C): string {
  return c.req.param('question') ?? ''
}
