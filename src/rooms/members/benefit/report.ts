import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import type { MemberId, Permit } from '#rooms/access'
import { eases, needsConsent, sourceOn } from '../benefit.rules.ts'
import { texts } from '../members.en.ts'
import { type BenefitRow, benefitRows, lockMember } from '../members.sql.ts'
import { benefitOn, memberWithin, writeBenefit } from '../members.ts'
import { insertReport, openReport, settleReport } from './report.sql.ts'

/**
 * Writes down where a benefit comes from, from a day on. What a member says alone and what would ask less before trade is a report: it counts once the
 * coach confirmed it (decisions 6); what asks as much or more counts at once. The first three sources need the municipality that decides.
 */
export async function changeBenefit(
  tx: Tx,
  permit: Permit<'benefit.change'> | Permit<'relocation.tell'>,
  member: MemberId,
  fact: Omit<BenefitRow, 'recordedAt'>,
): Promise<'counts' | 'reported'> {
  await memberWithin(tx, permit, member)
  if (needsConsent(fact.source) && !fact.municipality) refuse(texts[permit.language].refusals.municipalityMissing, {}, { field: 'municipality' })
  await lockMember(tx, permit.organisation, member)
  await settleReport(tx, permit, member, 'replaced')
  const before = sourceOn((await benefitRows(tx, permit.organisation, member)).get(member) ?? [], fact.from)
  if (permit.role === 'member' && eases(before, fact.source)) {
    await insertReport(tx, permit, member, needsConsent(fact.source) ? fact : { ...fact, municipality: null })
    await happened(tx, permit, 'benefit.reported', { member })
    return 'reported'
  }
  await writeBenefit(tx, permit, member, fact)
  return 'counts'
}

/**
 * The same as somebody fills it in. Refuses another town than the one that pays on that day, unless that one was never right: who moved tells it as a move,
 * so that the old town hears of it too and its consent ends (Participatiewet art. 40 and 17).
 */
export async function changeBenefitByForm(
  tx: Tx,
  permit: Permit<'benefit.change'>,
  member: MemberId,
  fact: Omit<BenefitRow, 'recordedAt'>,
  neverRight: boolean,
): Promise<void> {
  const now = await benefitOn(tx, permit, member, fact.from)
  const other = now.municipality !== null && needsConsent(fact.source) && fact.municipality !== null && fact.municipality !== now.municipality
  if (other && !neverRight) refuse(texts[permit.language].refusals.otherTown, {}, { field: 'neverRight' })
  // A town that was never right was not so from its first day: from another day on it would read as a move.
  const from = other && now.source === fact.source && now.from !== null && now.from < fact.from ? now.from : fact.from
  await changeBenefit(tx, permit, member, { ...fact, from })
}

/** The coach says what becomes of a report: confirmed it counts from the day the member named, declined all stays as it was. Refuses when nothing waits. */
export async function settleBenefit(tx: Tx, permit: Permit<'benefit.confirm'>, member: MemberId, outcome: 'confirmed' | 'declined'): Promise<void> {
  await memberWithin(tx, permit, member)
  // Somebody who is a coach here too does not confirm the own report.
  if (permit.person === member) refuse(texts[permit.language].refusals.ownReport, {}, { kind: 'conflict' })
  const report = (await openReport(tx, permit, member)) ?? refuse(texts[permit.language].refusals.noReport, {}, { kind: 'conflict' })
  await settleReport(tx, permit, member, outcome)
  if (outcome === 'confirmed') await writeBenefit(tx, permit, member, report)
  else await happened(tx, permit, 'benefit.reportDeclined', { member })
}
