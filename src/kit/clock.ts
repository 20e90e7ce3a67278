import { type Day, dayOf, type Instant } from './day.ts'

/** Time is passed in: an action reads the clock of its permit, never the machine's. */
export type Clock = { readonly now: () => Instant }

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

export function today(clock: Clock): Day {
  return dayOf(clock.now())
}

export type MovableClock = Clock & { readonly set: (at: Instant) => void }

/** A clock that stands still until it is set, for the demo year and for tests. */
export function movableClock(at: Instant): MovableClock {
  let current = at
  return {
    now: () => current,
    set: (next) => {
      current = next
    },
  }
}
