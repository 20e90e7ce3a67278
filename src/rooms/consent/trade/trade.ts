import { type Day, earlierDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { plus } from '#kit/money.ts'
import { refuse, type Sentence } from '#kit/refusal.ts'
import { fill, type Params } from '#kit/text.ts'
import { type AnyPermit, covers, type MemberId, personNames } from '#rooms/access'
import { type BenefitOnDay, benefitOn, benefitsThroughTime, mayTradeByStage, tradeFacts, tradeNeeds } from '#rooms/members'
import { texts } from '../consent.en.ts'
import { conditionsOf, decidedOn, runsUntil } from '../consent.rules.ts'
import type { Consent, LateMonth, MemberConsent, PayoutAllowed, PayoutStop, TradeAllowed, TradeStop, WrittenWord } from '../consent.types.ts'
import { consentHistory, type History } from '../events.sql.ts'
import { lateHeld, lateWritten } from '../late/late.rules.ts'
import { lateMoneyOf } from '../late/late.ts'
import { consentThatCounts, payoutStopOf, stopOf } from './trade.rules.ts'
import { writtenWord } from './written.sql.ts'

/**
 * The consent that counts for work done on a day (Participatiewet art. 7, 9 and 31: no trade on a benefit without the municipality that
 * pays it then). Refuses when none is in force, with the reason: never asked, awaiting a decision, not begun yet, suspended or ended.
 */
export async function consentInForce(tx: Tx, permit: AnyPermit, member: MemberId, on: Day): Promise<Consent> {
  const { counts, stop } = await consentsOf(tx, permit, member, on)
  return counts ?? refuse(texts[permit.language].stops[stop], { member: await nameOf(tx, permit, member) })
}

/** The consent that counts on a day, of the municipality that pays the benefit then; or null. */
export async function findConsent(tx: Tx, permit: AnyPermit, member: MemberId, on: Day): Promise<Consent | null> {
  return (await consentsOf(tx, permit, member, on)).counts
}

/**
 * Which kinds of costs the consent of a member names on a day, for anybody and any day, from two queries; null where no consent is needed, and an
 * empty list where it is needed and none counts.
 */
export async function costKindsThroughTime(tx: Tx, permit: AnyPermit): Promise<(member: MemberId, on: Day) => readonly string[] | null> {
  const benefit = await benefitsThroughTime(tx, permit)
  const consents = Map.groupBy((await consentHistory(tx, permit.organisation, null)).flatMap(grantedFrom), (each) => each.member)
  return (member, on) => {
    const { source, municipality } = benefit(member, on)
    if (tradeNeeds(source) !== 'consent') return null
    return consentThatCounts(consents.get(member) ?? [], municipality, on)?.costKinds ?? []
  }
}

/** Every granted consent of every member whose days touch the period, in one query; `effect` on a day says whether it counts. */
export async function consentsOfAll(tx: Tx, permit: AnyPermit, from: Day, until: Day): Promise<Map<MemberId, MemberConsent[]>> {
  const all = new Map<MemberId, MemberConsent[]>()
  for (const consent of (await consentHistory(tx, permit.organisation, null)).flatMap(grantedFrom)) {
    const last = runsUntil(consent.events)
    if (consent.from > until || (last !== null && last < from)) continue
    all.set(consent.member, [...(all.get(consent.member) ?? []), consent])
  }
  return all
}

/**
 * Whether work done on a day may be sold under the cooperative's name, and with which consent (decisions 6).
 * By the source of the benefit on that day: Participatiewet, IOAW and IOAZ need consent of the municipality that pays; UWV warns;
 * unknown blocks; none is free.
 */
export async function tradeAllowed(tx: Tx, permit: AnyPermit, member: MemberId, performedOn: Day): Promise<TradeAllowed> {
  if (!covers(permit, member)) refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  const words = texts[permit.language]
  const { name: known, tradeName, stage, benefit } = await tradeFacts(tx, permit, member, performedOn)
  const name = known ?? words.thisMember
  const told = (sentence: Sentence) => filled(sentence, { member: name })
  const stop = (why: TradeStop): TradeAllowed => ({ allowed: false, name, tradeName, why, sentence: told(words.stops[why]) })
  if (!mayTradeByStage(stage)) return stop('notHere')
  const need = tradeNeeds(benefit.source)
  if (need === 'answer') return stop('unknownBenefit')
  if (need === 'report') return { allowed: true, name, tradeName, consent: null, warning: told(words.reportToUwv) }
  if (need === 'nothing') return { allowed: true, name, tradeName, consent: null, warning: null }
  const { counts, stop: why } = await consentsOf(tx, permit, member, performedOn, benefit)
  return counts ? { allowed: true, name, tradeName, consent: counts, warning: null } : stop(why)
}

/**
 * Whether a member may trade on a day, for whoever works with that member: only yes or no, for a fellow need not know why. Not filtered on reach.
 */
export async function mayTradeOn(tx: Tx, permit: AnyPermit, member: MemberId, on: Day): Promise<boolean> {
  const { stage, benefit } = await tradeFacts(tx, permit, member, on)
  if (!mayTradeByStage(stage)) return false
  const need = tradeNeeds(benefit.source)
  if (need === 'answer') return false
  return need !== 'consent' || (await consentsOf(tx, permit, member, on, benefit)).counts !== null
}

/**
 * Whether money may be paid out to a member on the day of payment, and why not: the consent that counts on that day must allow pay-out.
 * Whoever has no benefit is free, UWV warns, unknown blocks. Membership is not asked: what was earned may come after leaving.
 * Where the consent stops it, what the municipality wrote after a question on leaving may go (`upTo`). Money that came after leaving for months on a benefit never goes before that (`held`). Refuses (missing) outside reach.
 */
export async function payOutAllowed(tx: Tx, permit: AnyPermit, member: MemberId, on: Day): Promise<PayoutAllowed> {
  if (!covers(permit, member)) refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  const { name, benefit } = await tradeFacts(tx, permit, member, on)
  const words = texts[permit.language]
  const told = (sentence: Sentence) => filled(sentence, { member: name ?? words.thisMember })
  const stop = (why: PayoutStop): PayoutAllowed => ({ allowed: false, why, sentence: told(words.payoutStops[why]) })
  const need = tradeNeeds(benefit.source)
  if (need === 'answer') return stop('unknownBenefit')
  const late = await lateMoneyOf(tx, permit, member)
  const held = lateHeld(late)
  if (need === 'report') return { allowed: true, consent: null, warning: told(words.reportToUwv), held }
  if (need === 'nothing') return { allowed: true, consent: null, warning: null, held }
  const { counts, all } = await consentsOf(tx, permit, member, on, benefit)
  const why = payoutStopOf(counts, all, benefit.municipality, on)
  if (!why) return { allowed: true, consent: counts, warning: null, held }
  const upTo = wordOnLate(await writtenWord(tx, permit, member, on), late, on)
  return upTo ? { allowed: true, consent: null, warning: null, upTo, held } : stop(why)
}

/** What was written about pots and about late money, together. */
function wordOnLate(word: WrittenWord | null, late: readonly LateMonth[], on: Day): WrittenWord | null {
  const said = late.filter((each) => each.waits && each.since !== null && each.since <= on && each.allowed > 0n)
  if (said.length === 0) return word
  const since = said.map((each) => each.since as Day).reduce(earlierDay)
  const cents = lateWritten(said)
  return word ? { cents: plus(word.cents, cents), since: earlierDay(word.since, since) } : { cents, since }
}

async function consentsOf(tx: Tx, permit: AnyPermit, member: MemberId, on: Day, benefit?: BenefitOnDay) {
  const { municipality } = benefit ?? (await benefitOn(tx, permit, member, on))
  const all: readonly History[] = await consentHistory(tx, permit.organisation, member)
  return { all, counts: consentThatCounts(all.flatMap(grantedFrom), municipality, on), stop: stopOf(all, municipality, on) }
}

function grantedFrom(history: History): MemberConsent[] {
  const conditions = conditionsOf(history.events)
  const grantedOn = decidedOn(history.events)
  if (!conditions || !grantedOn) return []
  return [
    {
      request: history.request,
      member: history.member,
      municipality: history.municipality,
      grantedOn,
      ...conditions,
      events: history.events,
    },
  ]
}

async function nameOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<string> {
  return (await personNames(tx, [member])).get(member) ?? texts[permit.language].thisMember
}

function filled(sentence: Sentence, params: Params): Sentence {
  return { what: fill(sentence.what, params), next: fill(sentence.next, params) }
}
