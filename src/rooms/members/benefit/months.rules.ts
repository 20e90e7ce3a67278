import { addDays, type Day, firstDay, lastDay, type Month } from '#kit/day.ts'
import type { BenefitSource } from '../benefit.rules.ts'

/** How the benefit stood in a month: of the municipality on some day, unknown on some day, of the UWV, or none on all days. */
export type MonthBenefit = 'assistance' | 'unknown' | 'uwv' | 'none'

/** How the benefit stood in a month. One day with a benefit of the municipality makes it a month with one, and silence is no answer; from before the books nobody knows. */
export function benefitIn(month: Month | null, sourceOn: (on: Day) => BenefitSource): MonthBenefit {
  if (month === null) return 'unknown'
  const sources = new Set<BenefitSource>()
  for (let on = firstDay(month); on <= lastDay(month); on = addDays(on, 1)) sources.add(sourceOn(on))
  if (sources.has('participatiewetOwn') || sources.has('participatiewetJoint') || sources.has('ioawIoaz')) return 'assistance'
  if (sources.has('unknown')) return 'unknown'
  return sources.has('uwv') ? 'uwv' : 'none'
}

/** Whether money of a month waits for the municipality: deferred income belongs to the month in which it was earned (Participatiewet art. 32(2)), and may be reclaimed (58(2)(f)). */
export function waitsForAnswer(benefit: MonthBenefit): boolean {
  return benefit === 'assistance' || benefit === 'unknown'
}
