import { type Context, Hono } from 'hono'
import { choice, dayField, optionalProse, optionalText, type Problems, text, wholeNumber, z } from '#kit/form.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, looked, type MemberId, personOf, show } from '#rooms/access'
import { mayHere, memberIn, nameHere, trackOf } from '../here.ts'
import { AdaptPage, EXTRA, TracksPage } from './adapt-pages.tsx'
import { texts } from './journeys.en.ts'
import { MOST_STEPS, TRACKS, type Track, type TypedStep, WHO } from './journeys.rules.ts'
import { adaptTrack, chooseTrack, markStep, memberTrack, tracksNow } from './journeys.ts'
import { TrackPage } from './track-page.tsx'

export const routes = new Hono<Env>()

type C = Context<Env>

const STEP_FIELDS = ['key', 'title', 'why', 'help', 'who', 'place', 'titleEn', 'whyEn', 'helpEn'] as const
type Typed = Readonly<Record<string, unknown>>

// One group of fields per step, numbered; those that are not on the page are empty.
const StepsForm = z.object({
  seen: wholeNumber(),
  ...Object.fromEntries(
    Array.from({ length: MOST_STEPS + EXTRA }, (_, index) => index + 1).flatMap((nr) =>
      STEP_FIELDS.map((field): [string, z.ZodType] => [`s${nr}-${field}`, fieldFor(field)]),
    ),
  ),
})

function fieldFor(field: (typeof STEP_FIELDS)[number]): z.ZodType {
  if (field === 'who') return choice(WHO).optional()
  if (field === 'place') return wholeNumber().optional()
  if (field === 'key') return optionalText(40)
  return optionalProse(field.startsWith('title') ? 80 : field.startsWith('why') ? 160 : 400)
}

routes.get('/mijn-traject', (c) => showTrack(c, null, null))

routes.get('/leden/:member/traject', (c) => showTrack(c, memberIn(c), null))

routes.post('/leden/:member/traject/keuze', (c) =>
  change(c, 'track.choose', {
    form: z.object({ track: choice([...TRACKS, 'geen']) }),
    run: (tx, permit, { track }) => chooseTrack(tx, permit, memberIn(c), track === 'geen' ? null : track),
    done: 'trackChosen',
    to: () => trackOf(memberIn(c)),
    again: (found) => showTrack(c, memberIn(c), { part: 'keuze', found }),
  }),
)

routes.post('/leden/:member/traject/stap', (c) =>
  change(c, 'track.step', {
    form: z.object({ key: text(40), done: choice(['ja', 'nee']), on: dayField(), from: choice(['thuis']).optional() }),
    run: async (tx, permit, { key, done, on, from }) => {
      await markStep(tx, permit, memberIn(c), { key, done: done === 'ja', on })
      return from ? '/mijn' : trackOf(memberIn(c))
    },
    done: ({ done }) => (done === 'ja' ? 'trackStepDone' : 'trackStepOpened'),
    to: (back) => back,
    again: (found) => showTrack(c, memberIn(c), { part: 'stap', found }),
  }),
)

routes.get('/trajecten', async (c) => {
  const tracks = await act(c, 'track.adapt', tracksNow)
  const { language } = c.var
  return show(c, { title: texts[language].adapt.title, body: <TracksPage tracks={tracks} terms={mayHere(c, 'ownTerms.write')} language={language} /> })
})

routes.get('/trajecten/:track', (c) => showSteps(c, null))

routes.post('/trajecten/:track', (c) =>
  change(c, 'track.adapt', {
    form: StepsForm,
    run: (tx, permit, form) => adaptTrack(tx, permit, trackIn(c), form.seen, stepsIn(form)),
    done: 'trackAdapted',
    to: () => `/trajecten/${trackIn(c)}`,
    again: (problems) => showSteps(c, problems),
  }),
)

async function showTrack(c: C, asked: MemberId | null, problems: { part: 'keuze' | 'stap'; found: Problems } | null): Promise<Response> {
  const { language } = c.var
  const found = await act(c, 'track.read', async (tx, permit) => {
    const member = asked ?? personOf(permit)
    const name = await nameHere(tx, permit, member)
    await looked(tx, permit, [member])
    return { member, name, own: permit.person === member, now: await memberTrack(tx, permit, member), today: permit.today }
  })
  const may = { choose: mayHere(c, 'track.choose'), step: mayHere(c, 'track.step') }
  return show(c, { title: texts[language].page.own, body: <TrackPage {...found} may={may} language={language} keys={formKeys(c)} problems={problems} /> })
}

async function showSteps(c: C, problems: Problems | null): Promise<Response> {
  const { language } = c.var
  const track = trackIn(c)
  const now =
    (await act(c, 'track.adapt', tracksNow)).find((each) => each.track === track) ?? refuse(texts[language].refusals.noVersion, {}, { kind: 'missing' })
  return show(c, {
    title: texts[language].tracks[track].name,
    body: <AdaptPage now={now} language={language} keys={formKeys(c)} problems={problems} />,
  })
}

function trackIn(c: C): Track {
  const asked = c.req.param('track')
  return TRACKS.find((each) => each === asked) ?? refuse(texts[c.var.language].refusals.noVersion, {}, { kind: 'missing' })
}

function stepsIn(form: Typed): TypedStep[] {
  const said = (nr: number, field: string) => (form[`s${nr}-${field}`] as string | null | undefined) ?? ''
  return Array.from({ length: MOST_STEPS + EXTRA }, (_, index) => index + 1).map((nr) => ({
    key: said(nr, 'key'),
    place: (form[`s${nr}-place`] as number | undefined) ?? nr,
    who: (form[`s${nr}-who`] as TypedStep['who'] | undefined) ?? 'member',
    nl: { title: said(nr, 'title'), why: said(nr, 'why'), help: said(nr, 'help') },
    en: { title: said(nr, 'titleEn'), why: said(nr, 'whyEn'), help: said(nr, 'helpEn') },
  }))
}
