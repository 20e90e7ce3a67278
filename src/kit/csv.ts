import { parse } from 'csv-parse/sync'

/** Rows as a file that a Dutch spreadsheet opens: semicolons, and no cell that ends the line or begins a formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`
}

/** The rows of a file from a spreadsheet, with semicolons or commas; line numbers stay those of the file. Null when it is no such file. */
export function rowsOfCsv(text: string): string[][] | null {
  const delimiter = (text.split('\n')[0] ?? '').includes(';') ? ';' : ','
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: false }) as string[][]
  } catch {
    return null
  }
}

function cell(text: string): string {
  const safe = /^[=+@\t]|^-(?!\d)/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
