import type { Day, Instant } from '#kit/day.ts'

/** How many steps a plan holds; a page with more is not read. */
const STEPS = 12

export const PLAN_WORDS = ['goal', 'strengths', 'support', 'agreements'] as const
export type PlanStep = `step${number}`
/** The parts of a plan: each is written, merged and kept by itself. */
export type PlanField = (typeof PLAN_WORDS)[number] | 'review' | PlanStep

export const PLAN_STEPS: readonly PlanStep[] = Array.from({ length: STEPS }, (_, nr): PlanStep => `step${nr + 1}`)
export const PLAN_FIELDS: readonly PlanField[] = [...PLAN_WORDS, 'review', ...PLAN_STEPS]

export const STEP_ACTORS = ['member', 'coach', 'municipality', 'other'] as const
/** Who takes a step. */
export type StepActor = (typeof STEP_ACTORS)[number]

/** What stands in a part: words; of a step also who takes it and when; of the next talk only the day. */
export type PlanValue = { readonly words: string; readonly who: StepActor | null; readonly due: Day | null }

export const NOTHING_WRITTEN: PlanValue = { words: '', who: null, due: null }

/** A text as it was written: never changed, never thrown away. */
export type PlanText = {
  /** Counts over the whole plan, in the order in which texts came. */
  readonly nr: number
  readonly field: PlanField
  /** The text that the writer had seen in this part; 0 where there was none. */
  readonly base: number
  readonly value: PlanValue
  /** Somebody else had changed the part meanwhile: this text stands beside that one until somebody works it in. */
  readonly beside: boolean
  /** Texts beside, that the writer of this one had seen and worked in. */
  readonly settles: readonly number[]
}

/** With who wrote it and when. */
export type WrittenText = PlanText & { readonly role: string; readonly mine: boolean; readonly at: Instant }

/** What somebody sends of one part. `settles`: the texts beside it that were shown, and ticked as worked in. */
export type PlanChange = { readonly field: PlanField; readonly base: number; readonly value: PlanValue; readonly settles: readonly number[] }

/** Where a part stands: its text, and texts beside it that nobody worked in yet. */
export type FieldState<T extends PlanText = PlanText> = { readonly head: T | null; readonly besides: readonly T[] }

/** Where one part stands after everything that was written. */
export function stateOf<T extends PlanText>(texts: readonly T[], field: PlanField): FieldState<T> {
  const own = texts.filter((each) => each.field === field)
  const settled = new Set(own.flatMap((each) => each.settles))
  return { head: own.findLast((each) => !each.beside) ?? null, besides: own.filter((each) => each.beside && !settled.has(each.nr)) }
}

/**
 * What a change becomes, as a text with the next number; null where nothing was changed. A change of what the writer had seen is the new text. Where somebody else
 * changed the part meanwhile it stands beside that one, and a new step moves to a free place: nothing that was typed disappears.
 */
export function placed(texts: readonly PlanText[], change: PlanChange): PlanText | null {
  const { head, besides } = stateOf(texts, change.field)
  const settles = change.settles.filter((nr) => besides.some((each) => each.nr === nr))
  const nr = Math.max(0, ...texts.map((each) => each.nr)) + 1
  const seen = texts.find((each) => each.nr === change.base && each.field === change.field)?.value ?? NOTHING_WRITTEN
  const current = change.base === (head?.nr ?? 0)
  const asNew = { ...change, nr, beside: false, settles }
  if (isSame(change.value, head?.value ?? NOTHING_WRITTEN)) return current && settles.length > 0 ? asNew : null
  if (current) return asNew
  if (isSame(change.value, seen)) return null
  if (besides.some((each) => isSame(each.value, change.value))) return null
  const free = isStep(change.field) && change.base === 0 ? freeStep(texts) : null
  return free ? { ...change, nr, field: free, beside: false, settles: [] } : { ...change, nr, beside: true, settles: [] }
}

/** Everything that was sent at once, part by part: what becomes of each, in order. */
export function merged(texts: readonly PlanText[], changes: readonly PlanChange[]): PlanText[] {
  const added: PlanText[] = []
  for (const change of changes) {
    const text = placed([...texts, ...added], change)
    if (text) added.push(text)
  }
  return added
}

/** What others wrote after the last text that somebody saw. */
export function newFor<T extends WrittenText>(texts: readonly T[], seen: number): T[] {
  return texts.filter((each) => each.nr > seen && !each.mine)
}

/** The plan as it reads now: filled steps only, in their order. */
export function readable(texts: readonly PlanText[]): {
  readonly words: Readonly<Record<(typeof PLAN_WORDS)[number], string>>
  readonly steps: readonly PlanValue[]
  readonly review: Day | null
} {
  const standing = (field: PlanField) => stateOf(texts, field).head?.value ?? NOTHING_WRITTEN
  return {
    words: Object.fromEntries(PLAN_WORDS.map((field) => [field, standing(field).words])) as Record<(typeof PLAN_WORDS)[number], string>,
    steps: PLAN_STEPS.map(standing).filter(({ words }) => words !== ''),
    review: standing('review').due,
  }
}

/** Whether a part holds a step. */
export function isStep(field: PlanField): field is PlanStep {
  return field.startsWith('step')
}

export function isSame(a: PlanValue, b: PlanValue): boolean {
  return a.words === b.words && a.who === b.who && a.due === b.due
}

function freeStep(texts: readonly PlanText[]): PlanStep | null {
  return PLAN_STEPS.find((step) => !texts.some(({ field }) => field === step)) ?? null
}
