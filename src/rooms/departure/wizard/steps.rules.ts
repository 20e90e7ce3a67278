import type { Day } from '#kit/day.ts'
import type { Equipment } from '#rooms/spending'
import { type Departure, type DepartureStanding, type Goal, STEPS, type StepAnswers, type StepName, type ThingChoice } from '../departure.rules.ts'

/** Where a departure stands. What was confirmed is closed once its statement is final. */
export function departureStanding({ moments, statements }: Pick<Departure, 'moments' | 'statements'>): DepartureStanding {
  if (moments.calledOff) return 'calledOff'
  if (moments.confirmed) return statements > 0 ? 'closed' : 'confirmed'
  return moments.agreed ? 'agreed' : 'running'
}

/** Steps that still wait for an answer, in their order. */
export function stepsOpen(answers: StepAnswers): readonly StepName[] {
  return STEPS.filter((step) => answers[step] === undefined)
}

/** The step after this one; null after the last, where the summary is. */
export function stepAfter(step: StepName): StepName | null {
  return STEPS[STEPS.indexOf(step) + 1] ?? null
}

/** How the register of members names where somebody went. */
export const DESTINATION_OF = {
  ownBusiness: 'ownEnterprise',
  bbz: 'ownEnterprise',
  job: 'paidWork',
  benefit: 'benefitWithoutCooperative',
  moves: 'unknown',
  other: 'unknown',
} as const satisfies Readonly<Record<Goal, string>>

type Thing = Pick<Equipment, 'owner' | 'standing'>

/** What may become of a thing: what is the member's own stays so; of the cooperative it is bought, given, or given back. What is gone is no matter any more. */
export function choicesFor(thing: Thing): readonly ThingChoice[] {
  if (thing.standing !== 'here' && thing.standing !== 'lent') return []
  return thing.owner === 'member' ? ['keep'] : ['giveBack', 'buy', 'given']
}

/** The step in the register of equipment that a choice is; null where nothing has to be written down. */
export function equipmentStep(thing: Thing, choice: ThingChoice): 'returned' | 'sold' | 'given' | null {
  if (choice === 'keep') return null
  if (choice === 'giveBack') return thing.standing === 'lent' ? 'returned' : null
  return choice === 'buy' ? 'sold' : 'given'
}

/** Whether a last day can be confirmed: the first day outside comes after it, and somebody cannot have left before the journey began. */
export function lastDayWrong(lastDay: Day, memberSince: Day | null): boolean {
  return memberSince !== null && lastDay < memberSince
}
