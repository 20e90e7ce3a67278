import { type Cents, largest, minus, smallest, sum, ZERO } from '#kit/money.ts'
import type { LateMonth } from '../consent.types.ts'

/** What of the money of a month may go to whoever left, in cents: all where no municipality has a say, else what it wrote last, never more than came. */
export function lateAllowed({ cents, waits, allowed }: LateMonth): Cents {
  return waits ? smallest(cents, allowed) : cents
}

/** What of all late money waits for a written answer, in cents (Participatiewet art. 32(2), 58(2)(f)). */
export function lateHeld(months: readonly LateMonth[]): Cents {
  return sum(months.map((each) => largest(ZERO, minus(each.cents, lateAllowed(each)))))
}

/** What the municipality allowed in writing of the months that wait for it, in cents. */
export function lateWritten(months: readonly LateMonth[]): Cents {
  return sum(months.filter((each) => each.waits).map(lateAllowed))
}
