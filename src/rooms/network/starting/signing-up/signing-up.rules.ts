/** Who can begin: people with a plan, who get a start path at once, or a municipality, which the network lets in first. */
export const SIGN_UP_KINDS = ['initiative', 'municipality'] as const
export type SignUpKind = (typeof SIGN_UP_KINDS)[number]

/** How long a sign-up is kept, in days: of a plan, and of a municipality that waits for the network or was answered. */
export const SIGN_UP_KEPT = { initiative: 7, municipality: 60 } as const

/** How often one address may want to begin in a week: a second plan is a mistake, a fourth is a program. */
export const SIGN_UPS_A_WEEK = 3

export type SignUpStanding = 'unproved' | 'begun' | 'waits' | 'accepted' | 'declined'

/** How a sign-up stands: nothing happens before the address proved itself; then a plan begins, and a municipality waits for the network. */
export function signUpStanding(signUp: { readonly kind: SignUpKind; readonly proved: boolean; readonly accepted: boolean | null }): SignUpStanding {
  if (!signUp.proved) return 'unproved'
  if (signUp.kind === 'initiative') return 'begun'
  if (signUp.accepted === null) return 'waits'
  return signUp.accepted ? 'accepted' : 'declined'
}
