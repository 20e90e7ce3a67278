import { type Context, Hono } from 'hono'
import { checkForm, choice, email, many, optional, optionalProse, optionalText, type Problems, prose, text, z } from '#kit/form.ts'
import { isId, newId } from '#kit/ids.ts'
import { Refusal, refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { act, actAs, change, type Env, formKeys, formTokenMatches, limited, lookedAtStranger, type OrganisationId, scopeOf, show } from '#rooms/access'
import { allCooperatives, cooperativeById, cooperativesToChoose, municipalities } from '#rooms/organisations'
import { BENEFIT_SOURCES } from '../benefit.rules.ts'
import { texts } from '../members.en.ts'
import { nl } from '../members.nl.ts'
import { SUPPORT_KINDS } from '../members.types.ts'
import { ApplicationPage, ApplicationsPage } from '../pages/applications-page.tsx'
import { ApplyPage, QuestionPage, SentPage, WholePage } from '../pages/apply-pages.tsx'
import type { Answers } from './application.sql.ts'
import {
  answer,
  applicationOf,
  applications,
  beginApplication,
  cooperativeIn,
  isBegun,
  sendApplication,
  takeApplication,
  tokenFor,
  writeBack,
} from './application.ts'
import { after, isQuestion, type Question } from './questions.rules.ts'

export const routes = new Hono<Env>()

type C = Context<Env>

/** What each question may hold. "Weet ik niet" leaves it empty and tells the coach to ask. */
const FORMS = {
  naam: z.object({ firstName: text(60) }),
  bereik: z.object({ reach: text(120) }),
  idee: z.object({ idea: prose(1000) }),
  uitkering: z.object({ benefit: choice(BENEFIT_SOURCES) }),
  hulp: z.object({ help: many(choice(SUPPORT_KINDS)), note: optionalProse(1000) }),
} satisfies Record<Question, z.ZodType<Omit<Answers, 'unsure'>>>

/** Where to ask once more for what cannot be missing. */
const QUESTION_OF: Readonly<Record<string, Question>> = { firstName: 'naam', reach: 'bereik' }

// Without an account the program itself keeps the answers, for whoever holds the token.
function outside<T>(c: C, organisation: OrganisationId, run: Parameters<typeof actAs<'application.write', T>>[3]): Promise<T> {
  return actAs(c.var.world, { person: null, organisation, role: 'system', language: c.var.language }, 'application.write', run)
}

routes.get('/aanmelden', (c) => applyPage(c, null))

routes.post('/aanmelden', async (c) => {
  const body = await ownForm(c)
  const [first, ...more] = (await everyCooperative(c)).map((each) => each.id)
  const parsed = checkForm(z.object({ cooperative: choice([first ?? '', ...more]) }), body, c.var.language)
  if (!parsed.ok) return applyPage(c, parsed.problems)
  const cooperative = idOf(parsed.value.cooperative) as OrganisationId
  const id = typeof body._key === 'string' && isId(body._key) ? body._key : newId()
  const token = tokenFor(cooperative, c.var.settings.secret, id)
  // Counted once, however often the same form is sent.
  if (!(await outside(c, cooperative, (tx, permit) => isBegun(tx, permit, token)))) await limited(c, 'apply', id)
  await outside(c, cooperative, async (tx, permit) => {
    await cooperativeById(tx, permit, cooperative)
    await beginApplication(tx, permit, id, token)
  })
  return c.redirect(`/aanmelden/${token}/naam`, 303)
})

routes.get('/aanmelden/:token/:stap', (c) => showStep(c, null))

routes.post('/aanmelden/:token/:stap', async (c) => {
  const token = c.req.param('token')
  const step = c.req.param('stap')
  const body = await ownForm(c)
  const organisation = cooperativeIn(token) ?? refuse(nl.refusals.noApplication, {}, { kind: 'missing' })
  if (step === 'klaar') {
    try {
      await outside(c, organisation, (tx, permit) => sendApplication(tx, permit, token))
    } catch (error) {
      const missing = error instanceof Refusal ? QUESTION_OF[error.field ?? ''] : undefined
      if (!(error instanceof Refusal) || !missing) throw error
      return again(c, problemsOf(error, {}), missing)
    }
    return c.redirect(`/aanmelden/${token}/verstuurd`, 303)
  }
  if (!isQuestion(step)) refuse(nl.refusals.noApplication, {}, { kind: 'missing' })
  const unsure = body.unsure === 'ja'
  const parsed = unsure ? ({ ok: true, value: {} } as const) : checkForm<Omit<Answers, 'unsure'>>(FORMS[step], body, c.var.language)
  if (!parsed.ok) return again(c, parsed.problems)
  try {
    await outside(c, organisation, (tx, permit) => answer(tx, permit, token, step, parsed.value, unsure))
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'rule') throw error
    const typed = Object.fromEntries(Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
    return again(c, problemsOf(error, typed))
  }
  return c.redirect(`/aanmelden/${token}/${after(step)}`, 303)
})

routes.get('/aanmeldingen', async (c) => {
  const list = await act(c, 'application.read', applications)
  return show(c, { title: nl.applications.title, body: <ApplicationsPage applications={list} language={c.var.language} /> })
})

routes.get('/aanmeldingen/:application', (c) => showApplication(c, null))

routes.post('/aanmeldingen/:application', (c) =>
  change(c, 'application.take', {
    form: z.object({ name: text(120), email: optional(email()), phone: optionalText(30), municipality: optionalText(40) }),
    run: (tx, permit, form) =>
      takeApplication(tx, permit, idOf(c.req.param('application')), {
        ...form,
        municipality: form.municipality ? (idOf(form.municipality) as OrganisationId) : null,
      }),
    done: 'applicationTaken',
    to: (member) => `/leden/${member}`,
    again: (problems) => showApplication(c, problems),
  }),
)

routes.post('/aanmeldingen/:application/antwoord', (c) =>
  change(c, 'application.answer', {
    form: z.object({ words: prose(2000), outcome: choice(['answered', 'declined']) }),
    run: (tx, permit, { words, outcome }) => writeBack(tx, permit, idOf(c.req.param('application')), { words, declined: outcome === 'declined' }),
    done: ({ outcome }) => (outcome === 'declined' ? 'applicationDeclined' : 'applicationAnswered'),
    to: () => '/aanmeldingen',
    again: (problems) => showApplication(c, problems, 'antwoord'),
  }),
)

function everyCooperative(c: C) {
  return c.var.world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, allCooperatives)
}

