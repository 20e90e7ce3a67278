import { Hono } from 'hono'
import { many, type Problems, text, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { texts } from '../consent.en.ts'
import { setCaseReference, takeBack, takeCase, takeCases } from '../consent.ts'
import type { RequestId } from '../consent.types.ts'
import { proposal } from '../exceptions/proposal.ts'
import { addressOf, type C, idIn, open } from '../file/opening.ts'
import { preparing, typedIn } from '../outgoing/outgoing.routes.tsx'
import { TakeBackPage } from '../pages/member-forms.tsx'
import { AskPage, CancelPage, DecisionPage, type Outcome, ResumePage, SuspendPage, WithdrawPage } from '../pages/office-forms.tsx'
import { withdrawalFor } from '../relocation/relocation.ts'
import { office } from './office.nl.ts'

export const routes = new Hono<Env>()

routes.post('/toestemmingen/behandelaar', (c) =>
  change(c, 'consent.take', {
    form: z.object({ requests: many(text(36)) }),
    run: (tx, permit, { requests }) =>
      takeCases(
        tx,
        permit,
        requests.map((id) => (isId(id) ? (id as RequestId) : refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' }))),
      ),
    done: 'casesTaken',
    to: () => '/klantmanager',
  }),
)

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
  change(
    c,
    'consent.ask',
    preparing(c, 'question', (problems) => showAsk(c, problems)),
  ),
)

routes.get('/toestemmingen/:request/besluit', (c) => showDecision(c, null))

routes.post('/toestemmingen/:request/besluit', (c) =>
  change(
    c,
    'consent.decide',
    preparing(c, 'decision', (problems) => showDecision(c, problems)),
  ),
)

routes.get('/toestemmingen/:request/intrekking', (c) => showWithdrawal(c, null))

routes.post('/toestemmingen/:request/intrekking', (c) => {
  if (c.var.seat?.role !== 'member')
    return change(
      c,
      'consent.change',
      preparing(c, 'withdrawal', (problems) => showWithdrawal(c, problems)),
    )
  return change(c, 'consent.takeBack', { run: (tx, permit) => takeBack(tx, permit, idIn(c)), done: 'consentTakenBack', to: () => addressOf(idIn(c)) })
})

routes.get('/toestemmingen/:request/schorsing', (c) => showSuspension(c, null))

routes.post('/toestemmingen/:request/schorsing', (c) =>
  change(
    c,
    'consent.change',
    preparing(c, 'suspension', (problems) => showSuspension(c, problems)),
  ),
)

routes.get('/toestemmingen/:request/hervatting', (c) => showResumption(c, null))

routes.post('/toestemmingen/:request/hervatting', (c) =>
  change(
    c,
    'consent.change',
    preparing(c, 'resumption', (problems) => showResumption(c, problems)),
  ),
)

routes.get('/toestemmingen/:request/afzien', (c) => showCancel(c, null))

routes.post('/toestemmingen/:request/afzien', (c) =>
  change(
    c,
    'consent.change',
    preparing(c, 'cancellation', (problems) => showCancel(c, problems)),
  ),
)

async function showAsk(c: C, problems: Problems | null) {
  const file = await open(c)
  return show(c, {
    title: fill(office.ask.title, { member: file.memberName }),
    body: <AskPage file={file} keys={formKeys(c)} problems={problems} typed={await typedIn(c, 'question')} />,
  })
}

async function showDecision(c: C, problems: Problems | null) {
  const file = await act(c, 'consent.decide', async () => {}).then(() => open(c, true))
  const asked = c.req.query('uitkomst')
  // Whoever pressed one of the steps chose; nothing is chosen for anybody.
  const outcome: Outcome | null = asked === 'granted' || asked === 'refused' || asked === 'leftUnprocessed' ? asked : null
  const body = <DecisionPage file={file} outcome={outcome} keys={formKeys(c)} problems={problems} typed={await typedIn(c, 'decision')} />
  return show(c, { title: fill(office.decision.title, { member: file.memberName }), body })
}

async function showWithdrawal(c: C, problems: Problems | null) {
  const file = await open(c)
  const member = c.var.seat?.role === 'member'
  const title = member ? texts[c.var.language].takeBack.title : fill(office.withdraw.title, { member: file.memberName })
  const form = { file, keys: formKeys(c), problems }
  if (!member) {
    // What was typed before goes first; whoever comes from a resident who moves finds the day and the reason filled in.
    const typed =
      (await typedIn(c, 'withdrawal')) ?? (await act(c, 'consent.change', (tx, permit) => withdrawalFor(tx, permit, c.req.query('verhuizing') ?? '')))
    return show(c, { title, body: <WithdrawPage {...form} typed={typed} /> })
  }
  const meaning = await proposal(c, () => ({ kind: 'requestWithdrawn' }))
  return show(c, { title, body: <TakeBackPage {...form} meaning={meaning} language={c.var.language} /> })
}

async function showSuspension(c: C, problems: Problems | null) {
  const file = await open(c)
  return show(c, {
    title: fill(office.suspend.title, { member: file.memberName }),
    body: <SuspendPage file={file} keys={formKeys(c)} problems={problems} typed={await typedIn(c, 'suspension')} />,
  })
}

async function showCancel(c: C, problems: Problems | null) {
  const file = await act(c, 'consent.change', async () => {}).then(() => open(c))
  return show(c, { title: fill(office.cancel.title, { member: file.memberName }), body: <CancelPage file={file} keys={formKeys(c)} problems={problems} /> })
}

async function showResumption(c: C, problems: Problems | null) {
  const file = await open(c)
  return show(c, {
    title: fill(office.resume.title, { member: file.memberName }),
    body: <ResumePage file={file} keys={formKeys(c)} problems={problems} typed={await typedIn(c, 'resumption')} />,
  })
}
