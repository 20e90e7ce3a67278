import type { PersonId } from '#rooms/access'
import type { BalanceRow } from '../balances.sql.ts'

export type Narrowing = {
  /** Part of a number, a name of an account, or a name of a member; nothing asks for all. */
  readonly search: string
  /** `standing`: on which something stands or moved; `moved`: on which something was booked in the period; or all of them. */
  readonly which: (typeof SHOWN)[number]
}

export const SHOWN = ['standing', 'moved', 'all'] as const

/** The rows that somebody asked to see; totals are never of these alone. `moved` holds the accounts on which something was booked in the period. */
export function shownRows(
  rows: readonly BalanceRow[],
  names: ReadonlyMap<PersonId, string>,
  moved: ReadonlySet<string>,
  { search, which }: Narrowing,
): BalanceRow[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    if (which !== 'all' && !moved.has(row.account) && (which === 'moved' || row.balance === 0n)) return false
    const told = plain(`${row.number} ${row.name} ${row.member ? (names.get(row.member) ?? '') : ''}`)
    return words.every((word) => told.includes(word))
  })
}

/** Without capitals and accents: who types "cooperatie" finds "Coöperatie". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
