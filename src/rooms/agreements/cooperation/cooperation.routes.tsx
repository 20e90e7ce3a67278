import { type Context, Hono } from 'hono'
import { today } from '#kit/clock.ts'
import { firstDay, monthAfter, monthOf } from '#kit/day.ts'
import { type Problems, prose, text, ticked, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, type OrganisationId, scopeOf, show } from '#rooms/access'
import { memberNames } from '#rooms/members'
import { municipalities } from '#rooms/organisations'
import { nl } from '../agreements.nl.ts'
import { signInOf } from '../opening.ts'
import { officeNl } from '../pages/office.nl.ts'
import type { CooperationId } from './cooperation.sql.ts'
import { answerCooperation, cooperationAgreement, membersOutside, proposeCooperation, signCooperation } from './cooperation.ts'
import { cooperationForm } from './cooperation-form.ts'
import { CooperationPage, NewCooperationPage } from './cooperation-pages.tsx'

export const routes = new Hono<Env>()

routes.get('/afspraken/gemeenten/nieuw', (c) => showNew(c, null))

routes.post('/afspraken/gemeenten', (c) =>
  change(c, 'cooperationAgreement.propose', {
    form: cooperationForm,
    run: (tx, permit, { municipality, ...facts }) => proposeCooperation(tx, permit, { ...facts, municipality: known(municipality) as OrganisationId }),
    done: 'cooperationProposed',
    to: (id) => `/afspraken/gemeenten/${id}`,
    again: (problems) => showNew(c, problems),
  }),
)

routes.get('/afspraken/gemeenten/:cooperation', (c) => showAgreement(c, null))

routes.post('/afspraken/gemeenten/:cooperation/handtekeningen', (c) =>
  change(c, 'cooperationAgreement.sign', {
    form: z.object({ hash: text(80), read: ticked() }),
    run: async (tx, permit, { hash, read }) => {
      if (!read) refuse(nl.refusals.tickFirst, {}, { field: 'read' })
      await signCooperation(tx, permit, idIn(c), hash, signInOf(c))
    },
    done: 'cooperationSigned',
    to: () => `/afspraken/gemeenten/${idIn(c)}`,
    again: (problems) => showAgreement(c, problems),
  }),
)

routes.post('/afspraken/gemeenten/:cooperation/aanpassing', (c) =>
  change(c, 'cooperationAgreement.answer', {
    form: z.object({ words: prose(2000) }),
    run: (tx, permit, { words }) => answerCooperation(tx, permit, idIn(c), { kind: 'changeAsked', words }),
    done: 'cooperationChangeAsked',
    to: () => `/afspraken/gemeenten/${idIn(c)}`,
    again: (problems) => showAgreement(c, problems),
  }),
)

routes.post('/afspraken/gemeenten/:cooperation/weigering', (c) =>
  change(c, 'cooperationAgreement.answer', {
    form: z.object({ reason: prose(2000) }),
    run: (tx, permit, { reason }) => answerCooperation(tx, permit, idIn(c), { kind: 'declined', words: reason }),
    done: 'cooperationDeclined',
    to: () => `/afspraken/gemeenten/${idIn(c)}`,
    again: (problems) => showAgreement(c, problems),
  }),
)

async function showAgreement(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'cooperationAgreement.read', async (tx, permit) => {
    const agreement = await cooperationAgreement(tx, permit, idIn(c))
    const own = agreement.tenant === permit.organisation
    // Which members it does not fit is the cooperative's to know; the municipality reads only its agreement.
    const outside = own ? await membersOutside(tx, permit, agreement) : null
    return { agreement, outside, party: own ? ('cooperative' as const) : ('municipality' as const), names: own ? await memberNames(tx, permit) : new Map() }
  })
  const mayRenew = c.var.seat !== null && scopeOf('cooperationAgreement.propose', c.var.seat.role) !== null
  const mayAnswer = c.var.seat !== null && scopeOf('cooperationAgreement.answer', c.var.seat.role) !== null
  const maySign = c.var.seat !== null && scopeOf('cooperationAgreement.sign', c.var.seat.role) !== null
  return show(c, {
    title: officeNl.cooperation.title,
    body: <CooperationPage {...found} maySign={maySign} mayAnswer={mayAnswer} mayRenew={mayRenew} keys={formKeys(c)} problems={problems} />,
  })
}

async function showNew(c: Context<Env>, problems: Problems | null) {
  const earlier = c.req.query('van')
  const found = await act(c, 'cooperationAgreement.propose', async (tx, permit) => ({
    municipalities: await municipalities(tx, permit),
    old: earlier ? await cooperationAgreement(tx, permit, known(earlier) as CooperationId) : null,
  }))
  const from = firstDay(monthAfter(monthOf(today(c.var.world.clock))))
  return show(c, { title: officeNl.cooperation.make, body: <NewCooperationPage {...found} from={from} keys={formKeys(c)} problems={problems} /> })
}

function idIn(c: Context<Env>): CooperationId {
  return known(c.req.param('cooperation') ?? '') as CooperationId
}

function known(id: string): string {
  return isId(id) ? id : refuse(nl.refusals.missing, {}, { kind: 'missing' })
}
