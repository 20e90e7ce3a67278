import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { OrganisationKind } from '../access.sql.ts'
import type { Role } from '../permissions.rules.ts'
import type { OrganisationId, PersonId } from '../permit.ts'

/** The person behind an address, with whether any role is left; asked in the role of sign-in, which sees no tenant's table. */
export async function personByEmail(tx: Tx, email: string, on: Day): Promise<{ person: PersonId; language: string; welcome: boolean } | null> {
  const row = await tx
    .selectFrom('access.person as p')
    .select(['p.id', 'p.language'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('access.affiliation as a')
            .select('a.id')
            .whereRef('a.person', '=', 'p.id')
            .where('a.since', '<=', on)
            .where((or) => or.or([or('a.until', 'is', null), or('a.until', '>=', on)])),
        )
        .as('welcome'),
    )
    .where(sql<boolean>`lower(p.email) = ${email}`)
    .executeTakeFirst()
  return row ? { person: row.id as PersonId, language: row.language, welcome: Boolean(row.welcome) } : null
}

/**
 * Makes the identity of a known person what it must be, however often it is asked: a new address has to prove itself again.
 * People without an address get one that no mail can reach.
 */
export async function ensureIdentity(tx: Tx, person: PersonId, email: string | null, now: Instant): Promise<void> {
  const address = email ?? `${person}@invalid`
  await tx
    .insertInto('signin.identity')
    .values({ id: person, email: address, email_verified: false, name: '', second_factor: false, created_at: now, updated_at: now })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ email: address, email_verified: false, updated_at: now }).where('signin.identity.email', '!=', address),
    )
    .execute()
}

/** Writes down that somebody came in for the first time. */
export async function markEntered(tx: Tx, person: PersonId, at: Instant): Promise<void> {
  await tx.updateTable('signin.identity').set({ entered_at: at }).where('id', '=', person).where('entered_at', 'is', null).execute()
}

/** Writes down how a session was begun. */
export async function markWayIn(tx: Tx, token: string, by: 'mailCode' | 'mailLink'): Promise<void> {
  await tx.updateTable('signin.session').set({ entered_by: by }).where('token', '=', token).execute()
}

/** A person of any organisation: for the demo, where anybody may look along. */
export async function personEmail(tx: Tx, person: PersonId): Promise<{ email: string | null } | null> {
  return (await tx.selectFrom('access.person').select('email').where('id', '=', person).executeTakeFirst()) ?? null
}

/** The roles of a person on a day; `member` alone asks for no second factor. */
export async function rolesOf(tx: Tx, person: PersonId, on: Day): Promise<Role[]> {
  const rows = await tx
    .selectFrom('access.affiliation')
    .select('role')
    .where('person', '=', person)
    .where('since', '<=', on)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', on)]))
    .execute()
  return rows.map((row) => row.role as Role)
}

/** Everybody with a role today, for the sign-in page of the demo. */
export async function everybody(
  tx: Tx,
  on: Day,
): Promise<{ person: PersonId; name: string; role: Role; organisation: OrganisationId; organisationName: string; kind: OrganisationKind }[]> {
  const rows = await tx
    .selectFrom('access.affiliation as a')
    .innerJoin('access.person as p', 'p.id', 'a.person')
    .innerJoin('access.organisation as o', 'o.id', 'a.organisation')
    .select(['p.id as person', 'p.name', 'a.role', 'o.id as organisation', 'o.name as organisationName', 'o.kind'])
    .where('a.since', '<=', on)
    .where((eb) => eb.or([eb('a.until', 'is', null), eb('a.until', '>=', on)]))
    .orderBy('o.kind')
    .orderBy('o.since')
    .orderBy('a.since')
    .orderBy('p.name')
    .execute()
  return rows as { person: PersonId; name: string; role: Role; organisation: OrganisationId; organisationName: string; kind: OrganisationKind }[]
}

/** The language in which somebody reads. */
export async function languageOf(tx: Tx, person: PersonId, language: string): Promise<void> {
  await tx.updateTable('access.person').set({ language }).where('id', '=', person).execute()
}

/** Whether a second factor is there: not begun, waiting for its first code, or proved. */
export async function secondFactorOf(tx: Tx, person: PersonId): Promise<'none' | 'begun' | 'proved'> {
  const row = await tx.selectFrom('signin.second_factor').select('verified').where('identity', '=', person).executeTakeFirst()
  return !row ? 'none' : row.verified ? 'proved' : 'begun'
}

/** Counts one try in a bucket that empties after `minutes`; gives how many there are now. */
export async function countTry(tx: Tx, key: string, now: Instant, minutes: number): Promise<number> {
  const fresh = sql<boolean>`signin.bucket.began_at <= ${now.subtract({ minutes })}`
  const row = await tx
    .insertInto('signin.bucket')
    .values({ key, began_at: now, tries: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        began_at: sql`case when ${fresh} then ${now} else signin.bucket.began_at end`,
        tries: sql`case when ${fresh} then 1 else signin.bucket.tries + 1 end`,
      }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow()
  return row.tries
}

/** Clears away what signing in left behind more than a day ago: codes, sessions, counts and new addresses that are over; and, after 30 days, what was done together. */
export async function clearSignIn(tx: Tx, now: Instant): Promise<void> {
  const before = now.subtract({ hours: 24 })
  await tx.deleteFrom('signin.bucket').where('began_at', '<', before).execute()
  await tx.deleteFrom('signin.answered').where('at', '<', before).execute()
  await tx.deleteFrom('signin.code').where('expires_at', '<', before).execute()
  await tx.deleteFrom('signin.session').where('expires_at', '<', before).execute()
  await tx.deleteFrom('signin.paper_code').where('good_until', '<', before).execute()
  await tx.deleteFrom('access.new_address').where('works_until', '<', before).execute()
  await tx
    .deleteFrom('access.together')
    .where('at', '<', now.subtract({ hours: 24 * 30 }))
    .execute()
}
