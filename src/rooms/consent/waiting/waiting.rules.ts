import type { Day } from '#kit/day.ts'
import { type ConsentEvent, effect, procedure } from '../consent.rules.ts'

/**
 * What the money of work that was sold without consent waits for: a decision of the municipality, its release by the treasurer (a consent counts on
 * all of its days by now), or neither: what was decided does not count on those days.
 */
export type WaitsFor = 'decision' | 'release' | 'uncovered'

/** For one member at one cooperative, over everything asked of the municipality. */
export function waitsFor(asked: readonly (readonly ConsentEvent[])[], days: readonly Day[], today: Day): WaitsFor {
  if (days.every((on) => asked.some((events) => effect(events, on) === 'inForce'))) return 'release'
  return asked.some((events) => ['waiting', 'incomplete'].includes(procedure(events, today))) ? 'decision' : 'uncovered'
}
