import { isDouble, type Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import type { Permit } from '../permit.ts'
import { filterTexts } from './filters.en.ts'
import { askedOf, isList, type KeptFilter, type ListPath, MOST } from './filters.rules.ts'
import { deleteFilter, filtersOf, insertFilter, renameRow } from './filters.sql.ts'

/** What this person keeps in this role, of all lists. One query. */
export function keptFilters(tx: Tx, permit: Permit<'filter.keep'>): Promise<KeptFilter[]> {
  return filtersOf(tx, permit)
}

/**
 * Keeps what is asked of a list under a name, for this person in this role. Gives the address with the filter. Refuses an unknown list, a filter that
 * asks nothing, a name that is there already, and more than a list can show.
 */
export async function keepFilter(tx: Tx, permit: Permit<'filter.keep'>, list: string, query: string, name: string): Promise<string> {
  const { refusals } = filterTexts(permit.language)
  if (!isList(list)) return refuse(refusals.noList, {}, { kind: 'missing' })
  const asked = askedOf(list, query)
  if (asked === '') refuse(refusals.nothingAsked)
  if ((await filtersOf(tx, permit, list)).length >= MOST) refuse(refusals.tooMany, { most: MOST })
  await once(permit, () => insertFilter(tx, permit, { id: newId(permit.now.epochMilliseconds), list, asked, name }))
  return addressOf({ list, asked })
}

/** Gives an own filter another name. Refuses (missing) an unknown one and that of somebody else, and a name that is there already. */
export async function renameFilter(tx: Tx, permit: Permit<'filter.keep'>, id: string, name: string): Promise<void> {
  const { refusals } = filterTexts(permit.language)
  if (!(await once(permit, () => renameRow(tx, permit, id, name)))) refuse(refusals.missing, {}, { kind: 'missing' })
}

/** Removes an own filter; again changes nothing. */
export async function removeFilter(tx: Tx, permit: Permit<'filter.keep'>, id: string): Promise<void> {
  await deleteFilter(tx, permit, id)
}

/** The list as a filter shows it. */
export function addressOf({ list, asked }: { readonly list: ListPath; readonly asked: string }): string {
  return `${list}?${asked}`
}

async function once<T>(permit: Permit<'filter.keep'>, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (isDouble(error, 'one_filter')) refuse(filterTexts(permit.language).refusals.thereAlready, {}, { field: 'naam' })
    throw error
  }
}
