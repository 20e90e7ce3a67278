import { type Context, Hono } from 'hono'
import { today } from '#kit/clock.ts'
import { dayField, optionalText, type Problems, prose, said, text, wholeNumber, z } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { openQuestions } from '../knowledge/asking/tending.ts'
import { houseOf } from '../public.ts'
import { stepQuestionsOpen } from '../starting/questions/questions.ts'
import { nl } from './desk.nl.ts'
import { answer, answerTemplates, closeInquiry, deskInquiry, deskList, dropTemplate, handOn, keepTemplate, planPresentation, quarterReport } from './desk.ts'
import { DeskInquiryPage, DeskListPage, QuarterPage, TemplatesPage, titleOfQuarter } from './desk-pages.tsx'
import { quarterOf } from './inquiries.rules.ts'

/** The desk of the network: what was asked, whose it is, and answering. */
export const deskRoutes = new Hono<Env>()

type C = Context<Env>

const time = said({ nl: 'Schrijf een tijd als 14:00.', en: 'Write a time such as 14:00.' })
const minutes = said({ nl: 'Kies 10 tot 600 minuten.', en: 'Choose 10 to 600 minutes.' })
const HolderForm = z.object({ holder: optionalText(40) })
const AnswerForm = z.object({ words: prose(5000) })
const TemplateForm = z.object({ title: text(100), words: prose(5000) })
const PlanForm = z.object({
  on: dayField(),
  starts: text(5).refine((typed) => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), time),
  minutes: wholeNumber().refine((count) => count >= 10 && count <= 600, minutes),
  place: text(120),
  giver: text(100),
})

deskRoutes.get('/netwerk/aanvragen', async (c) => {
  const found = await act(c, 'inquiry.read', async (tx, permit) => ({
    rows: await deskList(tx, permit),
    questions: await openQuestions(tx, permit),
    steps: await stepQuestionsOpen(tx, permit),
  }))
  return show(c, { title: nl.title, body: <DeskListPage {...found} quarter={quarterOf(today(c.var.world.clock))} /> })
})

deskRoutes.get('/netwerk/aanvragen/kwartaal/:quarter', async (c) => {
  const found = await act(c, 'inquiry.read', (tx, permit) => quarterReport(tx, permit, c.req.param('quarter')))
  return show(c, { title: titleOfQuarter(found.quarter), body: <QuarterPage {...found} /> })
})

deskRoutes.get('/netwerk/aanvragen/antwoorden', (c) => showTemplates(c, null))

deskRoutes.post('/netwerk/aanvragen/antwoorden', (c) =>
  change(c, 'inquiry.template', {
    form: TemplateForm,
    run: keepTemplate,
    done: 'templateKept',
    to: () => '/netwerk/aanvragen/antwoorden',
    again: (problems) => showTemplates(c, problems),
  }),
)

deskRoutes.post('/netwerk/aanvragen/antwoorden/:template/einde', (c) =>
  change(c, 'inquiry.template', {
    run: (tx, permit) => dropTemplate(tx, permit, c.req.param('template')),
    done: 'templateDropped',
    to: () => '/netwerk/aanvragen/antwoorden',
  }),
)

deskRoutes.get('/netwerk/aanvragen/:inquiry', (c) => showDeskInquiry(c, null))

deskRoutes.post('/netwerk/aanvragen/:inquiry/eigenaar', (c) =>
  change(c, 'inquiry.handle', {
    form: HolderForm,
    run: (tx, permit, { holder }) => handOn(tx, permit, c.req.param('inquiry'), holder),
    done: 'inquiryHanded',
    to: () => addressOfOne(c),
    again: (problems) => showDeskInquiry(c, problems),
  }),
)

deskRoutes.post('/netwerk/aanvragen/:inquiry/antwoord', (c) =>
  change(c, 'inquiry.handle', {
    form: AnswerForm,
    run: (tx, permit, { words }) => answer(tx, permit, c.req.param('inquiry'), words, houseOf(c)),
    done: 'inquiryAnswered',
    to: () => addressOfOne(c),
    again: (problems) => showDeskInquiry(c, problems),
  }),
)

deskRoutes.post('/netwerk/aanvragen/:inquiry/presentatie', (c) =>
  change(c, 'inquiry.handle', {
    form: PlanForm,
    run: (tx, permit, planned) => planPresentation(tx, permit, c.req.param('inquiry'), planned, houseOf(c)),
    done: 'inquiryPlanned',
    to: () => addressOfOne(c),
    again: (problems) => showDeskInquiry(c, problems),
  }),
)

deskRoutes.post('/netwerk/aanvragen/:inquiry/sluiting', (c) =>
  change(c, 'inquiry.handle', {
    run: (tx, permit) => closeInquiry(tx, permit, c.req.param('inquiry'), houseOf(c)),
    done: 'inquiryClosed',
    to: () => '/netwerk/aanvragen',
    again: (problems) => showDeskInquiry(c, problems),
  }),
)

async function showDeskInquiry(c: C, problems: Problems | null) {
  const found = await act(c, 'inquiry.read', (tx, permit) => deskInquiry(tx, permit, c.req.param('inquiry') ?? ''))
  const chosen = found.templates.find(({ id }) => id === c.req.query('klaar'))?.words ?? ''
  return show(c, {
    title: fill(nl.one.title, { nr: found.inquiry.nr }),
    body: <DeskInquiryPage {...found} me={c.var.person?.id ?? ''} chosen={chosen} keys={() => formKeys(c)} problems={problems} />,
  })
}

async function showTemplates(c: C, problems: Problems | null) {
  const rows = await act(c, 'inquiry.template', answerTemplates)
  return show(c, { title: nl.templates.title, body: <TemplatesPage rows={rows} keys={() => formKeys(c)} problems={problems} /> })
}

function addressOfOne(c: C): string {
  return `/netwerk/aanvragen/${c.req.param('inquiry')}`
}
