import type { Tx } from '#kit/db.ts'
import { leaveMessage, type Permit } from '#rooms/access'
import { equatedDays, freeDays } from '#rooms/law'
import { requests } from '../consent.sql.ts'
import type { ConsentRequest } from '../consent.types.ts'
import { hearersOf } from '../teams/giving.ts'
import { rulesOfTowns } from '../town/town.ts'
import { remindersOf } from './reminding.rules.ts'
import { markReminded } from './reminding.sql.ts'

/**
 * Tells whoever handles a request, or the team where nobody does, that they must decide, or members that they may still act, four, two and one week before the last day; what a day without this job
 * left out is told on the next, and nothing is told twice. Gives how many requests somebody was told of.
 */
export async function remindOfTerms(tx: Tx, permit: Permit<'consent.tell'>, who: 'municipality' | 'applicant'): Promise<number> {
  const isFree = freeDays(await equatedDays(tx))
  // Of a town the requests at that town, of a cooperative those of its members: a system permit reaches its own organisation only.
  const all = await requests(tx, permit)
  const rulesOf = await rulesOfTowns(
    tx,
    all.map(({ municipality }) => municipality),
  )
  const due: ConsentRequest[] = []
  for (const request of all) {
    let told = false
    for (const reminder of remindersOf(request.events, who, rulesOf(request.municipality), permit.today, isFree))
      if (await markReminded(tx, permit, request, who, reminder)) told = true
    if (told) due.push(request)
  }
  if (due.length === 0) return 0
  const desk =
    who === 'municipality'
      ? await hearersOf(
          tx,
          permit,
          due.map(({ member }) => member),
        )
      : null
  for (const request of due) {
    const link = `/toestemmingen/${request.id}`
    const people = desk ? desk(request.member) : [request.member]
    for (const person of people) await leaveMessage(tx, permit, { person, kind: 'termEnds', link, role: desk ? 'caseManager' : 'member' })
  }
  return due.length
}
