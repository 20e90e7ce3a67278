import type { Instant } from '#kit/day.ts'

/** How an invitation ended: a case manager took it, or the member took it back. */
export type InvitationEnd = { readonly what: 'taken' | 'withdrawn'; readonly at: Instant; readonly by: string | null }

/** Where an invitation stands. */
export type InvitationStanding = 'waits' | 'taken' | 'withdrawn'

/** Where an invitation stands; it can still be taken back only while it waits. */
export function invitationStanding(end: InvitationEnd | null): InvitationStanding {
  return end?.what ?? 'waits'
}

/** Whether a member may send another one now: one at a time, and none where somebody of that municipality took one before. */
export function mayInvite(
  before: readonly { readonly municipality: string; readonly end: InvitationEnd | null }[],
  municipality: string,
): 'yes' | 'waits' | 'taken' {
  const there = before.filter((each) => each.municipality === municipality).map(({ end }) => invitationStanding(end))
  if (there.includes('waits')) return 'waits'
  return there.includes('taken') ? 'taken' : 'yes'
}
