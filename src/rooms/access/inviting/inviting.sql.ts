import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { OrganisationKind } from '../access.sql.ts'
import type { Role } from '../permissions.rules.ts'
import type { OrganisationId, PersonId } from '../permit.ts'

export type StaffMember = {
  readonly person: PersonId
  readonly name: string
  readonly email: string | null
  readonly role: Exclude<Role, 'system'>
  readonly until: Day | null
}

/** Who works for an organisation on a day, members left out. */
export async function staffMembers(tx: Tx, organisation: OrganisationId, on: Day): Promise<StaffMember[]> {
  const rows = await tx
    .selectFrom('access.affiliation as a')
    .innerJoin('access.person as p', 'p.id', 'a.person')
    .select(['a.person', 'p.name', 'p.email', 'a.role', 'a.until'])
    .where('a.organisation', '=', organisation)
    .where('a.role', '!=', 'member')
    .where('a.since', '<=', on)
    .where((eb) => eb.or([eb('a.until', 'is', null), eb('a.until', '>=', on)]))
    .orderBy(sql`lower(p.name)`)
    .orderBy('a.role')
    .execute()
  return rows as StaffMember[]
}

export async function kindAndName(tx: Tx, organisation: OrganisationId): Promise<{ kind: OrganisationKind; name: string; provisional: boolean } | null> {
  const row = await tx.selectFrom('access.organisation').select(['kind', 'name', 'provisional']).where('id', '=', organisation).executeTakeFirst()
  return row ? { kind: row.kind as OrganisationKind, name: row.name, provisional: row.provisional } : null
}

/** Everybody who ever had a role at the organisation, with whether that was their only one in the whole house; asked in the role of sign-in. */
export async function everybodyHere(tx: Tx, organisation: OrganisationId): Promise<{ person: PersonId; onlyHere: boolean }[]> {
  const rows = await tx
    .selectFrom('access.affiliation as a')
    .select('a.person')
    .select((eb) =>
      eb
        .not(
          eb.exists(eb.selectFrom('access.affiliation as e').select('e.id').whereRef('e.person', '=', 'a.person').where('e.organisation', '!=', organisation)),
        )
        .as('only'),
    )
    .distinct()
    .where('a.organisation', '=', organisation)
    .execute()
  return rows.map(({ person, only }) => ({ person: person as PersonId, onlyHere: Boolean(only) }))
}

/** Ends every role at an organisation that still counts. */
export async function endEverybody(tx: Tx, organisation: OrganisationId, until: Day): Promise<void> {
  await tx
    .updateTable('access.affiliation')
    .set({ until })
    .where('organisation', '=', organisation)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', until)]))
    .execute()
}

/** Whether somebody took a role here on, other than that of a member. */
export async function hasAccepted(tx: Tx, organisation: OrganisationId, person: PersonId): Promise<boolean> {
  const row = await tx
    .selectFrom('access.affiliation')
    .select('id')
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .where('role', '!=', 'member')
    .where('accepted_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes a second step, passkeys and all sessions away; asked in the role of sign-in. */
export async function clearSecondStep(tx: Tx, person: PersonId): Promise<void> {
  await tx.deleteFrom('signin.second_factor').where('identity', '=', person).execute()
  await tx.deleteFrom('signin.passkey').where('identity', '=', person).execute()
  await tx.updateTable('signin.identity').set({ second_factor: false }).where('id', '=', person).execute()
  await tx.deleteFrom('signin.session').where('identity', '=', person).execute()
}
