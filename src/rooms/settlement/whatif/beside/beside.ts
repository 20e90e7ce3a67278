import { lastDay, type Month, within } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Permit } from '#rooms/access'
import { type Article, lateRulesOf, rulesOf } from '#rooms/agreements'
import { membersThroughTime } from '#rooms/members'
import { closingsOf } from '../../dividing/stored.sql.ts'
import { type Outcome, outcomeOf } from '../outcome.rules.ts'
import { pastMonths } from '../past.sql.ts'
import { type Choice, replay } from '../replay.rules.ts'
import { INVENTED, type Sample, sampleMonths } from '../samples.rules.ts'

/** An agreement to count with; `version` only tells two apart. */
export type Counted = { readonly version: string; readonly articles: readonly Article[] }

/** What two agreements make of an invented year, to the cent: `now` by the first, `would` by the second. Pure. */
export function yearBeside(sample: Sample, year: number, first: Counted, second: Counted): Outcome {
  // Costs of a kind that counts, so that a sample is no trick of kinds.
  const kind = [second, first].flatMap(({ articles }) => costsOf(articles))[0] ?? 'material'
  const parts = sampleMonths(sample, year, kind)
  const inside = () => false
  const now = replay(parts, choiceOf(first), inside)
  const would = replay(parts, choiceOf(second), inside)
  return outcomeOf(would.map((each, nr) => ({ ...each, member: INVENTED, booked: now[nr]?.parts ?? [] })))
}

/** The same of the last twelve months within reach that were closed: both as if they had held for everybody. Null where no month was closed. Reads only. */
export async function monthsBeside(tx: Tx, permit: Permit<'whatIf.see'>, first: Counted, second: Counted): Promise<Outcome | null> {
  const closed = (await closingsOf(tx, permit)).map(({ month }) => month).toReversed()
  const [from, until] = [closed.at(-12) ?? closed[0], closed.at(-1)]
  if (!from || !until) return null
  const parts = await pastMonths(tx, permit, from, until)
  if (parts.length === 0) return null
  const members = await membersThroughTime(tx, permit)
  const isOutside = (member: (typeof parts)[number]['member'], month: Month) =>
    (members.get(member)?.outside ?? []).some((each) => within(lastDay(month), each.from, each.until))
  const now = replay(parts, choiceOf(first), isOutside)
  const would = replay(parts, choiceOf(second), isOutside)
  return outcomeOf(would.map((each, nr) => ({ ...each, booked: now[nr]?.parts ?? [] })))
}

/** By which rules each part of a month goes: those of the agreement, also for money that came after somebody left. */
export function choiceOf({ version, articles }: Counted): Choice {
  const [own, late] = [rulesOf(articles), lateRulesOf(articles)]
  return (part) => ({ version, rules: part.late ? late : own })
}

function costsOf(articles: readonly Article[]): readonly string[] {
  const { costs } = rulesOf(articles)
  return costs === 'all' ? [] : costs
}
