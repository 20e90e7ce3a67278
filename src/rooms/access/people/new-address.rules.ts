/** What may be done with a new address. */
export type AddressStep = 'keep' | 'set' | 'prove' | 'refuse'

/**
 * An address that signs in is a way into everything: whoever may write it down for somebody else must not be able to move in by it. So it is set at
 * once only where nobody ever came in, the person has no role elsewhere, and the address is nobody's; an address that signs in is never emptied.
 */
export function nextAddressStep(facts: {
  readonly before: string | null
  readonly after: string | null
  readonly self: boolean
  readonly entered: boolean
  readonly elsewhere: boolean
  /** The new address belongs to somebody already. */
  readonly taken: boolean
}): AddressStep {
  if ((facts.before ?? '').toLowerCase() === (facts.after ?? '').toLowerCase()) return 'keep'
  const untouched = !facts.self && !facts.entered && !facts.elsewhere
  if (facts.after === null) return untouched ? 'set' : 'refuse'
  return untouched && !facts.taken ? 'set' : 'prove'
}
