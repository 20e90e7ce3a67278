import { type Day, longDay, within } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, cents } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { agreementRefusals } from './agreements.en.ts'
import { type BindingWithArticles, bindingsOn, bindingsWithArticles, type VersionId } from './agreements.sql.ts'
import { type Article, rulesOf } from './articles/articles.rules.ts'
import type { SplitRules } from './dividing/language.rules.ts'

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

/** The agreement that binds a member on a day, or null. */
export async function findAgreement(tx: Tx, permit: AnyPermit, member: MemberId, on: Day): Promise<AgreementInForce | null> {
  const [found] = await bindingsOn(tx, permit, on, member)
  return found ? { ...found, rules: rulesOf(found.articles) } : null
}

/** The agreement that binds a member on a day. Refuses when nothing was signed for that day. */
export async function agreementOn(tx: Tx, permit: AnyPermit, member: MemberId, on: Day): Promise<AgreementInForce> {
  return (await findAgreement(tx, permit, member, on)) ?? refuse(agreementRefusals[permit.language].noAgreement, { day: longDay(on) })
}

/** The rules by which a member's money of a day is divided. Refuses when nothing was signed for that day. */
export async function splitRulesOn(tx: Tx, permit: AnyPermit, member: MemberId, on: Day): Promise<SplitRules> {
  return (await agreementOn(tx, permit, member, on)).rules
}

/** The agreements of all members of the cooperative on a day, in one query; who signed nothing is not in it. */
export async function splitRulesOfAll(tx: Tx, permit: AnyPermit, on: Day): Promise<ReadonlyMap<MemberId, AgreementInForce>> {
  return new Map(withRules(await bindingsOn(tx, permit, on, null)).map((agreement) => [agreement.member, agreement]))
}

/** Every agreement that binds or bound each member within reach, oldest first, in one query: what work of any day goes by. */
export async function agreementsOfAll(tx: Tx, permit: AnyPermit): Promise<ReadonlyMap<MemberId, readonly AgreementInForce[]>> {
  return Map.groupBy(withRules(await bindingsWithArticles(tx, permit)), (agreement) => agreement.member)
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

/** Rules are read once per version, however many members it binds. */
function withRules(found: readonly BindingWithArticles[]): AgreementInForce[] {
  const rules = new Map<VersionId, SplitRules>()
  return found.map((binding) => {
    const own = rules.get(binding.version) ?? rulesOf(binding.articles)
    rules.set(binding.version, own)
    return { ...binding, rules: own }
  })
}
