import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { PersonId } from '#rooms/access'
import type { ConsentRequest, RequestId } from '../consent.types.ts'
import type { TeamMove } from '../teams/teams.sql.ts'
import { type RulesOfTown, townRulesOn } from '../town/town.rules.ts'
import { isOpen, stateOf } from './outgoing.rules.ts'
import { lastOutgoing, lastOutgoingWithTown, type Outgoing } from './outgoing.sql.ts'

/** Whom the letter of a request was signed by and when, while it waits and as it leaves; null before. */
export async function signatureOn(tx: Tx, id: RequestId): Promise<{ readonly by: PersonId | null; readonly at: Instant } | null> {
  const last = (await lastOutgoing(tx, id))?.steps.findLast(({ step }) => step !== 'renewed')
  return last?.step === 'signed' ? { by: last.by, at: last.at } : null
}

/** The own rules of the municipality through time and at which team of it the file was, with the letter of a request that has not left yet; null where there is none, and outside the municipality. */
export async function townAndLetter(
  tx: Tx,
  request: ConsentRequest,
): Promise<{ readonly rules: RulesOfTown; readonly inHand: Outgoing | null; readonly teams: readonly TeamMove[] }> {
  const { last, town, teams } = await lastOutgoingWithTown(tx, request)
  return { rules: (on) => townRulesOn(town, on), inHand: last && isOpen(stateOf(last.steps)) ? last : null, teams }
}
