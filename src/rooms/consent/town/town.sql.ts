import type { Day, Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type OrganisationId, type PersonId, personOf } from '#rooms/access'
import type { DatedTownRules, ElectronicKind, TownRules } from './town.rules.ts'

export type TownRulesRow = DatedTownRules & { readonly municipality: OrganisationId; readonly setBy: PersonId }

/** Everything these municipalities wrote down, in the order in which it was written. */
export async function townRulesRows(tx: Tx, municipalities: readonly OrganisationId[]): Promise<TownRulesRow[]> {
  if (municipalities.length === 0) return []
  return (await townRulesQuery(tx, municipalities).execute()).map(townRulesFrom)
}

/** The question itself, for a page that asks it together with another one. */
export function townRulesQuery(tx: Tx, municipalities: readonly OrganisationId[]) {
  return tx.selectFrom('consent.town_rules').selectAll().where('municipality', 'in', municipalities).orderBy('set_at').orderBy('id')
}

type KeptRules = Awaited<ReturnType<ReturnType<typeof townRulesQuery>['execute']>>[number]

/** A row as it was written; the moment is text where it came along with the answer to another question. */
export function townRulesFrom(row: Omit<KeptRules, 'set_at'> & { readonly set_at: Instant | string }): TownRulesRow {
  return {
    municipality: row.municipality as OrganisationId,
    from: row.from_day,
    ownWeeks: row.own_weeks,
    committee: row.objection_committee,
    backdateDays: row.backdate_days,
    extensionRunsOn: row.extension_runs_on,
    longestSuspensionWeeks: row.longest_suspension_weeks,
    seenDays: row.seen_days,
    fourEyes: row.four_eyes,
    signedAs: row.signed_as,
    signedName: row.signed_name,
    namesStaff: row.names_staff,
    mandate: row.mandate,
    address: row.address_lines,
    contact: row.contact_lines,
    electronic: row.electronic as ElectronicKind[],
    setBy: row.set_by as PersonId,
    setAt: typeof row.set_at === 'string' ? Temporal.Instant.from(row.set_at) : row.set_at,
  }
}

export async function insertTownRules(tx: Tx, permit: AnyPermit, rules: TownRules, from: Day): Promise<void> {
  await tx
    .insertInto('consent.town_rules')
    .values({
      municipality: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      from_day: from,
      own_weeks: rules.ownWeeks,
      objection_committee: rules.committee,
      backdate_days: rules.backdateDays,
      extension_runs_on: rules.extensionRunsOn,
      longest_suspension_weeks: rules.longestSuspensionWeeks,
      seen_days: rules.seenDays,
      four_eyes: rules.fourEyes,
      signed_as: rules.signedAs,
      signed_name: rules.signedName,
      names_staff: rules.namesStaff,
      mandate: rules.mandate,
      address_lines: rules.address,
      contact_lines: rules.contact,
      electronic: [...rules.electronic],
      set_by: personOf(permit),
      set_at: permit.now,
    })
    .execute()
}
