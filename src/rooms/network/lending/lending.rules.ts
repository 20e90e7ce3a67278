import { type Day, daysBetween } from '#kit/day.ts'
import type { Article, Receiver } from '#rooms/agreements'
import { isStep, potAtExit } from '#rules/agreements'
import { CRAFTS, type Craft } from '../listings/listings.rules.ts'

/** Where what is lent comes from: a cooperative of this house, a rule that somebody published elsewhere, or nobody: it is invented. */
export const LENDING_SOURCES = ['cooperative', 'published', 'invented'] as const
export type LendingSource = (typeof LENDING_SOURCES)[number]

/** Who may read it: who works with Opbloei, or everybody. */
export const REACHES = ['network', 'public'] as const
export type Reach = (typeof REACHES)[number]

/** Pots that one looks for in an agreement. */
export const SOUGHT_POTS = ['business', 'development', 'trainingPool', 'reserve', 'payout'] as const satisfies readonly Receiver[]
export type SoughtPot = (typeof SOUGHT_POTS)[number]

/** Where the pot for the own business goes when a member leaves; `unsaid` where the agreement says nothing of it. */
export const SOUGHT_EXITS = ['payout', 'trainingPool', 'cooperative', 'municipality', 'reserve', 'otherFund', 'unsaid'] as const
export type SoughtExit = (typeof SOUGHT_EXITS)[number]

/** Something somebody can look for: a word that stands with an agreement. */
export type Trait = 'municipality' | 'noMunicipality' | `pot-${SoughtPot}` | `exit-${SoughtExit}` | `craft-${Craft}`

/** What somebody looks for; null for anything. */
export type Sought = {
  readonly craft: Craft | null
  readonly municipality: 'municipality' | 'noMunicipality' | null
  readonly pot: SoughtPot | null
  readonly exit: SoughtExit | null
  readonly source: LendingSource | null
  /** Only what the network calls a model. */
  readonly model: boolean
}

/** Below this number nobody reads how often something was used, and above it in steps of it: one more would tell of one cooperative. */
export const USED_STEP = 5

/** What can be looked for in these articles, and for which work they are. */
export function traitsOf(articles: readonly Article[], crafts: readonly Craft[]): Trait[] {
  const receivers = new Set(articles.flatMap(receiversOf))
  const exit = potAtExit(articles, 'business')?.receiver ?? 'unsaid'
  return [
    receivers.has('municipality') ? 'municipality' : 'noMunicipality',
    ...SOUGHT_POTS.filter((pot) => receivers.has(pot)).map((pot) => `pot-${pot}` as const),
    `exit-${exit}`,
    ...CRAFTS.filter((craft) => crafts.includes(craft)).map((craft) => `craft-${craft}` as const),
  ]
}

/** The traits that all of what is sought asks for. */
export function traitsSought({ craft, municipality, pot, exit }: Sought): Trait[] {
  return [
    ...(craft ? [`craft-${craft}` as const] : []),
    ...(municipality ? [municipality] : []),
    ...(pot ? [`pot-${pot}` as const] : []),
    ...(exit ? [`exit-${exit}` as const] : []),
  ]
}

/** How often something was used, as people may know it: null below the step, else down to a whole step. */
export function usedAsShown(uses: number): number | null {
  return uses < USED_STEP ? null : uses - (uses % USED_STEP)
}

/** Whether something had to be looked at again before today. */
export function isOverdue(reviewOn: Day, today: Day): boolean {
  return daysBetween(reviewOn, today) > 0
}

/** Everyone to whom an article gives something, also what does not fit under a cap. */
function receiversOf(article: Article): readonly Receiver[] {
  if (isStep(article)) return article.kind === 'weights' ? article.shares.map(({ receiver }) => receiver) : [article.receiver]
  if (article.kind === 'cap') return article.surplusTo === 'nextStep' ? [] : [article.surplusTo]
  return []
}
