import { addDays, type Day } from '#kit/day.ts'
import type { JourneyStep } from '../journey.rules.ts'

/** One time somebody belonged to the cooperative: as an aspirant from the trial on, as a member from admission on; until is the last day. */
export type MemberTerm = { readonly aspirantFrom: Day | null; readonly memberFrom: Day | null; readonly until: Day | null }

/** How somebody belongs to the cooperative on a day. Whoever only showed interest or applied does not yet. */
export type MemberClass = 'aspirant' | 'member' | 'former'

/** Each time somebody belonged, oldest first; a person who left and came back has two. */
export function termsOf(steps: readonly JourneyStep[], on: Day): MemberTerm[] {
  const terms: MemberTerm[] = []
  let now: MemberTerm | null = null
  for (const step of steps.filter((each) => each.on <= on)) {
    if (step.stage === 'trial') now ??= { aspirantFrom: step.on, memberFrom: null, until: null }
    if (step.stage === 'member') now = { aspirantFrom: now?.aspirantFrom ?? null, memberFrom: now?.memberFrom ?? step.on, until: null }
    // A step says the first day outside; a register says the last day inside.
    if (step.stage === 'former' && now) {
      terms.push({ ...now, until: addDays(step.on, -1) })
      now = null
    }
  }
  return now ? [...terms, now] : terms
}

/** The class of somebody with these terms; null for whoever never belonged. */
export function classOf(terms: readonly MemberTerm[]): MemberClass | null {
  const last = terms.at(-1)
  if (!last) return null
  if (last.until !== null) return 'former'
  return last.memberFrom === null ? 'aspirant' : 'member'
}
