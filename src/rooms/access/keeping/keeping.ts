import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { refuse } from '#kit/refusal.ts'
import { staffMembers } from '../inviting/inviting.sql.ts'
import { acrossOrganisations } from '../people/people.sql.ts'
import type { Role } from '../permissions.rules.ts'
import type { AnyPermit, PersonId } from '../permit.ts'
import { keepingTexts } from './keeping.en.ts'
import { keepsHouse, mayEnd } from './keeping.rules.ts'
import { lockKeepers, withSecondStep } from './keeping.sql.ts'

export type Administrator = {
  readonly person: PersonId
  readonly name: string
  readonly until: Day | null
  /** Has a second step or a passkey: can come in, and let others in. */
  readonly ready: boolean
}

/** The administrators of the permit's organisation today, by name, and who of them can come in with a second step. Two queries. */
export async function administratorsOf(tx: Tx, permit: AnyPermit): Promise<Administrator[]> {
  const staff = (await staffMembers(tx, permit.organisation, permit.today)).filter(({ role }) => role === 'administrator')
  const ready = await acrossOrganisations(tx, () =>
    withSecondStep(
      tx,
      staff.map(({ person }) => person),
    ),
  )
  return staff.map(({ person, name, until }) => ({ person, name, until, ready: ready.has(person) }))
}

/** Refuses to end the last role that lets others in, or to bring its end forward; `until` null is now. The organisation's roles end one at a time. */
export async function keepOne(tx: Tx, permit: AnyPermit, person: PersonId, role: Role, until: Day | null): Promise<void> {
  if (!keepsHouse(role)) return
  await lockKeepers(tx, permit.organisation)
  const all = await staffMembers(tx, permit.organisation, permit.today)
  if (!mayEnd(all, person, role, until)) refuse(keepingTexts(permit.language).refusals.last, {}, { field: 'tot' })
}
