import { Hono } from 'hono'
import { today } from '#kit/clock.ts'
import { addDays, addMonths, parseDay } from '#kit/day.ts'
import { fileResponse } from '#kit/files.ts'
import { choice, dayField, file, many, optionalText, type Problems, prose, text, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { pageAsked } from '#kit/paging.ts'
import { fill } from '#kit/text.ts'
import { type Action, act, change, type Env, formKeys, type MemberId, professionals, scopeOf, show } from '#rooms/access'
import { memberNames, membersOn } from '#rooms/members'
import { COST_KINDS } from '#rooms/organisations'
import { routes as advice } from './advice/advice.routes.tsx'
import { routes as asking } from './asking/asking.routes.tsx'
import { routes as library } from './conditions/library.routes.tsx'
import { texts } from './consent.en.ts'
import { type Step, stepsOn } from './consent.rules.ts'
import { answerMore, changeRequest, prepareRequest, requestLines, sendFor, sendRequest } from './consent.ts'
import type { RequestId } from './consent.types.ts'
import { proposal } from './exceptions/proposal.ts'
import { addressOf, type C, idIn, known, may, open } from './file/opening.ts'
import { authorisationFile, requestFile } from './file/request-file.ts'
import { routes as letters } from './letters/letters.routes.tsx'
import { routes as mending } from './mending/mending.routes.tsx'
import { routes as office } from './office/office.routes.tsx'
import { routes as outgoing } from './outgoing/outgoing.routes.tsx'
import { ListPage } from './pages/list-page.tsx'
import { AnswerPage, DraftPage, SendPage } from './pages/member-forms.tsx'
import { RequestPage } from './pages/request-page.tsx'
import { routes as paper } from './paper/paper.routes.tsx'
import { routes as posting } from './posting/posting.routes.tsx'
import { routes as relocation } from './relocation/relocation.routes.tsx'
import { routes as remedies } from './remedies/remedies.routes.tsx'
import { remedySteps } from './remedies/remedies.rules.ts'
import { routes as takingBack } from './remedies/taking-back.routes.tsx'
import { routes as teams } from './teams/teams.routes.tsx'
import { inTheirTime, inTheirTimeToo } from './terms/terms.rules.ts'
import { routes as town } from './town/town.routes.tsx'

export const routes = new Hono<Env>()
routes.route('/', office)
routes.route('/', letters)
routes.route('/', outgoing)
routes.route('/', paper)
routes.route('/', remedies)
routes.route('/', town)
routes.route('/', advice)
routes.route('/', asking)
routes.route('/', posting)
routes.route('/', relocation)
routes.route('/', takingBack)
routes.route('/', mending)
routes.route('/', library)
routes.route('/', teams)

/** Which permission each step needs; the page shows the step only to whoever has it. */
const ACTIONS = {
  edit: ['consent.prepare'],
  send: ['consent.send', 'consent.sendFor'],
  withdrawRequest: ['consent.takeBack'],
  askMore: ['consent.ask'],
  answer: ['consent.answer'],
  grant: ['consent.decide'],
  refuse: ['consent.decide'],
  leaveUnprocessed: ['consent.decide'],
  suspend: ['consent.change'],
  resume: ['consent.change'],
  withdrawConsent: ['consent.change'],
  cancelChange: ['consent.change'],
  renew: ['consent.prepare'],
  confirmPaper: ['consent.confirmPaper'],
  tellDelay: ['consent.delay'],
  agreeToWait: ['consent.agreeToWait', 'consent.note'],
  tellDefault: ['consent.tellDefault', 'consent.note'],
  object: ['consent.object', 'consent.note'],
  hearObjection: ['consent.objection'],
  askMend: ['consent.objection'],
  mendObjection: ['consent.object', 'consent.note'],
  putOffObjection: ['consent.objection'],
  delayObjection: ['consent.objection'],
  decideObjection: ['consent.objection'],
  noteAppeal: ['consent.note'],
  noteRuling: ['consent.note'],
  correct: ['consent.correct'],
  askAdvice: ['consent.advice'],
  noteAdvice: ['consent.advice'],
  enterPaper: ['consent.decide'],
  openReview: ['consent.review'],
  closeReview: ['consent.correct'],
  takeBackObjection: ['consent.object', 'consent.note'],
} as const satisfies Record<Step, readonly Action[]>

const DraftForm = z.object({
  work: prose(200),
  plan: prose(4000),
  costKinds: many(choice(COST_KINDS)),
  wantedFrom: dayField(),
  wantedUntil: dayField(),
})
const NewForm = DraftForm.extend({ member: text(40), renews: optionalText(40) })
const EditForm = DraftForm.extend({ extends: optionalText(40) })

routes.get('/toestemmingen', async (c) => {
  const found = await act(c, 'consent.read', async (tx, permit) => {
    const lines = await requestLines(tx, permit)
    const municipal = permit.role === 'caseManager'
    const cases = municipal ? await professionals(tx, permit, 'caseManager') : new Map<MemberId, { professional: MemberId }>()
    const own = municipal
      ? [...cases].filter(([, { professional }]) => professional === permit.person).map(([subject]) => subject)
      : lines.map(({ request }) => request.member)
    const opens = municipal || scopeOf('consent.file', permit.role) !== null
    return {
      lines,
      names: municipal ? new Map<MemberId, string>() : await memberNames(tx, permit),
      own: new Set(opens ? own : []),
      role: permit.role,
      today: permit.today,
    }
  })
  const { language } = c.var
  return show(c, {
    title: texts[language].list.title,
    body: (
      <ListPage
        {...found}
        mayPrepare={may(c, 'consent.prepare')}
        language={language}
        keys={formKeys(c)}
        searched={(c.req.query('zoek') ?? '').trim().slice(0, 80)}
        page={pageAsked(c.req.query('pagina'))}
      />
    ),
  })
})

routes.get('/toestemmingen/nieuw', (c) => showDraft(c, null))

routes.post('/toestemmingen', (c) =>
  change(c, 'consent.prepare', {
    form: NewForm,
    run: (tx, permit, { member, renews, ...facts }) =>
      prepareRequest(tx, permit, { ...facts, member: known(member) as MemberId, ...(renews ? { renews: known(renews) as RequestId } : {}) }),
    done: 'consentPrepared',
    to: addressOf,
    again: (problems) => showDraft(c, problems),
  }),
)

routes.get('/toestemmingen/:request', async (c) => {
  const file = await open(c)
  const { events } = file.request
  const allowed = (step: Step) => ACTIONS[step].some((action) => may(c, action))
  const steps = inTheirTime(stepsOn(events, file.today), file.terms, file.today).filter(allowed)
  const late = file.remedies.flatMap(({ terms }) => terms)
  const { language } = c.var
  return show(c, {
    title: fill(texts[language].request.title, { member: file.memberName }),
    body: (
      <RequestPage
        file={file}
        asked={{ on: parseDay(c.req.query('op') ?? ''), knownOn: parseDay(c.req.query('bekend') ?? '') }}
        steps={steps}
        remedies={inTheirTimeToo(remedySteps(events, file.today), late).filter(allowed)}
        language={language}
        municipal={c.var.seat?.role === 'caseManager'}
        own={c.var.seat?.role === 'member'}
        keys={formKeys(c)}
      />
    ),
  })
})

routes.get('/toestemmingen/:request/aanpassing', (c) => showEdit(c, null))

routes.post('/toestemmingen/:request/aanpassing', (c) =>
  change(c, 'consent.prepare', {
    form: EditForm,
    run: (tx, permit, { extends: named, ...facts }) =>
      changeRequest(tx, permit, idIn(c), { ...facts, ...(named ? { renews: named === 'no' ? null : (known(named) as RequestId) } : {}) }),
    done: 'consentSaved',
    to: () => addressOf(idIn(c)),
    again: (problems) => showEdit(c, problems),
  }),
)

routes.get('/toestemmingen/:request/verzending', (c) => showSend(c, null))

routes.post('/toestemmingen/:request/verzending', (c) =>
  change(c, 'consent.send', {
    form: z.object({ seen: text(40) }),
    run: (tx, permit, { seen }) => sendRequest(tx, permit, idIn(c), seen),
    done: 'consentSent',
    to: () => addressOf(idIn(c)),
    again: (problems) => showSend(c, problems),
  }),
)

routes.post('/toestemmingen/:request/machtiging', (c) =>
  change(c, 'consent.sendFor', {
    form: z.object({ authorisation: prose(2000), photo: file() }),
    run: async (tx, permit, { authorisation, photo }) =>
      sendFor(tx, permit, idIn(c), authorisation, photo && { name: photo.name, bytes: new Uint8Array(await photo.arrayBuffer()) }),
    done: 'consentSent',
    to: () => addressOf(idIn(c)),
    again: (problems) => showSend(c, problems),
  }),
)

routes.get('/toestemmingen/:request/machtiging', async (c) =>
  fileResponse(await act(c, 'consent.file', (tx, permit) => authorisationFile(tx, permit, idIn(c)))),
)

routes.get('/toestemmingen/:request/antwoord', (c) => showAnswer(c, null))

routes.post('/toestemmingen/:request/antwoord', (c) =>
  change(c, 'consent.answer', {
    form: z.object({ answer: prose(4000) }),
    run: (tx, permit, { answer }) => answerMore(tx, permit, idIn(c), answer),
    done: 'consentAnswered',
    to: () => addressOf(idIn(c)),
    again: (problems) => showAnswer(c, problems),
  }),
)

async function showDraft(c: C, problems: Problems | null) {
  const renewed = c.req.query('vernieuwt')
  const renews = renewed && isId(renewed) ? await act(c, 'consent.file', (tx, permit) => requestFile(tx, permit, renewed as RequestId)) : null
  // Whoever left asks for nothing here any more.
  const people = await act(c, 'consent.prepare', async (tx, permit) => {
    const here = (await membersOn(tx, permit, permit.today)).filter(({ standing }) => standing.stage !== 'former')
    return new Map(here.map(({ member, name }) => [member, name]))
  })
  const from = addDays(today(c.var.world.clock), 1)
  const words = texts[c.var.language].draft
  return show(c, {
    title: words.newTitle,
    body: (
      <DraftPage
        file={null}
        renews={renews}
        people={people}
        from={from}
        until={addDays(addMonths(from, 12), -1)}
        language={c.var.language}
        keys={formKeys(c)}
        problems={problems}
      />
    ),
  })
}

async function showEdit(c: C, problems: Problems | null) {
  const file = await open(c)
  const { wantedFrom: from, wantedUntil: until } = file.request
  const body = (
    <DraftPage file={file} renews={null} people={new Map()} from={from} until={until} language={c.var.language} keys={formKeys(c)} problems={problems} />
  )
  return show(c, { title: texts[c.var.language].draft.editTitle, body })
}

async function showSend(c: C, problems: Problems | null) {
  const forMember = c.var.seat?.role !== 'member'
  const words = texts[c.var.language].send
  const meaning = await proposal(c, () => ({ kind: 'sent', sentBy: forMember ? 'cooperative' : 'member' }))
  const body = <SendPage file={await open(c)} meaning={meaning} forMember={forMember} language={c.var.language} keys={formKeys(c)} problems={problems} />
  return show(c, { title: forMember ? words.forTitle : words.title, body })
}

async function showAnswer(c: C, problems: Problems | null) {
  const body = <AnswerPage file={await open(c)} language={c.var.language} keys={formKeys(c)} problems={problems} />
  return show(c, { title: texts[c.var.language].answer.title, body })
}
