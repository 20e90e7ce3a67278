import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import { type AnyPermit, type OrganisationId, personOf } from '#rooms/access'
import type { MunicipalReading } from '../preview/situation.rules.ts'

/** What a municipality chose last and when; null when it chose nothing. */
export async function lastReading(tx: Tx, municipality: OrganisationId): Promise<{ reading: MunicipalReading; at: Instant } | null> {
  const row = await tx
    .selectFrom('law.reading')
    .select(['months_must_follow as monthsMustFollow', 'pension_age_has_six_months as pensionAgeHasSixMonths'])
    .select(['medical_before_lone_parent as medicalBeforeLoneParent', 'early_2027 as early2027', 'set_at as at'])
    .where('municipality', '=', municipality)
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { early2027, at, ...settings } = row
  return { reading: { settings, early2027 }, at }
}

export async function insertReading(tx: Tx, permit: AnyPermit, { settings, early2027 }: MunicipalReading): Promise<void> {
  await tx
    .insertInto('law.reading')
    .values({
      municipality: permit.organisation,
      id: newId(permit.now.epochMilliseconds),
      months_must_follow: settings.monthsMustFollow,
      pension_age_has_six_months: settings.pensionAgeHasSixMonths,
      medical_before_lone_parent: settings.medicalBeforeLoneParent,
      early_2027: early2027,
      set_by: personOf(permit),
      set_at: permit.now,
    })
    .execute()
}
