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
