import { type Context, Hono } from 'hono'
import { today } from '#kit/clock.ts'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { checkForm, choice, dayField, email, optional, optionalProse, optionalText, type Problems, prose, text, z } from '#kit/form.ts'
import { isId, newId } from '#kit/ids.ts'
import { Refusal, refuse, type Sentence } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { actAs, type Env, formKeys, limited, type OrganisationId, ownForm, type Permit, show } from '#rooms/access'
import { broughtOf } from '../check/brought.rules.ts'
import { givenIn, outcomeOf } from '../check/check.rules.ts'
import { houseOf, inLanguage, languageIn, metaOf, publicly, sealedMoment, sealedNow } from '../public.ts'
import { publicText } from '../texts/texts.ts'
import { ContactPage, InquiryPage } from './asking-pages.tsx'
import { texts } from './inquiries.en.ts'
import { INQUIRY_KINDS, inquiryStanding, looksLikeProgram, PRESENTATION_FORMS, presentationIcs } from './inquiries.rules.ts'
import { ask, askedBy, deskOrganisation, evaluate, inquiryToken, writeOn } from './inquiries.ts'

/** Asking the network something without an account, and reading what came of it. */
export const inquiryRoutes = new Hono<Env>()

type C = Context<Env>

const AskForm = z.object({
  kind: choice(INQUIRY_KINDS),
  words: prose(3000),
  name: text(100),
  email: email(),
  organisation: optionalText(120),
  wished1: optional(dayField()),
  wished2: optional(dayField()),
  wished3: optional(dayField()),
  form: optional(choice(PRESENTATION_FORMS)),
  spoken: optionalText(60),
  region: optionalText(80),
  a: optionalText(10),
  along: optional(choice(['ja', 'nee'])),
})
const MessageForm = z.object({ words: prose(3000) })
const MARKS = ['1', '2', '3', '4', '5'] as const
const EvaluationForm = z.object({ clear: choice(MARKS), useful: choice(MARKS), missed: optionalProse(1000) })

inquiryRoutes.get('/contact', showContact)
inquiryRoutes.get('/en/contact', showContact)
inquiryRoutes.post('/contact', sendInquiry)
inquiryRoutes.post('/en/contact', sendInquiry)

inquiryRoutes.get('/contact/aanvraag/:token', (c) => showInquiry(c, null))

inquiryRoutes.post('/contact/aanvraag/:token/bericht', async (c) => {
  const token = c.req.param('token')
  const body = await ownForm(c)
  const parsed = checkForm(MessageForm, body, c.var.language)
  if (!parsed.ok) return showInquiry(c, parsed.problems)
  await limited(c, 'shared', token)
  await outside(c, (tx, permit) => writeOn(tx, permit, token, keyIn(body), parsed.value.words))
  return c.redirect(`/contact/aanvraag/${token}`, 303)
})

inquiryRoutes.post('/contact/aanvraag/:token/mening', async (c) => {
  const token = c.req.param('token')
  const parsed = checkForm(EvaluationForm, await ownForm(c), c.var.language)
  if (!parsed.ok) return showInquiry(c, parsed.problems)
  await limited(c, 'shared', token)
  const { clear, useful, missed } = parsed.value
  await outside(c, (tx, permit) => evaluate(tx, permit, token, { clear: Number(clear), useful: Number(useful), words: missed }))
  return c.redirect(`/contact/aanvraag/${token}`, 303)
})

inquiryRoutes.get('/contact/aanvraag/:token/agenda.ics', async (c) => {
  const token = c.req.param('token')
  await limited(c, 'shared', token)
  const words = texts(c.var.language)
  const { inquiry } = await outside(c, (tx, permit) => askedBy(tx, permit, token))
  const presentation = inquiry.presentation ?? refuse(words.refusals.missing, {}, { kind: 'missing' })
  const file = presentationIcs(inquiry.id, words.status.icsTitle, presentation, c.var.world.clock.now())
  return c.body(file, 200, { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'attachment; filename="presentatie.ics"' })
})

async function showContact(c: C) {
  return inLanguage(c) ?? contactPage(c, null, c.req.query('a') ?? '', null)
}

