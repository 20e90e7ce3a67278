import { type Context, Hono } from 'hono'
import { checkForm, choice, optionalText, type Problems, prose, text, ticked, z } from '#kit/form.ts'
import { isId, newId } from '#kit/ids.ts'
import { Refusal, refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { actAs, type Env, formKeys, limited, type OrganisationId, ownForm, show } from '#rooms/access'
import { cooperativeById, cooperativesToChoose } from '#rooms/organisations'
import { cooperativeIn, tokenFor } from '../application/application.ts'
import { healthWords } from '../health/health.rules.ts'
import { nl } from './referral.nl.ts'
import { REFERRERS } from './referral.rules.ts'
import { isReferred, refer, referralOf } from './referral.ts'
import { ReferPage, ReferralPage } from './referral-pages.tsx'

export const referral = new Hono<Env>()

type C = Context<Env>

const ReferForm = z.object({
  cooperative: text(40),
  firstName: text(60),
  reach: text(120),
  speaks: optionalText(40),
  why: prose(1000),
  kind: choice(REFERRERS),
  referrer: text(160),
  agreed: ticked(),
  anyway: z.string().optional(),
})

// Whoever refers needs no account: the program itself keeps it, for whoever holds the link.
function outside<T>(c: C, organisation: OrganisationId, run: Parameters<typeof actAs<'application.write', T>>[3]): Promise<T> {
  return actAs(c.var.world, { person: null, organisation, role: 'system', language: 'nl' }, 'application.write', run)
}

async function referPage(c: C, problems: Problems | null) {
  const cooperatives = await c.var.world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, (tx) => cooperativesToChoose(tx))
  const { seat, person } = c.var
  const municipal = seat?.role === 'caseManager' || seat?.role === 'policyAdviser'
  const asked = healthWords(String(problems?.typed.why ?? '')).length > 0
  const kind = municipal ? 'municipality' : seat?.role === 'network' ? 'network' : null
  const name = municipal && person ? `${person.name}, ${seat.organisationName}` : ''
  return show(c, {
    title: nl.title,
    face: seat ? 'office' : 'public',
    status: problems ? 422 : 200,
    body: <ReferPage cooperatives={cooperatives} kind={kind} name={name} asked={asked} keys={formKeys(c)} problems={problems} />,
  })
}

referral.get('/verwijzen', (c) => referPage(c, null))

referral.post('/verwijzen', async (c) => {
  const body = await ownForm(c)
  const parsed = checkForm(ReferForm, body)
  if (!parsed.ok) return referPage(c, parsed.problems)
  const { cooperative, agreed, anyway, ...words } = parsed.value
  if (!isId(cooperative)) refuse(nl.refusals.noReferral, {}, { kind: 'missing' })
  const organisation = cooperative as OrganisationId
  const id = typeof body._key === 'string' && isId(body._key) ? body._key : newId()
  const { secret } = c.var.settings
  const tokens = { applicant: tokenFor(organisation, secret, id), referrer: tokenFor(organisation, secret, `referral ${id}`) }
  // Counted once, however often the same form is sent.
  if (!(await outside(c, organisation, (tx, permit) => isReferred(tx, permit, tokens.referrer)))) await limited(c, 'refer', id)
  try {
    await outside(c, organisation, async (tx, permit) => {
      await cooperativeById(tx, permit, organisation)
      await refer(tx, permit, id, tokens, { ...words, agreed, anyway: anyway === 'ja' })
    })
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'rule') throw error
    return referPage(c, { sentence: error.sentence, fields: error.field ? { [error.field]: error.sentence.what } : {}, typed: parsed.typed })
  }
  return c.redirect(`/verwijzen/${tokens.referrer}`, 303)
})

referral.get('/verwijzen/:token', async (c) => {
  const token = c.req.param('token')
  const organisation = cooperativeIn(token) ?? refuse(nl.refusals.noReferral, {}, { kind: 'missing' })
  const found = await outside(c, organisation, async (tx, permit) => ({
    ...(await referralOf(tx, permit, token)),
    cooperative: (await cooperativeById(tx, permit, organisation)).tradeName,
  }))
  return show(c, { title: fill(nl.statusTitle, { name: found.firstName }), face: c.var.seat ? 'office' : 'public', body: <ReferralPage {...found} /> })
})
