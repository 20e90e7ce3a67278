import { type Day, firstDay, laterDay, longDay, monthOf } from '#kit/day.ts'
import { isDouble, type Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { type AnyPermit, covers, type MemberId, organisationName, type Permit, personOf } from '#rooms/access'
import { benefitsOfAll, memberNames } from '#rooms/members'
import { agreementRefusals } from './agreements.en.ts'
import { nl } from './agreements.nl.ts'
import {
  bindingsOf,
  insertNotices,
  insertRecipients,
  insertSignature,
  insertVersion,
  lockAgreements,
  type Origin,
  recipientsOf,
  saveDraft,
  saveDropped,
  saveProposal,
  signaturesOf,
  type Version,
  type VersionId,
  versionById,
} from './agreements.sql.ts'
import { type Article, rulesOf } from './articles/articles.rules.ts'
import { plainText } from './articles/text.rules.ts'
import { outsideBounds } from './bounds/bounds.rules.ts'
import { problemsOf } from './bounds/validate.rules.ts'
import { boundsOfAll } from './cooperation/cooperation.ts'
import { splitRulesOfAll } from './in-force/in-force.ts'
import { hashOf } from './signing/fingerprint.ts'
import { bindsAfterNotice, changesOnlyReserved, type NoticeChannel, type SignIn } from './signing/signing.rules.ts'

export type DraftFacts = {
  readonly title: string
  readonly articles: readonly Article[]
  readonly from: Day
  readonly until: Day | null
  /** Where it was borrowed from, for as long as the version is there. */
  readonly origin?: Origin
}

/** Begins a draft of the member agreement; it may still be wrong, for nothing follows from it. Refuses a first day that is no first of a month. */
export async function draftAgreement(tx: Tx, permit: Permit<'agreement.draft'>, facts: DraftFacts): Promise<VersionId> {
  checkDays(permit, facts)
  await lockAgreements(tx, permit)
  const id = await insertVersion(tx, permit, facts)
  await happened(tx, permit, 'agreement.drafted', { agreement: id })
  return id
}

/** Changes a draft. Refuses once it was proposed: that text stands. */
export async function changeDraft(tx: Tx, permit: Permit<'agreement.draft'>, id: VersionId, facts: DraftFacts): Promise<void> {
  checkDays(permit, facts)
  await draftFor(tx, permit, id)
  await saveDraft(tx, permit, id, facts)
}

/** Throws a draft away. Refuses once it was proposed. */
export async function dropDraft(tx: Tx, permit: Permit<'agreement.draft'>, id: VersionId): Promise<void> {
  await draftFor(tx, permit, id)
  await saveDropped(tx, permit, id)
}

/**
 * Fixes the text of a draft and puts it to members; it binds nobody before both sides signed (BW2 art. 59).
 * Refuses a draft with problems, one that begins in a month that passed (but for members for whom nothing was agreed from that day on,
 * so that money of that time need not wait for ever), or outside the bounds with a member's municipality.
 */
export async function proposeAgreement(tx: Tx, permit: Permit<'agreement.propose'>, id: VersionId, members: readonly MemberId[]): Promise<void> {
  const draft = await draftFor(tx, permit, id)
  const [problem] = problemsOf(draft.articles)
  if (problem) refuse(agreementRefusals[permit.language].hasProblems, { problem: problem.sentence })
  if (draft.from < firstDay(monthOf(permit.today)) && !(await isGapFor(tx, permit, draft.from, members)))
    refuse(agreementRefusals[permit.language].fromPassed, { month: longDay(firstDay(monthOf(permit.today))) }, { field: 'from' })
  await keepBounds(tx, permit, draft, members)
  const text = await textOf(tx, permit, draft)
  await saveProposal(tx, permit, id, { text, hash: hashOf(text) })
  await insertRecipients(tx, permit, id, members)
  await happened(tx, permit, 'agreement.proposed', { agreement: id })
}

/** Puts a proposed version to more members, such as somebody new. Refuses a draft, nobody, and outside the bounds. */
export async function proposeToMore(tx: Tx, permit: Permit<'agreement.propose'>, id: VersionId, members: readonly MemberId[]): Promise<void> {
  const version = await proposedVersion(tx, permit, id)
  if (members.length === 0) refuse(agreementRefusals[permit.language].nobodyMore, {}, { field: 'members' })
  await keepBounds(tx, permit, version, members)
  await insertRecipients(tx, permit, id, members)
  await happened(tx, permit, 'agreement.proposedToMore', { agreement: id })
}

/** The board signs for the cooperative, exactly the text it saw. Refuses another text, and signing twice. */
export async function signForCooperative(tx: Tx, permit: Permit<'agreement.signFor'>, id: VersionId, seen: string, signIn: SignIn): Promise<void> {
  const version = await proposedVersion(tx, permit, id)
  if (version.hash !== seen) refuse(agreementRefusals[permit.language].otherText, {}, { kind: 'conflict' })
  await sign(tx, permit, version, 'cooperative', signIn)
}

/**
 * A member signs, exactly the text that was shown. Refuses what was not put to this member, another text, signing twice,
 * a version older than the one that binds, and rules outside the bounds with the municipality of this member.
 */
export async function signAgreement(tx: Tx, permit: Permit<'agreement.sign'>, id: VersionId, seen: string, signIn: SignIn): Promise<void> {
  const member = personOf(permit)
  const version = await proposedVersion(tx, permit, id)
  const recipients = await recipientsOf(tx, permit, id)
  if (!recipients.some((recipient) => recipient.member === member)) refuse(agreementRefusals[permit.language].missing, {}, { kind: 'missing' })
  if (version.hash !== seen) refuse(agreementRefusals[permit.language].otherText, {}, { kind: 'conflict' })
  const bindings = await bindingsOf(tx, permit, member)
  if (bindings.some((binding) => binding.number > version.number)) refuse(agreementRefusals[permit.language].newerSigned, {}, { kind: 'conflict' })
  await keepBounds(tx, permit, version, [member])
  await sign(tx, permit, version, 'member', signIn)
}

/**
 * Writes down that members were told in writing of a change which their agreement reserved; it binds them without a signature
 * after the term of that agreement (BW2 art. 59). Refuses a version that changes more than was reserved, or that the board has not signed.
 */
export async function giveNotice(
  tx: Tx,
  permit: Permit<'agreement.notify'>,
  id: VersionId,
  notice: { readonly members: readonly MemberId[]; readonly channel: NoticeChannel; readonly on: Day },
): Promise<void> {
  const version = await proposedVersion(tx, permit, id)
  if (notice.on > permit.today) refuse(agreementRefusals[permit.language].noticeInFuture, {}, { field: 'on' })
  const signatures = await signaturesOf(tx, permit, id)
  if (!signatures.some((signature) => signature.party === 'cooperative')) refuse(agreementRefusals[permit.language].boardFirst)
  await keepBounds(tx, permit, version, notice.members)
  const agreements = await splitRulesOfAll(tx, permit, permit.today)
  const rows = notice.members.map((member) => {
    const current = agreements.get(member) ?? refuse(agreementRefusals[permit.language].noAgreement, { day: longDay(permit.today) })
    if (!changesOnlyReserved(current.articles, version.articles)) refuse(agreementRefusals[permit.language].notReserved)
    return {
      version: id,
      member,
      channel: notice.channel,
      on: notice.on,
      bindsFrom: bindsAfterNotice(current.articles, notice.on, version.from),
      person: personOf(permit),
    }
  })
  await once(permit, () => insertNotices(tx, permit, rows))
  await happened(tx, permit, 'agreement.notified', { agreement: id })
}

/** Whether none of these members has agreed anything for a day or later. */
async function isGapFor(tx: Tx, permit: AnyPermit, on: Day, members: readonly MemberId[]): Promise<boolean> {
  const bound = (await bindingsOf(tx, permit, null)).filter((binding) => binding.until === null || binding.until >= on)
  return members.length > 0 && !bound.some((binding) => members.includes(binding.member))
}

async function sign(tx: Tx, permit: AnyPermit, version: Version & { readonly hash: string }, party: 'member' | 'cooperative', signIn: SignIn): Promise<void> {
  await once(permit, () => insertSignature(tx, permit, { version: version.id, party, person: personOf(permit), signIn, hash: version.hash }))
  await happened(tx, permit, party === 'member' ? 'agreement.signedByMember' : 'agreement.signedByCooperative', {
    agreement: version.id,
    ...(party === 'member' ? { member: personOf(permit) } : {}),
  })
}

async function once(permit: AnyPermit, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (isDouble(error)) refuse(agreementRefusals[permit.language].signedBefore, {}, { kind: 'conflict' })
    throw error
  }
}

