import { type Context, Hono } from 'hono'
import { pageAsked } from '#kit/paging.ts'
import { refuse } from '#kit/refusal.ts'
import { type Env, show } from '#rooms/access'
import { CRAFTS } from '../listings/listings.rules.ts'
import { houseOf, inLanguage, metaOfPage, publicly, titleOfPage } from '../public.ts'
import { askingRoutes } from './asking/asking.routes.tsx'
import { keepingOfferingRoutes } from './keeping/keeping.routes.tsx'
import { offeringPage } from './offering-page.tsx'
import { texts } from './offerings.en.ts'
import { structuredList } from './offerings.rules.ts'
import { offeringsFound, shownPicture } from './offerings.ts'
import { CataloguePage } from './offerings-pages.tsx'

/** What members make and do: the public catalogue. */
export const offeringRoutes = new Hono<Env>()

type C = Context<Env>

offeringRoutes.get('/aanbod', showCatalogue)
offeringRoutes.get('/en/aanbod', showCatalogue)
offeringRoutes.get('/aanbod/:offering', showOfferingPublic)
offeringRoutes.get('/en/aanbod/:offering', showOfferingPublic)
offeringRoutes.get('/aanbod/fotos/:file', showPhoto)
offeringRoutes.route('/', askingRoutes)
offeringRoutes.route('/', keepingOfferingRoutes)

async function showCatalogue(c: C) {
  const led = inLanguage(c)
  if (led) return led
  const { language } = c.var
  const words = texts(language)
  const craft = CRAFTS.find((each) => each === c.req.query('werk')) ?? null
  const town = (c.req.query('plaats') ?? '').slice(0, 80)
  const { found, at } = await publicly(c, (tx) => offeringsFound(tx, { craft, town }, pageAsked(c.req.query('pagina'))))
  const wanted = { werk: craft, plaats: town }
  return show(c, {
    title: titleOfPage(c, words.title, at),
    face: 'public',
    meta: metaOfPage(c, words.lead, { wanted, at }, { structured: [structuredList(found, `${houseOf(c)}${c.req.path}`, at.before)] }),
    body: <CataloguePage {...{ found, at, wanted, language }} />,
  })
}

async function showOfferingPublic(c: C) {
  return inLanguage(c) ?? offeringPage(c, null, null)
}

/** A photo that is shown: kept by browsers for ten minutes only, for a member may take it back. Nothing in it is ever run. */
async function showPhoto(c: C) {
  const { file } = c.req.param()
  const picture = await publicly(c, (tx) => shownPicture(tx, file ?? ''))
  if (!picture) return refuse(texts(c.var.language).refusals.missing, {}, { kind: 'missing' })
  // What is kept by others may carry no cookie of one browser.
  c.header('Set-Cookie', undefined)
  const tag = `"${picture.sha256.slice(0, 32)}"`
  const headers = { 'Cache-Control': 'public, max-age=600', ETag: tag }
  if (c.req.header('If-None-Match') === tag) return c.body(null, 304, headers)
  return c.body(new Uint8Array(picture.bytes), 200, {
    ...headers,
    'Content-Type': picture.type,
    'Content-Disposition': 'inline',
    'X-Content-Type-Options': 'nosniff',
  })
}
