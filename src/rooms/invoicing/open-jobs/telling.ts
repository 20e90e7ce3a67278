import type { Tx } from '#kit/db.ts'
import { leaveMessage, type MessageKind, type Permit, type PersonId } from '#rooms/access'
import { activeNames } from '#rooms/members'
import type { OpenJobId } from './open-jobs.rules.ts'
import { openJob } from './open-jobs.ts'

/** What somebody hears about a job that was announced. */
export type JobTold = Extract<MessageKind, `openJob${string}`>

const linkOf = (job: string) => `/klussen/${job}`

/** Tells every member of the cooperative, but for whoever announced it, that there is a job. */
export async function tellMembers(tx: Tx, permit: Permit<'openJob.tell'>, job: OpenJobId, by: PersonId): Promise<void> {
  for (const member of (await activeNames(tx, permit, permit.today)).keys()) {
    if (member !== by) await leaveMessage(tx, permit, { person: member, kind: 'openJobAnnounced', link: linkOf(job), role: 'member' })
  }
}

/** Tells a member what became of a job. */
export async function tellHand(tx: Tx, permit: Permit<'openJob.tell'>, job: string, member: PersonId, what: JobTold): Promise<void> {
  await leaveMessage(tx, permit, { person: member, kind: what, link: linkOf(job), role: 'member' })
}

/** Tells whoever announced a job that somebody joins. */
export async function tellAnnouncer(tx: Tx, permit: Permit<'openJob.tell'>, job: OpenJobId): Promise<void> {
  const { announcedBy } = await openJob(tx, permit, job)
  const role = (await activeNames(tx, permit, permit.today)).has(announcedBy) ? 'member' : 'coach'
  await leaveMessage(tx, permit, { person: announcedBy, kind: 'openJobJoined', link: linkOf(job), role })
}
