import type { Effect, Procedure } from '#rooms/consent'

/** Whether a municipality has a part in the plan of a resident: while a request waits there, or a consent runs, will run or stands still. */
export function hasPart(procedure: Procedure, effect: Effect): boolean {
  return procedure === 'waiting' || procedure === 'incomplete' || effect === 'upcoming' || effect === 'inForce' || effect === 'suspended'
}
