import { type Context, Hono } from 'hono'
import type { JSX } from 'preact'
import { choice, dayField, optionalProse, type Problems, prose, text, z } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { type Action, act, change, type Env, formKeys, show } from '#rooms/access'
import { APPEAL_OUTCOMES } from '../events/events.rules.ts'
import { addressOf, idIn, open } from '../file/opening.ts'
import { preparing, typedIn } from '../outgoing/outgoing.routes.tsx'
import type { RoadName } from '../outgoing/outgoing.rules.ts'
import { foreseenMeanings } from './foreseeing.ts'
import { foreseen } from './foreseen.ts'
import { agreeToWait, tellDefault } from './more-time.ts'
import { office } from './office.nl.ts'
import { DefaultPage, ObjectPage, type RemedyPage, WaitPage } from './pages/member-pages.tsx'
import { AppealPage, CorrectPage, DelayPage, HearPage, ObjectionPage, PutOffPage, RulingPage } from './pages/office-pages.tsx'
import { remedyTexts } from './remedies.en.ts'
import type { RemedyStep } from './remedies.rules.ts'
import { hearObjection, noteAppeal, noteRuling, object } from './remedies.ts'

type C = Context<Env>

/** More time, objection, appeal and a new decision. */
export const routes = new Hono<Env>()

const AGAINST = { against: text(60) }
const NOTE = { ...AGAINST, on: dayField(), note: prose(4000) }
const ObjectForm = z.object({ ...AGAINST, reason: prose(4000), lateBecause: optionalProse(2000) })
routes.get('/toestemmingen/:request/bezwaar', (c) => showObject(c, null))

routes.post('/toestemmingen/:request/bezwaar', (c) => {
  const rest = { done: 'consentObjected', to: () => addressOf(idIn(c)), again: (problems: Problems) => showObject(c, problems) } as const
  if (c.var.seat?.role === 'member')
    return change(c, 'consent.object', {
      form: ObjectForm,
      run: (tx, permit, form) => object(tx, permit, idIn(c), { ...form, lateBecause: form.lateBecause ?? '' }),
      ...rest,
    })
  return change(c, 'consent.note', {
    form: ObjectForm.extend({ on: dayField() }),
    run: (tx, permit, form) => object(tx, permit, idIn(c), { ...form, lateBecause: form.lateBecause ?? '' }),
    ...rest,
  })
})

routes.get('/toestemmingen/:request/meer-tijd', (c) => showWait(c, null))

routes.post('/toestemmingen/:request/meer-tijd', (c) => {
  const rest = { done: 'consentWaitAgreed', to: () => addressOf(idIn(c)), again: (problems: Problems) => showWait(c, problems) } as const
  if (c.var.seat?.role === 'member')
    return change(c, 'consent.agreeToWait', {
      form: z.object({ until: dayField() }),
      run: (tx, permit, { until }) => agreeToWait(tx, permit, idIn(c), until),
      ...rest,
    })
  return change(c, 'consent.note', {
    form: z.object({ until: dayField(), on: dayField() }),
    run: (tx, permit, { until, on }) => agreeToWait(tx, permit, idIn(c), until, on),
    ...rest,
  })
})

routes.get('/toestemmingen/:request/ingebrekestelling', (c) => showDefault(c, null))

routes.post('/toestemmingen/:request/ingebrekestelling', (c) => {
  const rest = { done: 'consentDefaultTold', to: () => addressOf(idIn(c)), again: (problems: Problems) => showDefault(c, problems) } as const
  if (c.var.seat?.role === 'member') return change(c, 'consent.tellDefault', { run: (tx, permit) => tellDefault(tx, permit, idIn(c)), ...rest })
  return change(c, 'consent.note', { form: z.object({ on: dayField() }), run: (tx, permit, { on }) => tellDefault(tx, permit, idIn(c), on), ...rest })
})

routes.get('/toestemmingen/:request/uitstel', (c) => showDelay(c, null))

routes.post('/toestemmingen/:request/uitstel', (c) =>
  change(
    c,
    'consent.delay',
    preparing(c, 'delay', (problems) => showDelay(c, problems)),
  ),
)

routes.get('/toestemmingen/:request/hoorzitting', (c) => showHear(c, null))

routes.post('/toestemmingen/:request/hoorzitting', (c) =>
  change(c, 'consent.objection', {
    form: z.object(NOTE),
    run: (tx, permit, form) => hearObjection(tx, permit, idIn(c), form),
    done: 'consentNoted',
    to: () => addressOf(idIn(c)),
    again: (problems) => showHear(c, problems),
  }),
)

routes.get('/toestemmingen/:request/verdaging', (c) => showPutOff(c, null))