/** Whoever comes from the page of a cooperative finds that one chosen. */
async function applyPage(c: C, problems: Problems | null) {
  const asked = c.req.query('bij') ?? null
  const cooperatives = await c.var.world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, (tx) => cooperativesToChoose(tx, asked))
  const { language } = c.var
  const chosen = cooperatives.find(({ id }) => id === asked)?.id
  return show(c, {
    title: texts[language].apply.title,
    face: 'public',
    status: problems ? 422 : 200,
    body: <ApplyPage cooperatives={cooperatives} chosen={chosen} language={language} keys={formKeys(c)} problems={problems} />,
  })
}

async function showApplication(c: C, problems: Problems | null, part: 'oppakken' | 'antwoord' = 'oppakken') {
  const id = idOf(c.req.param('application') ?? '')
  const found = await act(c, 'application.read', async (tx, permit) => {
    const application = (await applications(tx, permit)).find((each) => each.id === id) ?? refuse(nl.refusals.noApplication, {}, { kind: 'missing' })
    await lookedAtStranger(tx, permit, 'application', id)
    return { application, municipalities: await municipalities(tx, permit) }
  })
  const role = c.var.seat?.role
  const rights = { take: Boolean(role && scopeOf('application.take', role)), answer: Boolean(role && scopeOf('application.answer', role)) }
  return show(c, {
    title: fill(nl.applications.of, { name: found.application.firstName ?? '' }),
    body: <ApplicationPage {...found} language={c.var.language} keys={formKeys(c)} problems={problems && { part, found: problems }} may={rights} />,
  })
}

async function showStep(c: C, problems: Problems | null, step: string = c.req.param('stap') ?? '') {
  const token = c.req.param('token') ?? ''
  const organisation = cooperativeIn(token) ?? refuse(nl.refusals.noApplication, {}, { kind: 'missing' })
  const found = await outside(c, organisation, async (tx, permit) => ({
    application: await applicationOf(tx, permit, token),
    cooperative: await cooperativeById(tx, permit, organisation),
  }))
  const { language } = c.var
  const words = texts[language].apply
  const props = { ...found, token, language, keys: formKeys(c), problems }
  if (found.application.sentAt) return show(c, { title: words.sent.title, face: 'public', body: <SentPage {...props} /> })
  if (step === 'klaar') return show(c, { title: words.klaar.question, face: 'public', body: <WholePage {...props} /> })
  if (!isQuestion(step)) refuse(nl.refusals.noApplication, {}, { kind: 'missing' })
  return show(c, { title: words[step].question, face: 'public', body: <QuestionPage {...props} question={step} /> })
}

function problemsOf(refused: Refusal, typed: Problems['typed']): Problems {
  return { sentence: refused.sentence, fields: refused.field ? { [refused.field]: refused.sentence.what } : {}, typed }
}

async function again(c: C, problems: Problems, step?: Question): Promise<Response> {
  const response = await showStep(c, problems, step)
  return new Response(response.body, { status: 422, headers: response.headers })
}

async function ownForm(c: C): Promise<Record<string, unknown>> {
  const body = await c.req.parseBody({ all: true })
  if (!formTokenMatches(c, body._csrf)) refuse(nl.refusals.formExpired, {}, { kind: 'forbidden' })
  return body
}

function idOf(id: string): string {
  return isId(id) ? id : refuse(nl.refusals.noApplication, {}, { kind: 'missing' })
}
