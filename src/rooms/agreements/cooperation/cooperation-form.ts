import type { Day } from '#kit/day.ts'
import { anyAmount, choice, dayField, formTexts, many, optional, percentage, text, z } from '#kit/form.ts'
import type { Cents } from '#kit/money.ts'
import { COST_KINDS } from '#rooms/organisations'
import type { Bound } from '../bounds/bounds.rules.ts'
import { type Base, RECEIVERS, type Receiver } from '../dividing/language.rules.ts'

export const BOUND_KINDS = ['atLeast', 'atMost', 'forbidden', 'potLevel'] as const
/** How many bounds on receivers one form shows at once, and how many more lie folded under them. */
export const BOUND_PLACES = [0, 1, 2] as const
export const MORE_PLACES = [3, 4, 5, 6, 7, 8, 9] as const
const PLACES = [...BOUND_PLACES, ...MORE_PLACES]
export const THRESHOLD_KINDS = ['excess', 'gate'] as const

const perBound = () => ({
  receiver: optional(choice(RECEIVERS)),
  kind: optional(choice(BOUND_KINDS)),
  share: optional(percentage()),
  base: optional(choice(['result', 'turnover'])),
  over: optional(anyAmount()),
  threshold: optional(choice(THRESHOLD_KINDS)),
  level: optional(anyAmount()),
})

type Sent = {
  receiver: Receiver | null
  kind: (typeof BOUND_KINDS)[number] | null
  share: bigint | null
  base: Exclude<Base, 'remainder'> | null
  over: Cents | null
  threshold: (typeof THRESHOLD_KINDS)[number] | null
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
    ...Object.fromEntries(PLACES.flatMap((n) => Object.entries(perBound()).map(([name, field]) => [`b${n}-${name}`, field]))),
  })
  .transform((sent, context) => {
    const values = sent as Readonly<Record<string, unknown>>
    const bounds: Bound[] = PLACES.flatMap((n): Bound[] => {
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
      const threshold = bound.over === null ? null : { kind: bound.threshold ?? 'excess', over: bound.over }
      return [{ kind: bound.kind ?? 'atLeast', receiver: bound.receiver, base: bound.base ?? 'result', share: bound.share, threshold }]
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

/** What a place of the form shows for a bound of an earlier version: text by the name of its field. */
export function fieldsOf(bound: Bound | undefined): Readonly<Record<string, string>> {
  if (!bound || !('receiver' in bound)) return {}
  const { kind, receiver } = bound
  if (kind === 'forbidden') return { kind, receiver }
  if (kind === 'potLevel') return { kind, receiver, level: typedCents(bound.level) }
  const threshold = bound.threshold ? { over: typedCents(bound.threshold.over), threshold: bound.threshold.kind } : {}
  return { kind, receiver, base: bound.base, share: String(Number(bound.share) / 100).replace('.', ','), ...threshold }
}

function typedCents(cents: Cents): string {
  return `${cents / 100n},${String(cents % 100n).padStart(2, '0')}`
}
