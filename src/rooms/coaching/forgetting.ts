import { addMonths } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { MemberId, Permit } from '#rooms/access'
import { membersThroughTime } from '#rooms/members'
import { deleteAccepted, deleteActionPlans, deleteCaseInvitations, deleteOf, deletePartners } from './forgetting.sql.ts'

/** For how many months each thing is kept after leaving, after the last day to look along, or after an invitation ended; the comments on the columns promise the same. */
const KEPT_MONTHS = { coaching: 12, actionPlan: 24, accepted: 84, partner: 24, caseInvitation: 24 } as const

/**
 * Throws away what belonged to the coaching of whoever left and did not come back, each thing when its term is over: a year, two years for the plan of action, and
 * seven for accepted terms. An invitation of a case manager goes two years after it ended, for members too. Gives of how many the coaching is gone. What a pay-out
 * rested on stays with the books (AWR 52).
 */
export async function forgetCoaching(tx: Tx, permit: Permit<'coaching.forget'>): Promise<number> {
  const left = [...(await membersThroughTime(tx, permit))].flatMap(([member, { outside }]) => {
    const last = outside.at(-1)
    return last && last.until === null ? [{ member, from: last.from }] : []
  })
  const gone = (months: number): MemberId[] => left.filter(({ from }) => addMonths(from, months) <= permit.today).map(({ member }) => member)
  for (const [what, forget] of [
    ['coaching', deleteOf],
    ['actionPlan', deleteActionPlans],
    ['accepted', deleteAccepted],
  ] as const) {
    const members = gone(KEPT_MONTHS[what])
    if (members.length > 0) await forget(tx, permit, members)
  }
  await deleteCaseInvitations(tx, permit, addMonths(permit.today, -KEPT_MONTHS.caseInvitation))
  return gone(KEPT_MONTHS.coaching).length
}

/** Throws away who looked along, when, and what was said, two years after the last day to look; the copies themselves went on the day after it. */
export async function forgetPartners(tx: Tx, permit: Permit<'partner.forget'>): Promise<void> {
  await deletePartners(tx, permit, addMonths(permit.today, -KEPT_MONTHS.partner))
}
