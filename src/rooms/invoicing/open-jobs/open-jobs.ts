import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type MemberId, type Permit, personOf } from '#rooms/access'
import { tradeAllowed } from '#rooms/consent'
import { activeNames } from '#rooms/members'
import type { AskedShare } from '../sharing/shares.rules.ts'
import { openJobTexts } from './open-jobs.en.ts'
import { equalShares, type OpenJob, type OpenJobFacts, type OpenJobId, openJobStanding, wrongWithChoice, wrongWithJob } from './open-jobs.rules.ts'
import { deleteHand, endJob, insertHand, insertJob, jobRows, lockJob } from './open-jobs.sql.ts'

/**
 * Announces a job to the members of the own cooperative; they are told. Refuses a day that passed, a last day to answer after the work, and a member who
 * may not trade on the day of the work (decisions 6: the stop begins with planning).
 */
export async function announceJob(tx: Tx, permit: Permit<'openJob.announce'>, facts: OpenJobFacts): Promise<OpenJobId> {
  const { refusals } = openJobTexts(permit.language)
  const by = personOf(permit)
  const wrong = wrongWithJob(facts, permit.today)
  if (wrong) refuse(refusals[wrong], {}, { field: wrong === 'past' ? 'workOn' : 'answerUntil' })
  if (permit.role === 'member') {
    const trade = await tradeAllowed(tx, permit, by, facts.workOn)
    if (!trade.allowed) refuse(trade.sentence)
  }
  const id = newId<OpenJobId>(permit.now.epochMilliseconds)
  await insertJob(tx, permit, id, by, facts)
  await happened(tx, permit, 'openJob.announced', { job: id, person: by })
  return id
}

/**
 * A member says to join. Refuses a job that is closed or whose last day passed (conflict), one's own, twice (conflict), somebody who is no member today, and
 * a member who may not trade on the day of the work.
 */
export async function joinJob(tx: Tx, permit: Permit<'openJob.join'>, id: OpenJobId): Promise<void> {
  const { refusals } = openJobTexts(permit.language)
  await lockJob(tx, permit, id)
  const job = await openJob(tx, permit, id)
  const member = personOf(permit)
  if (openJobStanding(job, permit.today) !== 'open') refuse(refusals.closed, {}, { kind: 'conflict' })
  if (job.announcedBy === member) refuse(refusals.own)
  if (!(await activeNames(tx, permit, permit.today)).has(member)) refuse(refusals.noMember)
  const trade = await tradeAllowed(tx, permit, member, job.workOn)
  if (!trade.allowed) refuse(trade.sentence)
  if (!(await insertHand(tx, permit, id, member))) refuse(refusals.joinedBefore, {}, { kind: 'conflict' })
  await happened(tx, permit, 'openJob.joined', { job: id, member, person: job.announcedBy })
}

/** A member does not join after all. Refuses a job that is closed, and whoever did not join (conflict). */
export async function leaveJob(tx: Tx, permit: Permit<'openJob.join'>, id: OpenJobId): Promise<void> {
  const { refusals } = openJobTexts(permit.language)
  await lockJob(tx, permit, id)
  const job = await openJob(tx, permit, id)
  if (job.ended) refuse(refusals.closed, {}, { kind: 'conflict' })
  const member = personOf(permit)
  if (!(await deleteHand(tx, permit, id, member))) refuse(refusals.notJoined, {}, { kind: 'conflict' })
  await happened(tx, permit, 'openJob.left', { job: id, member })
}

/** Whoever announced the job chooses who joins, which closes it; everybody who wanted to is told. Refuses nobody, more than are needed, and who did not say so. */
export async function chooseHands(tx: Tx, permit: Permit<'openJob.close'>, id: OpenJobId, chosen: readonly MemberId[]): Promise<void> {
  const { refusals } = openJobTexts(permit.language)
  const job = await toClose(tx, permit, id)
  const wrong = wrongWithChoice(job, chosen)
  if (wrong) refuse(refusals[wrong], { needed: job.needed }, { field: 'hands' })
  await endJob(tx, permit, id, 'chosen', chosen)
  for (const { member } of job.hands) await happened(tx, permit, chosen.includes(member) ? 'openJob.chosen' : 'openJob.full', { job: id, member })
}

/** The job does not go ahead this way; who wanted to join is told. */
export async function withdrawJob(tx: Tx, permit: Permit<'openJob.close'>, id: OpenJobId): Promise<void> {
  const job = await toClose(tx, permit, id)
  await endJob(tx, permit, id, 'withdrawn')
  for (const { member } of job.hands) await happened(tx, permit, 'openJob.withdrawn', { job: id, member })
}

/** One job of the cooperative. Refuses (missing) what is not there. */
export async function openJob(tx: Tx, permit: AnyPermit, id: OpenJobId): Promise<OpenJob> {
  const [job] = await jobRows(tx, permit, { id })
  return job ?? refuse(openJobTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
}

/** What the invoice of a closed job begins with, for whoever announced it or was chosen: its title, and equal shares for the others. Null for anybody else. */
export async function invoiceOfJob(
  tx: Tx,
  permit: AnyPermit,
  id: OpenJobId,
  asker: MemberId | null,
): Promise<{ readonly title: string; readonly shares: readonly AskedShare[] } | null> {
  const [job] = await jobRows(tx, permit, { id })
  if (job?.ended !== 'chosen') return null
  const chosen = job.hands.filter((hand) => hand.chosen).map(({ member }) => member)
  const together = permit.role === 'member' && job.announcedBy === permit.person ? [job.announcedBy, ...chosen] : chosen
  const knows = job.announcedBy === permit.person || chosen.some((member) => member === permit.person) || permit.reach === 'organisation'
  return knows ? { title: job.title, shares: equalShares(together.filter((member) => member !== asker)) } : null
}

async function toClose(tx: Tx, permit: Permit<'openJob.close'>, id: OpenJobId): Promise<OpenJob> {
  const { refusals } = openJobTexts(permit.language)
  await lockJob(tx, permit, id)
  const job = await openJob(tx, permit, id)
  if (job.announcedBy !== permit.person) refuse(refusals.notYours, {}, { kind: 'forbidden' })
  if (job.ended) refuse(refusals.closed, {}, { kind: 'conflict' })
  return job
}
