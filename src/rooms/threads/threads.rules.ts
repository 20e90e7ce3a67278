import type { Day } from '#kit/day.ts'
import type { SameTexts } from '#kit/text.ts'
import type { nl } from './threads.nl.ts'

/** What a question can be about. */
export const THREAD_KINDS = ['request', 'statement', 'receiptTotal', 'payOut', 'drawnThing', 'condition', 'startStep'] as const
export type ThreadKind = (typeof THREAD_KINDS)[number]

export type ThreadTexts = SameTexts<typeof nl>

export type ThreadStanding = 'waiting' | 'late' | 'answered' | 'closed'

/** Where a question stands on a day. An answer that is late is still an answer. */
export function threadStanding(thread: { readonly answer: unknown; readonly closedAt: unknown; readonly lastDay: Day }, on: Day): ThreadStanding {
  if (thread.answer) return 'answered'
  if (thread.closedAt) return 'closed'
  return thread.lastDay < on ? 'late' : 'waiting'
}