async function sendInquiry(c: C) {
  c.set('language', languageIn(c.req.path))
  const { language, settings, world } = c.var
  const words = texts(language)
  const body = await ownForm(c)
  const id = keyIn(body)
  const kept = { id, shown: body._shown ?? '' }
  const parsed = checkForm(AskForm, body, language)
  if (!parsed.ok) return contactPage(c, parsed.problems, body.a ?? '', kept)
  const again = (sentence: Sentence, field: string | null) =>
    contactPage(c, { sentence, fields: field ? { [field]: sentence.what } : {}, typed: parsed.typed }, body.a ?? '', kept)
  const shownAt = sealedMoment(c, kept.shown)
  if (!shownAt) return again(words.refusals.fast, null)
  const program = looksLikeProgram(body.leeg ?? '', shownAt, world.clock.now())
  if (program) return again(words.refusals[program], null)
  const { wished1, wished2, wished3, a, along, form, spoken, region, ...facts } = parsed.value
  const given = along === 'ja' && a ? givenIn(a) : null
  const visit = facts.kind === 'presentation'
  const token = inquiryToken(settings.secret, id)
  await limited(c, 'apply', id)
  try {
    await outside(c, (tx, permit) =>
      ask(
        tx,
        permit,
        id,
        {
          ...facts,
          brought: given ? broughtOf(given, language) : null,
          wished: visit ? [wished1, wished2, wished3].filter((day): day is Day => day !== null) : [],
          form: visit ? form : null,
          spoken: visit ? spoken : null,
          region: visit ? region : null,
        },
        token,
        houseOf(c),
      ),
    )
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'rule') throw error
    return again(error.sentence, error.field)
  }
  return c.redirect(`/contact/aanvraag/${token}`, 303)
}

async function contactPage(c: C, problems: Problems | null, letters: string, kept: { readonly id: string; readonly shown: string } | null) {
  const { language, world } = c.var
  const found = await publicly(c, async (tx) => ({ text: await publicText(tx, { page: 'contact', language }), desk: await deskOrganisation(tx) }))
  const given = givenIn(letters)
  const brought = given && letters !== '' && outcomeOf(given) ? { letters, words: broughtOf(given, language) } : null
  const keys = formKeys(c)
  return show(c, {
    title: found.text.title,
    face: 'public',
    status: problems ? 422 : 200,
    meta: metaOf(c, found.text.intro),
    body: (
      <ContactPage
        text={found.text}
        language={language}
        open={found.desk !== null}
        brought={brought}
        today={today(world.clock)}
        shown={kept && sealedMoment(c, kept.shown) ? kept.shown : sealedNow(c)}
        keys={kept ? { ...keys, key: kept.id } : keys}
        problems={problems}
      />
    ),
  })
}

async function showInquiry(c: C, problems: Problems | null) {
  const token = c.req.param('token') ?? ''
  await limited(c, 'shared', token)
  const { language, world } = c.var
  const found = await outside(c, (tx, permit) => askedBy(tx, permit, token))
  const on = today(world.clock)
  return show(c, {
    title: fill(texts(language).status.title, { nr: found.inquiry.nr }),
    face: 'public',
    status: problems ? 422 : 200,
    body: (
      <InquiryPage
        {...found}
        standing={inquiryStanding(found.inquiry, on)}
        today={on}
        language={language}
        address={`/contact/aanvraag/${token}`}
        keys={() => formKeys(c)}
        problems={problems}
      />
    ),
  })
}

// Who asks needs no account: the program itself keeps it for the desk, and reads it for whoever holds the address.
async function outside<T>(c: C, run: (tx: Tx, permit: Permit<'inquiry.ask'>) => Promise<T>): Promise<T> {
  const { language, world } = c.var
  const organisation: OrganisationId = (await publicly(c, deskOrganisation)) ?? refuse(texts(language).refusals.noDesk, {}, { kind: 'missing' })
  return actAs(world, { person: null, organisation, role: 'system', language }, 'inquiry.ask', run)
}

function keyIn(body: Readonly<Record<string, string>>): string {
  return body._key && isId(body._key) ? body._key : newId()
}
