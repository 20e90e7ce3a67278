import type { Day } from '#kit/day.ts'
import { choice, dayField, many, optional, optionalProse, wholeNumber, z } from '#kit/form.ts'
import { isStep, PLAN_FIELDS, PLAN_STEPS, PLAN_WORDS, type PlanChange, type PlanField, STEP_ACTORS, type StepActor } from './plan.rules.ts'

const shape: Record<string, z.ZodType> = { seen: wholeNumber(), review: optional(dayField()) }
for (const field of PLAN_WORDS) shape[field] = optionalProse(2000)
for (const step of PLAN_STEPS) {
  shape[step] = optionalProse(300)
  shape[`${step}Who`] = optional(choice(STEP_ACTORS))
  shape[`${step}Due`] = optional(dayField())
}
for (const field of PLAN_FIELDS) {
  shape[`${field}Base`] = optional(wholeNumber())
  shape[`${field}Settles`] = many(wholeNumber())
}

/** The form of a plan: each part with the text that its writer had seen. */
export const PlanForm = z.object(shape)

export type PlanTyped = z.infer<typeof PlanForm>

/** What was sent, part by part; a part that the page did not show is no change. */
export function changesIn(typed: PlanTyped): { readonly changes: PlanChange[]; readonly seen: number } {
  const shown = PLAN_FIELDS.filter((field) => typed[`${field}Base`] !== null)
  return { changes: shown.map((field) => changeOf(typed, field)), seen: typed.seen as number }
}

function changeOf(typed: PlanTyped, field: PlanField): PlanChange {
  const words = field === 'review' ? '' : ((typed[field] as string | null) ?? '')
  const dated = field === 'review' ? typed.review : isStep(field) && words !== '' ? typed[`${field}Due`] : null
  return {
    field,
    base: typed[`${field}Base`] as number,
    value: { words, who: isStep(field) && words !== '' ? (typed[`${field}Who`] as StepActor | null) : null, due: (dated as Day | null) ?? null },
    settles: typed[`${field}Settles`] as number[],
  }
}
