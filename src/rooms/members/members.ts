import { addDays, addMonths, type Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import {
  type AnyPermit,
  covers,
  endRole,
  giveRole,
  keepPerson,
  looked,
  type MemberId,
  type Permit,
  professionals,
  relate,
  resumeRole,
  scopeOf,
} from '#rooms/access'
import { formerMonths } from '#rooms/organisations'
import { nextMemberNumber, setNumber } from './adding/adding.sql.ts'
import { personOfNewFile } from './adding/person.ts'
import { besideBenefit } from './benefit/beside.sql.ts'
import type { BenefitReport } from './benefit/report.sql.ts'
import { type BenefitSource, needsConsent, sourceOn } from './benefit.rules.ts'
import type { ExemptionUsed } from './exemption/exemption.ts'
import {
  type Destination,
  type JourneyStep,
  type LeavingReason,
  mayTradeByStage,
  nextStages,
  type Outside,
  outsideOf,
  type Stage,
  type StageOnDay,
  stageOn,
  timesMember,
} from './journey.rules.ts'
import { texts } from './members.en.ts'
import {
  type BenefitRow,
  benefitRows,
  fileRow,
  insertBenefit,
  insertMember,
  insertStep,
  insertTrade,
  lockMember,
  type MemberRow,
  memberRow,
  memberRows,
  rowsWithSteps,
  saveSupport,
  stepsOf,
  tradeRows,
  tradesOn,
  updateMember,
} from './members.sql.ts'
import type { BenefitOnDay, MemberFacts, MemberOnDay, SupportKind, Trade } from './members.types.ts'

export type MemberFile = MemberRow & {
  readonly steps: readonly JourneyStep[]
  readonly standing: StageOnDay | null
  readonly trade: Trade | null
  /** Only for the member and the own coach; null for others. */
  readonly benefit: BenefitOnDay | null
  readonly support: readonly SupportKind[] | null
  /** What the member reported about it and the coach did not confirm yet. */
  readonly reported: BenefitReport | null
  /** Months of exemption used before the cooperative began here; empty for others. */
  readonly exemptions: readonly ExemptionUsed[]
  readonly coach: string | null
}

/** The whole file of a member today; the look is written down. Refuses (missing) outside the permit's reach. */
export async function memberFile(tx: Tx, permit: Permit<'member.file'>, member: MemberId, on: Day = permit.today): Promise<MemberFile> {
  const row = (await fileRow(tx, permit, member, on)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  await looked(tx, permit, [member])
  const steps = (await stepsOf(tx, permit, member)).get(member) ?? []
  // A benefit and the chosen support are for the member and the own coach alone (decisions 8).
  const close = permit.role === 'member' || permit.role === 'coach'
  return {
    ...row,
    steps: steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    standing: stageOn(steps, on),
    benefit: close ? row.benefit : null,
    support: close ? row.support : null,
    ...(close ? await besideBenefit(tx, permit, member) : { reported: null, exemptions: [] }),
    coach: (await professionals(tx, permit, 'coach')).get(member)?.name ?? null,
  }
}

/** The register on a day: everybody within reach who was on the way then, with stage and trade. */
export async function membersOn(tx: Tx, permit: AnyPermit, on: Day): Promise<MemberOnDay[]> {
  const [rows, steps, trades] = [await memberRows(tx, permit), await stepsOf(tx, permit, null), await tradesOn(tx, permit, on, null)]
  const opensFiles = scopeOf('member.file', permit.role) !== null
  return rows.flatMap((row) => {
    const until = (steps.get(row.member) ?? []).filter((each) => each.on <= on)
    const standing = stageOn(until, on)
    if (!standing) return []
    const last = standing.stage === 'former' && opensFiles ? until.findLast((each) => each.stage === 'former' && each.on === standing.since) : null
    return [
      {
        member: row.member,
        number: row.number,
        firstName: row.firstName,
        name: row.name,
        standing,
        trade: trades.get(row.member) ?? null,
        times: timesMember(until),
        left: last ? { reason: last.reason, destination: last.destination } : null,
      },
    ]
  })
}

/** The names of all members within reach, whatever their stage. */
export async function memberNames(tx: Tx, permit: AnyPermit): Promise<Map<MemberId, string>> {
  return new Map((await memberRows(tx, permit)).map((row) => [row.member, row.name]))
}

/** The names of everybody who is a member on a day, also for a fellow member: who can have done a job together. Not filtered on reach. */
export async function activeNames(tx: Tx, permit: AnyPermit, on: Day): Promise<Map<MemberId, string>> {
  return new Map((await rowsWithSteps(tx, permit, true)).filter(({ steps }) => mayTradeByStage(stageOn(steps, on))).map((row) => [row.member, row.name]))
}

/** One member within reach, or null. */
export function findMember(tx: Tx, permit: AnyPermit, member: MemberId): Promise<MemberRow | null> {
  return memberRow(tx, permit, member)
}

/** The trade of a member on a day: the name that stands on an invoice; null when none was chosen yet. */
export async function tradeOn(tx: Tx, permit: AnyPermit, member: MemberId, on: Day): Promise<Trade | null> {
  return (await tradesOn(tx, permit, on, member)).get(member) ?? null
}

/** The stage of a member on a day, or null. Not filtered on reach beyond the permit's own. */
export async function stageOf(tx: Tx, permit: AnyPermit, member: MemberId, on: Day): Promise<StageOnDay | null> {
  return stageOn((await stepsOf(tx, permit, member)).get(member) ?? [], on)
}

/** What decides whether a member may trade on a day, in one query: name (null when there is no such file), trade name of today, stage and benefit. Not filtered on reach. */
export async function tradeFacts(tx: Tx, permit: AnyPermit, member: MemberId, on: Day) {
  const { name, tradeName, steps, benefit } = await tradeRows(tx, permit, member, on)
  return { name, tradeName, stage: stageOn(steps, on), benefit }
}

/** Name and number of all members within reach, whatever their stage, and when each was outside the cooperative after leaving, oldest first. One query. */
export async function membersThroughTime(
  tx: Tx,
  permit: AnyPermit,
): Promise<Map<MemberId, { readonly name: string; readonly number: number | null; readonly outside: readonly Outside[] }>> {
  return new Map((await rowsWithSteps(tx, permit)).map(({ member, name, number, steps }) => [member, { name, number, outside: outsideOf(steps) }]))
}

/** The source of a member's benefit on a day; nothing written down is `unknown`. */
export async function benefitOn(tx: Tx, permit: AnyPermit, member: MemberId, on: Day): Promise<BenefitOnDay> {
  return benefitFrom((await benefitRows(tx, permit.organisation, member)).get(member) ?? [], on)
}

/** Everybody's benefit on any day, from one query; nothing written down is `unknown`. */
export async function benefitsThroughTime(tx: Tx, permit: AnyPermit): Promise<(member: MemberId, on: Day) => BenefitOnDay> {
  const facts = await benefitRows(tx, permit.organisation, null)
  return (member, on) => benefitFrom(facts.get(member) ?? [], on)
}

/** The source of every member's benefit on a day, in one query; members of whom nothing is known are left out. */
export async function benefitsOfAll(tx: Tx, permit: AnyPermit, on: Day): Promise<Map<MemberId, BenefitOnDay>> {
  const facts = await benefitRows(tx, permit.organisation, null)
  return new Map([...facts].map(([member, rows]) => [member, benefitFrom(rows, on)]))
}

/**
 * Begins a file for somebody who is new here: person, role, first step, and the coach when there is one. Gives the member's id. An address that is
 * known already, here or elsewhere, is that same person, who is told by mail. Refuses somebody who has a file here, and a coach as one's own coach.
 */
export async function beginFile(
  tx: Tx,
  permit: Permit<'application.take'> | Permit<'member.edit'>,
  facts: MemberFacts & { readonly stage: 'interested' | 'applied'; readonly on: Day; readonly coach: MemberId | null },
): Promise<MemberId> {
  const { stage, on, coach, ...person } = facts
  const member = await personOfNewFile(tx, permit, person, coach)
  await insertMember(tx, permit.organisation, member, person, permit.now)
  await giveRole(tx, permit, member, 'member', permit.today)
  if (coach) await relate(tx, permit, 'coach', member, coach)
  await insertStep(tx, permit, member, step(permit, stage, on))
  await happened(tx, permit, 'member.begun', { member })
  return member
}

/** Lets somebody take part on trial up to and including a last day. Refuses where the journey does not allow it, and an end before the begin. */
export async function admitToTrial(tx: Tx, permit: Permit<'member.trial'>, member: MemberId, on: Day, until: Day): Promise<void> {
  if (until < on) refuse(texts[permit.language].refusals.trialEndsFirst, {}, { field: 'until' })
  await take(tx, permit, member, step(permit, 'trial', on, { until }))
  await happened(tx, permit, 'member.onTrial', { member })
}

/** Admits a member and gives the next number; who comes back keeps the old number. Refuses where the journey does not allow it. */
export async function admit(tx: Tx, permit: Permit<'member.admit'>, member: MemberId, on: Day): Promise<number> {
  await take(tx, permit, member, step(permit, 'member', on))
  const before = (await memberWithin(tx, permit, member)).number
  const number = before ?? (await nextMemberNumber(tx, permit.organisation))
  if (before === null) await setNumber(tx, permit.organisation, member, number)
  await happened(tx, permit, 'member.admitted', { member })
  return number
}

/**
 * Writes down that somebody left; `on` is the first day outside. The role of a member goes on for as many months as the cooperative chose, so that
 * somebody can still read and take along the own statements when the municipality asks about them later.
 */
export async function leave(
  tx: Tx,
  permit: Permit<'member.leave'> | Permit<'departure.confirm'>,
  member: MemberId,
  on: Day,
  why: { reason: LeavingReason; destination: Destination },
): Promise<void> {
  await take(tx, permit, member, step(permit, 'former', on, why))
  await endRole(tx, permit, member, 'member', addDays(addMonths(on, await formerMonths(tx, permit.organisation)), -1))
  await happened(tx, permit, 'member.left', { member })
}

/** Somebody who left comes back as an applicant, and signs in again (BW2 art. 60: leaving is free, and so is coming back when admitted). */
export async function comeBack(tx: Tx, permit: Permit<'member.leave'>, member: MemberId, on: Day): Promise<void> {
  await take(tx, permit, member, step(permit, 'applied', on))
  await resumeRole(tx, permit, member, 'member')
  await happened(tx, permit, 'member.cameBack', { member })
}

/** Writes the source down without asking for reach: for a file that was begun in the same transaction. */
export async function writeBenefit(tx: Tx, permit: AnyPermit, member: MemberId, fact: Omit<BenefitRow, 'recordedAt'>): Promise<void> {
  await insertBenefit(tx, permit, member, needsConsent(fact.source) ? fact : { ...fact, municipality: null })
  await happened(tx, permit, 'benefit.changed', { member })
}

/** Chooses the name somebody trades under and what it is about, from a day on; what was invoiced keeps the old name. */
export async function changeTradeName(tx: Tx, permit: Permit<'member.edit'>, member: MemberId, trade: Trade): Promise<void> {
  await memberWithin(tx, permit, member)
  await insertTrade(tx, permit, member, trade)
  await happened(tx, permit, 'trade.changed', { member })
}

/**
 * Changes name, contact and language. Name, address and language count for signing in and for mail too; a new address of somebody who signs in
 * waits until it has proved itself. `home` is where the link in that mail leads.
 */
export async function changeContact(tx: Tx, permit: Permit<'member.edit'>, member: MemberId, facts: MemberFacts, home: string): Promise<void> {
  await memberWithin(tx, permit, member)
  await updateMember(tx, permit.organisation, member, facts)
  await keepPerson(tx, permit, member, facts, home)
  await happened(tx, permit, 'member.changed', { member })
}

/** Chooses support; an empty choice takes it back. */
export async function chooseSupport(tx: Tx, permit: Permit<'member.edit'>, member: MemberId, kinds: readonly SupportKind[]): Promise<void> {
  await memberWithin(tx, permit, member)
  await saveSupport(tx, permit, member, kinds)
}

/** The row of a member within reach. Refuses (missing) anybody else. */
export async function memberWithin(tx: Tx, permit: AnyPermit, member: MemberId): Promise<MemberRow> {
  if (!covers(permit, member)) refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  return (await memberRow(tx, permit, member)) ?? refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

async function take(tx: Tx, permit: AnyPermit, member: MemberId, next: JourneyStep): Promise<void> {
  await memberWithin(tx, permit, member)
  await lockMember(tx, permit.organisation, member)
  const steps = (await stepsOf(tx, permit, member)).get(member) ?? []
  if (next.on > permit.today && next.stage !== 'former') refuse(texts[permit.language].refusals.dayInFuture, {}, { field: 'on' })
  const allowed = nextStages(steps, next.on)
  if (!allowed.includes(next.stage)) {
    const now = stageOn(steps, next.on)
    refuse(
      texts[permit.language].refusals.notNow,
      { stage: now ? texts[permit.language].stages[now.stage] : texts[permit.language].nobody, wanted: texts[permit.language].stages[next.stage] },
      { kind: 'conflict' },
    )
  }
  await insertStep(tx, permit, member, next)
}

function step(permit: AnyPermit, stage: Stage, on: Day, more: Partial<JourneyStep> = {}): JourneyStep {
  return { stage, on, until: null, reason: null, destination: null, recordedAt: permit.now, ...more }
}

function benefitFrom(rows: readonly BenefitRow[], on: Day): BenefitOnDay {
  const source: BenefitSource = sourceOn(rows, on)
  const counting = rows
    .filter((row) => row.from <= on)
    .toSorted((a, b) => (a.from === b.from ? Temporal.Instant.compare(a.recordedAt, b.recordedAt) : a.from < b.from ? -1 : 1))
  const last = counting.at(-1)
  return { source, from: last?.from ?? null, municipality: last?.municipality ?? null }
}
