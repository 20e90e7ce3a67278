import { Hono } from 'hono'
import { choice, dayField, many, optionalProse, type Problems, text, ticked, z } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { COST_KINDS } from '#rooms/organisations'
import { conditionsOf } from '../consent.rules.ts'
import { correctionTyped, proposal } from '../exceptions/proposal.ts'
import { addressOf, type C, idIn, open } from '../file/opening.ts'
import { office } from './paper.nl.ts'
import { confirmPaper, correctPaper } from './paper.ts'
import { PaperPage } from './paper-page.tsx'

/** Where the municipality says whether a consent from paper is right. */
export const routes = new Hono<Env>()

const CorrectionForm = z.object({
  decidedOn: dayField(),
  from: dayField(),
  until: dayField(),
  costKinds: many(choice(COST_KINDS)),
  payOutAllowed: ticked(),
  legalBasis: text(40),
  note: optionalProse(1000),
})

routes.get('/toestemmingen/:request/papier', (c) => showPaper(c, null))

routes.post('/toestemmingen/:request/papier', (c) =>
  change(c, 'consent.confirmPaper', { run: (tx, permit) => confirmPaper(tx, permit, idIn(c)), done: 'paperConfirmed', to: () => addressOf(idIn(c)) }),
)

routes.post('/toestemmingen/:request/papier/verbetering', (c) =>
  change(c, 'consent.confirmPaper', {
    form: CorrectionForm,
    run: (tx, permit, { note, ...correction }) => correctPaper(tx, permit, idIn(c), { ...correction, note: note ?? '' }),
    done: 'paperCorrected',
    to: () => addressOf(idIn(c)),
    again: (problems) => showPaper(c, problems),
  }),
)

async function showPaper(c: C, problems: Problems | null) {
  const file = await act(c, 'consent.confirmPaper', async () => {}).then(() => open(c))
  const confirming = await proposal(c, () => ({ kind: 'paperConfirmed' }))
  const before = conditionsOf(file.request.events)
  // What was filled in first changes nothing; what was typed may.
  const correcting = problems && before ? await proposal(c, () => correctionTyped(file, problems.typed, before)) : null
  const body = <PaperPage file={file} confirming={confirming} correcting={correcting} keys={formKeys(c)} problems={problems} />
  return show(c, { title: fill(office.title, { member: file.memberName }), body })
}
