import type { Day } from '#kit/day.ts'
import { type Cents, fraction, minus, ZERO } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'

/** How a thing of which nobody hears any more went. */
export const ENDINGS = ['sold', 'lost', 'given'] as const
export type Ending = (typeof ENDINGS)[number]
/** `undone` takes back that a thing is gone: the step before it does not count either. */
export const STEPS = ['lent', 'returned', ...ENDINGS, 'undone'] as const
export type StepKind = (typeof STEPS)[number]
export const EQUIPMENT_STANDINGS = ['here', 'lent', ...ENDINGS] as const
export type EquipmentStanding = (typeof EQUIPMENT_STANDINGS)[number]

/** Who owns a thing: the cooperative, or the member for whom it was booked as costs. */
export const OWNERS = ['cooperative', 'member'] as const
export type Owner = (typeof OWNERS)[number]

export type Step = { readonly kind: StepKind; readonly member: MemberId | null; readonly on: Day; readonly note: string | null }

/** Where a thing stands, from its steps in the order in which they were written. */
export function standingOf(steps: readonly Pick<Step, 'kind'>[]): EquipmentStanding {
  const last = stepsThatCount(steps).at(-1)?.kind ?? 'returned'
  return last === 'returned' || last === 'undone' ? 'here' : last
}

/** The steps without those that were taken back, and without the taking back itself. */
export function stepsThatCount<S extends Pick<Step, 'kind'>>(steps: readonly S[]): readonly S[] {
  const counting: S[] = []
  for (const step of steps) {
    if (step.kind === 'undone') counting.pop()
    else counting.push(step)
  }
  return counting
}

/** Whether a step may follow: a thing is lent when it is here, brought back when it is lent, and gone once. */
export function mayStep(standing: EquipmentStanding, step: StepKind): boolean {
  if (step === 'undone') return standing !== 'here' && standing !== 'lent'
  if (standing !== 'here' && standing !== 'lent') return false
  if (step === 'lent') return standing === 'here'
  return step === 'returned' ? standing === 'lent' : true
}

/** Who owns a thing, from how its purchase was booked: equipment is the cooperative's, costs are of the member. */
export function ownerOf(bookedAs: 'cost' | 'equipment'): Owner {
  return bookedAs === 'equipment' ? 'cooperative' : 'member'
}

/**
 * What a thing is worth on a day by equal parts a month over its years, in cents: an indication, never below zero and never above what it cost. Nothing of
 * this is booked.
 */
export function worthOn(thing: { readonly value: Cents; readonly boughtOn: Day; readonly years: number }, on: Day): Cents {
  const span = thing.years * 12
  const months = Math.min(span, Math.max(0, wholeMonths(thing.boughtOn, on)))
  return months === span ? ZERO : minus(thing.value, fraction(thing.value, BigInt(months), BigInt(span)))
}

function wholeMonths(from: Day, to: Day): number {
  const [a, b] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))) as [number, number]
  return b - a - (to.slice(8) < from.slice(8) ? 1 : 0)
}
