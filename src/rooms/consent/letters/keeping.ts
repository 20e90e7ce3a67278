import type { Tx } from '#kit/db.ts'
import type { AnyPermit } from '#rooms/access'
import { equatedDays, freeDays, lastDayToObject } from '#rooms/law'
import { nl } from '../consent.nl.ts'
import type { ConsentEvent } from '../consent.rules.ts'
import { legalBases } from '../consent.sql.ts'
import type { ConsentRequest } from '../consent.types.ts'
import { kindsOf } from '../pages/kinds.ts'
import { isLetterKind, letterOf } from './letter.rules.ts'
import { insertLetter } from './letters.sql.ts'

/** Makes the letter of what was just written down and keeps it whole; nothing where the event has no legal effect. */
export async function keepLetter(tx: Tx, permit: AnyPermit, request: ConsentRequest, event: ConsentEvent, id: string): Promise<void> {
  if (!isLetterKind(event.kind)) return
  const conditions = event.kind === 'granted' || event.kind === 'grantedInstead' ? event.conditions : null
  const grounds = conditions ? await legalBases(tx, event.on) : []
  const letter = letterOf(event, {
    municipality: request.municipalityName,
    cooperative: request.cooperativeName,
    member: request.memberName ?? nl.thisMember,
    work: request.work,
    renews: request.renews !== null,
    ground: grounds.find(({ code }) => code === conditions?.legalBasis)?.words ?? '',
    costs: conditions ? kindsOf(conditions.costKinds, 'nl').toLowerCase() : '',
    objectUntil: lastDayToObject(event.on, freeDays(await equatedDays(tx))),
  })
  if (letter) await insertLetter(tx, permit, request, id, letter)
}
