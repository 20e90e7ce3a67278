import { type Context, Hono } from 'hono'
import { choice, email, many, optional, optionalProse, optionalText, type Problems, text, z } from '#kit/form.ts'
import { pageAsked, pageOf } from '#kit/paging.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { placeCalled } from '../map/map.rules.ts'
import { MAP, placesIn } from '../map/map.ts'
import { inLanguage, metaOf, metaOfPage, publicly, titleOfPage, townFor } from '../public.ts'
import { nl as keeping } from './keeping.nl.ts'
import { KeepListingPage, ListingsOverviewPage } from './keeping-pages.tsx'
import { texts } from './listings.en.ts'
import { CRAFTS, findListings, LISTINGS_ON_A_PAGE, PROGRESS } from './listings.rules.ts'
import { keepListing, listingsToOversee, ownListing, shownListings } from './listings.ts'
import { CooperativePage, CooperativesPage } from './listings-pages.tsx'

/** The public list and map of cooperatives, and how each keeps its own entry. */
export const listingRoutes = new Hono<Env>()

type C = Context<Env>

const ListingForm = z.object({
  progress: choice(PROGRESS),
  place: text(80),
  town: text(80),
  crafts: many(choice(CRAFTS)),
  about: optionalProse(600),
  email: optional(email()),
  phone: optionalText(30),
  website: optionalText(150),
  shown: choice(['ja', 'nee']),
})

listingRoutes.get('/cooperaties', showList)
listingRoutes.get('/en/cooperaties', showList)
listingRoutes.get('/cooperaties/:cooperative', showOne)
listingRoutes.get('/en/cooperaties/:cooperative', showOne)

listingRoutes.get('/vermelding', (c) => showKeeping(c, null))

listingRoutes.post('/vermelding', (c) =>
  change(c, 'listing.keep', {
    form: ListingForm,
    run: (tx, permit, { shown, ...facts }) => keepListing(tx, permit, { ...facts, shown: shown === 'ja' }),
    done: 'listingKept',
    to: () => '/vermelding',
    again: (problems) => showKeeping(c, problems),
  }),
)

listingRoutes.get('/netwerk/vermeldingen', async (c) => {
  const rows = await act(c, 'listing.oversee', listingsToOversee)
  return show(c, { title: keeping.overview.title, body: <ListingsOverviewPage rows={rows} /> })
})

async function showList(c: C) {
  const elsewhere = inLanguage(c)
  if (elsewhere) return elsewhere
  const { language, kind } = c.var
  const words = texts(language)
  const places = placesIn(kind)
  const typed = (c.req.query('plaats') ?? '').slice(0, 80)
  const near = placeCalled(places, typed)
  const craft = CRAFTS.find((each) => each === c.req.query('werk')) ?? null
  const progress = PROGRESS.find((each) => each === c.req.query('stand')) ?? null
  const found = findListings(await publicly(c, shownListings), { near, craft, progress }, places, MAP)
  const { at } = pageOf(found, pageAsked(c.req.query('pagina')), LISTINGS_ON_A_PAGE)
  const wanted = { plaats: typed, werk: craft, stand: progress }
  return show(c, {
    title: titleOfPage(c, words.title, at),
    face: 'public',
    meta: metaOfPage(c, words.lead, { wanted, at }),
    body: <CooperativesPage {...{ found, at, near, wanted, places, language }} invented={kind === 'demo'} />,
  })
}

async function showOne(c: C) {
  const elsewhere = inLanguage(c)
  if (elsewhere) return elsewhere
  const { language, kind } = c.var
  const words = texts(language)
  const id = c.req.param('cooperative')
  const listing = (await publicly(c, shownListings)).find(({ cooperative }) => cooperative === id) ?? refuse(words.refusals.missing, {}, { kind: 'missing' })
  const meta = metaOf(c, listing.about ?? words.lead, {
    structured: [
      {
        '@context': 'https://schema.org',
        '@type': 'Organization',
        name: listing.name,
        ...(listing.website ? { url: listing.website } : {}),
        address: { '@type': 'PostalAddress', addressLocality: townFor(c, listing.town), addressCountry: 'NL' },
      },
    ],
  })
  return show(c, { title: listing.name, face: 'public', meta, body: <CooperativePage listing={listing} language={language} invented={kind === 'demo'} /> })
}

async function showKeeping(c: C, problems: Problems | null) {
  const found = await act(c, 'listing.keep', ownListing)
  return show(c, { title: keeping.title, body: <KeepListingPage {...found} keys={formKeys(c)} problems={problems} /> })
}
