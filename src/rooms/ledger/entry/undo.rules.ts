/** Where an entry is undone: here, or by the fact that it books, in the room that owns that fact. */
export type UndoneAt = 'here' | 'invoice' | 'bank' | 'receipt' | 'request' | 'thing' | 'wear' | 'month' | 'opening' | 'answer' | 'elsewhere'

const PLACES: Readonly<Record<string, UndoneAt>> = {
  memorial: 'here',
  'subsidy release': 'here',
  invoice: 'invoice',
  'credit note': 'invoice',
  'invoice write-off': 'invoice',
  'invoice payment': 'bank',
  'invoice refund': 'bank',
  'bank line': 'bank',
  receipt: 'receipt',
  purchase: 'request',
  'thing gone': 'thing',
  wear: 'wear',
  split: 'month',
  'split reversed': 'month',
  'pots carried': 'month',
  opening: 'opening',
}

/** Where an entry of this kind is undone; an entry that answers another is never undone itself. */
export function undoneAt(entry: { readonly sourceKind: string; readonly reverses: string | null }): UndoneAt {
  return entry.reverses ? 'answer' : (PLACES[entry.sourceKind] ?? 'elsewhere')
}
