import { type Day, type Instant, lastDay, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, sum } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { Permit } from '#rooms/access'
import { type EntryId, post, reverse } from '#rooms/ledger'
import { thingsInBooks } from '../disposing/disposing.sql.ts'
import { equipmentInReach } from '../equipment/equipment.ts'
import { nl } from './wearing.nl.ts'
import { type WearPart, wearTransfers, wearUntil } from './wearing.rules.ts'
import { insertWear, insertWearUndone, lockWear, wearRows } from './wearing.sql.ts'

declare const wear_: unique symbol
export type WearId = string & { readonly [wear_]: true }

/** Wear as it was booked, of all things together until a day; cents. */
export type Wear = {
  readonly id: WearId
  readonly until: Day
  readonly entry: string
  readonly bookedAt: Instant
  readonly cents: Cents
  readonly things: number
  readonly undone: boolean
  readonly undoneReason: string | null
  /** Whether one of its things left the books since. */
  readonly gone: boolean
}

/** What would be written off until a day, per thing of the cooperative that is there, in cents. */
export async function wearDue(tx: Tx, permit: Permit<'equipment.wear'>, until: Day): Promise<WearPart[]> {
  const books = await thingsInBooks(tx, permit)
  const things = (await equipmentInReach(tx, permit)).flatMap(({ id, name, boughtOn, years, standing }) => {
    const found = books.get(id)
    return found && !found.gone && (standing === 'here' || standing === 'lent') ? [{ id, name, boughtOn, years, cost: found.cost, worn: found.worn }] : []
  })
  return wearUntil(things, until)
}

/** What was booked before, the newest first. */
export function wearBooked(tx: Tx, permit: Permit<'equipment.wear'>): Promise<Wear[]> {
  return wearRows(tx, permit)
}

/**
 * Books wear until the last day of a month, of all things together, dated that day. Refuses a month that is not over or is closed, one before what was booked already, where nothing is to be
 * written off, and another amount than was `seen` (conflict).
 */
export async function bookWear(tx: Tx, permit: Permit<'equipment.wear'>, until: Day, seen: Cents): Promise<WearId> {
  await lockWear(tx, permit)
  if (until !== lastDay(monthOf(until)) || until > permit.today) refuse(nl.refusals.notOver, {}, { field: 'until' })
  const last = (await wearRows(tx, permit)).find((each) => !each.undone)
  if (last && last.until > until) refuse(nl.refusals.earlier, {}, { field: 'until' })
  const parts = await wearDue(tx, permit, until)
  const [first, ...rest] = wearTransfers(parts)
  if (!first) return refuse(nl.refusals.nothing, {}, { kind: 'conflict' })
  if (sum(parts.map((part) => part.cents)) !== seen) refuse(nl.refusals.changed, {}, { kind: 'conflict' })
  const id = newId<WearId>(permit.now.epochMilliseconds)
  const entry = await post(tx, permit, { source: { kind: 'wear', id }, on: until, transfers: [first, ...rest] })
  await insertWear(tx, permit, { id, until, entry }, parts)
  await happened(tx, permit, 'equipment.worn', { wear: id })
  return id
}

/** Takes the last booking of wear back by its mirror, dated today, with a reason. Refuses another than the last, and one of which a thing left the books since. */
export async function undoWear(tx: Tx, permit: Permit<'equipment.wear'>, id: WearId, reason: string): Promise<void> {
  await lockWear(tx, permit)
  const rows = await wearRows(tx, permit)
  const found = rows.find((each) => each.id === id) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
  if (found.undone) refuse(nl.refusals.undoneBefore, {}, { kind: 'conflict' })
  if (rows.find((each) => !each.undone)?.id !== id) refuse(nl.refusals.notLast, {}, { kind: 'conflict' })
  if (found.gone) refuse(nl.refusals.thingGone, {}, { kind: 'conflict' })
  if (!(await insertWearUndone(tx, permit, id, reason))) refuse(nl.refusals.undoneBefore, {}, { kind: 'conflict' })
  await reverse(tx, permit, found.entry as EntryId, { kind: 'wear undone', id }, permit.today)
  await happened(tx, permit, 'equipment.wearUndone', { wear: id })
}
