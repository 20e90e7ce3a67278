import { type Day, monthOf } from '#kit/day.ts'
import { type Action, type Role, scopeOf } from '#rooms/access'

type SourceFact = { readonly kind: string; readonly id: string; readonly entry: string; readonly on: Day }
type Page = { readonly asks: Action; readonly at: (source: SourceFact) => string }

const first = (id: string) => id.split(' ')[0] ?? ''
const page = (asks: Action, at: Page['at']): Page => ({ asks, at })

// Where the fact behind an entry is shown, and to whom. A source is a name and an id; the rooms above own the pages.
const PAGES: Readonly<Record<string, Page>> = {
  invoice: page('invoice.read', ({ id }) => `/facturen/${id}`),
  'credit note': page('invoice.read', ({ id }) => `/facturen/${id}`),
  'invoice write-off': page('invoice.read', ({ id }) => `/facturen/${id}`),
  'invoice payment': page('invoice.read', ({ entry }) => `/facturen/boeking/${entry}`),
  'invoice refund': page('invoice.read', ({ entry }) => `/facturen/boeking/${entry}`),
  'member work': page('memberWork.read', ({ id }) => `/onderling/${id}`),
  'member work undone': page('memberWork.read', ({ id }) => `/onderling/${id}`),
  'bank line': page('bank.read', ({ id }) => `/bank/boeking/${first(id)}`),
  receipt: page('receipt.read', ({ id }) => `/bonnen/${first(id)}`),
  purchase: page('spending.read', ({ id }) => `/bestedingen/${first(id)}`),
  'thing gone': page('equipment.read', ({ id }) => `/spullen/rekening/${first(id)}`),
  wear: page('equipment.wear', () => '/spullen/afschrijving'),
  split: page('month.see', ({ id }) => `/maand/${first(id)}`),
  'split reversed': page('month.see', ({ on }) => `/maand/${monthOf(on)}`),
  'pots carried': page('month.see', ({ id }) => `/maand/${id}`),
  opening: page('opening.book', () => '/beginstand'),
  memorial: page('ledger.read', ({ entry }) => `/grootboek/boeking/${entry}`),
  'subsidy release': page('ledger.read', ({ entry }) => `/grootboek/boeking/${entry}`),
}

/** The address of the page of the fact that an entry books, or answers; null where it has none, or this role may not see it. */
export function sourceLink(source: SourceFact, role: Role): string | null {
  const found = PAGES[source.kind]
  return found && scopeOf(found.asks, role) ? found.at(source) : null
}
