import { withoutBsn } from '#kit/bsn.ts'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { type OrganisationId, type Permit, personNames } from '#rooms/access'
import { type DatedTownRules, mayBeSet, type RulesOfTown, type TownRules, townRulesOn } from './town.rules.ts'
import { insertTownRules, townRulesRows } from './town.sql.ts'

/** What the page shows: everything that was written down, with who did. */
export type TownRulesPage = { readonly rows: readonly (DatedTownRules & { readonly setBy: string })[]; readonly today: Day }

/** The own rules of a municipality, for any day; what the law says itself on days for which nothing was written down. */
export async function rulesOfTown(tx: Tx, municipality: OrganisationId): Promise<RulesOfTown> {
  const rows = await townRulesRows(tx, [municipality])
  return (on) => townRulesOn(rows, on)
}

/** The same for several municipalities at once, in one query. */
export async function rulesOfTowns(tx: Tx, municipalities: readonly OrganisationId[]): Promise<(municipality: OrganisationId) => RulesOfTown> {
  const rows = Map.groupBy(await townRulesRows(tx, [...new Set(municipalities)]), (row) => row.municipality)
  return (municipality) => (on) => townRulesOn(rows.get(municipality) ?? [], on)
}

/** Everything the acting municipality wrote down, oldest first, with who did. */
export async function ownTownRules(tx: Tx, permit: Permit<'townRules.read' | 'townRules.set'>): Promise<TownRulesPage> {
  const rows = await townRulesRows(tx, [permit.organisation])
  const names = await personNames(tx, [...new Set(rows.map(({ setBy }) => setBy))])
  return { rows: rows.map((row) => ({ ...row, setBy: names.get(row.setBy) ?? '' })), today: permit.today }
}

/** Writes the rules of the acting municipality down from a day on; what counted before stays. Refuses a day before today, unless they are the first. */
export async function setTownRules(tx: Tx, permit: Permit<'townRules.set'>, rules: TownRules, from: Day): Promise<void> {
  mayBeSet(rules, from, await townRulesRows(tx, [permit.organisation]), permit.today)
  for (const field of ['address', 'contact'] as const) withoutBsn(rules[field], field)
  await insertTownRules(tx, permit, rules, from)
  await happened(tx, permit, 'townRules.set', {})
}
