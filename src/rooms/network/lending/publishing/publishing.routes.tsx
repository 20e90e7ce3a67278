import { type Context, Hono } from 'hono'
import { choice, many, type Problems, prose, text, ticked, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { CRAFTS } from '../../listings/listings.rules.ts'
import { REACHES } from '../lending.rules.ts'
import { nl } from './publishing.nl.ts'
import {
  chooseOtherEyes,
  confirmLending,
  lendingToPrepare,
  lendingToPublish,
  ownLending,
  prepareLending,
  publishLending,
  takeLendingBack,
} from './publishing.ts'
import { OwnLendingPage, PrepareLendingPage, PreviewPage } from './publishing-pages.tsx'
import { rewriteArticle } from './rewriting.ts'

/** How the board of a cooperative lends its agreement: made ready, read as others will, published, taken back. */
export const publishingRoutes = new Hono<Env>()

type C = Context<Env>

const YesNo = choice(['ja', 'nee'])
const PrepareForm = z.object({
  item: text(40).optional(),
  version: text(40),
  title: prose(120),
  why: prose(1200),
  differently: prose(1200),
  crafts: many(choice(CRAFTS)),
  reach: choice(REACHES),
  named: YesNo,
  withoutOwn: ticked(),
})

publishingRoutes.get('/uitlenen', async (c) => {
  const found = await act(c, 'lending.keep', async (tx, permit) => ({ ...(await ownLending(tx, permit)), today: permit.today }))
  return show(c, { title: nl.title, body: <OwnLendingPage {...found} keys={() => formKeys(c)} /> })
})

publishingRoutes.get('/uitlenen/nieuw', (c) => showPrepare(c, null))

publishingRoutes.post('/uitlenen', (c) =>
  change(c, 'lending.keep', {
    form: PrepareForm,
    run: (tx, permit, { item, named, ...facts }) => prepareLending(tx, permit, item && isId(item) ? item : null, { ...facts, named: named === 'ja' }),
    done: 'lendingPrepared',
    to: (edition) => `/uitlenen/${edition}`,
    again: (problems) => showPrepare(c, problems),
  }),
)

publishingRoutes.post('/uitlenen/meekijken', (c) =>
  change(c, 'lending.keep', {
    form: z.object({ otherEyes: YesNo }),
    run: (tx, permit, { otherEyes }) => chooseOtherEyes(tx, permit, otherEyes === 'ja'),
    done: 'lendingEyesChosen',
    to: () => '/uitlenen',
  }),
)

publishingRoutes.get('/uitlenen/:edition', (c) => showPreview(c, null))

publishingRoutes.post('/uitlenen/:edition/publicatie', (c) =>
  change(c, 'lending.keep', {
    form: z.object({ read: ticked() }),
    run: (tx, permit, { read }) => publishLending(tx, permit, c.req.param('edition'), read),
    done: 'lendingPublished',
    to: () => '/uitlenen',
    again: (problems) => showPreview(c, problems),
  }),
)

publishingRoutes.post('/uitlenen/:edition/artikelen/:nr', (c) =>
  change(c, 'lending.keep', {
    form: z.object({ title: prose(120), text: prose(2000) }),
    run: (tx, permit, words) => rewriteArticle(tx, permit, c.req.param('edition'), nrIn(c), words),
    done: 'lendingRewritten',
    to: (edition) => `/uitlenen/${edition}#herschrijven-${nrIn(c)}`,
    again: (problems) => showPreview(c, null, problems),
  }),
)

publishingRoutes.post('/uitlenen/:edition/artikelen/:nr/eigen-tekst', (c) =>
  change(c, 'lending.keep', {
    run: (tx, permit) => rewriteArticle(tx, permit, c.req.param('edition'), nrIn(c), null),
    done: 'lendingRewritten',
    to: (edition) => `/uitlenen/${edition}#herschrijven-${nrIn(c)}`,
  }),
)

publishingRoutes.post('/uitlenen/afspraak/:item/einde', (c) =>
  change(c, 'lending.keep', { run: (tx, permit) => takeLendingBack(tx, permit, c.req.param('item')), done: 'lendingEnded', to: () => '/uitlenen' }),
)

publishingRoutes.post('/uitlenen/afspraak/:item/nagekeken', (c) =>
  change(c, 'lending.keep', { run: (tx, permit) => confirmLending(tx, permit, c.req.param('item')), done: 'lendingConfirmed', to: () => '/uitlenen' }),
)

async function showPrepare(c: C, problems: Problems | null) {
  const typed = (name: string) => (problems ? String(problems.typed[name] ?? '') : (c.req.query(name) ?? ''))
  const wanted = { version: typed('version'), item: isId(typed('item')) ? typed('item') : null }
  const found = await act(c, 'lending.keep', (tx, permit) => lendingToPrepare(tx, permit, wanted))
  return show(c, { title: nl.prepare.title, body: <PrepareLendingPage {...found} item={wanted.item} keys={formKeys(c)} problems={problems} /> })
}

async function showPreview(c: C, problems: Problems | null, rewriting: Problems | null = null) {
  const found = await act(c, 'lending.keep', (tx, permit) => lendingToPublish(tx, permit, c.req.param('edition') ?? ''))
  return show(c, {
    title: nl.preview.title,
    body: <PreviewPage {...found} keys={() => formKeys(c)} problems={problems} rewriting={rewriting && { nr: nrIn(c), of: rewriting }} />,
  })
}

/** The place of an article in the address; 0, which no article has, for what is no number. */
function nrIn(c: C): number {
  const nr = c.req.param('nr') ?? ''
  return /^[1-9]\d{0,2}$/.test(nr) ? Number(nr) : 0
}
