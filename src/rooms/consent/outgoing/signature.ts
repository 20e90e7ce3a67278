import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { PersonId } from '#rooms/access'
import type { RequestId } from '../consent.types.ts'
import { isOpen, stateOf } from './outgoing.rules.ts'
import { lastOutgoing, type Outgoing } from './outgoing.sql.ts'

/** Whom the letter of a request was signed by and when, while it waits and as it leaves; null before. */
export async function signatureOn(tx: Tx, id: RequestId): Promise<{ readonly by: PersonId | null; readonly at: Instant } | null> {
  const last = (await lastOutgoing(tx, id))?.steps.findLast(({ step }) => step !== 'renewed')
  return last?.step === 'signed' ? { by: last.by, at: last.at } : null
}

/** The letter of a request that has not left yet; null where there is none, and for everybody outside the municipality. */
export async function letterInHand(tx: Tx, id: RequestId): Promise<Outgoing | null> {
  const found = await lastOutgoing(tx, id)
  return found && isOpen(stateOf(found.steps)) ? found : null
}
