import { type Day, longDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { agreementRefusals } from '../agreements.en.ts'
import { type BindingWithArticles, bindingsOn, bindingsWithArticles, type VersionId } from '../agreements.sql.ts'
import { rulesOf } from '../articles/articles.rules.ts'
import type { SplitRules } from '../dividing/language.rules.ts'
import type { AgreementInForce } from './in-force.rules.ts'

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

/** Rules are read once per version, however many members it binds. */
function withRules(found: readonly BindingWithArticles[]): AgreementInForce[] {
  const rules = new Map<VersionId, SplitRules>()
  return found.map((binding) => {
    const own = rules.get(binding.version) ?? rulesOf(binding.articles)
    rules.set(binding.version, own)
    return { ...binding, rules: own }
  })
}
