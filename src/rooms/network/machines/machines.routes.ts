import { Hono } from 'hono'
import { fill } from '#kit/text.ts'
import type { Env } from '#rooms/access'
import { FLYERS } from '../flyers/flyers.rules.ts'
import { newestItems, shownSlugs } from '../knowledge/knowledge.sql.ts'
import { shownLent } from '../lending/lending.ts'
import { shownListings } from '../listings/listings.ts'
import { texts } from '../network.en.ts'
import { photoPath } from '../offerings/offerings.rules.ts'
import { shownOfferings } from '../offerings/offerings.ts'
import { houseOf, publicly, twinOf } from '../public.ts'
import { addressOf, PUBLIC_PAGES } from '../texts/texts.rules.ts'
import { publishedTexts } from '../texts/texts.ts'
import { atom, IN_THE_FEED, type Listed, type News, robots, sitemap } from './machines.rules.ts'

/** What search engines and readers of feeds ask for. */
export const machineRoutes = new Hono<Env>()

const FEED = '/nieuw.atom'

machineRoutes.get('/robots.txt', (c) => c.text(robots(c.var.kind, houseOf(c))))

machineRoutes.get('/sitemap.xml', async (c) => {
  const home = houseOf(c)
  const [listings, offerings, slugs, lent] = await publicly(
    c,
    async (tx) => [await shownListings(tx), await shownOfferings(tx), await shownSlugs(tx), await shownLent(tx)] as const,
  )
  const paths = [
    ...PUBLIC_PAGES.map((page) => addressOf(page, 'nl')),
    '/iets-voor-mij',
    '/voor-gemeenten/rekenhulp',
    '/cooperaties',
    '/kennis',
    ...slugs.map((slug) => `/kennis/${slug}`),
    '/kennis/afspraken',
    ...lent.map((slug) => `/kennis/afspraken/${slug}`),
    '/cijfers',
    '/flyers',
    ...FLYERS.map((flyer) => `/flyers/${flyer}`),
    '/aanbod',
    ...listings.map(({ cooperative }) => `/cooperaties/${cooperative}`),
  ]
  const listed = (path: string): Listed => ({ nl: `${home}${path}`, en: `${home}${twinOf(path)}` })
  const shown = offerings.map(({ id, photos }) => ({ ...listed(`/aanbod/${id}`), images: photos.map((photo) => `${home}${photoPath(photo)}`) }))
  const pages = [...paths.map(listed), ...shown]
  return c.body(sitemap(pages), 200, { 'Content-Type': 'application/xml; charset=utf-8' })
})

machineRoutes.get('/nieuw.atom', async (c) => {
  const home = houseOf(c)
  const words = texts('nl')
  const [published, offerings, items, listings] = await publicly(
    c,
    async (tx) => [await publishedTexts(tx), await shownOfferings(tx, IN_THE_FEED), await newestItems(tx, IN_THE_FEED), await shownListings(tx)] as const,
  )
  const news: readonly News[] = [
    ...published.map(({ page, language, title, intro, at }) => ({ address: `${home}${addressOf(page, language)}`, title, words: intro, at })),
    ...offerings.map(({ id, title, about, shownAt: at }) => ({ address: `${home}/aanbod/${id}`, title, words: about, at })),
    ...items.map(({ slug, title, intro, at }) => ({ address: `${home}/kennis/${slug}`, title, words: intro, at })),
    ...listings.flatMap(({ cooperative, name, town, shownSince: at }) =>
      at
        ? [{ address: `${home}/cooperaties/${cooperative}`, title: fill(words.newCooperative, { name }), words: fill(words.newCooperativeIn, { town }), at }]
        : [],
    ),
  ]
  const feed = { title: words.feed, home, path: FEED, begun: c.var.world.clock.now() }
  return c.body(atom(feed, news), 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
})
