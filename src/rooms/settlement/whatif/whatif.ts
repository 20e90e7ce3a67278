import { lastDay, type Month, monthAfter, within, yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId, Permit } from '#rooms/access'
import {
  type AgreementInForce,
  agreementsOfAll,
  articleOf,
  otherVersions,
  problemsOf,
  ruleChanges,
  splitRulesOfAll,
  type Version,
  type VersionId,
  versionToRead,
} from '#rooms/agreements'
import { membersThroughTime } from '#rooms/members'
import { closingsOf } from '../dividing/stored.sql.ts'
import { choiceOf, yearBeside } from './beside/beside.ts'
import { type Outcome, outcomeOf } from './outcome.rules.ts'
import { pastMonths } from './past.sql.ts'
import { replay } from './replay.rules.ts'
import { SAMPLE_NAMES, type Sample } from './samples.rules.ts'

const YEAR = 12

/** On which months: the cooperative's own closed ones, or an invented year. Without months the last twelve that were closed. */
export type Asked = {
  readonly source: 'own' | Sample
  readonly from: Month | null
  readonly until: Month | null
  readonly beside?: VersionId | null | undefined
}

/** What a version would have done, beside what is in the books or, for an invented year, beside the agreement of today. */
export type WhatIf = {
  readonly version: Version
  readonly asked: Asked
  /** Months that were closed, oldest first. */
  readonly closed: readonly Month[]
  /** The version that binds most members today. */
  readonly today: Pick<AgreementInForce, 'version' | 'number'> | null
  /** null when there is nothing to divide it by: a text that is not right yet, no closed months, or no agreement of today. */
  readonly outcome: Outcome | null
  /** Of an invented year: the version it is laid beside where that was chosen, also one that binds nobody. */
  readonly beside: Pick<Version, 'id' | 'number'> | null
  /** What changes in each invented year, when an invented year is asked. */
  readonly samples: readonly { readonly sample: Sample; readonly sides: Outcome['sides'] }[]
  /** Other versions within reach, to lay beside. */
  readonly others: readonly Pick<Version, 'id' | 'number' | 'from'>[]
  readonly why: 'notRight' | 'besideNotRight' | 'noMonths' | 'noAgreement' | null
  /** What it divides differently from the agreement of today, in sentences. */
  readonly changes: readonly string[]
  /** It counts money in another month than the books did, which this does not show. */
  readonly otherBasis: boolean
  readonly names: ReadonlyMap<MemberId, string>
}

/**
 * Divides past months as if a version had held for everybody within reach, from the facts that were frozen when each month was closed.
 * With the version of then it gives what is in the books. Reads only: nothing is written. Refuses a version out of reach as missing.
 */
export async function lookWhatIf(
  tx: Tx,
  permit: Permit<'whatIf.see'> | Permit<'whatIf.share'>,
  id: VersionId,
  wanted: Asked,
  language: Language = permit.language,
): Promise<WhatIf> {
  const version = await versionToRead(tx, permit, id)
  const closed = (await closingsOf(tx, permit)).map(({ month }) => month).toReversed()
  const asked = monthsOf(wanted, closed)
  const agreements = await agreementsOfAll(tx, permit)
  const today = mostOf([...(await splitRulesOfAll(tx, permit, permit.today)).values()])
  const isRight = problemsOf(version.articles).length === 0
  const others = await otherVersions(tx, permit, version)
  const beside = asked.source !== 'own' && asked.beside && asked.beside !== id ? await versionToRead(tx, permit, asked.beside) : null
  const baseline: Baseline | null = beside ? { version: beside.id, articles: beside.articles } : today
  const changes = isRight && baseline ? ruleChanges(baseline.articles, version.articles, language) : []
  const common = { version, asked, closed, today, beside, others, samples: [], changes }
  const nothing = (why: WhatIf['why']): WhatIf => ({ ...common, outcome: null, why, otherBasis: false, names: new Map() })
  if (!isRight) return nothing('notRight')
  if (asked.source !== 'own') {
    if (!baseline) return nothing('noAgreement')
    if (beside && problemsOf(beside.articles).length > 0) return nothing('besideNotRight')
    const year = yearOf(permit.today)
    const counted = { version: version.id, articles: version.articles }
    const samples = SAMPLE_NAMES.map((sample) => ({ sample, sides: yearBeside(sample, year, baseline, counted).sides }))
    return { ...common, samples, outcome: yearBeside(asked.source, year, baseline, counted), why: null, otherBasis: false, names: new Map() }
  }
  if (!asked.from || !asked.until) return nothing('noMonths')
  const parts = await pastMonths(tx, permit, asked.from, asked.until)
  if (parts.length === 0) return nothing('noMonths')
  const members = await membersThroughTime(tx, permit)
  const isOutside = (member: MemberId, month: Month) => (members.get(member)?.outside ?? []).some(({ from, until }) => within(lastDay(month), from, until))
  const used = new Set(parts.map((part) => part.version))
  const bases = new Set([...agreements.values()].flat().flatMap((each) => (used.has(each.version) ? [each.rules.basis] : [])))
  const basis = articleOf(version.articles, 'basis')?.basis ?? 'received'
  return {
    ...common,
    outcome: outcomeOf(replay(parts, choiceOf({ version: version.id, articles: version.articles }), isOutside)),
    why: null,
    otherBasis: [...bases].some((each) => each !== basis),
    names: new Map([...members].map(([member, { name }]) => [member, name])),
  }
}

/** Only months that were closed, in their order; the last twelve where nothing else was asked. */
function monthsOf({ source, from, until, beside }: Asked, closed: readonly Month[]): Asked {
  const [first, last] = [closed[0] ?? null, closed.at(-1) ?? null]
  if (!first || !last) return { source, from: null, until: null, beside }
  const between = (month: Month, low: Month, high: Month): Month => (month < low ? low : month > high ? high : month)
  const end = between(until ?? last, first, last)
  return { source, from: between(from ?? monthAfter(end, 1 - YEAR), first, end), until: end, beside }
}

/** What an invented year is laid beside. */
type Baseline = Pick<AgreementInForce, 'version' | 'articles'>

/** The version that binds most members; of two alike the newer. */
function mostOf(agreements: readonly AgreementInForce[]): AgreementInForce | null {
  const found = [...Map.groupBy(agreements, (each) => each.version).values()].toSorted(
    (a, b) => b.length - a.length || (b[0]?.number ?? 0) - (a[0]?.number ?? 0),
  )
  return found[0]?.[0] ?? null
}
