import { decimal } from '#kit/money.ts'
import type { PersonId } from '#rooms/access'

type Row = { readonly number: string; readonly name: string; readonly member: PersonId | null; readonly balance: bigint }

/** The trial balance as a file for a spreadsheet: semicolons, a point in the amounts, debit positive. */
export function balanceCsv(rows: readonly Row[], names: ReadonlyMap<PersonId, string>): string {
  const lines = rows.map((row) => [
    row.number,
    row.name,
    row.member ? (names.get(row.member) ?? row.member) : '',
    decimal(row.balance as Parameters<typeof decimal>[0]),
  ])
  return [['nummer', 'rekening', 'lid', 'stand'], ...lines].map((line) => `${line.map(quoted).join(';')}\r\n`).join('')
}

/** A cell that cannot end the line or begin a formula. */
function quoted(cell: string): string {
  const safe = /^[=+@]|^-(?!\d)/.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
