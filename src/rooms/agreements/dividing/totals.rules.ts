import { type Month, yearOf } from '#kit/day.ts'
import { type Cents, largest, minus, plus, ZERO } from '#kit/money.ts'
import type { Cap, Receiver, RunningTotals, ShareKind, ShareLine } from './language.rules.ts'

/** A member who begins: nothing taken, nothing owed, no loss. */
export const NOTHING_YET: RunningTotals = { openLoss: ZERO, taken: {}, pots: {}, arrears: {} }

/** A stored share (or its reversal, below zero) with the month in which it was divided. */
export type StoredShare = { readonly month: Month; readonly receiver: Receiver; readonly step: string; readonly kind: ShareKind; readonly cents: Cents }

/** Running totals from what was stored before; `pots` as they stand now, spending included. */
export function totalsFrom(stored: Iterable<StoredShare>, now: Pick<RunningTotals, 'openLoss' | 'pots' | 'arrears'>): RunningTotals {
  const book = openBook({ ...NOTHING_YET, ...now })
  for (const share of stored) noteTaken(book, share.month, share)
  return closeBook(book, now.openLoss)
}

/** Totals while a split is being made; the only thing here that changes. */
export type Book = {
  readonly taken: Map<string, Map<string, Cents>>
  readonly pots: Map<Receiver, Cents>
  readonly arrears: Map<string, Cents>
}

export function openBook(before: RunningTotals): Book {
  return {
    taken: new Map(Object.entries(before.taken).map(([period, taken]) => [period, new Map(Object.entries(taken))])),
    pots: new Map(Object.entries(before.pots) as [Receiver, Cents][]),
    arrears: new Map(Object.entries(before.arrears)),
  }
}

export function closeBook(book: Book, openLoss: Cents): RunningTotals {
  return {
    openLoss,
    taken: Object.fromEntries([...book.taken].map(([period, taken]) => [period, Object.fromEntries(taken)])),
    pots: Object.fromEntries(book.pots),
    arrears: Object.fromEntries([...book.arrears].filter(([, cents]) => cents !== 0n)),
  }
}

/** Counts a line under the caps of its month and year, and in the pot. */
export function note(book: Book, month: Month, line: Pick<ShareLine, 'receiver' | 'step' | 'kind' | 'cents'>): void {
  if (line.cents === 0n) return
  noteTaken(book, month, line)
  book.pots.set(line.receiver, plus(book.pots.get(line.receiver) ?? ZERO, line.cents))
}

export function noteArrears(book: Book, step: string, receiver: Receiver, change: Cents): void {
  const key = `${step}/${receiver}`
  book.arrears.set(key, plus(book.arrears.get(key) ?? ZERO, change))
}

export function arrearsOf(book: Book, step: string, receiver: Receiver): Cents {
  return book.arrears.get(`${step}/${receiver}`) ?? ZERO
}

/** What still fits under a cap in this month. */
export function roomUnder(cap: Cap, book: Book, month: Month): Cents {
  if (cap.per === 'level') return largest(ZERO, minus(cap.cents, book.pots.get(cap.receiver) ?? ZERO))
  const period = cap.per === 'month' ? month : cap.per === 'year' ? String(yearOf(month)) : 'ever'
  const key = cap.step === null ? cap.receiver : `${cap.receiver}@${cap.step}`
  return largest(ZERO, minus(cap.cents, book.taken.get(period)?.get(key) ?? ZERO))
}

function noteTaken(book: Book, month: Month, line: Pick<ShareLine, 'receiver' | 'step' | 'kind' | 'cents'>): void {
  // Surplus of another receiver counts for who gets it, not for the step that had no room for it.
  const keys = line.kind === 'surplus' ? [line.receiver] : [line.receiver, `${line.receiver}@${line.step}`]
  for (const period of [month, String(yearOf(month)), 'ever']) {
    const taken = book.taken.get(period) ?? new Map<string, Cents>()
    for (const key of keys) taken.set(key, plus(taken.get(key) ?? ZERO, line.cents))
    book.taken.set(period, taken)
  }
}
