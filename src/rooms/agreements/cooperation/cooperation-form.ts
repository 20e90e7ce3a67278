import type { Day } from '#kit/day.ts'
import { anyAmount, choice, dayField, formTexts, many, optional, percentage, text, z } from '#kit/form.ts'
import type { Cents } from '#kit/money.ts'
import { COST_KINDS } from '#rooms/organisations'
import type { Bound } from '../bounds/bounds.rules.ts'
import { type Base, RECEIVERS, type Receiver } from '../dividing/language.rules.ts'

export const BOUND_KINDS = ['atLeast', 'atMost', 'forbidden', 'potLevel'] as const
/** How many bounds on receivers one form holds. */
export const BOUND_PLACES = [0, 1, 2] as const

const perBound = () => ({
  receiver: optional(choice(RECEIVERS)),
  kind: choice(BOUND_KINDS),
  share: optional(percentage()),
  base: choice(['result', 'turnover']),
  over: optional(anyAmount()),
  level: optional(anyAmount()),
})

type Sent = {
  receiver: Receiver | null
  kind: (typeof BOUND_KINDS)[number]
  share: bigint | null
  base: Exclude<Base, 'remainder'>
  over: Cents | null
  level: Cents | null
}

export type CooperationForm = { readonly municipality: string; readonly from: Day; readonly until: Day | null; readonly bounds: readonly Bound[] }

/** The form of an agreement with a municipality; a bound counts when somebody is chosen. */
export const cooperationForm: z.ZodType<CooperationForm> = z
  .object({
    municipality: text(40),
    from: dayField(),
    until: optional(dayField()),
    kinds: many(choice(COST_KINDS)),
    loss: choice(['free', 'carried', 'notCarried']),
    ...Object.fromEntries(BOUND_PLACES.flatMap((n) => Object.entries(perBound()).map(([name, field]) => [`b${n}-${name}`, field]))),
  })
  .transform((sent, context) => {
    const values = sent as Readonly<Record<string, unknown>>
    const bounds: Bound[] = BOUND_PLACES.flatMap((n): Bound[] => {
      const bound = Object.fromEntries(Object.keys(perBound()).map((name) => [name, values[`b${n}-${name}`]])) as Sent
      const missing = (name: string): Bound[] => {
        context.addIssue({ code: 'custom', path: [`b${n}-${name}`], message: formTexts.required })
        return []
      }
      if (!bound.receiver) return []
      if (bound.kind === 'forbidden') return [{ kind: 'forbidden', receiver: bound.receiver }]
      if (bound.kind === 'potLevel') {
        if (bound.receiver !== 'business' && bound.receiver !== 'development') return missing('receiver')
        return bound.level === null ? missing('level') : [{ kind: 'potLevel', receiver: bound.receiver, level: bound.level }]
      }
      if (bound.share === null) return missing('share')
      const threshold = bound.over === null ? null : ({ kind: 'excess', over: bound.over } as const)
      return [{ kind: bound.kind, receiver: bound.receiver, base: bound.base, share: bound.share, threshold }]
    })
    const kinds = values.kinds as readonly string[]
    return {
      municipality: sent.municipality,
      from: sent.from,
      until: sent.until ?? null,
      bounds: [
        ...bounds,
        ...(kinds.length > 0 ? [{ kind: 'costs' as const, kinds }] : []),
        ...(sent.loss === 'free' ? [] : [{ kind: 'loss' as const, carried: sent.loss === 'carried' }]),
      ],
    }
  })
