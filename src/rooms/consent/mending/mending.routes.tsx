import { Hono } from 'hono'
import type { JSX } from 'preact'
import { dayField, type Problems, prose, text, z } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { type Action, act, change, type Env, formKeys, show } from '#rooms/access'
import { addressOf, type C, idIn, open } from '../file/opening.ts'
import { preparing, typedIn } from '../outgoing/outgoing.routes.tsx'
import type { RoadName } from '../outgoing/outgoing.rules.ts'
import { foreseenMeanings } from '../remedies/foreseeing.ts'
import { foreseen } from '../remedies/foreseen.ts'
import type { RemedyPage } from '../remedies/pages/member-pages.tsx'
import type { RemedyStep } from '../remedies/remedies.rules.ts'
import { mendingTexts } from './mending.en.ts'
import { mendObjection } from './mending.ts'
import { AskMendPage, DelayObjectionPage, MendPage } from './mending-pages.tsx'
import { mendingOffice } from './office.nl.ts'

/** What is missing in an objection, and further delay of the decision on it. */
export const routes = new Hono<Env>()

const MendForm = z.object({ against: text(60), answer: prose(4000) })

routes.get('/toestemmingen/:request/verzuim', (c) => showAsk(c, null))

routes.post('/toestemmingen/:request/verzuim', (c) =>
  change(
    c,
    'consent.objection',
    preparing(c, 'mendRequest', (problems) => showAsk(c, problems)),
  ),
)

routes.get('/toestemmingen/:request/verder-uitstel', (c) => showDelay(c, null))

routes.post('/toestemmingen/:request/verder-uitstel', (c) =>
  change(
    c,
    'consent.objection',
    preparing(c, 'furtherDelay', (problems) => showDelay(c, problems)),
  ),
)

routes.get('/toestemmingen/:request/herstel', (c) => showMend(c, null))

routes.post('/toestemmingen/:request/herstel', (c) => {
  const rest = { done: 'objectionMended', to: () => addressOf(idIn(c)), again: (problems: Problems) => showMend(c, problems) } as const
  if (c.var.seat?.role === 'member')
    return change(c, 'consent.object', { form: MendForm, run: (tx, permit, form) => mendObjection(tx, permit, idIn(c), form), ...rest })
  return change(c, 'consent.note', {
    form: MendForm.extend({ on: dayField() }),
    run: (tx, permit, form) => mendObjection(tx, permit, idIn(c), form),
    ...rest,
  })
})

const showAsk = (c: C, problems: Problems | null) =>
  page(c, problems, { action: 'consent.objection', title: mendingOffice.ask.title, Page: AskMendPage, step: 'askMend', road: 'mendRequest' })
const showDelay = (c: C, problems: Problems | null) =>
  page(c, problems, {
    action: 'consent.objection',
    title: mendingOffice.delay.title,
    Page: DelayObjectionPage,
    step: 'delayObjection',
    road: 'furtherDelay',
  })
const showMend = (c: C, problems: Problems | null) =>
  page(c, problems, {
    action: c.var.seat?.role === 'caseManager' ? 'consent.note' : 'consent.object',
    title: mendingTexts[c.var.language].title,
    Page: MendPage,
    step: 'mendObjection',
    road: null,
  })

type Shown = {
  readonly action: Action
  readonly title: string
  readonly Page: (props: RemedyPage) => JSX.Element
  readonly step: RemedyStep
  readonly road: RoadName | null
}

async function page(c: C, problems: Problems | null, { action, title, Page, step, road }: Shown) {
  const file = await act(c, action, async () => {}).then(() => open(c))
  const { language } = c.var
  const typed = road && (await typedIn(c, road))
  const meanings = await foreseenMeanings(c, foreseen(file, step, problems, typed))
  const municipal = c.var.seat?.role === 'caseManager'
  return show(c, {
    title: fill(title, { member: file.memberName }),
    body: <Page file={file} language={language} municipal={municipal} keys={formKeys(c)} problems={problems} typed={typed} foreseen={meanings} />,
  })
}
