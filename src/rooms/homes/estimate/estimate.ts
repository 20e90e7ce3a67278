import { type Month, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import type { Cents } from '#kit/money.ts'
import { Refusal, refuse } from '#kit/refusal.ts'
import { looked, type MemberId, type Permit, personOf } from '#rooms/access'
import { amountsAll, type PayOut, type Preview, preview, readingOf } from '#rooms/law'
import { benefitOn, exemptionOf, findMember, needsConsent } from '#rooms/members'
import { estimateTexts } from './estimate.en.ts'
import { type EstimateAnswers, payOutsFrom, situationFrom, usedFrom } from './estimate.rules.ts'
import { deleteAnswers, type KeptAnswers, keptAnswers, saveAnswers } from './estimate.sql.ts'

/** What the form begins with: about whom, what the member kept, and the months of exemption that are known. */
export type EstimateStart = {
  readonly name: string
  readonly own: boolean
  readonly first: Month
  readonly assistance: boolean
  /** A benefit of the municipality that has rules of its own (IOAW, IOAZ). */
  readonly otherRules: boolean
  readonly kept: KeptAnswers | null
  readonly known: { readonly usedN: number; readonly usedR: number }
}

/** Begins an estimate for a member within reach; a coach's look is recorded. Refuses (missing) whoever is out of reach. */
export async function estimateStart(tx: Tx, permit: Permit<'estimate.see'>, member: MemberId): Promise<EstimateStart> {
  const { language, today } = permit
  const found = (await findMember(tx, permit, member)) ?? refuse(estimateTexts(language).refusals.missing, {}, { kind: 'missing' })
  await looked(tx, permit, [member])
  const own = member === permit.person
  const months = (part: 'n' | 'r', used: Awaited<ReturnType<typeof exemptionOf>>) => used.find((each) => each.part === part)?.months ?? 0
  const used = await exemptionOf(tx, permit, member)
  const { source } = await benefitOn(tx, permit, member, today)
  return {
    name: found.name,
    own,
    first: monthOf(today),
    assistance: needsConsent(source),
    otherRules: source === 'ioawIoaz',
    kept: own ? await keptAnswers(tx, permit) : null,
    known: { usedN: months('n', used), usedR: months('r', used) },
  }
}

/**
 * What pay-outs per month, premiums, gifts and a pot that is paid out (`more`) do to the benefit of a member within reach, by the law of each month and the reading of the municipality that pays the
 * benefit; amounts in cents. Always an estimate. Refuses without any amount, and where an amount of the law is missing for a month.
 */
export async function estimate(
  tx: Tx,
  permit: Permit<'estimate.see'>,
  member: MemberId,
  answers: EstimateAnswers,
  amounts: ReadonlyMap<Month, Cents>,
  more: readonly PayOut[] = [],
): Promise<Preview> {
  const payOuts = [...payOutsFrom(amounts), ...more]
  if (payOuts.length === 0) refuse(estimateTexts(permit.language).refusals.nothing)
  const first = monthOf(permit.today)
  const { municipality } = await benefitOn(tx, permit, member, permit.today)
  const reading = await readingOf(tx, municipality)
  const known = await amountsAll(tx)
  try {
    return preview(situationFrom(answers, reading, first), payOuts, usedFrom(answers, first), known)
  } catch (error) {
    // Only the network can fill in an amount of the law; whoever asks can leave the month out.
    if (!(error instanceof Refusal)) throw error
    refuse(estimateTexts(permit.language).refusals.amountMissing, { what: error.sentence.what })
  }
}

/** Keeps the member's own answers, without amounts, for a next estimate; nobody else reads them. */
export async function keepAnswers(tx: Tx, permit: Permit<'estimate.keep'>, answers: Readonly<Record<string, string>>): Promise<void> {
  await saveAnswers(tx, permit, answers)
  await happened(tx, permit, 'estimate.kept', { member: personOf(permit) })
}

/** Throws the member's own kept answers away. */
export async function forgetAnswers(tx: Tx, permit: Permit<'estimate.keep'>): Promise<void> {
  await deleteAnswers(tx, permit)
  await happened(tx, permit, 'estimate.forgotten', { member: personOf(permit) })
}
