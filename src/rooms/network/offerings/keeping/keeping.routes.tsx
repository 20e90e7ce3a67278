import { type Context, Hono } from 'hono'
import { choice, file, optionalProse, type Problems, prose, text, ticked, z } from '#kit/form.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { keepWorkPhoto, workPhotos } from '#rooms/members'
import { CRAFTS } from '../../listings/listings.rules.ts'
import { arrived } from '../../work/arrived.ts'
import { PhotoForm } from '../../work/work.routes.tsx'
import { offeringQuestions } from '../asking/asking.ts'
import { texts } from '../offerings.en.ts'
import { OFFERING_KINDS } from '../offerings.rules.ts'
import { offeringInReach, offeringsInReach, showOffering, takeBack } from '../offerings.ts'
import { addKeptPhoto, addPhoto, answerProposal, changeOffering, dropPhoto, proposeOffering, putFirst } from './changing.ts'
import { HelpPage, OfferingQuestionsPage } from './coach-pages.tsx'
import { OwnItemPage } from './item-page.tsx'
import { OwnOfferingsPage } from './own-page.tsx'

/** How a member keeps the own part of the catalogue, and how a coach helps. */
export const keepingOfferingRoutes = new Hono<Env>()

type C = Context<Env>

const facts = {
  kind: choice(OFFERING_KINDS),
  title: text(80),
  about: prose(600),
  craft: choice(CRAFTS),
  tradeName: text(80),
  town: text(80),
}
const ChangeForm = z.object(facts)
const NewForm = z.object({ ...facts, agreed: ticked(), photo: file(), seen: optionalProse(150) })
const itemIn = (c: C) => c.req.param('offering') ?? ''
const pageOf = (c: C) => `/mijn-aanbod/${itemIn(c)}`

keepingOfferingRoutes.get('/mijn-aanbod', (c) => showOwn(c, null))

keepingOfferingRoutes.post('/mijn-aanbod', (c) =>
  change(c, 'offering.keep', {
    form: NewForm,
    run: async (tx, permit, { agreed, photo, seen, ...shown }) => {
      if (photo && !seen) refuse(texts(permit.language).refusals.seenMissing, {}, { field: 'seen' })
      const kept = photo && seen ? await keepWorkPhoto(tx, permit, await arrived(photo), { seen, madeOn: permit.today, words: null }) : null
      return showOffering(tx, permit, shown, agreed, kept)
    },
    done: 'offeringShown',
    to: () => '/mijn-aanbod',
    again: (problems) => showOwn(c, problems),
  }),
)

keepingOfferingRoutes.get('/mijn-aanbod/:offering', (c) => showOwnItem(c, null))

keepingOfferingRoutes.post('/mijn-aanbod/:offering', (c) =>
  change(c, 'offering.keep', {
    form: ChangeForm,
    run: (tx, permit, form) => changeOffering(tx, permit, itemIn(c), form),
    done: 'offeringChanged',
    to: () => pageOf(c),
    again: (told) => showOwnItem(c, { of: 'text', told }),
  }),
)

keepingOfferingRoutes.post('/mijn-aanbod/:offering/einde', (c) =>
  change(c, 'offering.keep', { run: (tx, permit) => takeBack(tx, permit, itemIn(c)), done: 'offeringTakenBack', to: () => '/mijn-aanbod' }),
)

keepingOfferingRoutes.post('/mijn-aanbod/:offering/voorstel', (c) =>
  change(c, 'offering.keep', {
    form: z.object({ answer: choice(['yes', 'no']) }),
    run: (tx, permit, { answer }) => answerProposal(tx, permit, itemIn(c), answer === 'yes'),
    done: ({ answer }) => (answer === 'yes' ? 'offeringChanged' : 'offeringKept'),
    to: () => '/mijn-aanbod',
  }),
)

keepingOfferingRoutes.post('/mijn-aanbod/:offering/fotos', (c) =>
  change(c, 'offering.keep', {
    form: PhotoForm,
    run: async (tx, permit, { photo, ...form }) => addPhoto(tx, permit, itemIn(c), await keepWorkPhoto(tx, permit, await arrived(photo), form)),
    done: 'offeringChanged',
    to: () => pageOf(c),
    again: (told) => showOwnItem(c, { of: 'photo', told }),
  }),
)

keepingOfferingRoutes.post('/mijn-aanbod/:offering/fotos/:photo', (c) =>
  change(c, 'offering.keep', {
    run: (tx, permit) => addKeptPhoto(tx, permit, itemIn(c), c.req.param('photo')),
    done: 'offeringChanged',
    to: () => pageOf(c),
  }),
)

keepingOfferingRoutes.post('/mijn-aanbod/:offering/fotos/:photo/vooraan', (c) =>
  change(c, 'offering.keep', {
    run: (tx, permit) => putFirst(tx, permit, itemIn(c), c.req.param('photo')),
    done: 'offeringChanged',
    to: () => pageOf(c),
  }),
)

keepingOfferingRoutes.post('/mijn-aanbod/:offering/fotos/:photo/weg', (c) =>
  change(c, 'offering.keep', {
    run: (tx, permit) => dropPhoto(tx, permit, itemIn(c), c.req.param('photo')),
    done: 'offeringChanged',
    to: () => pageOf(c),
  }),
)

keepingOfferingRoutes.get('/vragen-van-klanten', async (c) => {
  const questions = await act(c, 'offering.read', offeringQuestions)
  const shown = await act(c, 'offering.help', offeringsInReach)
  const { language } = c.var
  return show(c, { title: texts(language).coach.title, body: <OfferingQuestionsPage {...shown} questions={questions} language={language} /> })
})

keepingOfferingRoutes.get('/aanbod-van-leden/:offering', (c) => showHelp(c, null))

keepingOfferingRoutes.post('/aanbod-van-leden/:offering', (c) =>
  change(c, 'offering.help', {
    form: ChangeForm,
    run: (tx, permit, form) => proposeOffering(tx, permit, itemIn(c), form),
    done: 'offeringProposed',
    to: () => '/vragen-van-klanten',
    again: (problems) => showHelp(c, problems),
  }),
)

async function showHelp(c: C, problems: Problems | null) {
  const found = await act(c, 'offering.help', async (tx, permit) => ({
    offering: await offeringInReach(tx, permit, itemIn(c)),
    proposal: (await offeringsInReach(tx, permit)).proposals.find(({ offering }) => offering === itemIn(c)) ?? null,
  }))
  const { language } = c.var
  return show(c, { title: texts(language).help.title, body: <HelpPage {...found} keys={formKeys(c)} problems={problems} language={language} /> })
}

async function showOwn(c: C, problems: Problems | null) {
  const found = await act(c, 'offering.keep', async (tx, permit) => ({
    ...(await offeringsInReach(tx, permit)),
    questions: await offeringQuestions(tx, permit),
    today: permit.today,
  }))
  const { language } = c.var
  return show(c, { title: texts(language).own.title, body: <OwnOfferingsPage {...found} language={language} keys={() => formKeys(c)} problems={problems} /> })
}

async function showOwnItem(c: C, problems: { readonly of: 'text' | 'photo'; readonly told: Problems } | null) {
  const found = await act(c, 'offering.keep', async (tx, permit) => ({
    offering: await offeringInReach(tx, permit, itemIn(c)),
    album: await workPhotos(tx, permit),
    today: permit.today,
  }))
  const { language } = c.var
  return show(c, { title: found.offering.title, body: <OwnItemPage {...found} language={language} keys={() => formKeys(c)} problems={problems} /> })
}