async function draftFor(tx: Tx, permit: AnyPermit, id: VersionId): Promise<Version> {
  await lockAgreements(tx, permit)
  const version = (await versionById(tx, permit, id)) ?? refuse(agreementRefusals[permit.language].missing, {}, { kind: 'missing' })
  if (version.proposedAt) refuse(agreementRefusals[permit.language].textStands, {}, { kind: 'conflict' })
  return version
}

async function proposedVersion(tx: Tx, permit: AnyPermit, id: VersionId): Promise<Version & { readonly hash: string }> {
  const version = await versionById(tx, permit, id)
  if (!version?.hash) refuse(agreementRefusals[permit.language].missing, {}, { kind: 'missing' })
  return { ...version, hash: version.hash }
}

/** A member agreement outside the cooperation agreement with the member's municipality cannot be signed (decisions 2). */
async function keepBounds(tx: Tx, permit: AnyPermit, version: Version, members: readonly MemberId[]): Promise<void> {
  if (members.some((member) => !covers(permit, member))) refuse(agreementRefusals[permit.language].missing, {}, { kind: 'missing' })
  const known = await memberNames(tx, permit)
  if (members.some((member) => !known.has(member))) refuse(agreementRefusals[permit.language].missing, {}, { kind: 'missing' })
  const on = laterDay(version.from, permit.today)
  const [bounds, benefits] = [await boundsOfAll(tx, permit, on), await benefitsOfAll(tx, permit, on)]
  const concerned = new Set(members.flatMap((member) => benefits.get(member)?.municipality ?? []))
  for (const municipality of concerned) {
    const agreed = bounds.get(municipality)
    const [problem] = agreed ? outsideBounds(rulesOf(version.articles), agreed.bounds) : []
    if (agreed && problem) refuse(agreementRefusals[permit.language].outsideBounds, { municipality: agreed.municipalityName, problem: problem.sentence })
  }
}

async function textOf(tx: Tx, permit: AnyPermit, version: Version): Promise<string> {
  const cooperative = (await organisationName(tx, permit.organisation)) ?? ''
  const head = fill(nl.textHead, { cooperative, number: version.number, from: longDay(version.from) })
  const end = version.until ? `\n${fill(nl.textUntil, { until: longDay(version.until) })}` : ''
  return `${head}${end}\n\n${plainText(version.articles)}\n`
}

function checkDays(permit: AnyPermit, facts: DraftFacts): void {
  if (facts.from !== firstDay(monthOf(facts.from))) refuse(agreementRefusals[permit.language].firstOfMonth, {}, { field: 'from' })
  if (facts.until !== null && facts.until <= facts.from) refuse(agreementRefusals[permit.language].untilBeforeFrom, {}, { field: 'until' })
}
