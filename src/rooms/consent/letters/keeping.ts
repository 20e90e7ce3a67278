import type { Tx } from '#kit/db.ts'
import { type AnyPermit, personNames } from '#rooms/access'
import { equatedDays, freeDays, lastDayToObject } from '#rooms/law'
import { townLogoOf } from '#rooms/organisations'
import { nl } from '../consent.nl.ts'
import type { ConsentEvent } from '../consent.rules.ts'
import { legalBases } from '../consent.sql.ts'
import type { ConsentRequest } from '../consent.types.ts'
import { signatureOn } from '../outgoing/signature.ts'
import { kindsOf } from '../pages/kinds.ts'
import { rulesOfTown } from '../town/town.ts'
import { isLetterKind, letterOf } from './letter.rules.ts'
import { insertLetter } from './letters.sql.ts'
import { ownWordsOn } from './own/own-words.rules.ts'
import { townLetterRows } from './own/own-words.sql.ts'

/** Makes the letter of what was just written down and keeps it whole; nothing where the event has no legal effect. */
export async function keepLetter(tx: Tx, permit: AnyPermit, request: ConsentRequest, event: ConsentEvent, id: string): Promise<void> {
  // What was posted on paper has its letter there; another one with the same date would contradict it.
  if (!isLetterKind(event.kind) || ('paperReference' in event && event.paperReference !== undefined)) return
  const conditions = event.kind === 'granted' || event.kind === 'grantedInstead' ? event.conditions : null
  // Who signs for the executive is what counted on the day of signing, not on that of posting.
  const rules = (await rulesOfTown(tx, request.municipality))(permit.today)
  const own = ownWordsOn(await townLetterRows(tx, request.municipality), event.kind, permit.today)
  const signed = await signatureOn(tx, request.id)
  const by = signed?.by ?? permit.person
  const grounds = conditions ? await legalBases(tx, event.on) : []
  const letter = letterOf(event, {
    municipality: request.municipalityName,
    cooperative: request.cooperativeName,
    member: request.memberName ?? nl.thisMember,
    work: request.work,
    renews: request.renews !== null,
    ground: grounds.find(({ code }) => code === conditions?.legalBasis)?.words ?? '',
    costs: conditions ? kindsOf(conditions.costKinds, 'nl').toLowerCase() : '',
    address: rules.address,
    logo: await townLogoOf(tx, request.municipality),
    own: { ...own, contact: own.contact || rules.contact },
    signature: {
      signedAs: rules.signedAs,
      signedName: rules.signedName,
      mandate: rules.mandate,
      staff: rules.namesStaff && by ? ((await personNames(tx, [by])).get(by) ?? null) : null,
      at: signed?.at ?? null,
    },
    objectUntil: lastDayToObject(event.on, freeDays(await equatedDays(tx))),
  })
  if (letter) await insertLetter(tx, permit, request, id, letter)
}
