import type { Day } from '#kit/day.ts'
import type { Tone } from '#ui/parts.tsx'
import type { OpenInvoice } from '../invoicing.types.ts'
import type { PageTexts } from './texts.ts'

/** Where an invoice stands, in a word and a tone. */
export function stateOf(invoice: OpenInvoice, today: Day, words: PageTexts): { readonly word: string; readonly tone: Tone } {
  if (invoice.kind === 'credit-note') return { word: words.state.credit, tone: 'plain' }
  if (invoice.open < 0n) return { word: words.state.refund, tone: 'warn' }
  if (invoice.open === 0n) {
    if (invoice.writtenOff > 0n) return { word: words.state.writtenOff, tone: 'wrong' }
    return invoice.received > 0n ? { word: words.state.paid, tone: 'ok' } : { word: words.state.settled, tone: 'plain' }
  }
  if (invoice.dueOn && invoice.dueOn < today) return { word: words.state.late, tone: 'warn' }
  return invoice.received > 0n ? { word: words.state.part, tone: 'wait' } : { word: words.state.open, tone: 'wait' }
}
