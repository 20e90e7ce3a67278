/** Kinds of which somebody can send a receipt. */
export const RECEIPT_KINDS = ['material', 'tools', 'stall', 'travel', 'phone', 'training', 'insurance', 'rent', 'promotion', 'other'] as const

/** Kinds of costs, by the code that receipts, consents and agreements share; work of another member has no receipt. */
export const COST_KINDS = [...RECEIPT_KINDS, 'memberWork'] as const
export type CostKind = (typeof COST_KINDS)[number]

/** Whether a code is one of the kinds of costs. */
export function isCostKind(code: string): code is CostKind {
  return (COST_KINDS as readonly string[]).includes(code)
}
