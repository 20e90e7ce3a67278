import { sql } from 'kysely'
import type { Tx } from '#kit/db.ts'
import type { Role } from '../permissions.rules.ts'
import type { OrganisationId, Permit, PersonId } from '../permit.ts'
import type { KeptFilter, ListPath } from './filters.rules.ts'

type Owner = { readonly organisation: OrganisationId; readonly person: PersonId | null; readonly role: Role }

/** What somebody keeps in a role, by name; of one list or of all. */
export async function filtersOf(tx: Tx, owner: Owner, list: ListPath | null = null): Promise<KeptFilter[]> {
  const rows = await tx
    .selectFrom('access.kept_filter')
    .select(['id', 'list', 'asked', 'name'])
    .where('tenant', '=', owner.organisation)
    .where('person', '=', owner.person ?? '')
    .where('role', '=', owner.role)
    .$if(list !== null, (query) => query.where('list', '=', list ?? ''))
    .orderBy('list')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, list: row.list as ListPath }))
}

/** What comes along with a seat `a` of the session: the filters of that person in that role, by name. */
export const keptOfSeat = sql<KeptFilter[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'list', k.list, 'asked', k.asked, 'name', k.name)
  order by k.name), '[]') from access.kept_filter k where k.tenant = a.organisation and k.person = a.person and k.role = a.role)`.as('kept')

export async function insertFilter(tx: Tx, permit: Permit<'filter.keep'>, { id, list, asked, name }: KeptFilter): Promise<void> {
  await tx
    .insertInto('access.kept_filter')
    .values({ tenant: permit.organisation, id, person: permit.person ?? '', role: permit.role, list, asked, name, kept_at: permit.now })
    .execute()
}

/** Gives an own filter another name; whether there was one. */
export async function renameRow(tx: Tx, permit: Permit<'filter.keep'>, id: string, name: string): Promise<boolean> {
  const row = await tx
    .updateTable('access.kept_filter')
    .set({ name })
    .where('tenant', '=', permit.organisation)
    .where('person', '=', permit.person ?? '')
    .where('role', '=', permit.role)
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(row.numUpdatedRows) > 0
}

/** Removes an own filter; one that is not there, or of somebody else, stays as it is. */
export async function deleteFilter(tx: Tx, permit: Permit<'filter.keep'>, id: string): Promise<void> {
  await tx
    .deleteFrom('access.kept_filter')
    .where('tenant', '=', permit.organisation)
    .where('person', '=', permit.person ?? '')
    .where('role', '=', permit.role)
    .where('id', '=', id)
    .execute()
}
