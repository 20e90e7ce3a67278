import type { Instant } from '#kit/day.ts'

/** For how long a handing over can be taken back, as long as a letter waits. */
export const UNDO_MINUTES = 10

/** Whether a moment lies less than ten minutes after the handing over. */
export function mayBeUndone(at: Instant, now: Instant): boolean {
  return Temporal.Instant.compare(now, at.add({ minutes: UNDO_MINUTES })) < 0
}
