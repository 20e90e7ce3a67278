import type { SameTexts } from '#kit/text.ts'
import type { Tone } from '#ui/parts.tsx'
import type { nl as promises } from './promises/promises.nl.ts'
import type { nl } from './spending.nl.ts'
import type { ReceiptStanding, RequestStanding } from './spending.rules.ts'

export type Words = SameTexts<typeof nl>
export type PromiseWords = SameTexts<typeof promises>

const RECEIPT: Readonly<Record<ReceiptStanding, Tone>> = {
  waiting: 'wait',
  askedBack: 'warn',
  answered: 'wait',
  accepted: 'ok',
  onDevelopment: 'info',
  rejected: 'plain',
}
const REQUEST: Readonly<Record<RequestStanding, Tone>> = {
  asked: 'wait',
  approved: 'ok',
  promised: 'info',
  refused: 'plain',
  takenBack: 'plain',
  cancelled: 'plain',
  bought: 'ok',
}

export function receiptTone(standing: ReceiptStanding): Tone {
  return RECEIPT[standing]
}

export function requestTone(standing: RequestStanding): Tone {
  return REQUEST[standing]
}

/** The kinds of costs with a picture that says the same. */
export const KIND_ICONS = {
  material: 'spool',
  tools: 'tool',
  stall: 'shop',
  travel: 'bus',
  phone: 'phone',
  training: 'book',
  insurance: 'shield',
  rent: 'home',
  promotion: 'flag',
  other: 'list',
} as const
