import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import type { RequestId } from '../consent.types.ts'
import { type RulesOfTown, townRulesOn } from '../town/town.rules.ts'
import { isOpen, stateOf } from './outgoing.rules.ts'
import { lastOutgoing, lastOutgoingWithTown, type Outgoing } from './outgoing.sql.ts'

/** Whom the letter of a request was signed by and when, while it waits and as it leaves; null before. */
export async function signatureOn(tx: Tx, id: RequestId): Promise<{ readonly by: PersonId | null; readonly at: Instant } | null> {
  const last = (await lastOutgoing(tx, id))?.steps.findLast(({ step }) => step !== 'renewed')
  return last?.step === 'signed' ? { by: last.by, at: last.at } : null
}

/** The own rules of the municipality through time, with the letter of a request that has not left yet; null where there is none, and outside the municipality. */
export async function townAndLetter(
  tx: Tx,
  id: RequestId,
  municipality: OrganisationId,
): Promise<{ readonly rules: RulesOfTown; readonly inHand: Outgoing | null }> {
  const { last, town } = await lastOutgoingWithTown(tx, id, municipality)
  return { rules: (on) => townRulesOn(town, on), inHand: last && isOpen(stateOf(last.steps)) ? last : null }
}
