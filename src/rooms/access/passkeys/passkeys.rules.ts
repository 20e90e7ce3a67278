/** Why a passkey must stay: without it nothing lets this person in, or the role asks for a second step and nothing else is one. */
export type MustStay = 'lastWayIn' | 'secondStep'

/** Whether a passkey may go, of `passkeys` that there are; null when it may. A code on paper is asked of a coach, so it does not count as a way in. */
export function mustStay(facts: {
  readonly passkeys: number
  readonly email: boolean
  readonly app: boolean
  readonly mustStepTwice: boolean
}): MustStay | null {
  if (facts.passkeys > 1) return null
  if (!facts.email) return 'lastWayIn'
  return facts.mustStepTwice && !facts.app ? 'secondStep' : null
}

/** Whether only a passkey opens the second step: who has one and no app would else be let in by mail alone, through a fresh app of whoever reads it. */
export function onlyPasskeyOpens(facts: { readonly halfway: boolean; readonly passkeys: number; readonly app: 'none' | 'begun' | 'proved' }): boolean {
  return facts.halfway && facts.passkeys > 0 && facts.app !== 'proved'
}
