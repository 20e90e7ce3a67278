import { type Day, longMonth, type Month, monthOf } from '#kit/day.ts'
import { isDouble, type Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { Cents } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MoneyAction, Permit } from '#rooms/access'
import type { Account } from './accounts.rules.ts'
import { texts } from './ledger.en.ts'
import { type EntryRow, entryById, entryOfSource, insertPeriod, lockMonth, periodOf, postEntries, postEntry, type WrittenTransfer } from './ledger.sql.ts'

declare const entry_: unique symbol
export type EntryId = string & { readonly [entry_]: true }

/** The fact behind an entry: a match, a judgement, a share, a reversal. The same fact is never booked twice. */
export type Source = { readonly kind: string; readonly id: string }

/** Money from one account to another: a positive amount, debit and credit, with the article that gave it where one did. */
export type Transfer = { readonly debit: Account; readonly credit: Account; readonly cents: Cents; readonly article?: string }

export type Entry = { readonly source: Source; readonly on: Day; readonly transfers: readonly [Transfer, ...Transfer[]]; readonly reverses?: EntryId }

/**
 * Books one entry in the permit's cooperative and gives its id. Transfers of zero are left out; a negative amount is
 * booked the other way round. Refuses a closed month, an entry of nothing, and a fact that was booked before.
 */
export async function post(tx: Tx, permit: Permit<MoneyAction>, entry: Entry): Promise<EntryId> {
  const transfers = written(entry.transfers)
  if (transfers.length === 0) refuse(texts[permit.language].refusals.nothingToPost)
  const id = newId<EntryId>(permit.now.epochMilliseconds)
  try {
    const posted = await postEntry(tx, permit, {
      id,
      on: entry.on,
      kind: entry.source.kind,
      source: entry.source.id,
      reverses: entry.reverses ?? null,
      transfers,
    })
    if (!posted) refuseClosed(permit, entry.on)
  } catch (error) {
    if (isDouble(error, 'one_entry_per_source')) refuse(texts[permit.language].refusals.postedBefore, {}, { kind: 'conflict' })
    if (isDouble(error, 'reversed_once')) refuse(texts[permit.language].refusals.reversedBefore, {}, { kind: 'conflict' })
    throw error
  }
  return id
}

/** Books many entries of one day and kind in one statement; gives their ids in the same order. Refuses as `post` does. Entries of nothing are left out and give null. */
export async function postMany(
  tx: Tx,
  permit: Permit<MoneyAction>,
  on: Day,
  kind: string,
  entries: readonly { readonly source: string; readonly transfers: readonly Transfer[]; readonly reverses?: EntryId }[],
): Promise<(EntryId | null)[]> {
  const ready = entries.map((entry) => ({
    id: newId<EntryId>(permit.now.epochMilliseconds),
    source: entry.source,
    ...(entry.reverses ? { reverses: entry.reverses } : {}),
    transfers: written(entry.transfers),
  }))
  const filled = ready.filter((entry) => entry.transfers.length > 0)
  try {
    if (filled.length > 0 && !(await postEntries(tx, permit, on, kind, filled))) refuseClosed(permit, on)
  } catch (error) {
    if (isDouble(error)) refuse(texts[permit.language].refusals.postedBefore, {}, { kind: 'conflict' })
    throw error
  }
  return ready.map((entry) => (entry.transfers.length > 0 ? entry.id : null))
}

/** Answers an entry with its mirror, dated `on`; the books keep both. Refuses a closed month, an unknown entry and a second reversal. */
export async function reverse(tx: Tx, permit: Permit<MoneyAction>, entry: EntryId, source: Source, on: Day): Promise<EntryId> {
  const found = await entryById(tx, permit, entry)
  if (!found) refuse(texts[permit.language].refusals.noSuchEntry, {}, { kind: 'missing' })
  const [first, ...rest] = found.lines.map((line) => ({
    debit: line.credit,
    credit: line.debit,
    cents: line.cents,
    ...(line.article ? { article: line.article } : {}),
  }))
  if (!first) throw new Error(`entry ${entry} has no transfers`)
  return post(tx, permit, { source, on, transfers: [first, ...rest], reverses: entry })
}

/** The entry booked for a fact, or null. */
export function findEntry(tx: Tx, permit: AnyPermit, source: Source): Promise<EntryRow | null> {
  return entryOfSource(tx, permit, source.kind, source.id)
}

/** Whether a month is still open for postings. */
export async function isOpen(tx: Tx, permit: AnyPermit, month: Month): Promise<boolean> {
  return (await periodOf(tx, permit, month)) === null
}

/** Waits until no posting in this month is under way and keeps new ones waiting until this transaction ends; refuses a closed month. */
export async function holdMonth(tx: Tx, permit: AnyPermit, month: Month): Promise<void> {
  await lockMonth(tx, permit, month)
  if (await periodOf(tx, permit, month))
    refuse(texts[permit.language].refusals.periodClosed, { month: longMonth(month, permit.language) }, { kind: 'conflict' })
}

/** Closes a month for good: later corrections are entries in an open month. Hold the month first. */
export async function closePeriod(tx: Tx, permit: Permit<MoneyAction>, month: Month): Promise<void> {
  await insertPeriod(tx, permit, month)
}

function written(transfers: readonly Transfer[]): WrittenTransfer[] {
  return transfers.flatMap((transfer) => {
    if (transfer.cents === 0n) return []
    const [from, to] = transfer.cents > 0n ? [transfer.debit, transfer.credit] : [transfer.credit, transfer.debit]
    const size = transfer.cents > 0n ? transfer.cents : -transfer.cents
    return [{ d: from.code, dm: from.member, c: to.code, cm: to.member, n: Number(size), a: transfer.article ?? null }]
  })
}

function refuseClosed(permit: AnyPermit, on: Day): never {
  refuse(texts[permit.language].refusals.periodClosed, { month: longMonth(monthOf(on), permit.language) })
}
