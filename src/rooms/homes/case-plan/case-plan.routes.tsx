import { type Context, Hono } from 'hono'
import type { Tx } from '#kit/db.ts'
import { type Problems, wholeNumber, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, act, change, type Env, formKeys, looked, type Permit, show } from '#rooms/access'
import {
  changesIn,
  markSeen,
  PlanForm,
  PlanPage,
  type PlanView,
  pdfOf,
  planTexts,
  planView,
  SignForm,
  savePlan,
  signPage,
  signPlan,
  takesPart,
} from '#rooms/coaching'
import { type ConsentRequest, consentTexts, effect, procedure, type RequestId, requestWithin } from '#rooms/consent'
import { Alert, Crumbs, PageHead } from '#ui/parts.tsx'
import { hasPart } from './case-plan.rules.ts'

/** The plan of action from an own case: only while a request or consent is there, and only if the member lets the municipality in. */
export const casePlan = new Hono<Env>()

type C = Context<Env>
const nl = planTexts('nl')

async function planPage(c: C, problems: Problems | null) {
  const found = await openedCase(c)
  const back = { href: `/toestemmingen/${idIn(c)}`, label: nl.backCase }
  if (typeof found === 'string') {
    const said = nl[found]
    const body = (
      <div class="narrow stack-l">
        <Crumbs items={[back]} />
        <PageHead title={nl.title} />
        <Alert tone="info" title={said.title}>
          <p>{said.text}</p>
        </Alert>
      </div>
    )
    return show(c, { title: nl.title, body })
  }
  const body = <PlanPage view={found} base={baseOf(c)} back={back} as="caseManager" language="nl" keys={() => formKeys(c)} problems={problems} />
  return show(c, { title: nl.title, body })
}

casePlan.get('/toestemmingen/:request/plan-van-aanpak', (c) => planPage(c, null))

casePlan.post('/toestemmingen/:request/plan-van-aanpak', (c) =>
  change(c, 'actionPlan.write', {
    form: PlanForm,
    run: async (tx, permit, typed) => {
      const { member, tenant } = await caseWithPart(tx, permit, c)
      const { changes, seen } = changesIn(typed)
      return savePlan(tx, permit, member, changes, seen, tenant)
    },
    done: (_, to) => (to.endsWith('?twee') ? 'planTwoTexts' : 'actionPlanSaved'),
    to: (outcome) => (outcome === 'beside' ? `${baseOf(c)}?twee` : baseOf(c)),
    again: (problems) => planPage(c, problems),
  }),
)

casePlan.post('/toestemmingen/:request/plan-van-aanpak/gelezen', (c) =>
  change(c, 'actionPlan.read', {
    form: z.object({ seen: wholeNumber() }),
    run: async (tx, permit, { seen }) => {
      const { member, tenant } = await caseWithPart(tx, permit, c)
      return markSeen(tx, permit, member, seen, tenant)
    },
    to: () => baseOf(c),
  }),
)

async function signing(c: C, problems: Problems | null) {
  return signPage(c, await openedWhole(c), 'caseManager', baseOf(c), problems)
}

casePlan.get('/toestemmingen/:request/plan-van-aanpak/tekenen', (c) => signing(c, null))

casePlan.post('/toestemmingen/:request/plan-van-aanpak/tekenen', (c) =>
  change(c, 'actionPlan.sign', {
    form: SignForm,
    run: async (tx, permit, signed) => {
      const { member, tenant } = await caseWithPart(tx, permit, c)
      return signPlan(tx, permit, member, signed, tenant)
    },
    done: 'planSigned',
    to: () => `${baseOf(c)}/tekenen`,
    again: (problems) => signing(c, problems),
  }),
)

casePlan.get('/toestemmingen/:request/plan-van-aanpak/pdf', async (c) => pdfOf(c, await openedWhole(c)))

/** The plan, or why the municipality has no part in it; the look is written down. */
function openedCase(c: C): Promise<PlanView | 'noConsent' | 'notYet'> {
  return act(c, 'actionPlan.read', async (tx, permit) => {
    const { member, tenant, events } = await caseIn(tx, permit, c)
    if (!hasPart(procedure(events, permit.today), effect(events, permit.today))) return 'noConsent'
    if (!(await takesPart(tx, permit, member, tenant))) return 'notYet'
    await looked(tx, permit, [member])
    return planView(tx, permit, member, tenant)
  })
}

async function openedWhole(c: C): Promise<PlanView> {
  const found = await openedCase(c)
  return typeof found === 'string' ? refuse(nl.refusals.missing, {}, { kind: 'missing' }) : found
}

/** The case in the address, while the municipality has a part in the plan. Refuses (conflict) once no request or consent is there. */
async function caseWithPart(tx: Tx, permit: Permit<'actionPlan.read' | 'actionPlan.write' | 'actionPlan.sign'>, c: C): Promise<ConsentRequest> {
  const request = await caseIn(tx, permit, c)
  if (!hasPart(procedure(request.events, permit.today), effect(request.events, permit.today))) refuse(nl.refusals.noConsent, {}, { kind: 'conflict' })
  return request
}

/** The case in the address, at the municipality: member and coach have the plan at an address of their own. */
async function caseIn(tx: Tx, permit: AnyPermit, c: C): Promise<ConsentRequest> {
  const request = await requestWithin(tx, permit, idIn(c))
  return request.municipality === permit.organisation ? request : refuse(consentTexts.refusals.missing, {}, { kind: 'missing' })
}

function idIn(c: C): RequestId {
  const id = c.req.param('request') ?? ''
  return isId(id) ? (id as RequestId) : refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

function baseOf(c: C): string {
  return `/toestemmingen/${idIn(c)}/plan-van-aanpak`
}
