import { sql } from 'kysely'
import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Language } from '#kit/text.ts'
import type { OrganisationId, PersonId } from '../permit.ts'

/**
 * Runs a reading or a change of sign-in in the role of sign-in, which sees people of every organisation, and comes back to the role of the
 * application in the same transaction. For addresses and ways in only: nothing else of another organisation is read like this.
 */
export async function acrossOrganisations<T>(tx: Tx, run: () => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'opbloei_signin', true)`.execute(tx)
  const found = await run()
  await sql`select set_config('role', 'opbloei_app', true)`.execute(tx)
  return found
}

/** Goes on in a transaction of sign-in as the application, on behalf of an organisation: to write down there what happened. */
export async function onBehalfOf(tx: Tx, organisation: OrganisationId): Promise<void> {
  await sql`select set_config('role', 'opbloei_app', true), set_config('app.org', ${organisation}, true)`.execute(tx)
}

/** The id and name behind an address; asked in the role of sign-in, for the person may belong to others only. */
export async function personOfAddress(tx: Tx, email: string): Promise<{ person: PersonId; name: string; language: Language } | null> {
  const row = await tx.selectFrom('access.person').select(['id', 'name', 'language']).where(sql<boolean>`lower(email) = ${email}`).executeTakeFirst()
  return row ? { person: row.id as PersonId, name: row.name, language: row.language as Language } : null
}

export type Standing = {
  readonly name: string
  readonly email: string | null
  readonly language: Language
  /** Ever came in, by whatever way. */
  readonly entered: boolean
  /** Has a role at another organisation too, now or later. */
  readonly elsewhere: boolean
  /** Works for another organisation, now or later. */
  readonly worksElsewhere: boolean
}

/** How a person stands in the whole house; asked in the role of sign-in. */
export async function standingOf(tx: Tx, person: PersonId, organisation: OrganisationId, on: Day): Promise<Standing> {
  const row = await tx
    .selectFrom('access.person as p')
    .leftJoin('signin.identity as i', 'i.id', 'p.id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('access.affiliation as a')
          .select((of) => [of.fn.countAll<bigint>().as('roles'), sql<bigint>`count(*) filter (where a.role <> 'member')`.as('works')])
          .whereRef('a.person', '=', 'p.id')
          .where('a.organisation', '!=', organisation)
          .where((or) => or.or([or('a.until', 'is', null), or('a.until', '>=', on)]))
          .as('e'),
      (join) => join.onTrue(),
    )
    .select(['p.name', 'p.email', 'p.language', 'i.entered_at', 'e.roles', 'e.works'])
    .where('p.id', '=', person)
    .executeTakeFirstOrThrow()
  return {
    name: row.name,
    email: row.email,
    language: row.language as Language,
    entered: row.entered_at !== null,
    elsewhere: Number(row.roles ?? 0) > 0,
    worksElsewhere: Number(row.works ?? 0) > 0,
  }
}

export async function updateNameAndLanguage(tx: Tx, person: PersonId, facts: { name?: string; language: Language }): Promise<void> {
  await tx.updateTable('access.person').set(facts).where('id', '=', person).execute()
}

/** Writes an address at the person and at the identity that signs in with it; asked in the role of sign-in. */
export async function setAddress(tx: Tx, person: PersonId, email: string | null, proved: boolean, at: Instant): Promise<void> {
  await tx.updateTable('access.person').set({ email }).where('id', '=', person).execute()
  // Whoever has an address comes in with it; a code on paper is for who has none.
  await tx.deleteFrom('signin.paper_code').where('person', '=', person).execute()
  await tx
    .updateTable('signin.identity')
    .set({ email: email ?? `${person}@invalid`, email_verified: proved, updated_at: at })
    .where('id', '=', person)
    .execute()
}

/** Ends all sessions of a person; asked in the role of sign-in. */
export async function endSessions(tx: Tx, person: PersonId): Promise<void> {
  await tx.deleteFrom('signin.session').where('identity', '=', person).execute()
}

export type NewAddress = {
  readonly person: PersonId
  readonly organisation: OrganisationId
  readonly email: string
  readonly worksFrom: Instant
  readonly worksUntil: Instant
}

/** Lets a new address wait for its proof; an earlier one that waited is forgotten. */
export async function saveNewAddress(
  tx: Tx,
  row: NewAddress & { readonly proofHash: string; readonly stopHash: string; readonly askedAt: Instant; readonly askedBy: PersonId | null },
): Promise<void> {
  const facts = {
    organisation: row.organisation,
    email: row.email,
    proof_hash: row.proofHash,
    stop_hash: row.stopHash,
    asked_at: row.askedAt,
    works_from: row.worksFrom,
    works_until: row.worksUntil,
    asked_by: row.askedBy,
  }
  await tx
    .insertInto('access.new_address')
    .values({ person: row.person, ...facts })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(facts))
    .execute()
}

const ADDRESS = ['person', 'organisation', 'email', 'works_from', 'works_until'] as const

/** The address that waits behind a link, locked until the end of the transaction; null when there is none. */
export async function newAddressBehind(tx: Tx, which: 'proof' | 'stop', hash: string): Promise<NewAddress | null> {
  const row = await tx
    .selectFrom('access.new_address')
    .select(ADDRESS)
    .where(which === 'proof' ? 'proof_hash' : 'stop_hash', '=', hash)
    .forUpdate()
    .executeTakeFirst()
  return row ? newAddressFrom(row) : null
}

/** The address that waits for a person; null when there is none. */
export async function newAddressOf(tx: Tx, person: PersonId): Promise<NewAddress | null> {
  const row = await tx.selectFrom('access.new_address').select(ADDRESS).where('person', '=', person).executeTakeFirst()
  return row ? newAddressFrom(row) : null
}

export async function deleteNewAddress(tx: Tx, person: PersonId): Promise<void> {
  await tx.deleteFrom('access.new_address').where('person', '=', person).execute()
}

function newAddressFrom(row: { person: string; organisation: string; email: string; works_from: Instant; works_until: Instant }): NewAddress {
  return {
    person: row.person as PersonId,
    organisation: row.organisation as OrganisationId,
    email: row.email,
    worksFrom: row.works_from,
    worksUntil: row.works_until,
  }
}
