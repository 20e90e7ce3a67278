import { type Context, Hono } from 'hono'
import { checkForm, choice, type Problems, text, z } from '#kit/form.ts'
import { isId, newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { actAs, type Env, formKeys, limited, type OrganisationId, ownForm, show } from '#rooms/access'
import { beginApplication, isBegun, tokenFor } from '#rooms/members'
import { cooperativeById, cooperativesToChoose } from '#rooms/organisations'
import { inLanguage, metaOf, publicly } from '../public.ts'
import { broughtOf } from './brought.rules.ts'
import { texts } from './check.en.ts'
import { type Given, givenIn, nextQuestion, outcomeOf } from './check.rules.ts'
import { OutcomePage, QuestionPage } from './check-pages.tsx'

/** "Is het iets voor mij?": the answers stand in the address as letters, so that back goes back and nothing is kept. */
export const checkRoutes = new Hono<Env>()

type C = Context<Env>

const AlongForm = z.object({ cooperative: text(40), along: choice(['ja', 'nee']), a: text(10) })

checkRoutes.get('/iets-voor-mij', showCheck)
checkRoutes.get('/en/iets-voor-mij', showCheck)

// Begins an application as /aanmelden does; what was answered goes along only when the visitor says so.
checkRoutes.post('/iets-voor-mij/aanmelden', async (c) => {
  const { language } = c.var
  const words = texts(language)
  const body = await ownForm(c)
  const parsed = checkForm(AlongForm, body, language)
  const letters = String(body.a ?? '')
  const given = readable(c, letters)
  if (!parsed.ok) return outcome(c, letters, given, parsed.problems)
  const { cooperative, along } = parsed.value
  if (!isId(cooperative)) refuse(words.refusals.noCooperative, {}, { kind: 'missing' })
  const organisation = cooperative as OrganisationId
  const id = typeof body._key === 'string' && isId(body._key) ? body._key : newId()
  const token = tokenFor(organisation, c.var.settings.secret, id)
  const outside = <T,>(run: Parameters<typeof actAs<'application.write', T>>[3]) =>
    actAs(c.var.world, { person: null, organisation, role: 'system', language }, 'application.write', run)
  // Counted once, however often the same form is sent.
  if (!(await outside((tx, permit) => isBegun(tx, permit, token)))) await limited(c, 'apply', id)
  await outside(async (tx, permit) => {
    await cooperativeById(tx, permit, organisation)
    await beginApplication(tx, permit, id, token, along === 'ja' ? broughtOf(given, language) : null)
  })
  return c.redirect(`/aanmelden/${token}/naam`, 303)
})

async function showCheck(c: C) {
  const elsewhere = inLanguage(c)
  if (elsewhere) return elsewhere
  const letters = c.req.query('a') ?? ''
  const given = readable(c, letters)
  const question = nextQuestion(given)
  if (!question) return outcome(c, letters, given, null)
  const { language } = c.var
  const words = texts(language)
  return show(c, {
    title: letters === '' ? words.title : words.questions[question].title,
    face: 'public',
    meta: metaOf(c, words.lead),
    body: <QuestionPage question={question} letters={letters} language={language} />,
  })
}

async function outcome(c: C, letters: string, given: Given, problems: Problems | null) {
  const { language } = c.var
  const words = texts(language)
  const check = outcomeOf(given) ?? refuse(words.refusals.unknown, {}, { kind: 'missing' })
  const cooperatives = await publicly(c, (tx) => cooperativesToChoose(tx))
  return show(c, {
    title: words.outcomes[check.fit][0],
    face: 'public',
    status: problems ? 422 : 200,
    body: <OutcomePage check={check} letters={letters} language={language} cooperatives={cooperatives} keys={formKeys(c)} problems={problems} />,
  })
}

function readable(c: C, letters: string): Given {
  return givenIn(letters) ?? refuse(texts(c.var.language).refusals.unknown, {}, { kind: 'missing' })
}
