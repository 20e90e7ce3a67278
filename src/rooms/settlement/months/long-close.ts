import { longMonth, type Month, month as monthIn } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { askErrand, type Errand, type ErrandId, errandWork, type Permit } from '#rooms/access'
import { seal } from '#rooms/ledger'
import { memberNames } from '#rooms/members'
import { checkMonth, closeMonth } from './close.ts'

/** Up to how many members a month is closed while the page waits. */
export const MEMBERS_AT_ONCE = 50

/** Closes a month at once where a cooperative is small, and gives null; else asks for it in the background and gives the errand. Refuses what `closeMonth` refuses. */
export async function closeOrAsk(tx: Tx, permit: Permit<'month.close'>, month: Month, atOnce: number): Promise<ErrandId | null> {
  if ((await memberNames(tx, permit)).size <= atOnce) {
    await closeMonth(tx, permit, month)
    return null
  }
  await checkMonth(tx, permit, month)
  return askErrand(tx, permit, {
    kind: 'month.close',
    about: month,
    label: longMonth(month),
    back: `/maand/${month}`,
    facts: async () => ({ month }),
  })
}

/** What can be done before and after is a step of its own, so that the close, which stays one transaction, holds the month as short as it can. */
export const closing = errandWork('month.close', [
  async (tx, permit, errand) => {
    await checkMonth(tx, permit, monthOfErrand(errand))
    return {}
  },
  async (tx, permit) => {
    await seal(tx, permit)
    return {}
  },
  async (tx, permit, errand) => {
    await closeMonth(tx, permit, monthOfErrand(errand))
    return {}
  },
  async (tx, permit, errand) => {
    await seal(tx, permit)
    return { result: `/maand/${monthOfErrand(errand)}` }
  },
])

function monthOfErrand({ facts }: Errand): Month {
  return monthIn(facts.month ?? '')
}
