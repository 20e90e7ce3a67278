import { type Context, Hono } from 'hono'
import { type Problems, prose, text, z } from '#kit/form.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { FrontPage } from '../pages/front-page.tsx'
import { TextPage } from '../pages/text-page.tsx'
import { inLanguage, metaOf, publicly } from '../public.ts'
import { nl } from './texts.nl.ts'
import { addressOf, isPublicPage, LANGUAGES, PUBLIC_PAGES, type PublicPage, type PublicText } from './texts.rules.ts'
import { decideText, keptTexts, publicText, textsOfPage, textToDecide, writeText } from './texts.ts'
import { DecideTextPage, PageTextsPage, TextsPage, WriteTextPage } from './texts-pages.tsx'

/** The pages that anybody reads, and how the network keeps their texts. */
export const textRoutes = new Hono<Env>()

type C = Context<Env>

const TextForm = z.object({ title: text(100), intro: prose(300), body: prose(12_000) })
const RejectForm = z.object({ reason: prose(500) })

// A page that holds a form of its own stands with that form.
const PLAIN = PUBLIC_PAGES.filter((page) => page !== 'contact')
for (const page of PLAIN) for (const language of LANGUAGES) textRoutes.get(addressOf(page, language), (c) => showPage(c, page))

// The flyer stood here before; letters and mails name it.
textRoutes.get('/gemeenten', (c) => c.redirect('/voor-gemeenten', 301))

textRoutes.get('/netwerk/teksten', async (c) => {
  const found = await act(c, 'publicText.read', keptTexts)
  return show(c, { title: nl.title, body: <TextsPage {...found} /> })
})

textRoutes.get('/netwerk/teksten/:page/:language', async (c) => {
  const place = placeIn(c)
  const found = await act(c, 'publicText.read', (tx, permit) => textsOfPage(tx, permit, place))
  return show(c, { title: fill(nl.of, { page: nl.pages[place.page], language: nl.languages[place.language] }), body: <PageTextsPage {...place} {...found} /> })
})

textRoutes.get('/netwerk/teksten/:page/:language/nieuw', (c) => showWriting(c, null))

textRoutes.post('/netwerk/teksten/:page/:language/nieuw', (c) =>
  change(c, 'publicText.write', {
    form: TextForm,
    run: (tx, permit, form) => writeText(tx, permit, placeIn(c), form),
    done: 'textWritten',
    to: (id) => `/netwerk/teksten/versie/${id}/nakijken`,
    again: (problems) => showWriting(c, problems),
  }),
)

// Works nothing out but how it will look; what was typed stays in the form.
textRoutes.post('/netwerk/teksten/:page/:language/voorbeeld', async (c) => {
  const typed = await c.req.parseBody()
  return showWriting(c, null, { title: String(typed.title ?? ''), intro: String(typed.intro ?? ''), body: String(typed.body ?? '') })
})

textRoutes.get('/netwerk/teksten/versie/:version/nakijken', (c) => showDecision(c, null))

textRoutes.post('/netwerk/teksten/versie/:version/publicatie', (c) =>
  change(c, 'publicText.decide', {
    run: (tx, permit) => decideText(tx, permit, c.req.param('version'), null),
    done: 'textPublished',
    to: ({ page, language }) => `/netwerk/teksten/${page}/${language}`,
  }),
)

textRoutes.post('/netwerk/teksten/versie/:version/afwijzing', (c) =>
  change(c, 'publicText.decide', {
    form: RejectForm,
    run: (tx, permit, { reason }) => decideText(tx, permit, c.req.param('version'), reason),
    done: 'textRejected',
    to: ({ page, language }) => `/netwerk/teksten/${page}/${language}`,
    again: (problems) => showDecision(c, problems),
  }),
)

async function showPage(c: C, page: PublicPage) {
  const elsewhere = inLanguage(c)
  if (elsewhere) return elsewhere
  const { language } = c.var
  const text = await publicly(c, (tx) => publicText(tx, { page, language }))
  const body =
    page === 'voorpagina' ? (
      <FrontPage text={text} language={language} demo={c.var.kind === 'demo'} />
    ) : (
      <TextPage text={text} language={language} reckons={page === 'voor-gemeenten'} begins={page === 'starten'} />
    )
  return show(c, { title: text.title, face: 'public', meta: metaOf(c, text.intro), body })
}

async function showWriting(c: C, problems: Problems | null, preview: PublicText | null = null) {
  const place = placeIn(c)
  const { shown } = await act(c, 'publicText.write', async (tx, permit) => ({ shown: await publicText(tx, place), permit }))
  return show(c, { title: nl.write, body: <WriteTextPage {...place} shown={preview ?? shown} preview={preview} keys={formKeys(c)} problems={problems} /> })
}

async function showDecision(c: C, problems: Problems | null) {
  const found = await act(c, 'publicText.decide', (tx, permit) => textToDecide(tx, permit, c.req.param('version') ?? ''))
  return show(c, { title: nl.decide.title, body: <DecideTextPage {...found} keys={formKeys(c)} rejectKeys={formKeys(c)} problems={problems} /> })
}

function placeIn(c: C) {
  const { page = '', language = '' } = c.req.param()
  const known = LANGUAGES.find((each) => each === language)
  return isPublicPage(page) && known ? { page, language: known } : refuse(nl.refusals.missing, {}, { kind: 'missing' })
}
