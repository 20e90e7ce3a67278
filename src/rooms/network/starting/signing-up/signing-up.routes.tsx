import { type Context, Hono } from 'hono'
import type { Tx } from '#kit/db.ts'
import { checkForm, choice, email, optionalProse, optionalText, type Problems, prose, z } from '#kit/form.ts'
import { isId, newId } from '#kit/ids.ts'
import { Refusal, refuse, type Sentence } from '#kit/refusal.ts'
import { actAs, change, type Env, formKeys, limited, type OrganisationId, ownForm, type Permit, show } from '#rooms/access'
import { looksLikeProgram } from '../../inquiries/inquiries.rules.ts'
import { deskOrganisation } from '../../inquiries/inquiries.ts'
import { placesIn } from '../../map/map.ts'
import { houseOf, inLanguage, languageIn, metaOf, publicly, sealedMoment, sealedNow } from '../../public.ts'
import { texts } from './signing-up.en.ts'
import { SIGN_UP_KINDS } from './signing-up.rules.ts'
import { decideSignUp, proveAddress, signUp, signUpBehind, signUpToken } from './signing-up.ts'
import { BeginPage, ProvePage, SentPage } from './signing-up-pages.tsx'

/** Beginning without being let in: a form for anybody, and proving the address by the link in the mail. */
export const signUpRoutes = new Hono<Env>()

type C = Context<Env>

const BeginForm = z.object({
  kind: choice(SIGN_UP_KINDS),
  name: prose(120),
  place: optionalText(80),
  code: optionalText(8),
  personName: prose(120),
  email: email(),
})

signUpRoutes.get('/starten/beginnen', showBegin)
signUpRoutes.get('/en/starten/beginnen', showBegin)
signUpRoutes.post('/starten/beginnen', sendBegin)
signUpRoutes.post('/en/starten/beginnen', sendBegin)
signUpRoutes.get('/starten/verstuurd', showSent)
signUpRoutes.get('/en/starten/verstuurd', showSent)

signUpRoutes.get('/starten/bevestigen/:token', async (c) => {
  const token = c.req.param('token')
  await limited(c, 'shared', token)
  const found = await outside(c, (tx, permit) => signUpBehind(tx, permit, token))
  const { language } = c.var
  return show(c, {
    title: texts(language).prove.title,
    face: 'public',
    body: <ProvePage signUp={found} address={`/starten/bevestigen/${token}`} language={language} keys={formKeys(c)} />,
  })
})

signUpRoutes.post('/starten/bevestigen/:token', async (c) => {
  const token = c.req.param('token')
  await ownForm(c)
  await limited(c, 'shared', token)
  await outside(c, (tx, permit) => proveAddress(tx, permit, token))
  return c.redirect(`/starten/bevestigen/${token}`, 303)
})

signUpRoutes.post('/netwerk/initiatieven/gemeenten/:signup/besluit', (c) =>
  change(c, 'initiative.verify', {
    form: z.object({ answer: choice(['ja', 'nee']), words: optionalProse(400) }),
    run: (tx, permit, { answer, words }) => {
      const id = c.req.param('signup')
      return decideSignUp(tx, permit, isId(id) ? id : refuse(texts('nl').refusals.missing, {}, { kind: 'missing' }), answer === 'ja', words)
    },
    done: 'signUpDecided',
    to: () => '/netwerk/initiatieven',
  }),
)

async function showBegin(c: C) {
  return inLanguage(c) ?? beginPage(c, null, null)
}

async function showSent(c: C) {
  const elsewhere = inLanguage(c)
  if (elsewhere) return elsewhere
  const words = texts(c.var.language).sent
  return show(c, { title: words.title, face: 'public', meta: metaOf(c, words.lead), body: <SentPage language={c.var.language} /> })
}

async function sendBegin(c: C) {
  c.set('language', languageIn(c.req.path))
  const { language, settings, world } = c.var
  const { refusals } = texts(language)
  const body = await ownForm(c)
  const id = body._key && isId(body._key) ? body._key : newId()
  const kept = { id, shown: body._shown ?? '' }
  const parsed = checkForm(BeginForm, body, language)
  if (!parsed.ok) return beginPage(c, parsed.problems, kept)
  const again = (sentence: Sentence, field: string | null) =>
    beginPage(c, { sentence, fields: field ? { [field]: sentence.what } : {}, typed: parsed.typed }, kept)
  const shownAt = sealedMoment(c, kept.shown)
  const program = shownAt ? looksLikeProgram(body.leeg ?? '', shownAt, world.clock.now()) : 'fast'
  if (program) return again(refusals[program], null)
  const { kind, code, place, ...facts } = parsed.value
  const town = kind === 'municipality' ? placesIn(c.var.kind).find((each) => each.code === code) : null
  if (town === undefined) return again(refusals.code, 'code')
  if (!town && !place) return again(refusals.place, 'place')
  await limited(c, 'begin', facts.email.toLowerCase())
  try {
    await outside(c, (tx, permit) =>
      signUp(tx, permit, id, { ...facts, kind, place: town?.name ?? place ?? '', code: town?.code ?? null }, signUpToken(settings.secret, id), houseOf(c)),
    )
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'rule') throw error
    return again(error.sentence, error.field)
  }
  return c.redirect(language === 'en' ? '/en/starten/verstuurd' : '/starten/verstuurd', 303)
}

async function beginPage(c: C, problems: Problems | null, kept: { readonly id: string; readonly shown: string } | null) {
  const { language, kind } = c.var
  const words = texts(language).form
  const desk = await publicly(c, deskOrganisation)
  const keys = formKeys(c)
  return show(c, {
    title: words.title,
    face: 'public',
    status: problems ? 422 : 200,
    meta: metaOf(c, words.lead),
    body: (
      <BeginPage
        language={language}
        open={desk !== null}
        places={placesIn(kind).toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))}
        shown={kept && sealedMoment(c, kept.shown) ? kept.shown : sealedNow(c)}
        keys={kept ? { ...keys, key: kept.id } : keys}
        problems={problems}
      />
    ),
  })
}

// Who begins needs no account: the program itself keeps it for the network, and reads it for whoever holds the address.
async function outside<T>(c: C, run: (tx: Tx, permit: Permit<'start.signUp'>) => Promise<T>): Promise<T> {
  const { language, world } = c.var
  const organisation: OrganisationId = (await publicly(c, deskOrganisation)) ?? refuse(texts(language).refusals.noDesk, {}, { kind: 'missing' })
  return actAs(world, { person: null, organisation, role: 'system', language }, 'start.signUp', run)
}
