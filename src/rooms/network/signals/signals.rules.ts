import { addDays, type Day } from '#kit/day.ts'

/** What a cooperative can let the network see, each by its own choice. */
export const SIGNALS = ['entry', 'treasurer', 'agreement', 'questions'] as const
export type SignalKind = (typeof SIGNALS)[number]

/** Something that a friendly call may help with, and from which day on it is so. */
export type Signal = { readonly kind: SignalKind; readonly since: Day }

/** So long before its last day an agreement is worth a talk: our proposal. */
export const AGREEMENT_DAYS = 90

/** What the program of a cooperative knows of it. */
export type SignalFacts = {
  /** From which day on the own entry in the public list is old; null while it is not, or where there is none. */
  readonly entryOldOn: Day | null
  /** Whether somebody is treasurer today, and the last day on which somebody was before; null where nobody ever was. */
  readonly treasurer: { readonly now: boolean; readonly lastDay: Day | null }
  /** Until when each municipality and the cooperative are bound by what both signed; null for no end. */
  readonly agreedUntil: readonly (Day | null)[]
  /** The last days of questions that wait for the cooperative. */
  readonly answersBefore: readonly Day[]
}

/** Which signals there are on a day, each from its first day on. */
export function signalsOn(facts: SignalFacts, today: Day): Signal[] {
  const first = (days: readonly Day[]) => days.toSorted()[0] ?? null
  const since: Readonly<Record<SignalKind, Day | null>> = {
    entry: facts.entryOldOn,
    treasurer: facts.treasurer.now || facts.treasurer.lastDay === null ? null : addDays(facts.treasurer.lastDay, 1),
    agreement: first(facts.agreedUntil.flatMap((until) => (until === null ? [] : [addDays(until, -AGREEMENT_DAYS)]))),
    questions: first(facts.answersBefore.map((last) => addDays(last, 1))),
  }
  return SIGNALS.flatMap((kind) => {
    const day = since[kind]
    return day !== null && day <= today ? [{ kind, since: day }] : []
  })
}
