import { addMonths, type Day, dayOf, type Instant, startOf } from '#kit/day.ts'
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

/** Who answers for an organisation, in this order: the first kind of staff that can be mailed is asked. */
const ANSWER = ['administrator', 'policyAdviser', 'board', 'network', 'treasurer', 'coach', 'caseManager']

/**
 * The addresses of whoever answers for an organisation, three at most: its administrators, else the next who can be mailed. Whoever looked is asked
 * last, when nobody else can be. None when nobody there has an address.
 */
export async function answerers(tx: Tx, organisation: OrganisationId, looker: PersonId | null, on: Day): Promise<string[]> {
  const rows = await tx
    .selectFrom('access.affiliation as a')
    .innerJoin('access.person as p', 'p.id', 'a.person')
    .select(['a.person', 'p.email', 'a.role'])
    .distinct()
    .where('a.organisation', '=', organisation)
    .where('a.role', 'in', ANSWER)
    .where('p.email', 'is not', null)
    .where('a.since', '<=', on)
    .where((eb) => eb.or([eb('a.until', 'is', null), eb('a.until', '>=', on)]))
    .execute()
  const others = rows.filter((row) => row.person !== looker)
  const asked = others.length > 0 ? others : rows
  const first = ANSWER.map((role) => asked.filter((row) => row.role === role)).find((found) => found.length > 0)
  return [...new Set((first ?? []).flatMap((row) => row.email ?? []))].slice(0, 3)
}

/** Denied attempts are kept for a year, filters for two, looks and the questions about them for five: what is older goes. Asked in the role of sign-in. */
export async function forgetLooks(tx: Tx, now: Instant): Promise<void> {
  const before = (months: number) => startOf(addMonths(dayOf(now), -months))
  await tx.deleteFrom('access.kept_filter').where('kept_at', '<', before(24)).execute()
  await tx.deleteFrom('access.denial').where('at', '<', before(12)).execute()
  await tx.deleteFrom('access.look_question').where('asked_at', '<', before(60)).execute()
  await tx.deleteFrom('access.look').where('at', '<', before(60)).execute()
}
