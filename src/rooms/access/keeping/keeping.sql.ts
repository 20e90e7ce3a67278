import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import type { OrganisationId, PersonId } from '../permit.ts'

/** One role of an organisation ends or is cut short at a time: two administrators who end each other would leave nobody. */
export async function lockKeepers(tx: Tx, organisation: OrganisationId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`keepers ${organisation}`}, 0))`.execute(tx)
}

/** Which of these people have a second step or a passkey; asked in the role of sign-in. */
export async function withSecondStep(tx: Tx, people: readonly PersonId[]): Promise<Set<PersonId>> {
  const { rows } = await sql<{ id: PersonId }>`
    select i.id from signin.identity i
    where i.id = any (${[...people]}::uuid[]) and (coalesce(i.second_factor, false) or exists (select from signin.passkey p where p.identity = i.id))`.execute(
    tx,
  )
  return new Set(rows.map(({ id }) => id))
}
