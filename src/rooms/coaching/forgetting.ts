import { addMonths, type Day, yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { MemberId, Permit } from '#rooms/access'
import { linesOfMember } from '#rooms/ledger'
import { membersThroughTime } from '#rooms/members'
import {
  type BewindKept,
  bewindKept,
  deleteAccepted,
  deleteActionPlans,
  deleteBewind,
  deleteCaseInvitations,
  deleteOf,
  deleteOldTerms,
  deleteOldTracks,
  deletePartners,
} from './forgetting.sql.ts'

/** For how many months each thing is kept after leaving, after the last day to look along, or after an invitation ended; the comments on the columns promise the same. */
const KEPT_MONTHS = { coaching: 12, actionPlan: 24, accepted: 84, partner: 24, caseInvitation: 24, withBooks: 84 } as const

/**
 * Throws away what belonged to the coaching of whoever left and did not come back, each thing when its term is over: a year, two years for the plan of action, and
 * seven for accepted terms. An invitation of a case manager goes two years after it ended, for members too. Gives of how many the coaching is gone. Who looked
 * after the money goes when the books of the last year in which it mattered may go (AWR 52), and steps and terms seven years after they were replaced.
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
  await forgetBewind(tx, permit, new Map(left.map(({ member, from }) => [member, from])))
  const before = addMonths(permit.today, -KEPT_MONTHS.withBooks)
  await deleteOldTracks(tx, permit, before)
  await deleteOldTerms(tx, permit, before)
  return gone(KEPT_MONTHS.coaching).length
}

/**
 * It mattered until it ended, or until the member left; and where money still went to the member after that, until that day. Seven years after the end of that financial
 * year it goes. What still runs for a member stays.
 */
async function forgetBewind(tx: Tx, permit: Permit<'coaching.forget'>, left: ReadonlyMap<MemberId, Day>): Promise<void> {
  const old: BewindKept[] = []
  for (const kept of await bewindKept(tx, permit)) {
    const ended = [kept.endedOn, left.get(kept.member) ?? null].flatMap((day) => day ?? []).toSorted()[0]
    if (!ended || !over(ended, permit.today)) continue
    const paid = (await linesOfMember(tx, permit, kept.member, ['payoutPayable', 'tipsHeld'], permit.today)).filter((line) => line.cents > 0n).at(-1)
    // After a bewind that ended while the member stayed, pay-outs rest on something else.
    const matters = paid && left.has(kept.member) && !kept.endedOn && paid.on > ended ? paid.on : ended
    if (over(matters, permit.today)) old.push(kept)
  }
  await deleteBewind(tx, permit, old)
}

/** Whether the books of the year of a day may go: seven years after that year ended. */
function over(on: Day, today: Day): boolean {
  return addMonths(`${yearOf(on)}-12-31` as Day, KEPT_MONTHS.withBooks) < today
}

/** Throws away who looked along, when, and what was said, two years after the last day to look; the copies themselves went on the day after it. */
export async function forgetPartners(tx: Tx, permit: Permit<'partner.forget'>): Promise<void> {
  await deletePartners(tx, permit, addMonths(permit.today, -KEPT_MONTHS.partner))
}
