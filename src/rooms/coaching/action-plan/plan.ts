import { withoutBsn } from '#kit/bsn.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type MemberId, type OrganisationId, organisationName, type Permit, personNames } from '#rooms/access'
import { benefitOn, findMember } from '#rooms/members'
import { planTexts as textsIn } from './plan.en.ts'
import { merged, type PlanChange, type WrittenText } from './plan.rules.ts'
import {
  endShare,
  insertPlan,
  insertShare,
  insertTexts,
  lockPlan,
  type PlanId,
  type PlanRow,
  planRow,
  planTexts,
  saveSeen,
  seenUntil,
  shareOf,
} from './plan.sql.ts'
import { hashOf } from './signing/fingerprint.ts'
import { contentOf, type PlanContent, type SigningStanding, signingStanding } from './signing/signing.rules.ts'
import { type PlanVersion, versionsOf } from './signing/signing.sql.ts'

/** A plan of action as one of the three sees it. */
export type PlanView = {
  readonly member: MemberId
  readonly tenant: OrganisationId
  readonly memberName: string
  readonly texts: readonly WrittenText[]
  /** The last text that this reader said to have seen. */
  readonly seen: number
  /** The municipality that takes part, with its name; null while it does not. */
  readonly shared: { readonly municipality: OrganisationId; readonly name: string } | null
  /** The municipality that the member may let in: the one that pays today. Only for the member and the coach. */
  readonly payer: { readonly municipality: OrganisationId; readonly name: string } | null
  readonly content: PlanContent
  readonly standing: SigningStanding
  /** The newest version that was laid down to be signed. */
  readonly version: PlanVersion | null
}

/** The plan of a member at a cooperative: empty while nobody began. Refuses (missing) outside reach; for a municipality also where the member does not let it in. */
export async function planView(
  tx: Tx,
  permit: Permit<'actionPlan.read'> | Permit<'departure.take'>,
  member: MemberId,
  tenant: OrganisationId = permit.organisation,
): Promise<PlanView> {
  const plan = await planWithin(tx, permit, member, tenant)
  const texts = plan ? await planTexts(tx, permit, plan) : []
  const share = plan ? await shareOf(tx, plan) : null
  const names = await namesIn(tx, permit, member, tenant)
  const content = contentOf(texts, names)
  const [version = null] = plan ? await versionsOf(tx, plan) : []
  return {
    member,
    tenant,
    memberName: names.member,
    texts,
    seen: plan ? await seenUntil(tx, permit, plan) : 0,
    shared: share ? { municipality: share.municipality, name: (await organisationName(tx, share.municipality)) ?? '' } : null,
    payer: tenant === permit.organisation ? await payerOf(tx, permit, member) : null,
    content,
    standing: signingStanding(hashOf(content), version),
    version,
  }
}

/**
 * Saves what somebody changed on the page, part by part; the plan begins with its first text. Gives whether a text came to stand beside that of somebody else, who
 * was first. `seen` is the last text that the page showed. Refuses (missing) outside reach, and a BSN in the words.
 */
export async function savePlan(
  tx: Tx,
  permit: Permit<'actionPlan.write'>,
  member: MemberId,
  changes: readonly PlanChange[],
  seen: number,
  tenant: OrganisationId = permit.organisation,
): Promise<'saved' | 'beside'> {
  for (const { field, value } of changes) withoutBsn(value.words, field, permit.language)
  await planWithin(tx, permit, member, tenant)
  await lockPlan(tx, tenant, member)
  const plan = (await planRow(tx, tenant, member)) ?? (await begin(tx, permit, member))
  const added = merged(await planTexts(tx, permit, plan), changes)
  await insertTexts(tx, permit, plan, added)
  await saveSeen(tx, permit, plan, seen)
  if (added.length > 0) await happened(tx, permit, 'plan.written', { plan: plan.id, member })
  return added.some(({ beside }) => beside) ? 'beside' : 'saved'
}

