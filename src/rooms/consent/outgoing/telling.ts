import type { Tx } from '#kit/db.ts'
import { leaveMessage, type Permit, type PersonId, staff } from '#rooms/access'
import type { RequestId } from '../consent.types.ts'
import { lastOutgoing } from './outgoing.sql.ts'

/** Tells the other case managers that a letter asks for a second pair of eyes. */
export async function tellColleagues(tx: Tx, permit: Permit<'consent.tell'>, id: RequestId): Promise<void> {
  const letter = await lastOutgoing(tx, id)
  if (!letter) return
  const people = (await staff(tx, permit)).filter(({ role, person }) => role === 'caseManager' && person !== letter.preparedBy)
  await tell(tx, permit, id, new Set(people.map(({ person }) => person)))
}

/** Tells who prepared a letter that a colleague answered. */
export async function tellPreparer(tx: Tx, permit: Permit<'consent.tell'>, id: RequestId): Promise<void> {
  const letter = await lastOutgoing(tx, id)
  if (letter) await tell(tx, permit, id, new Set([letter.preparedBy]))
}

async function tell(tx: Tx, permit: Permit<'consent.tell'>, id: RequestId, people: ReadonlySet<PersonId>): Promise<void> {
  for (const person of people) await leaveMessage(tx, permit, { person, kind: 'letterWaits', link: `/toestemmingen/${id}/voorbeeld`, role: 'caseManager' })
}
