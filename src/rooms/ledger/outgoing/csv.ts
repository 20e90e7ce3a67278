import { csvOf } from '#kit/csv.ts'
import type { Day } from '#kit/day.ts'
import { type Cents, decimal } from '#kit/money.ts'
import type { PersonId } from '#rooms/access'
import { nl } from '../ledger.nl.ts'

type Row = { readonly number: string; readonly name: string; readonly member: PersonId | null; readonly balance: Cents }

/** The trial balance as a file for a spreadsheet: semicolons, a point in the amounts, debit positive. */
export function balanceCsv(rows: readonly Row[], names: ReadonlyMap<PersonId, string>): string {
  return csvOf([nl.csv.balance, ...rows.map((row) => [row.number, row.name, row.member ? (names.get(row.member) ?? row.member) : '', decimal(row.balance)])])
}

type Line = {
  readonly on: Day
  readonly entry: string
  readonly sourceKind: string
  readonly contra: string
  readonly article: string | null
  readonly cents: Cents
  readonly balance: Cents
}

/** One account as a file, oldest line first, beginning with how it stood before; the last line holds how it stands. */
export function registerCsv(register: { readonly lines: readonly Line[]; readonly opening: Cents | null }): string {
  const opening = register.opening === null ? [] : [['', '', nl.csv.opening, '', '', '', decimal(register.opening)]]
  const lines = register.lines.toReversed().map((line) => {
    const what = nl.sources[line.sourceKind] ?? line.sourceKind
    return [line.on, line.entry, what, line.contra, line.article ?? '', decimal(line.cents), decimal(line.balance)]
  })
  return csvOf([nl.csv.account, ...opening, ...lines])
}
