import { type Context, Hono } from 'hono'
import { toString as drawCode } from 'qrcode'
import { today } from '#kit/clock.ts'
import { renderPdf } from '#kit/pdf.ts'
import { refuse } from '#kit/refusal.ts'
import { act, asSystem, type Env, limited, type OrganisationId, show } from '#rooms/access'
import { houseOf, inLanguage, languageIn, metaOf, publicly } from '../public.ts'
import { flyerPaper, flyerText } from './flyer-text.ts'
import { texts } from './flyers.en.ts'
import { nl } from './flyers.nl.ts'
import { type Flyer, isFlyer, landingOf, type Sender, SHEETS } from './flyers.rules.ts'
import { countDownload, flyerFigures, flyerSenders, flyersTaken } from './flyers.ts'
import { FlyerPage, FlyersPage, FlyersTakenPage } from './flyers-pages.tsx'

/** Flyers with the name and contact of whoever hands them out, and how often they are taken. */
export const flyerRoutes = new Hono<Env>()

type C = Context<Env>

flyerRoutes.get('/flyers', showFlyers)
flyerRoutes.get('/en/flyers', showFlyers)
flyerRoutes.get('/flyers/:flyer', showFlyer)
flyerRoutes.get('/en/flyers/:flyer', showFlyer)
flyerRoutes.get('/flyers/:flyer/pdf', sendFlyer)
flyerRoutes.get('/en/flyers/:flyer/pdf', sendFlyer)

flyerRoutes.get('/netwerk/flyers', async (c) => {
  const rows = await act(c, 'flyer.read', flyersTaken)
  return show(c, { title: nl.taken.title, body: <FlyersTakenPage rows={rows} /> })
})

async function showFlyers(c: C) {
  const elsewhere = inLanguage(c)
  if (elsewhere) return elsewhere
  const { language } = c.var
  const { senders, sender } = await chosenSender(c)
  const { title, lead } = texts(language)
  return show(c, { title, face: 'public', meta: metaOf(c, lead), body: <FlyersPage senders={senders} sender={sender} language={language} /> })
}

async function showFlyer(c: C) {
  const elsewhere = inLanguage(c)
  if (elsewhere) return elsewhere
  const flyer = flyerIn(c)
  const { language } = c.var
  const { sender } = await chosenSender(c)
  const { landing, text, square } = await filledIn(c, flyer, sender)
  const source = `data:image/svg+xml;base64,${Buffer.from(square).toString('base64')}`
  return show(c, {
    title: text.title,
    face: 'public',
    meta: metaOf(c, text.intro),
    body: <FlyerPage flyer={flyer} sender={sender} text={text} landing={landing} square={source} language={language} />,
  })
}

async function sendFlyer(c: C) {
  c.set('language', languageIn(c.req.path))
  const flyer = flyerIn(c)
  await limited(c, 'flyer', flyer)
  const { language, world } = c.var
  const sheet = SHEETS.find((each) => each === c.req.query('maat')) ?? 'a4'
  const { senders, sender } = await chosenSender(c)
  const { text, square } = await filledIn(c, flyer, sender)
  const pdf = await renderPdf({
    template: 'rooms/network/flyers/flyer.typ',
    data: flyerPaper(text, sheet, today(world.clock), language),
    standard: 'ua-1',
    pictures: { square: Buffer.from(square) },
    madeAt: Math.floor(world.clock.now().epochMilliseconds / 1000),
  })
  const desk = senders.find(({ kind }) => kind === 'network')?.id
  if (desk) await asSystem(world, desk as OrganisationId, 'flyer.count', (tx, permit) => countDownload(tx, permit, flyer))
  const name = `flyer-${flyer}-${sheet}${language === 'en' ? '-en' : ''}.pdf`
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${name}"` })
}

/** Who is on the flyer: whom the address names, and the network where it names nobody. */
async function chosenSender(c: C): Promise<{ readonly senders: readonly Sender[]; readonly sender: Sender }> {
  const senders = await publicly(c, flyerSenders)
  const asked = c.req.query('van') ?? ''
  const sender = senders.find(({ kind, id }) => (asked === '' ? kind === 'network' : id === asked))
  return { senders, sender: sender ?? refuse(texts(c.var.language).refusals.sender, {}, { kind: 'missing' }) }
}

async function filledIn(c: C, flyer: Flyer, sender: Sender) {
  const { language } = c.var
  const landing = `${houseOf(c)}${landingOf(flyer, sender, language)}`
  const square = await drawCode(landing, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  const figures = await publicly(c, (tx) => flyerFigures(tx, sender))
  return { landing, square, text: flyerText(flyer, sender, figures, language, landing) }
}

function flyerIn(c: C): Flyer {
  const name = c.req.param('flyer') ?? ''
  return isFlyer(name) ? name : refuse(texts(c.var.language).refusals.missing, {}, { kind: 'missing' })
}
