import type { Day, Instant } from '#kit/day.ts'

/** A question at a step that the network answers: its number, the last day, and who at the network sees to it. */
export type StepQuestion = {
  readonly id: string
  readonly nr: string
  /** The organisation that asks. */
  readonly tenant: string
  readonly step: string
  readonly words: string
  readonly askedAt: Instant
  readonly lastDay: Day
  readonly answeredAt: Instant | null
  readonly holder: string | null
}

export type StepQuestionStanding = 'new' | 'taken' | 'late' | 'answered'

/** Where a question stands on a day: late counts from the day after the last. */
export function stepQuestionStanding(question: Pick<StepQuestion, 'lastDay' | 'answeredAt' | 'holder'>, on: Day): StepQuestionStanding {
  if (question.answeredAt) return 'answered'
  if (question.lastDay < on) return 'late'
  return question.holder ? 'taken' : 'new'
}

/** How a question is called: the year in which it was asked and its place in it. */
export function numberOf(year: number, place: number): string {
  return `S-${year}-${String(place).padStart(4, '0')}`
}
