import type { Day, Month } from '#kit/day.ts'
import { type Cents, cents } from '#kit/money.ts'
import type { Receiver } from '#rooms/agreements'
import { ENOUGH, type Outcome, type Pair, type Side } from './outcome.rules.ts'
import type { Asked } from './whatif.ts'

export type Sides = Readonly<Record<Side, Pair>>

/** An outcome as it is shared: figures and rules, no names, and nothing of one person or of fewer than five (domain 2.12). */
export type Frozen = {
  readonly cooperative: string
  readonly number: number
  readonly today: number | null
  readonly source: Asked['source']
  readonly months: readonly Month[]
  readonly sharedOn: Day
  readonly base: Cents
  readonly lines: readonly (Pair & { readonly receiver: Receiver | 'undivided' })[]
  readonly sides: Sides
  readonly mostChanged: readonly { readonly month: Month; readonly moved: Cents; readonly sides: Sides }[]
  readonly changes: readonly string[]
  readonly otherBasis: boolean
}

type About = Pick<Frozen, 'cooperative' | 'number' | 'today' | 'source' | 'sharedOn' | 'changes' | 'otherBasis'>

/** Whether an outcome may be shown to outsiders at all: the totals of fewer than five members tell about somebody (domain 2.12). An invented year is of nobody. */
export function mayBeShared(outcome: Outcome, source: Asked['source']): boolean {
  return source !== 'own' || outcome.members.length >= ENOUGH
}

/**
 * Takes what may be shown to outsiders. Of own months the totals, and no line of one member: without a name as well a municipality knows who earned what. Of a month in which
 * fewer than five members had money nothing. An invented year is of nobody and is shown whole.
 */
export function frozenOf(outcome: Outcome, about: About): Frozen {
  const isInvented = about.source !== 'own'
  return {
    ...about,
    months: outcome.months,
    base: outcome.base,
    lines: outcome.lines,
    sides: outcome.sides,
    mostChanged: outcome.mostChanged.filter(({ members }) => isInvented || members >= ENOUGH).map(({ month, moved, sides }) => ({ month, moved, sides })),
  }
}

/** As one text, amounts as texts of whole cents. */
export function frozenText(frozen: Frozen): string {
  return JSON.stringify(frozen, (_, value) => (typeof value === 'bigint' ? `${value}c` : value))
}

/** Back from the text that `frozenText` gave. */
export function thawed(text: string): Frozen {
  return JSON.parse(text, (_, value) => (typeof value === 'string' && /^-?\d+c$/.test(value) ? cents(BigInt(value.slice(0, -1))) : value)) as Frozen
}
