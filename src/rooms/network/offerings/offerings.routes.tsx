import { type Context, Hono } from 'hono'
import { checkForm, choice, email, type Problems, prose, text, ticked, z } from '#kit/form.ts'
import { isId, newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, actAs, change, type Env, formKeys, limited, type OrganisationId, ownForm, sayDone, show } from '#rooms/access'
import { texts as asking } from '../inquiries/inquiries.en.ts'
import { looksLikeProgram } from '../inquiries/inquiries.rules.ts'
import { CRAFTS } from '../listings/listings.rules.ts'
import { houseOf, inLanguage, languageIn, metaOf, publicly, sealedMoment, sealedNow } from '../public.ts'
import { texts } from './offerings.en.ts'
import { findOfferings, OFFERING_KINDS, structuredOf } from './offerings.rules.ts'
import { askAbout, offeringQuestions, ownOfferings, shownOfferings, showOffering, takeBack } from './offerings.ts'
import { CataloguePage, OfferingPage, OfferingQuestionsPage, OwnOfferingsPage } from './offerings-pages.tsx'

/** What members make and do: the public catalogue, and how each member keeps the own part of it. */
export const offeringRoutes = new Hono<Env>()

type C = Context<Env>

const QuoteForm = z.object({ words: prose(2000), name: text(100), email: email() })
const OfferingForm = z.object({
  kind: choice(OFFERING_KINDS),
  title: text(80),
  about: prose(600),
  craft: choice(CRAFTS),
  tradeName: text(80),
  town: text(80),
  agreed: ticked(),
})

offeringRoutes.get('/aanbod', showCatalogue)
offeringRoutes.get('/en/aanbod', showCatalogue)
offeringRoutes.get('/aanbod/:offering', showOfferingPublic)
offeringRoutes.get('/en/aanbod/:offering', showOfferingPublic)
offeringRoutes.post('/aanbod/:offering', askForQuote)
offeringRoutes.post('/en/aanbod/:offering', askForQuote)

offeringRoutes.get('/mijn-aanbod', (c) => showOwnOfferings(c, null))

offeringRoutes.post('/mijn-aanbod', (c) =>
  change(c, 'offering.keep', {
    form: OfferingForm,
    run: (tx, permit, { agreed, ...facts }) => showOffering(tx, permit, facts, agreed),
    done: 'offeringShown',
    to: () => '/mijn-aanbod',
    again: (problems) => showOwnOfferings(c, problems),
  }),
)

offeringRoutes.post('/mijn-aanbod/:offering/einde', (c) =>
  change(c, 'offering.keep', {
    run: (tx, permit) => takeBack(tx, permit, c.req.param('offering')),
    done: 'offeringTakenBack',
    to: () => '/mijn-aanbod',
  }),
)

offeringRoutes.get('/vragen-van-klanten', async (c) => {
  const questions = await act(c, 'offering.read', offeringQuestions)
  return show(c, { title: texts(c.var.language).coach.title, body: <OfferingQuestionsPage questions={questions} language={c.var.language} /> })
})

async function showCatalogue(c: C) {
  const elsewhere = inLanguage(c)
  if (elsewhere) return elsewhere
  const { language } = c.var
  const words = texts(language)
  const craft = CRAFTS.find((each) => each === c.req.query('werk')) ?? null
  const town = (c.req.query('plaats') ?? '').slice(0, 80)
  const found = findOfferings(await publicly(c, shownOfferings), { craft, town })
  return show(c, {
    title: words.title,
    face: 'public',
    meta: metaOf(c, words.lead),
    body: <CataloguePage found={found} craft={craft} town={town} language={language} />,
  })
}

async function showOfferingPublic(c: C) {
  return inLanguage(c) ?? offeringPage(c, null, null)
}

async function askForQuote(c: C) {
  c.set('language', languageIn(c.req.path))
  const { language, world } = c.var
  const body = await ownForm(c)
  const id = body._key && isId(body._key) ? body._key : newId()
  const kept = { id, shown: body._shown ?? '' }
  const parsed = checkForm(QuoteForm, body, language)
  if (!parsed.ok) return offeringPage(c, parsed.problems, kept)
  const shownAt = sealedMoment(c, kept.shown)
  const program = shownAt ? looksLikeProgram(body.leeg ?? '', shownAt, world.clock.now()) : 'fast'
  if (program) return offeringPage(c, { sentence: asking(language).refusals[program], fields: {}, typed: parsed.typed }, kept)
  const offering = await oneShown(c)
  await limited(c, 'apply', id)
  const organisation = offering.cooperative as OrganisationId
  await actAs(world, { person: null, organisation, role: 'system', language }, 'offering.ask', (tx, permit) =>
    askAbout(tx, permit, offering.id, id, parsed.value),
  )
  sayDone(c, 'offeringAsked')
  return c.redirect(c.req.path, 303)
}

async function offeringPage(c: C, problems: Problems | null, kept: { readonly id: string; readonly shown: string } | null) {
  const { language } = c.var
  const offering = await oneShown(c)
  const keys = formKeys(c)
  return show(c, {
    title: offering.title,
    face: 'public',
    status: problems ? 422 : 200,
    meta: metaOf(c, offering.about, { structured: [structuredOf(offering, `${houseOf(c)}${c.req.path}`)] }),
    body: (
      <OfferingPage
        offering={offering}
        language={language}
        shown={kept && sealedMoment(c, kept.shown) ? kept.shown : sealedNow(c)}
        keys={kept ? { ...keys, key: kept.id } : keys}
        problems={problems}
      />
    ),
  })
}

async function oneShown(c: C) {
  const id = c.req.param('offering')
  return (await publicly(c, shownOfferings)).find((each) => each.id === id) ?? refuse(texts(c.var.language).refusals.missing, {}, { kind: 'missing' })
}

async function showOwnOfferings(c: C, problems: Problems | null) {
  const found = await act(c, 'offering.keep', ownOfferings)
  const { language } = c.var
  return show(c, { title: texts(language).own.title, body: <OwnOfferingsPage {...found} language={language} keys={() => formKeys(c)} problems={problems} /> })
}
