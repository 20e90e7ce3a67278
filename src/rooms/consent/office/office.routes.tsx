import { Hono } from 'hono'
import { dayField, optional, type Problems, prose, text, z } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { texts } from '../consent.en.ts'
import { askMore, cancelChange, changeConsent, decide, setCaseReference, takeBack, takeCase } from '../consent.ts'
import { addressOf, type C, idIn, open } from '../file/opening.ts'
import { TakeBackPage } from '../pages/member-forms.tsx'
import { AskPage, CancelPage, DecisionPage, type Outcome, ResumePage, SuspendPage, WithdrawPage } from '../pages/office-forms.tsx'
import { CONDITION_FIELDS } from './condition-form.ts'
import { office } from './office.nl.ts'

export const routes = new Hono<Env>()

const Reason = { on: dayField(), reason: prose(4000) }
const DecisionForm = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('granted'),
    on: dayField(),
    ...CONDITION_FIELDS,
  }),
  z.object({ outcome: z.literal('refused'), ...Reason }),
  z.object({ outcome: z.literal('leftUnprocessed'), ...Reason }),
])
const WithdrawForm = z.object({ from: dayField(), reason: prose(4000), heard: prose(1000) })

routes.post('/toestemmingen/:request/behandelaar', (c) =>
  change(c, 'consent.take', { run: (tx, permit) => takeCase(tx, permit, idIn(c)), done: 'caseTaken', to: () => addressOf(idIn(c)) }),
)

routes.post('/toestemmingen/:request/kenmerk', (c) =>
  change(c, 'consent.decide', {
    form: z.object({ reference: text(40) }),
    run: (tx, permit, { reference }) => setCaseReference(tx, permit, idIn(c), reference),
    done: 'referenceSaved',
    to: () => addressOf(idIn(c)),
  }),
)

routes.get('/toestemmingen/:request/vraag', (c) => showAsk(c, null))

routes.post('/toestemmingen/:request/vraag', (c) =>
  change(c, 'consent.ask', {
    form: z.object({ question: prose(4000), answerBefore: optional(dayField()) }),
    run: (tx, permit, { question, answerBefore }) => askMore(tx, permit, idIn(c), question, answerBefore),
    done: 'consentAsked',
    to: () => addressOf(idIn(c)),
    again: (problems) => showAsk(c, problems),
  }),
)

routes.get('/toestemmingen/:request/besluit', (c) => showDecision(c, null))

routes.post('/toestemmingen/:request/besluit', (c) =>
  change(c, 'consent.decide', {
    form: DecisionForm,
    run: (tx, permit, { outcome, on, ...rest }) => {
      if (outcome !== 'granted') return decide(tx, permit, idIn(c), { kind: outcome, on, reason: 'reason' in rest ? rest.reason : '' })
      const { reason: _, ...conditions } = { reason: '', ...rest } as Extract<z.infer<typeof DecisionForm>, { outcome: 'granted' }> & { reason: string }
      return decide(tx, permit, idIn(c), { kind: 'granted', on, conditions: { ...conditions, other: conditions.other ?? '' } })
    },
    done: 'consentDecided',
    to: () => addressOf(idIn(c)),
    again: (problems) => showDecision(c, problems),
  }),
)

routes.get('/toestemmingen/:request/intrekking', (c) => showWithdrawal(c, null))

routes.post('/toestemmingen/:request/intrekking', (c) => {
  const to = () => addressOf(idIn(c))
  if (c.var.seat?.role === 'member') return change(c, 'consent.takeBack', { run: (tx, permit) => takeBack(tx, permit, idIn(c)), done: 'consentTakenBack', to })
  return change(c, 'consent.change', {
    form: WithdrawForm,
    run: (tx, permit, form) => changeConsent(tx, permit, idIn(c), { kind: 'consentWithdrawn', ...form }),
    done: 'consentChanged',
    to,
    again: (problems) => showWithdrawal(c, problems),
  })
})

routes.get('/toestemmingen/:request/schorsing', (c) => showSuspension(c, null))

routes.post('/toestemmingen/:request/schorsing', (c) =>
  change(c, 'consent.change', {
    form: WithdrawForm.extend({ until: optional(dayField()) }),
    run: (tx, permit, form) => changeConsent(tx, permit, idIn(c), { kind: 'suspended', ...form }),
    done: 'consentChanged',
    to: () => addressOf(idIn(c)),
    again: (problems) => showSuspension(c, problems),
  }),
)

routes.get('/toestemmingen/:request/hervatting', (c) => showResumption(c, null))

routes.post('/toestemmingen/:request/hervatting', (c) =>
  change(c, 'consent.change', {
    form: z.object({ from: dayField() }),
    run: (tx, permit, { from }) => changeConsent(tx, permit, idIn(c), { kind: 'resumed', from }),
    done: 'consentChanged',
    to: () => addressOf(idIn(c)),
    again: (problems) => showResumption(c, problems),
  }),
)

routes.get('/toestemmingen/:request/afzien', async (c) => {
  const file = await act(c, 'consent.change', async () => {}).then(() => open(c))
  return show(c, { title: fill(office.cancel.title, { member: file.memberName }), body: <CancelPage file={file} keys={formKeys(c)} /> })
})

routes.post('/toestemmingen/:request/afzien', (c) =>
  change(c, 'consent.change', { run: (tx, permit) => cancelChange(tx, permit, idIn(c)), done: 'consentChangeCancelled', to: () => addressOf(idIn(c)) }),
)

async function showAsk(c: C, problems: Problems | null) {
  const file = await open(c)
  return show(c, { title: fill(office.ask.title, { member: file.memberName }), body: <AskPage file={file} keys={formKeys(c)} problems={problems} /> })
}

async function showDecision(c: C, problems: Problems | null) {
  const file = await act(c, 'consent.decide', async () => {}).then(() => open(c))
  const asked = c.req.query('uitkomst')
  const outcome: Outcome = asked === 'refused' || asked === 'leftUnprocessed' ? asked : 'granted'
  const body = <DecisionPage file={file} outcome={outcome} keys={formKeys(c)} problems={problems} />
  return show(c, { title: fill(office.decision.title, { member: file.memberName }), body })
}

async function showWithdrawal(c: C, problems: Problems | null) {
  const file = await open(c)
  const member = c.var.seat?.role === 'member'
  const title = member ? texts[c.var.language].takeBack.title : fill(office.withdraw.title, { member: file.memberName })
  const form = { file, keys: formKeys(c), problems }
  return show(c, { title, body: member ? <TakeBackPage {...form} language={c.var.language} /> : <WithdrawPage {...form} /> })
}

async function showSuspension(c: C, problems: Problems | null) {
  const file = await open(c)
  return show(c, { title: fill(office.suspend.title, { member: file.memberName }), body: <SuspendPage file={file} keys={formKeys(c)} problems={problems} /> })
}

async function showResumption(c: C, problems: Problems | null) {
  const file = await open(c)
  return show(c, { title: fill(office.resume.title, { member: file.memberName }), body: <ResumePage file={file} keys={formKeys(c)} problems={problems} /> })
}
