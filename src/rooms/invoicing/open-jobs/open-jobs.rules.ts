import type { Day, Instant } from '#kit/day.ts'
import { type Cents, WHOLE } from '#kit/money.ts'
import type { MemberId, PersonId } from '#rooms/access'
import type { AskedShare } from '../sharing/shares.rules.ts'

declare const openJob_: unique symbol
export type OpenJobId = string & { readonly [openJob_]: true }

/** A job too big for one, as it is announced. Nothing about the customer stands in it. */
export type OpenJobFacts = {
  readonly title: string
  readonly what: string
  readonly place: string
  readonly workOn: Day
  /** About how much, without VAT; null where nobody knows yet. */
  readonly aboutNet: Cents | null
  readonly needed: number
  /** The last day on which one can join. */
  readonly answerUntil: Day
}

export type JobHand = { readonly member: MemberId; readonly chosen: boolean }

export type OpenJob = OpenJobFacts & {
  readonly id: OpenJobId
  readonly announcedBy: PersonId
  readonly announcedAt: Instant
  readonly ended: 'chosen' | 'withdrawn' | null
  /** Who wants to join, in the order in which they said so. */
  readonly hands: readonly JobHand[]
}

export const OPEN_JOB_STANDINGS = ['open', 'toChoose', 'chosen', 'withdrawn'] as const
export type OpenJobStanding = (typeof OPEN_JOB_STANDINGS)[number]

/** Where a job stands on a day: open up to and including the last day to answer, then it is to be chosen. */
export function openJobStanding(job: Pick<OpenJob, 'ended' | 'answerUntil'>, today: Day): OpenJobStanding {
  if (job.ended) return job.ended
  return today <= job.answerUntil ? 'open' : 'toChoose'
}

/** What keeps a job from being announced; null where nothing does. */
export function wrongWithJob(facts: Pick<OpenJobFacts, 'workOn' | 'answerUntil'>, today: Day): 'past' | 'answerPast' | 'answerLate' | null {
  if (facts.workOn < today) return 'past'
  if (facts.answerUntil < today) return 'answerPast'
  return facts.answerUntil > facts.workOn ? 'answerLate' : null
}

/** What keeps a choice from being made; null where nothing does. The same name twice counts once. */
export function wrongWithChoice(job: Pick<OpenJob, 'needed' | 'hands'>, chosen: readonly MemberId[]): 'nobody' | 'tooMany' | 'stranger' | null {
  const different = new Set(chosen)
  if (different.size === 0) return 'nobody'
  if ([...different].some((member) => !job.hands.some((hand) => hand.member === member))) return 'stranger'
  return different.size > job.needed ? 'tooMany' : null
}

/** The shares with which the invoice of a job begins: as much for each of the others as for whoever asks, who gets what is left of rounding. */
export function equalShares(others: readonly MemberId[]): AskedShare[] {
  const percent = WHOLE / BigInt(others.length + 1)
  return others.map((member) => ({ member, line: 0, percent, cents: null }))
}
