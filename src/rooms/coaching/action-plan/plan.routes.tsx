import { type Context, Hono } from 'hono'
import { type Problems, wholeNumber, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type Action, act, change, type Env, formKeys, looked, type MemberId, type Permit, show } from '#rooms/access'
import { planTexts } from './plan.en.ts'
import { letIn, letOut, markSeen, planView, savePlan } from './plan.ts'
import { changesIn, PlanForm } from './plan-form.ts'
import { PlanPage } from './plan-page.tsx'
import { FreezeForm, othersIn, pdfOf, SignForm, signPage } from './signing/answering.tsx'
import { freezePlan, signPlan } from './signing/signing.ts'

export const actionPlan = new Hono<Env>()

type C = Context<Env>

const OWN = '/plan-van-aanpak'

// The member at an address without a name in it, the coach at that of the member.
actionPlan.get('/plan-van-aanpak', (c) => planPage(c, null))
actionPlan.get('/leden/:member/plan-van-aanpak', (c) => planPage(c, null))

actionPlan.post('/plan-van-aanpak', (c) => save(c))
actionPlan.post('/leden/:member/plan-van-aanpak', (c) => save(c))

actionPlan.post('/plan-van-aanpak/gelezen', (c) => read(c))
actionPlan.post('/leden/:member/plan-van-aanpak/gelezen', (c) => read(c))

actionPlan.post('/plan-van-aanpak/gemeente', (c) =>
  change(c, 'actionPlan.share', { run: (tx, permit) => letIn(tx, permit, memberIn(c, permit)), done: 'planShared', to: () => OWN }),
)
actionPlan.post('/plan-van-aanpak/gemeente/einde', (c) =>
  change(c, 'actionPlan.share', { run: (tx, permit) => letOut(tx, permit, memberIn(c, permit)), done: 'planShareEnded', to: () => OWN }),
)

actionPlan.post('/plan-van-aanpak/vastleggen', (c) => freeze(c))
actionPlan.post('/leden/:member/plan-van-aanpak/vastleggen', (c) => freeze(c))

actionPlan.get('/plan-van-aanpak/tekenen', (c) => signing(c, null))
actionPlan.get('/leden/:member/plan-van-aanpak/tekenen', (c) => signing(c, null))

actionPlan.post('/plan-van-aanpak/tekenen', (c) => sign(c))
actionPlan.post('/leden/:member/plan-van-aanpak/tekenen', (c) => sign(c))

actionPlan.get('/plan-van-aanpak/pdf', (c) => pdf(c))
actionPlan.get('/leden/:member/plan-van-aanpak/pdf', (c) => pdf(c))

async function planPage(c: C, problems: Problems | null) {
  const view = await seen(c)
  const own = isOwn(c)
  const words = planTexts(c.var.language)
  const body = (
    <PlanPage
      view={view}
      base={baseOf(c)}
      back={own ? null : { href: `/leden/${view.member}`, label: words.backMember }}
      as={own ? 'member' : 'coach'}
      language={c.var.language}
      keys={() => formKeys(c)}
      problems={problems}
    />
  )
  return show(c, { title: words.title, body })
}

function seen(c: C) {
  return act(c, 'actionPlan.read', async (tx, permit) => {
    const member = memberIn(c, permit)
    const view = await planView(tx, permit, member)
    await looked(tx, permit, [member])
    return view
  })
}

function save(c: C) {
  return change(c, 'actionPlan.write', {
    form: PlanForm,
    run: (tx, permit, typed) => {
      const { changes, seen } = changesIn(typed)
      return savePlan(tx, permit, memberIn(c, permit), changes, seen)
    },
    done: (_, to) => (to.endsWith('?twee') ? 'planTwoTexts' : 'actionPlanSaved'),
    to: (outcome) => (outcome === 'beside' ? `${baseOf(c)}?twee` : baseOf(c)),
    again: (problems) => planPage(c, problems),
  })
}

function read(c: C) {
  return change(c, 'actionPlan.read', {
    form: z.object({ seen: wholeNumber() }),
    run: (tx, permit, { seen }) => markSeen(tx, permit, memberIn(c, permit), seen),
    to: () => baseOf(c),
  })
}

function freeze(c: C) {
  return change(c, 'actionPlan.freeze', {
    form: FreezeForm,
    run: (tx, permit, typed) => freezePlan(tx, permit, memberIn(c, permit), othersIn(typed, permit.language), c.var.world.baseUrl ?? new URL(c.req.url).origin),
    done: 'planFrozen',
    to: () => `${baseOf(c)}/tekenen`,
  })
}

async function signing(c: C, problems: Problems | null) {
  return signPage(c, await seen(c), isOwn(c) ? 'member' : 'coach', baseOf(c), problems)
}

function sign(c: C) {
  return change(c, 'actionPlan.sign', {
    form: SignForm,
    run: (tx, permit, signed) => signPlan(tx, permit, memberIn(c, permit), signed),
    done: 'planSigned',
    to: () => `${baseOf(c)}/tekenen`,
    again: (problems) => signing(c, problems),
  })
}

async function pdf(c: C) {
  return pdfOf(c, await seen(c))
}

function isOwn(c: C): boolean {
  return c.req.path.startsWith(OWN)
}

function baseOf(c: C): string {
  return isOwn(c) ? OWN : `/leden/${c.req.param('member')}/plan-van-aanpak`
}

/** Whose plan: at the own address the person of the permit, else whom the address names. */
function memberIn(c: C, permit: Permit<Action>): MemberId {
  const id = isOwn(c) ? permit.person : c.req.param('member')
  return id && isId(id) ? (id as MemberId) : refuse(planTexts(c.var.language).refusals.missing, {}, { kind: 'missing' })
}
