import { addDays, lastDay, type Month, yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { booksOf, hasEntries, post } from '#rooms/ledger'
import { type CooperativeSettings, cooperativeOf, keepPotsFrom, potsIn } from '#rooms/organisations'
import { POT_ACCOUNTS, type PotSetting } from '../dividing/booking.rules.ts'
import { carriedOver } from './carrying.rules.ts'
import { nl } from './keeping.nl.ts'

/** How pots are kept this financial year and the next, and whether the books have begun: until then this year may still be chosen. */
export type PotKeeping = { readonly year: number; readonly now: PotSetting; readonly next: PotSetting; readonly begun: boolean }

/** How the pots of the cooperative are kept. Reads only. */
export async function potKeeping(tx: Tx, permit: AnyPermit): Promise<PotKeeping> {
  const { settings } = await cooperativeOf(tx, permit)
  const year = yearOf(permit.today)
  return { year, now: potsIn(settings, year), next: potsIn(settings, year + 1), begun: await hasEntries(tx, permit) }
}

/**
 * Chooses how pots are kept from a financial year on: as an obligation or as an earmarked reserve (decisions 3). Books nothing: what the pots hold
 * moves when December before it is closed. Refuses a year that has begun, except while nothing at all was booked.
 */
export async function keepPots(tx: Tx, permit: Permit<'pots.keep'>, year: number, kept: PotSetting): Promise<void> {
  const { year: thisYear, begun } = await potKeeping(tx, permit)
  if (year !== thisYear && year !== thisYear + 1) refuse(nl.refusals.year, {}, { field: 'year' })
  if (year === thisYear && begun) refuse(nl.refusals.begun, { year: thisYear + 1 }, { field: 'year' })
  await keepPotsFrom(tx, permit, year === thisYear ? null : year, kept)
}

/** At the close of December: moves what pots hold to the accounts of the coming financial year, dated its first day. */
export async function carryPots(tx: Tx, permit: Permit<'month.close'>, month: Month, settings: CooperativeSettings): Promise<void> {
  const on = addDays(lastDay(month), 1)
  if (yearOf(on) === yearOf(month)) return
  const { moves } = await booksOf(tx, permit, { from: on, until: on, codes: Object.values(POT_ACCOUNTS).flat() })
  const [first, ...rest] = carriedOver(moves, potsIn(settings, yearOf(on)))
  if (first) await post(tx, permit, { source: { kind: 'pots carried', id: month }, on, transfers: [first, ...rest] })
}
