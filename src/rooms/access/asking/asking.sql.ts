import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Look, looksAt } from '../access.sql.ts'
import type { OrganisationId, PersonId } from '../permit.ts'

/** A look at this person, by its id; null when it is somebody else's, or none. */
export async function lookAt(tx: Tx, subject: PersonId, id: string): Promise<Look | null> {
  return (await looksAt(tx, subject, 1, id))[0] ?? null
}

export async function insertQuestion(tx: Tx, row: { subject: PersonId; look: string; organisation: OrganisationId; text: string; at: Instant }): Promise<void> {
  const { at, ...rest } = row
  await tx
    .insertInto('access.look_question')
    .values({ ...rest, asked_at: at })
    .execute()
}

/**
 * Runs a reading in the role of sign-in, which sees people of every organisation, and comes back to the role of the
 * application in the same transaction. For addresses only: nothing else of another organisation is read like this.
 */
export async function acrossOrganisations<T>(tx: Tx, read: () => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'opbloei_signin', true)`.execute(tx)
  const found = await read()
  await sql`select set_config('role', 'opbloei_app', true)`.execute(tx)
  return found
}

/** The addresses of whoever answers for an organisation: its administrators, else its board or policy advisers; three at most. */
export async function answerers(tx: Tx, organisation: OrganisationId, on: Day): Promise<string[]> {
  const rows = await tx
    .selectFrom('access.affiliation as a')
    .innerJoin('access.person as p', 'p.id', 'a.person')
    .select(['p.email', 'a.role'])
    .distinct()
    .where('a.organisation', '=', organisation)
    .where('a.role', 'in', ['administrator', 'board', 'policyAdviser'])
    .where('p.email', 'is not', null)
    .where('a.since', '<=', on)
    .where((eb) => eb.or([eb('a.until', 'is', null), eb('a.until', '>=', on)]))
    .execute()
  const first = ['administrator', 'policyAdviser', 'board'].map((role) => rows.filter((row) => row.role === role)).find((found) => found.length > 0)
  return [...new Set((first ?? []).flatMap((row) => row.email ?? []))].slice(0, 3)
}
