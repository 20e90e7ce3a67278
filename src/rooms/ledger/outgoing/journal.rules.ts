import type { Day } from '#kit/day.ts'
import { type Cents, decimal } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'

/** One transfer as it goes out: both accounts with number and name, and the member's own reference instead of a name. */
export type OutgoingTransfer = {
  readonly entry: string
  readonly on: Day
  readonly sourceKind: string
  readonly sourceId: string
  readonly reverses: string | null
  readonly action: string
  readonly debit: OutgoingAccount
  readonly credit: OutgoingAccount
  readonly cents: Cents
  readonly article: string | null
}

export type OutgoingAccount = {
  readonly number: string
  readonly name: string
  readonly kind: 'asset' | 'liability' | 'equity' | 'income' | 'expense'
  readonly member: MemberId | null
}

const TOP = { asset: 'assets', liability: 'liabilities', equity: 'equity', income: 'income', expense: 'expenses' } as const

/** The books in the plain-text format of hledger, so that a program nobody here wrote can check them. */
export function hledgerJournal(transfers: readonly OutgoingTransfer[], references: ReadonlyMap<MemberId, string>): string {
  const lines: string[] = ['; Opbloei: het grootboek, na te rekenen met hledger', 'commodity EUR 1000.00', '']
  for (const entry of entriesOf(transfers)) {
    const first = entry[0]
    lines.push(`${first.on} ${first.sourceKind}  ; entry:${first.entry}, source:${first.sourceId}${first.reverses ? `, reverses:${first.reverses}` : ''}`)
    for (const transfer of entry) {
      const article = transfer.article ? `  ; article:${transfer.article}` : ''
      lines.push(`    ${accountName(transfer.debit, references)}  ${decimal(transfer.cents)} EUR${article}`)
      lines.push(`    ${accountName(transfer.credit, references)}  -${decimal(transfer.cents)} EUR`)
    }
    lines.push('')
  }
  return lines.join('\n')
}

/** The same transfers as a table: semicolons, a point in the amounts. */
export function ledgerCsv(transfers: readonly OutgoingTransfer[], references: ReadonlyMap<MemberId, string>): string {
  const head = [
    'boeking',
    'datum',
    'waarvan',
    'bron',
    'keert_om',
    'debet',
    'debet_naam',
    'debet_lid',
    'credit',
    'credit_naam',
    'credit_lid',
    'bedrag',
    'artikel',
  ]
  const rows = transfers.map((each) => [
    each.entry,
    each.on,
    each.sourceKind,
    each.sourceId,
    each.reverses ?? '',
    each.debit.number,
    each.debit.name,
    referenceOf(each.debit, references),
    each.credit.number,
    each.credit.name,
    referenceOf(each.credit, references),
    decimal(each.cents),
    each.article ?? '',
  ])
  return [head, ...rows].map((row) => `${row.join(';')}\r\n`).join('')
}

function entriesOf(transfers: readonly OutgoingTransfer[]): [OutgoingTransfer, ...OutgoingTransfer[]][] {
  const entries = new Map<string, [OutgoingTransfer, ...OutgoingTransfer[]]>()
  for (const transfer of transfers) {
    const entry = entries.get(transfer.entry)
    if (entry) entry.push(transfer)
    else entries.set(transfer.entry, [transfer])
  }
  return [...entries.values()]
}

function accountName(account: OutgoingAccount, references: ReadonlyMap<MemberId, string>): string {
  const reference = referenceOf(account, references)
  return `${TOP[account.kind]}:${account.number} ${account.name}${reference ? `:${reference}` : ''}`
}

function referenceOf(account: OutgoingAccount, references: ReadonlyMap<MemberId, string>): string {
  return account.member ? (references.get(account.member) ?? account.member) : ''
}
