import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import type { OrganisationId, Permit } from '#rooms/access'
import { type MunicipalReading, USUAL_READING } from '../preview/situation.rules.ts'
import { insertReading, lastReading } from './readings.sql.ts'

/** How a municipality reads the law where offices differ; the usual reading when it chose nothing or there is none. */
export async function readingOf(tx: Tx, municipality: OrganisationId | null): Promise<MunicipalReading> {
  return (municipality ? await lastReading(tx, municipality) : null)?.reading ?? USUAL_READING
}

/** The same of the acting municipality, with when it was chosen; null when it never was. */
export async function ownReading(tx: Tx, permit: Permit<'reading.set'>): Promise<{ reading: MunicipalReading; at: Instant | null }> {
  return (await lastReading(tx, permit.organisation)) ?? { reading: USUAL_READING, at: null }
}

/** Chooses how the acting municipality reads the law; estimates of its residents reckon with it from now on, and what it was before is kept. */
export async function setReading(tx: Tx, permit: Permit<'reading.set'>, reading: MunicipalReading): Promise<void> {
  await insertReading(tx, permit, reading)
  await happened(tx, permit, 'reading.set', {})
}
