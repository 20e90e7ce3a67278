import { type Context, Hono } from 'hono'
import { today } from '#kit/clock.ts'
import { type Problems, prose, ticked, z } from '#kit/form.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, scopeOf, show } from '#rooms/access'
import { CRAFTS } from '../listings/listings.rules.ts'
import { inLanguage, metaOf, publicly } from '../public.ts'
import { askedFrom, besideMonths, besideOwn, besidePublic } from './beside/beside.ts'
import { BesidePage } from './beside/beside-page.tsx'
import { borrowedHere } from './borrowing/borrowing.sql.ts'
import { borrowAgreement } from './borrowing/borrowing.ts'
import { texts } from './lending.en.ts'
import { LENDING_SOURCES, SOUGHT_EXITS, SOUGHT_POTS, type Sought } from './lending.rules.ts'
import { findLent, readLent } from './lending.ts'
import { EndedPage, LentPage, LibraryPage } from './lending-pages.tsx'
import { markingRoutes } from './marking/marking.routes.tsx'
import { publishingRoutes } from './publishing/publishing.routes.tsx'
import { ownRemarks, tellLender } from './remarks/remarks.ts'
import { TellLender } from './remarks/remarks-parts.tsx'

/** The library of agreements: at /kennis/afspraken for everybody, at /bibliotheek with what is lent within the network and the own agreement beside it. */
export const lendingRoutes = new Hono<Env>()
lendingRoutes.route('/', publishingRoutes)
lendingRoutes.route('/', markingRoutes)

type C = Context<Env>

const HOME = '/bibliotheek'

lendingRoutes.get('/kennis/afspraken', showPublic)
lendingRoutes.get('/en/kennis/afspraken', showPublic)
lendingRoutes.get('/kennis/afspraken/vergelijken', showPublicBeside)
lendingRoutes.get('/en/kennis/afspraken/vergelijken', showPublicBeside)
lendingRoutes.get('/kennis/afspraken/:slug', showPublicOne)
lendingRoutes.get('/en/kennis/afspraken/:slug', showPublicOne)

lendingRoutes.get('/bibliotheek', async (c) => {
  const { language } = c.var
  const sought = soughtIn(c)
  const found = await act(c, 'lending.read', (tx) => findLent(tx, sought))
  return show(c, { title: texts(language).title, body: <LibraryPage {...{ found, sought, language }} base={HOME} /> })
})

lendingRoutes.get('/bibliotheek/vergelijken', async (c) => {
  const { language } = c.var
  const mayMonths = may(c, 'whatIf.see')
  const asked = askedFrom((name) => c.req.query(name), mayMonths)
  const found =
    asked.year === 'months'
      ? await act(c, 'whatIf.see', (tx, permit) => besideMonths(tx, permit, asked))
      : await act(c, 'lending.read', (tx, permit) => besideOwn(tx, permit, asked))
  return show(c, { title: texts(language).beside.title, body: <BesidePage {...found} {...{ mayMonths, language }} base={HOME} /> })
})

lendingRoutes.get('/bibliotheek/:slug', (c) => showLent(c, null))

lendingRoutes.post('/bibliotheek/:slug/opmerkingen', (c) =>
  change(c, 'lending.keep', {
    form: z.object({ words: prose(1200), named: ticked() }),
    run: (tx, permit, facts) => tellLender(tx, permit, c.req.param('slug'), facts),
    done: 'lenderTold',
    to: () => `/bibliotheek/${c.req.param('slug')}`,
    again: (problems) => showLent(c, problems),
  }),
)

async function showLent(c: C, problems: Problems | null) {
  const { language } = c.var
  const slug = c.req.param('slug') ?? ''
  const found = await act(c, 'lending.read', async (tx, permit) => {
    const lent = await readLent(tx, slug)
    // A draft keeps the way to what it began with, also when that was taken back.
    if (!lent && !(await borrowedHere(tx, permit)).some((each) => each.slug === slug)) refuse(texts(permit.language).refusals.missing, {}, { kind: 'missing' })
    return { lent, today: permit.today, told: may(c, 'lending.keep') ? await ownRemarks(tx, permit, slug) : null }
  })
  const back = found.told ? <TellLender {...found.told} {...{ slug, problems, language }} keys={formKeys(c)} /> : null
  if (!found.lent) return show(c, { title: texts(language).ended.title, body: <EndedPage language={language}>{back}</EndedPage> })
  const way = may(c, 'agreement.draft') ? 'begin' : 'notYou'
  const body = (
    <LentPage lent={found.lent} today={found.today} {...{ way, language }} base={HOME} keys={formKeys(c)}>
      {back}
    </LentPage>
  )
  return show(c, { title: found.lent.title, body })
}

lendingRoutes.post('/bibliotheek/:slug/concept', (c) =>
  change(c, 'agreement.draft', {
    run: (tx, permit) => borrowAgreement(tx, permit, c.req.param('slug')),
    done: 'agreementDrafted',
    to: (version) => `/afspraken/${version}`,
  }),
)

async function showPublic(c: C) {
  const elsewhere = inLanguage(c)
  if (elsewhere) return elsewhere
  const { language } = c.var
  const sought = soughtIn(c)
  const found = await publicly(c, (tx) => findLent(tx, sought))
  const words = texts(language)
  return show(c, { title: words.title, face: 'public', meta: metaOf(c, words.lead), body: <LibraryPage {...{ found, sought, language }} base={baseOf(c)} /> })
}

async function showPublicOne(c: C) {
  const elsewhere = inLanguage(c)
  if (elsewhere) return elsewhere
  const { language } = c.var
  const lent = (await publicly(c, (tx) => readLent(tx, c.req.param('slug') ?? ''))) ?? refuse(texts(language).refusals.missing, {}, { kind: 'missing' })
  // Whose organisation is not confirmed yet has a draft of its own, and borrows none.
  const way = c.var.seat?.provisional ? 'notYou' : 'signIn'
  const body = <LentPage {...{ lent, language, way }} today={today(c.var.world.clock)} base={baseOf(c)} keys={null} />
  return show(c, { title: lent.title, face: 'public', meta: metaOf(c, lent.why), body })
}

async function showPublicBeside(c: C) {
  const elsewhere = inLanguage(c)
  if (elsewhere) return elsewhere
  const { language } = c.var
  const asked = askedFrom((name) => c.req.query(name), false)
  const found = await publicly(c, (tx) => besidePublic(tx, asked, today(c.var.world.clock)))
  const words = texts(language).beside
  const body = <BesidePage {...found} mayMonths={false} base={baseOf(c)} language={language} />
  return show(c, { title: words.title, face: 'public', meta: metaOf(c, words.lead), body })
}

function baseOf(c: C): string {
  return c.var.language === 'en' ? '/en/kennis/afspraken' : '/kennis/afspraken'
}

function soughtIn(c: C): Sought {
  const one = <const T extends string>(known: readonly T[], name: string): T | null => known.find((each) => each === c.req.query(name)) ?? null
  return {
    craft: one(CRAFTS, 'werk'),
    municipality: one(['municipality', 'noMunicipality'], 'gemeente'),
    pot: one(SOUGHT_POTS, 'pot'),
    exit: one(SOUGHT_EXITS, 'stoppen'),
    source: one(LENDING_SOURCES, 'van'),
    model: c.req.query('model') !== undefined,
  }
}

function may(c: C, action: 'agreement.draft' | 'whatIf.see' | 'lending.keep'): boolean {
  return c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null
}
