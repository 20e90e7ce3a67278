import { Hono } from 'hono'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { conditionsOf } from '../consent.rules.ts'
import { correctionTyped, proposal } from '../exceptions/proposal.ts'
import { addressOf, type C, idIn, open } from '../file/opening.ts'
import { preparing, typedIn } from '../outgoing/outgoing.routes.tsx'
import { office } from './paper.nl.ts'
import { confirmPaper } from './paper.ts'
import { PaperPage } from './paper-page.tsx'

/** Where the municipality says whether a consent from paper is right. */
export const routes = new Hono<Env>()

routes.get('/toestemmingen/:request/papier', (c) => showPaper(c, null))

routes.post('/toestemmingen/:request/papier', (c) =>
  change(c, 'consent.confirmPaper', { run: (tx, permit) => confirmPaper(tx, permit, idIn(c)), done: 'paperConfirmed', to: () => addressOf(idIn(c)) }),
)

routes.post('/toestemmingen/:request/papier/verbetering', (c) =>
  change(
    c,
    'consent.confirmPaper',
    preparing(c, 'paperCorrection', (problems) => showPaper(c, problems)),
  ),
)

async function showPaper(c: C, problems: Problems | null) {
  const file = await act(c, 'consent.confirmPaper', async () => {}).then(() => open(c))
  const confirming = await proposal(c, () => ({ kind: 'paperConfirmed' }))
  const before = conditionsOf(file.request.events)
  // What was filled in first changes nothing; what was typed may.
  const typed = await typedIn(c, 'paperCorrection')
  const said = problems?.typed ?? typed
  const correcting = said && before ? await proposal(c, () => correctionTyped(file, said, before)) : null
  const body = <PaperPage file={file} confirming={confirming} correcting={correcting} typed={typed} keys={formKeys(c)} problems={problems} />
  return show(c, { title: fill(office.title, { member: file.memberName }), body })
}
