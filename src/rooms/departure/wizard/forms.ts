import { choice, dayField, many, optionalProse, text, ticked, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { DATA_PARTS, GOALS, STEPS, type StepAnswers, type StepName, THING_CHOICES, type ThingChoice } from '../departure.rules.ts'

const WHO = ['treasurer', 'coach'] as const
const JOBS = ['none', 'finished', 'handedOver', 'calledOff'] as const

/** The form of each step, and how it becomes the answer that is kept. */
const FORMS = {
  destination: z.object({ goal: choice(GOALS), note: optionalProse(500) }),
  lastDay: z.object({ on: dayField() }),
  invoices: z.object({ by: choice(WHO), note: optionalProse(500) }),
  jobs: z.object({ what: choice(JOBS), note: optionalProse(500) }),
  customers: z.object({ along: many(text(40)), agreed: ticked() }),
  equipment: z
    .object({ note: optionalProse(500) })
    .catchall(z.unknown())
    .transform(({ note, ...rest }) => ({ note, things: thingsIn(rest) })),
  pots: z.object({ wish: optionalProse(500) }).transform(({ wish }) => ({ read: true as const, wish })),
  data: z.object({ parts: many(choice(DATA_PARTS)) }),
  followUp: z.object({ agrees: choice(['ja', 'nee']) }).transform(({ agrees }) => ({ agrees: agrees === 'ja' })),
} as const

/** The form of a step. */
export function formOf(step: StepName): z.ZodType<NonNullable<StepAnswers[StepName]>> {
  return FORMS[step] as unknown as z.ZodType<NonNullable<StepAnswers[StepName]>>
}

/** The step an address names; null for a word that is none. */
export function stepIn(word: string): StepName | null {
  return STEPS.find((step) => SLUGS[step] === word) ?? null
}

/** The Dutch words of the addresses. */
export const SLUGS: Readonly<Record<StepName, string>> = {
  destination: 'waarheen',
  lastDay: 'laatste-dag',
  invoices: 'facturen',
  jobs: 'werk',
  customers: 'klanten',
  equipment: 'spullen',
  pots: 'budgetten',
  data: 'gegevens',
  followUp: 'later',
}

function thingsIn(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, ThingChoice>> {
  const chosen = Object.entries(fields).flatMap(([id, value]) => {
    const choice = THING_CHOICES.find((each) => each === value)
    return isId(id) && choice ? [[id, choice] as const] : []
  })
  return Object.fromEntries(chosen)
}
