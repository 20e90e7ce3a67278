import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId, newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '../permit.ts'
import { personOf } from '../permit.ts'
import { errandTexts } from './errands.en.ts'
import type { ErrandName } from './errands.nl.ts'
import type { Errand, ErrandFacts, ErrandId } from './errands.rules.ts'
import { inHand, insertErrand, lockAsking, ownErrand, ownErrands } from './errands.sql.ts'

/** What is asked for: about one thing of a kind (a month, the digest of a file), under a name for people. */
export type AskedErrand = {
  readonly kind: ErrandName
  readonly about: string
  readonly label: string
  readonly back: string
  /** What its steps go by; asked only when the errand is new, so that nothing is kept twice. */
  readonly facts: () => Promise<ErrandFacts>
}

/**
 * Asks for work that goes on in the background, in the transaction of whoever asks, and gives its id. Asked again by the same person while it is in
 * hand, it is the same one. Refuses (conflict) what somebody else has in hand.
 */
export async function askErrand(tx: Tx, permit: AnyPermit, { facts, ...asked }: AskedErrand): Promise<ErrandId> {
  const person = personOf(permit)
  await lockAsking(tx, permit, asked.kind, asked.about)
  const before = await inHand(tx, permit, asked.kind, asked.about)
  if (before && before.person !== person) refuse(errandTexts(permit.language).refusals.byOther, {}, { kind: 'conflict' })
  if (before) return before.id
  const id = newId<ErrandId>(permit.now.epochMilliseconds)
  const { steps } = errandTexts(permit.language).kinds[asked.kind]
  await insertErrand(tx, { ...permit, person }, { id, ...asked, facts: await facts(), steps: steps.length })
  await happened(tx, permit, 'errand.asked', { errand: id })
  return id
}

/** How far an own errand is. Refuses (missing) an unknown one and that of somebody else. One query. */
export async function errandOf(tx: Tx, permit: Permit<'errand.read'>, id: string): Promise<Errand> {
  const found = isId(id) ? await ownErrand(tx, permit, id) : null
  return found ?? refuse(errandTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
}

/** The last own errands of a kind, newest first, at most `limit`; `keeps` when the file that it made is still there. One query. */
export function lastErrands(tx: Tx, permit: AnyPermit, kind: ErrandName, limit: number): Promise<(Errand & { readonly keeps: boolean })[]> {
  return ownErrands(tx, permit, kind, limit)
}
