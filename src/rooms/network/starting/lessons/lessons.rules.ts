/** Who may read a lesson. */
export const LESSON_AUDIENCES = ['everybody', 'cooperatives', 'municipalities'] as const
export type LessonAudience = (typeof LESSON_AUDIENCES)[number]

/** A lesson is a thought, not a report. */
export const LESSON_LENGTH = 400

/** How many one organisation leaves at a step: more is for the knowledge base. */
export const LESSONS_A_STEP = 3

export type LessonStanding = 'waits' | 'shown' | 'sentBack'

/** How a lesson stands: it waits until the network read it. */
export function lessonStanding(verdict: { readonly yes: boolean } | null): LessonStanding {
  if (!verdict) return 'waits'
  return verdict.yes ? 'shown' : 'sentBack'
}

/** Whether a lesson is meant for an organisation of this kind. */
export function meantFor(audience: LessonAudience, kind: 'cooperative' | 'municipality'): boolean {
  return audience === 'everybody' || audience === (kind === 'cooperative' ? 'cooperatives' : 'municipalities')
}
