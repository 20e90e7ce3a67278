import type { Day } from '#kit/day.ts'

/** Who may be asked to look along. */
export const PARTNER_KINDS = ['debtCounsellor', 'administrator', 'languageBuddy', 'uwv', 'care', 'other'] as const
export type PartnerKind = (typeof PARTNER_KINDS)[number]

/** What may be shown, each as a copy of the day on which it was chosen. */
export const PIECE_KINDS = ['actionPlan', 'monthStatement', 'pots', 'consentLetter', 'hours'] as const
export type PieceKind = (typeof PIECE_KINDS)[number]

/** The longest that somebody may look along without being asked anew. */
export const PARTNER_DAYS = 366

/** Where looking along stands: still to be sent by the member, running, over since its last day, or stopped. */
export type PartnerStanding = 'draft' | 'running' | 'over' | 'stopped'

/** Where it stands on a day; the last day itself still counts. */
export function partnerStanding(facts: { readonly sent: boolean; readonly stopped: boolean; readonly until: Day }, on: Day): PartnerStanding {
  if (facts.stopped) return 'stopped'
  if (facts.until < on) return 'over'
  return facts.sent ? 'running' : 'draft'
}
