import { type Context, Hono } from 'hono'
import { amount, checkForm, choice, dayField, email, type Problems, prose, text, ticked, z } from '#kit/form.ts'
import { isId, newId } from '#kit/ids.ts'
import { act, actAs, change, type Env, formKeys, limited, type OrganisationId, ownForm, sayDone, show } from '#rooms/access'
import { ENTERED_VAT } from '#rooms/invoicing'
import { texts as asking } from '../../inquiries/inquiries.en.ts'
import { looksLikeProgram } from '../../inquiries/inquiries.rules.ts'
import { languageIn, sealedMoment } from '../../public.ts'
import { offeringPage, oneShown } from '../offering-page.tsx'
import { texts } from '../offerings.en.ts'
import { askAbout, quoteFor, quoteToBegin } from './asking.ts'
import { QuoteForQuestionPage } from './quote-page.tsx'

/** A customer asks about what is shown, and a quote comes of it. */
export const askingRoutes = new Hono<Env>()

type C = Context<Env>

const QuestionForm = z.object({ words: prose(2000), name: text(100), email: email() })
const QuoteForm = z.object({
  agreed: ticked(),
  kind: choice(['person', 'organisation']).default('person'),
  what: prose(200),
  price: amount(),
  basis: choice(['with', 'without']),
  vat: choice(ENTERED_VAT),
  workOn: dayField(),
})

askingRoutes.post('/aanbod/:offering', askForQuote)
askingRoutes.post('/en/aanbod/:offering', askForQuote)

askingRoutes.get('/vragen-van-klanten/:question/offerte', (c) => quotePage(c, null))

askingRoutes.post('/vragen-van-klanten/:question/offerte', (c) =>
  change(c, 'quote.write', {
    form: QuoteForm,
    run: (tx, permit, form) => quoteFor(tx, permit, c.req.param('question'), form),
    done: 'quoteSaved',
    to: (quote) => `/offertes/${quote}`,
    again: (problems) => quotePage(c, problems),
  }),
)

async function quotePage(c: C, problems: Problems | null) {
  const begun = await act(c, 'quote.write', (tx, permit) => quoteToBegin(tx, permit, c.req.param('question') ?? ''))
  const { language } = c.var
  return show(c, {
    title: texts(language).quoting.title,
    body: (
      <QuoteForQuestionPage
        begun={begun}
        back={c.var.seat?.role === 'member' ? '/mijn-aanbod' : '/vragen-van-klanten'}
        keys={formKeys(c)}
        problems={problems}
        language={language}
      />
    ),
  })
}

async function askForQuote(c: C) {
  c.set('language', languageIn(c.req.path))
  const { language, world } = c.var
  const body = await ownForm(c)
  const id = body._key && isId(body._key) ? body._key : newId()
  const kept = { id, shown: body._shown ?? '' }
  const parsed = checkForm(QuestionForm, body, language)
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
  return c.redirect(`${c.req.path}?gevraagd=ja`, 303)
}
