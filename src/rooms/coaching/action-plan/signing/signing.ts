import { randomBytes } from 'node:crypto'
import { addDays, longDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { queueMail } from '#kit/mail.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { leaveMessage, type MemberId, type OrganisationId, organisationName, type Permit, professionals, type World } from '#rooms/access'
import { lockPlan, planTexts, shareOf } from '../plan.sql.ts'
import { namesIn, planThatIs } from '../plan.ts'
import { digest, hashOf } from './fingerprint.ts'
import { signingTexts } from './signing.en.ts'
import { contentOf, notReady, SIGN_DAYS, type SignerKind } from './signing.rules.ts'
import { insertSignature, insertVersion, type NewSigner, planOfLink, type SignLink, signLink, versionsOf } from './signing.sql.ts'

/** Somebody without an account who is asked to sign. */
export type OtherSigner = { readonly name: string; readonly email: string }

/** What somebody signs: the version and fingerprint that were shown, under which name, and the tick. */
export type Signed = { readonly version: number; readonly hash: string; readonly name: string; readonly agreed: boolean }

/**
 * Lays the plan down to be signed by the member, the coach, the municipality where it takes part, and others by a link in a mail that ends after 14 days. `home` is where
 * that link leads. Refuses with two texts in one part, without goal or step, and what was laid down already (conflict).
 */
export async function freezePlan(tx: Tx, permit: Permit<'actionPlan.freeze'>, member: MemberId, others: readonly OtherSigner[], home: string): Promise<number> {
  const said = signingTexts(permit.language)
  const plan = await planThatIs(tx, permit, member, permit.organisation)
  await lockPlan(tx, plan.tenant, member)
  const texts = await planTexts(tx, permit, plan)
  const stop = notReady(texts)
  if (stop) refuse(said.refusals[stop])
  const names = await namesIn(tx, permit, member, plan.tenant)
  const content = contentOf(texts, names)
  const hash = hashOf(content)
  const [last] = await versionsOf(tx, plan)
  if (last?.hash === hash) refuse(said.refusals.sameAgain, {}, { kind: 'conflict' })
  const version = (last?.version ?? 0) + 1
  const coach = (await professionals(tx, permit, 'coach')).get(member) ?? null
  const share = await shareOf(tx, plan)
  const signer = (who: SignerKind, name: string, person: NewSigner['person'] = null): NewSigner => ({
    id: newId(permit.now.epochMilliseconds),
    who,
    name,
    person,
    link: null,
  })
  const until = addDays(permit.today, SIGN_DAYS)
  const linked = others.map((other) => ({ ...other, token: randomBytes(32).toString('base64url') }))
  await insertVersion(tx, permit, plan, { version, content, hash }, [
    signer('member', names.member, member),
    ...(coach ? [signer('coach', coach.name, coach.professional)] : []),
    ...(share ? [signer('caseManager', (await organisationName(tx, share.municipality)) ?? '')] : []),
    ...linked.map(({ name, email, token }) => ({ ...signer('other', name), link: { email, tokenHash: digest(token), until } })),
  ])
  for (const { name, email, token } of linked) {
    const params = { name, member: names.member, cooperative: names.cooperative, day: longDay(until), link: `${home}/tekenen/${token}` }
    await queueMail(tx, permit, { to: email, subject: fill(said.mail.subject, params), text: fill(said.mail.text, params) })
  }
  if (permit.person !== member) await leaveMessage(tx, permit, { person: member, kind: 'planToSign', link: '/plan-van-aanpak/tekenen', role: 'member' })
  if (coach && permit.person !== coach.professional)
    await leaveMessage(tx, permit, { person: coach.professional, kind: 'planToSign', link: `/leden/${member}/plan-van-aanpak/tekenen`, role: 'coach' })
  await happened(tx, permit, 'plan.frozen', { plan: plan.id, member, ...(share ? { municipality: share.municipality } : {}) })
  return version
}

/** Signs the newest version in the part of the acting role. Refuses another version than what was shown (conflict), without the tick, and who is not asked. Twice is once. */
export async function signPlan(
  tx: Tx,
  permit: Permit<'actionPlan.sign'>,
  member: MemberId,
  signed: Signed,
  tenant: OrganisationId = permit.organisation,
): Promise<void> {
  const said = signingTexts(permit.language).refusals
  if (!signed.agreed) refuse(said.notRead, {}, { field: 'agreed' })
  const plan = await planThatIs(tx, permit, member, tenant)
  await lockPlan(tx, plan.tenant, member)
  const [newest] = await versionsOf(tx, plan)
  if (!newest || newest.version !== signed.version || newest.hash !== signed.hash) refuse(said.changed, {}, { kind: 'conflict' })
  const signer = newest.signers.find(({ who }) => who === permit.role) ?? refuse(said.notAsked, {}, { kind: 'conflict' })
  if (await insertSignature(tx, permit, plan, signer.id, newest.hash, signed.name)) await happened(tx, permit, 'plan.signed', { plan: plan.id, member })
}

/** What the holder of a link may see; acts for no organisation and no person. Refuses (missing) a link that is none, or that ended. */
export async function planByLink(world: World, token: string): Promise<SignLink> {
  const found = await world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, (tx) => signLink(tx, digest(token)))
  return found ?? refuse(signingTexts('nl').refusals.noLink, {}, { kind: 'missing' })
}

/** Whether a link is of the newest version. */
export async function isNewest(tx: Tx, _permit: Permit<'actionPlan.signByLink'>, link: SignLink): Promise<boolean> {
  return (await planOfLink(tx, link))?.newest === link.version
}

/** Signs by a link. Refuses (conflict) after its last day and once a newer version was laid down, and without the tick. Twice is once. */
export async function signByLink(tx: Tx, permit: Permit<'actionPlan.signByLink'>, link: SignLink, name: string, agreed: boolean): Promise<void> {
  const said = signingTexts('nl').refusals
  if (!agreed) refuse(said.notRead, {}, { field: 'agreed' })
  if (link.until < permit.today) refuse(said.linkOver, {}, { kind: 'conflict' })
  const found = (await planOfLink(tx, link)) ?? refuse(said.noLink, {}, { kind: 'missing' })
  await lockPlan(tx, found.plan.tenant, found.plan.member)
  if ((await planOfLink(tx, link))?.newest !== link.version) refuse(said.changed, {}, { kind: 'conflict' })
  if (!(await insertSignature(tx, permit, found.plan, link.signer, link.hash, name))) return
  await happened(tx, permit, 'plan.signed', { plan: found.plan.id, member: found.plan.member })
}

/** Tells the case manager of a resident that a plan waits to be signed. */
export async function tellToSign(tx: Tx, permit: Permit<'actionPlan.tell'>, member: MemberId): Promise<void> {
  const own = (await professionals(tx, permit, 'caseManager')).get(member)
  if (own) await leaveMessage(tx, permit, { person: own.professional, kind: 'planToSign', link: '/toestemmingen', role: 'caseManager' })
}
