import { type Day, within } from '#kit/day.ts'
import { type Cents, cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { VersionId } from '../agreements.sql.ts'
import type { Article } from '../articles/articles.rules.ts'
import type { SplitRules } from '../dividing/language.rules.ts'

const NO_LEVEL = cents(100_000)

/** The version that binds a member on a day; `rules` are what its articles say. */
export type AgreementInForce = {
  readonly member: MemberId
  readonly version: VersionId
  readonly number: number
  readonly from: Day
  readonly until: Day | null
  readonly articles: readonly Article[]
  readonly rules: SplitRules
}

/** The one of a member's agreements, oldest first, that work of a day goes by; null when nothing was agreed for that day. */
export function agreementFor(agreements: readonly AgreementInForce[], on: Day): AgreementInForce | null {
  const last = agreements.findLast((agreement) => agreement.from <= on)
  return last && within(on, last.from, last.until) ? last : null
}

/** The level at which a pot of a member counts as full, in cents: of the agreement, or a thousand euro where it names none. */
export function levelOfPot(rules: SplitRules | null, pot: 'business' | 'development'): Cents {
  const cap = rules?.caps.find((each) => each.receiver === pot && each.per === 'level')
  const filled = rules?.steps.map((step) => step.divide).find((divide) => divide.kind === 'fill' && divide.receiver === pot)
  return cap?.cents ?? (filled?.kind === 'fill' ? filled.level : NO_LEVEL)
}
