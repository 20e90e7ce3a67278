import { addDays, type Day, dayOf, type Instant } from '#kit/day.ts'
import type { OrganisationId, Role } from '#rooms/access'
import type { Topic } from '../links/profile.rules.ts'

/** Who of two organisations meet: those who speak for them, or two of one role. */
export const DESKS = ['organisation', 'treasurer', 'coach', 'caseManager'] as const
export type Desk = (typeof DESKS)[number]

/** How a meeting was. */
export const USEFUL = ['much', 'some', 'not'] as const
export type Useful = (typeof USEFUL)[number]

export type IntroductionAnswer = {
  readonly organisation: OrganisationId
  readonly yes: boolean
  readonly words: string | null
  readonly name: string
  readonly at: Instant
}

export type IntroductionWord = { readonly organisation: OrganisationId; readonly words: string; readonly name: string; readonly at: Instant }

/** Two organisations that may meet, with all that was said. */
export type Introduction = {
  readonly id: string
  readonly tenant: OrganisationId
  readonly other: OrganisationId
  /** One of both, or the network that proposed it. */
  readonly asker: OrganisationId
  readonly desk: Desk
  readonly topics: readonly Topic[]
  readonly words: string
  readonly askedName: string
  readonly askedAt: Instant
  readonly answers: readonly IntroductionAnswer[]
  readonly looks: readonly { readonly organisation: OrganisationId; readonly useful: Useful; readonly words: string | null; readonly at: Instant }[]
}

export type IntroductionStanding = 'waits' | 'declined' | 'withdrawn' | 'open' | 'done'

/** After how many days both are asked how it was. */
export const LOOK_BACK_DAYS = 30

/** Who has yet to say yes: both where the network proposes, otherwise the other. */
export function waitsFor(introduction: Introduction): OrganisationId[] {
  const { tenant, other, asker, answers } = introduction
  return [tenant, other].filter((each) => each !== asker && !answers.some(({ organisation }) => organisation === each))
}

/** The one of both that is not `own`. */
export function otherOf({ tenant, other }: Introduction, own: OrganisationId): OrganisationId {
  return tenant === own ? other : tenant
}

/** How an introduction stands. One no ends it; whoever asked takes it back by a no of their own; both looking back makes it done. */
export function introductionStanding(introduction: Introduction): IntroductionStanding {
  const no = introduction.answers.find(({ yes }) => !yes)
  if (no) return no.organisation === introduction.asker ? 'withdrawn' : 'declined'
  if (waitsFor(introduction).length > 0) return 'waits'
  return introduction.looks.length >= 2 ? 'done' : 'open'
}

/** The day on which the last of both said yes; null while it waits or was declined. */
export function openSince(introduction: Introduction): Day | null {
  const standing = introductionStanding(introduction)
  if (standing !== 'open' && standing !== 'done') return null
  const last = introduction.answers.reduce((latest, { at }) => (Temporal.Instant.compare(at, latest) > 0 ? at : latest), introduction.askedAt)
  return dayOf(last)
}

/** Whether an organisation may say how it was: a month after both said yes, and once. */
export function mayLookBack(introduction: Introduction, organisation: OrganisationId, today: Day): boolean {
  const since = openSince(introduction)
  return since !== null && addDays(since, LOOK_BACK_DAYS) <= today && !introduction.looks.some((look) => look.organisation === organisation)
}

/** How long what is said stays, in days: after the last word once both said yes, and after the last sign where they did not. */
export const INTRODUCTION_KEPT = { open: 365, otherwise: 90 } as const

/** The last day on which an introduction is kept; `lastWord` is when one of both last wrote. Every answer, word and look back counts as a sign of life. */
export function introductionKeptUntil(introduction: Introduction, lastWord: Instant | null): Day {
  const standing = introductionStanding(introduction)
  const moments = [
    introduction.askedAt,
    ...introduction.answers.map(({ at }) => at),
    ...introduction.looks.map(({ at }) => at),
    ...(lastWord ? [lastWord] : []),
  ]
  const last = moments.reduce((latest, at) => (Temporal.Instant.compare(at, latest) > 0 ? at : latest))
  return addDays(dayOf(last), standing === 'open' || standing === 'done' ? INTRODUCTION_KEPT.open : INTRODUCTION_KEPT.otherwise)
}

/** The desk of a role; null for a role that meets nobody. */
export function deskOf(role: Role): Desk | null {
  if (role === 'board' || role === 'policyAdviser') return 'organisation'
  return role === 'treasurer' || role === 'coach' || role === 'caseManager' ? role : null
}

/** What a first talk of an hour can be about, in order: who you are, each topic (three at the most), what went wrong, and what you agree. */
export function agendaOf(topics: readonly Topic[]): ('meet' | Topic | 'wrong' | 'agree')[] {
  return ['meet', ...topics.slice(0, 3), 'wrong', 'agree']
}
