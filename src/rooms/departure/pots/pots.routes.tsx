import { type Context, Hono } from 'hono'
import { fileResponse } from '#kit/files.ts'
import { amount, choice, dayField, file, optionalProse, optionalText, type Problems, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { type Cents, parseEuro } from '#kit/money.ts'
import { renderPdf } from '#kit/pdf.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { type Action, act, change, type Env, formKeys, looked, scopeOf, show } from '#rooms/access'
import { askMunicipality, letterOfAnswer, questionById, questionsToAsk, recordAnswer } from '../asking/asking.ts'
import { questionPaper } from '../asking/letter.ts'
import { QuestionPage, QuestionsPage } from '../asking/municipality-pages.tsx'
import { nl } from '../asking/office.nl.ts'
import { departureTexts } from '../departure.en.ts'
import { type DepartureId, POT_RECEIVERS, type PotQuestion, type PotQuestionId, VERDICTS } from '../departure.rules.ts'
import { alongOf } from '../wizard/along.ts'
import { noticeRows } from '../wizard/wizard.sql.ts'
import { departureById } from '../wizard/wizard.ts'
import { potTexts } from './pots.en.ts'
import { POT_NAMES } from './pots.rules.ts'
import { questionRows } from './pots.sql.ts'
import { readsBenefit } from './pots.ts'
import { AskPage, PotsPage } from './pots-page.tsx'
import { releasePot } from './releasing.ts'

/** The pots of who leaves, for both sides: the question, the answer, and where the money goes. */
export const pots = new Hono<Env>()

type C = Context<Env>

const ReleaseForm = z.object({
  pot: choice(POT_NAMES),
  receiver: choice(['agreement', ...POT_RECEIVERS]),
  cents: amount(),
  why: optionalProse(300),
  fundOf: optionalText(120),
})
const MONTH = /^(?:business|development|late)-(?:\d{4}-\d{2}|eerder)$/
const AnswerFields = z.object({ verdict: choice(VERDICTS), answeredOn: dayField(), letter: file() }).catchall(z.unknown())

pots.get('/vertrek/:departure/potten', (c) => potsPage(c, null))

pots.post('/vertrek/:departure/potten', (c) =>
  change(c, 'departure.release', {
    form: ReleaseForm,
    run: (tx, permit, form) => releasePot(tx, permit, departureIn(c), form),
    done: 'potReleased',
    to: () => `/vertrek/${departureIn(c)}/potten`,
    again: (found) => potsPage(c, { found, at: 'release' }),
  }),
)

pots.get('/vertrek/:departure/vraag', async (c) => {
  const found = await act(c, 'departure.read', async (tx, permit) => {
    const departure = await departureById(tx, permit, departureIn(c))
    await looked(tx, permit, [departure.member])
    return { departure, drafts: [...(await questionsToAsk(tx, permit, departure)).values()], benefits: readsBenefit(permit) }
  })
  return show(c, { title: potTexts(c.var.language).askTitle, body: <AskPage {...found} keys={() => formKeys(c)} problems={null} language={c.var.language} /> })
})

pots.post('/vertrek/:departure/vraag', (c) =>
  change(c, 'departure.ask', {
    run: (tx, permit) => askMunicipality(tx, permit, departureIn(c)),
    done: 'potAsked',
    to: () => `/vertrek/${departureIn(c)}/potten`,
  }),
)

pots.get('/vertrek/:departure/vraag/:question/pdf', async (c) => {
  const found = await act(c, 'departure.read', async (tx, permit) => {
    const question = await questionById(tx, permit, questionIn(c))
    await looked(tx, permit, [question.member])
    return { question, benefits: readsBenefit(permit) }
  })
  return letterPdf(c, found.question, found.benefits)
})

pots.get('/vertrek/:departure/vraag/:question/brief/:answer', async (c) => {
  const found = await act(c, 'departure.read', async (tx, permit) => {
    const question = await questionById(tx, permit, questionIn(c))
    await looked(tx, permit, [question.member])
    return letterOfAnswer(tx, permit, question.id, known(c, c.req.param('answer')))
  })
  return fileResponse(found)
})

pots.post('/vertrek/:departure/vraag/:question/antwoord', (c) =>
  answer(
    c,
    () => `/vertrek/${departureIn(c)}/potten`,
    (found) => potsPage(c, { found, at: questionIn(c) }),
  ),
)

pots.get('/vertrekvragen', async (c) => {
  const found = await act(c, 'departure.questions', async (tx, permit) => {
    const questions = await questionRows(tx, permit)
    const notices = await noticeRows(tx, permit)
    await looked(tx, permit, [...new Set([...questions, ...notices].map(({ member }) => member))])
    return { questions: questions.toReversed(), notices }
  })
  return show(c, { title: nl.questions.title, body: <QuestionsPage {...found} /> })
})

pots.get('/vertrekvragen/:question', (c) => questionPage(c, null))

pots.get('/vertrekvragen/:question/pdf', async (c) => letterPdf(c, (await questionFound(c)).question, true))

pots.get('/vertrekvragen/:question/brief/:answer', async (c) => {
  const found = await act(c, 'departure.questions', async (tx, permit) => {
    const question = await questionById(tx, permit, questionIn(c))
    await looked(tx, permit, [question.member])
    return letterOfAnswer(tx, permit, question.id, known(c, c.req.param('answer')))
  })
  return fileResponse(found)
})

pots.post('/vertrekvragen/:question/antwoord', (c) =>
  // The cooperative writes an answer down at the departure itself; this road is of the municipality alone.
  act(c, 'departure.questions', async () => {}).then(() =>
    answer(
      c,
      () => `/vertrekvragen/${questionIn(c)}`,
      (problems) => questionPage(c, problems),
    ),
  ),
)

function answer(c: C, to: () => string, again: (problems: Problems) => Promise<Response>) {
  return change(c, 'departure.answer', {
    form: AnswerFields,
    run: async (tx, permit, { verdict, answeredOn, letter, ...rest }) =>
      recordAnswer(tx, permit, questionIn(c), {
        verdict,
        answeredOn,
        file: letter ? { name: letter.name, bytes: new Uint8Array(await letter.arrayBuffer()) } : null,
        amounts: amountsIn(c, rest),
      }),
    done: 'potAnswered',
    to,
    again,
  })
}

/** What may be paid out of each month, as it was typed; an empty field is nothing. Refuses what is no amount. */
function amountsIn(c: C, fields: Readonly<Record<string, unknown>>): ReadonlyMap<string, Cents> {
  const amounts = new Map<string, Cents>()
  for (const [name, typed] of Object.entries(fields)) {
    if (!MONTH.test(name) || typeof typed !== 'string' || typed.trim() === '') continue
    const cents = parseEuro(typed)
    if (cents === null || cents < 0n) refuse(departureTexts(c.var.language).refusals.noAmount, {}, { field: name })
    amounts.set(name, cents)
  }
  return amounts
}

async function potsPage(c: C, problems: { readonly found: Problems; readonly at: string } | null): Promise<Response> {
  const found = await act(c, 'departure.read', async (tx, permit) => {
    const departure = await departureById(tx, permit, departureIn(c))
    await looked(tx, permit, [departure.member])
    return { departure, along: await alongOf(tx, permit, departure), own: permit.person === departure.member, today: permit.today }
  })
  const rights = { ask: may(c, 'departure.ask'), answer: may(c, 'departure.answer'), release: may(c, 'departure.release') }
  const words = potTexts(c.var.language)
  return show(c, {
    title: found.own ? words.own : fill(words.title, { name: found.along.name }),
    body: <PotsPage {...found} may={rights} keys={() => formKeys(c)} problems={problems} language={c.var.language} />,
    ...(problems ? { status: 422 as const } : {}),
  })
}

function questionFound(c: C) {
  return act(c, 'departure.questions', async (tx, permit) => {
    const question = await questionById(tx, permit, questionIn(c))
    await looked(tx, permit, [question.member])
    return { question, today: permit.today }
  })
}

async function questionPage(c: C, problems: Problems | null): Promise<Response> {
  const found = await questionFound(c)
  const body = <QuestionPage {...found} keys={formKeys(c)} problems={problems} />
  return show(c, { title: fill(nl.question.title, { name: found.question.content.name }), body, ...(problems ? { status: 422 as const } : {}) })
}

async function letterPdf(c: C, { content, askedAt }: PotQuestion, benefits: boolean): Promise<Response> {
  const data = questionPaper(content, askedAt, [content.cooperative], benefits)
  const pdf = await renderPdf({ template: 'kit/pdf/letter.typ', data, standard: 'ua-1', madeAt: Math.floor(askedAt.epochMilliseconds / 1000) })
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline; filename="vraag-bij-vertrek.pdf"' })
}

function may(c: C, action: Action): boolean {
  return c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null
}

function departureIn(c: C): DepartureId {
  return known(c, c.req.param('departure')) as DepartureId
}

function questionIn(c: C): PotQuestionId {
  return known(c, c.req.param('question')) as PotQuestionId
}

function known(c: C, id: string | undefined): string {
  return id && isId(id) ? id : refuse(departureTexts(c.var.language).refusals.missing, {}, { kind: 'missing' })
}
