import { type Day, longDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { nl } from './agreements.nl.ts'
import { bindingsOn, type VersionId } from './agreements.sql.ts'
import { type Article, rulesOf } from './articles/articles.rules.ts'
import type { SplitRules } from './dividing/language.rules.ts'

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
  return (await findAgreement(tx, permit, member, on)) ?? refuse(nl.refusals.noAgreement, { day: longDay(on) })
}

/** The rules by which a member's money of a day is divided. Refuses when nothing was signed for that day. */
export async function splitRulesOn(tx: Tx, permit: AnyPermit, member: MemberId, on: Day): Promise<SplitRules> {
  return (await agreementOn(tx, permit, member, on)).rules
}

/** The agreements of all members of the cooperative on a day, in one query; who signed nothing is not in it. */
export async function splitRulesOfAll(tx: Tx, permit: AnyPermit, on: Day): Promise<ReadonlyMap<MemberId, AgreementInForce>> {
  const found = await bindingsOn(tx, permit, on, null)
  const rules = new Map<VersionId, SplitRules>()
  return new Map(
    found.map((binding) => {
      const own = rules.get(binding.version) ?? rulesOf(binding.articles)
      rules.set(binding.version, own)
      return [binding.member, { ...binding, rules: own }]
    }),
  )
}