/** The plan of the member of the permit as it reads now; null while nobody began. */
export async function planContentOf(tx: Tx, permit: Permit<'partner.invite'>, member: MemberId): Promise<PlanContent | null> {
  const plan = await planWithin(tx, permit, member, permit.organisation)
  return plan && contentOf(await planTexts(tx, permit, plan), await namesIn(tx, permit, member, plan.tenant))
}

/** Whether the member lets the acting municipality take part in a plan. */
export async function takesPart(tx: Tx, permit: Permit<'actionPlan.read'>, member: MemberId, tenant: OrganisationId): Promise<boolean> {
  return covers(permit, member) && (await planRow(tx, tenant, member)) !== null
}

/** Keeps that the reader saw everything up to a text. Refuses (missing) where there is no plan within reach. */
export async function markSeen(
  tx: Tx,
  permit: Permit<'actionPlan.read'>,
  member: MemberId,
  seen: number,
  tenant: OrganisationId = permit.organisation,
): Promise<void> {
  await saveSeen(tx, permit, await planThatIs(tx, permit, member, tenant), seen)
}

/** The member lets the municipality that pays the benefit take part. Refuses (missing) where there is no plan, and where no municipality pays. */
export async function letIn(tx: Tx, permit: Permit<'actionPlan.share'>, member: MemberId): Promise<void> {
  const plan = await planThatIs(tx, permit, member, permit.organisation)
  await lockPlan(tx, plan.tenant, member)
  const payer = (await payerOf(tx, permit, member)) ?? refuse(textsIn(permit.language).refusals.noMunicipality)
  const share = await shareOf(tx, plan)
  if (share?.municipality === payer.municipality) return
  // Somebody who moved lets in the new town; the old one reads no more.
  if (share) await endShare(tx, permit, plan)
  await insertShare(tx, permit, plan, newId(permit.now.epochMilliseconds), payer.municipality)
  await happened(tx, permit, 'plan.shared', { plan: plan.id, member, municipality: payer.municipality })
}

/** The member stops it: from now on the municipality reads and writes no more. What it wrote stays. */
export async function letOut(tx: Tx, permit: Permit<'actionPlan.share'>, member: MemberId): Promise<void> {
  const plan = await planThatIs(tx, permit, member, permit.organisation)
  await endShare(tx, permit, plan)
  await happened(tx, permit, 'plan.shareEnded', { plan: plan.id, member })
}

/** The plan within reach, or null where nobody began. Refuses (missing) outside reach, and for a municipality that the member does not let in. */
export async function planWithin(tx: Tx, permit: AnyPermit, member: MemberId, tenant: OrganisationId): Promise<PlanRow | null> {
  const own = tenant === permit.organisation
  const known = covers(permit, member) && (!own || (await findMember(tx, permit, member)) !== null)
  const plan = known ? await planRow(tx, tenant, member) : null
  if (!known || (!own && !plan)) refuse(textsIn(permit.language).refusals.missing, {}, { kind: 'missing' })
  return plan
}

/** The same, of a plan that was begun. */
export async function planThatIs(tx: Tx, permit: AnyPermit, member: MemberId, tenant: OrganisationId): Promise<PlanRow> {
  return (await planWithin(tx, permit, member, tenant)) ?? refuse(textsIn(permit.language).refusals.missing, {}, { kind: 'missing' })
}

/** The names that stand in a plan. */
export async function namesIn(tx: Tx, permit: AnyPermit, member: MemberId, tenant: OrganisationId): Promise<{ member: string; cooperative: string }> {
  return {
    member: (await personNames(tx, [member])).get(member) ?? textsIn(permit.language).thisMember,
    cooperative: (await organisationName(tx, tenant)) ?? '',
  }
}

async function begin(tx: Tx, permit: AnyPermit, member: MemberId): Promise<PlanRow> {
  const plan = { tenant: permit.organisation, id: newId<PlanId>(permit.now.epochMilliseconds), member }
  await insertPlan(tx, permit, plan)
  return plan
}

async function payerOf(tx: Tx, permit: AnyPermit, member: MemberId) {
  const { municipality } = await benefitOn(tx, permit, member, permit.today)
  return municipality && { municipality, name: (await organisationName(tx, municipality)) ?? '' }
}
