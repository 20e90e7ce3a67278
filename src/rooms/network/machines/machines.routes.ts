import { Hono } from 'hono'
import type { Env } from '#rooms/access'
import { FLYERS } from '../flyers/flyers.rules.ts'
import { shownSlugs } from '../knowledge/knowledge.sql.ts'
import { shownLent } from '../lending/lending.ts'
import { shownListings } from '../listings/listings.ts'
import { texts } from '../network.en.ts'
import { photoPath } from '../offerings/offerings.rules.ts'
import { shownOfferings } from '../offerings/offerings.ts'
import { houseOf, publicly, twinOf } from '../public.ts'
import { addressOf, PUBLIC_PAGES } from '../texts/texts.rules.ts'
import { publishedTexts } from '../texts/texts.ts'
import { atom, IN_THE_FEED, type Listed, robots, sitemap } from './machines.rules.ts'

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
  const [published, offerings] = await publicly(c, async (tx) => [await publishedTexts(tx), await shownOfferings(tx, IN_THE_FEED)] as const)
  const news = published.map(({ page, language, title, intro, at }) => ({ address: `${home}${addressOf(page, language)}`, title, words: intro, at }))
  const shown = offerings.map(({ id, title, about, shownAt: at }) => ({ address: `${home}/aanbod/${id}`, title, words: about, at }))
  const feed = { title: texts('nl').feed, home, path: FEED, begun: c.var.world.clock.now() }
  return c.body(atom(feed, [...news, ...shown]), 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
})
