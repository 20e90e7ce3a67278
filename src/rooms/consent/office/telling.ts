import type { Tx } from '#kit/db.ts'
import { leaveMessage, type Permit } from '#rooms/access'
import { requests } from '../consent.sql.ts'
import type { RequestId } from '../consent.types.ts'

/** Tells the member that the municipality wrote something: the letter stands at the request. Whoever has no e-mail hears it from the coach too. */
export async function tellMember(tx: Tx, permit: Permit<'consent.tell'>, id: RequestId): Promise<void> {
  const [request] = await requests(tx, permit, { id })
  if (!request) return
  await leaveMessage(tx, permit, { person: request.member, kind: 'consentAnswered', link: `/toestemmingen/${id}`, role: 'member' })
}
