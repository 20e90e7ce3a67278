import { addDays, type Day } from '#kit/day.ts'

/** A path that nobody touched is told after five months, and wiped a month after that: half a year in all. */
export const QUIET_TOLD_DAYS = 152
export const QUIET_WIPED_DAYS = 182
const BETWEEN = QUIET_WIPED_DAYS - QUIET_TOLD_DAYS

/** What to do about a path on a day: leave it, tell that it stands still, or wipe it. It is never wiped within a month of telling. */
export function quietStanding(touchedOn: Day, toldOn: Day | null, today: Day): 'leave' | 'tell' | 'wipe' {
  const told = toldOn !== null && toldOn >= touchedOn ? toldOn : null
  if (told === null) return addDays(touchedOn, QUIET_TOLD_DAYS) <= today ? 'tell' : 'leave'
  return addDays(touchedOn, QUIET_WIPED_DAYS) <= today && addDays(told, BETWEEN) <= today ? 'wipe' : 'leave'
}
