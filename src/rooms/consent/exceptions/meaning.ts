import type { Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'
import { benefitsThroughTime, tradeNeeds } from '#rooms/members'
import type { ConsentEvent } from '../consent.rules.ts'
import { requests } from '../consent.sql.ts'
import { requestWithin } from '../consent.ts'
import type { RequestId } from '../consent.types.ts'
import { rulesOfTown } from '../town/town.ts'
import { type Meaning, meaningOf } from './meaning.rules.ts'

/**
 * What a proposed event would mean: on which days work may be sold and on which not, what becomes of work that waits, and which months ask for a statement.
 * Writes nothing. A municipality knows of its own consents only, so a move is told to the cooperative and the member alone. Refuses (missing) outside reach.
 */
export async function whatItMeans(tx: Tx, permit: AnyPermit, id: RequestId, proposed: readonly ConsentEvent[]): Promise<Meaning> {
  const request = await requestWithin(tx, permit, id)
  const all = (await requests(tx, permit, { member: request.member })).filter(
    (each) => each.tenant === request.tenant && (each.memberName !== null || each.id === id),
  )
  const own = permit.organisation === request.tenant
  const benefit = own ? await benefitsThroughTime(tx, permit) : null
  return meaningOf({
    all,
    request,
    proposed,
    paysOn: (on) => {
      if (!benefit) return request.municipality
      const { source, municipality } = benefit(request.member, on)
      const need = tradeNeeds(source)
      return need === 'consent' ? municipality : need === 'answer' ? 'unknown' : 'free'
    },
    rules: await rulesOfTown(tx, request.municipality),
    today: permit.today,
  })
}