routes.post('/toestemmingen/:request/verdaging', (c) =>
  change(
    c,
    'consent.objection',
    preparing(c, 'postponement', (problems) => showPutOff(c, problems)),
  ),
)

routes.get('/toestemmingen/:request/beslissing-op-bezwaar', (c) => showObjection(c, null))

routes.post('/toestemmingen/:request/beslissing-op-bezwaar', (c) =>
  change(
    c,
    'consent.objection',
    preparing(c, 'objection', (problems) => showObjection(c, problems)),
  ),
)

routes.get('/toestemmingen/:request/beroep', (c) => showAppeal(c, null))

routes.post('/toestemmingen/:request/beroep', (c) =>
  change(c, 'consent.note', {
    form: z.object(NOTE),
    run: (tx, permit, form) => noteAppeal(tx, permit, idIn(c), form),
    done: 'consentNoted',
    to: () => addressOf(idIn(c)),
    again: (problems) => showAppeal(c, problems),
  }),
)

routes.get('/toestemmingen/:request/uitspraak', (c) => showRuling(c, null))

routes.post('/toestemmingen/:request/uitspraak', (c) =>
  change(c, 'consent.note', {
    form: z.object({ ...NOTE, outcome: choice(APPEAL_OUTCOMES) }),
    run: (tx, permit, form) => noteRuling(tx, permit, idIn(c), form),
    done: 'consentNoted',
    to: () => addressOf(idIn(c)),
    again: (problems) => showRuling(c, problems),
  }),
)

routes.get('/toestemmingen/:request/verbetering', (c) => showCorrect(c, null))

routes.post('/toestemmingen/:request/verbetering', (c) =>
  change(
    c,
    'consent.correct',
    preparing(c, 'correction', (problems) => showCorrect(c, problems)),
  ),
)

const showObject = (c: C, problems: Problems | null) => page(c, problems, ownOr(c, 'consent.object'), remedyTexts[c.var.language].object.title, ObjectPage)
const showWait = (c: C, problems: Problems | null) => page(c, problems, ownOr(c, 'consent.agreeToWait'), remedyTexts[c.var.language].wait.title, WaitPage)
const showDefault = (c: C, problems: Problems | null) =>
  page(c, problems, ownOr(c, 'consent.tellDefault'), remedyTexts[c.var.language].default.title, DefaultPage)
const showDelay = (c: C, problems: Problems | null) => page(c, problems, 'consent.delay', office.delay.title, DelayPage, 'delay')
const showHear = (c: C, problems: Problems | null) => page(c, problems, 'consent.objection', office.hear.title, HearPage)
const showPutOff = (c: C, problems: Problems | null) => page(c, problems, 'consent.objection', office.putOff.title, PutOffPage, 'postponement')
const showObjection = (c: C, problems: Problems | null) => page(c, problems, 'consent.objection', office.decide.title, ObjectionPage, 'objection')
const showAppeal = (c: C, problems: Problems | null) => page(c, problems, 'consent.note', office.appeal.title, AppealPage)
const showRuling = (c: C, problems: Problems | null) => page(c, problems, 'consent.note', office.ruling.title, RulingPage)
const showCorrect = (c: C, problems: Problems | null) => page(c, problems, 'consent.correct', office.correct.title, CorrectPage, 'correction')

/** The member does it; the municipality writes down what came on paper. */
function ownOr(c: C, action: 'consent.object' | 'consent.agreeToWait' | 'consent.tellDefault'): Action {
  return c.var.seat?.role === 'caseManager' ? 'consent.note' : action
}

/** The forms that say beforehand what they mean; of the others the letter says so. */
const FORESEEN: ReadonlyMap<(props: RemedyPage) => JSX.Element, RemedyStep | 'correct'> = new Map([
  [ObjectPage, 'object'],
  [HearPage, 'hearObjection'],
  [PutOffPage, 'putOffObjection'],
  [ObjectionPage, 'decideObjection'],
  [AppealPage, 'noteAppeal'],
  [RulingPage, 'noteRuling'],
  [CorrectPage, 'correct'],
])

async function page(c: C, problems: Problems | null, action: Action, title: string, Page: (props: RemedyPage) => JSX.Element, road: RoadName | null = null) {
  const toDecide = action === 'consent.objection' || action === 'consent.correct'
  const file = await act(c, action, async () => {}).then(() => open(c, toDecide))
  const { language } = c.var
  const municipal = c.var.seat?.role === 'caseManager'
  const typed = road && (await typedIn(c, road))
  const step = FORESEEN.get(Page)
  const meanings = step ? await foreseenMeanings(c, foreseen(file, step, problems, typed)) : []
  return show(c, {
    title: fill(title, { member: file.memberName }),
    body: <Page file={file} language={language} municipal={municipal} keys={formKeys(c)} problems={problems} typed={typed} foreseen={meanings} />,
  })
}
