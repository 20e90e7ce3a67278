import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { refuse, type Sentence } from '#kit/refusal.ts'
import { fill, type Params } from '#kit/text.ts'
import { type AnyPermit, covers, type MemberId, personNames } from '#rooms/access'
import { benefitOn, mayTradeByStage, stageOf, tradeNeeds } from '#rooms/members'
import { texts } from '../consent.en.ts'
import { type ConsentEvent, effect, procedure } from '../consent.rules.ts'
import { consentHistory } from '../consent.sql.ts'
import type { Consent, MemberConsent, TradeAllowed, TradeStop } from '../consent.types.ts'

/**
 * The consent that counts for work done on a day (Participatiewet art. 7, 9 and 31: no trade on a benefit without the municipality).
 * Refuses when none is in force then, with the reason: never asked, awaiting a decision, not begun yet, suspended or ended.
 */
export async function consentInForce(tx: Tx, permit: AnyPermit, member: MemberId, on: Day): Promise<Consent> {
  const consents = await consentsOf(tx, permit, member)
  const found = inForceOn(consents.granted, on)
  if (found) return found
  const why = stopOf(consents.all, on)
  return refuse(texts[permit.language].stops[why], { member: await nameOf(tx, permit, member) })
}

/** The consent that counts on a day, or null. */
export async function findConsent(tx: Tx, permit: AnyPermit, member: MemberId, on: Day): Promise<Consent | null> {
  return inForceOn((await consentsOf(tx, permit, member)).granted, on)
}

/** Every granted consent of every member whose days touch the period, in two queries; `effect` on a day says whether it counts. */
export async function consentsOfAll(tx: Tx, permit: AnyPermit, from: Day, until: Day): Promise<Map<MemberId, MemberConsent[]>> {
  const all = new Map<MemberId, MemberConsent[]>()
  for (const consent of (await consentHistory(tx, permit.organisation, null)).flatMap(grantedFrom)) {
    if (consent.from > until || consent.until < from) continue
    all.set(consent.member, [...(all.get(consent.member) ?? []), consent])
  }
  return all
}

/** The consent of a list that counts on a day of performance, or null. */
export function inForceOn(consents: readonly MemberConsent[], on: Day): MemberConsent | null {
  return consents.findLast((consent) => effect(consent.events, on) === 'inForce') ?? null
}

/**
 * Whether work done on a day may be sold under the cooperative's name, and with which consent (decisions 6).
 * By the source of the benefit on that day: Participatiewet, IOAW and IOAZ need consent; UWV warns; unknown blocks; none is free.
 */
export async function tradeAllowed(tx: Tx, permit: AnyPermit, member: MemberId, performedOn: Day): Promise<TradeAllowed> {
  if (!covers(permit, member)) refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
  const stop = async (why: TradeStop): Promise<TradeAllowed> => ({
    allowed: false,
    why,
    sentence: filled(texts[permit.language].stops[why], { member: await nameOf(tx, permit, member) }),
  })
  if (!mayTradeByStage(await stageOf(tx, permit, member, performedOn))) return stop('notHere')
  const need = tradeNeeds((await benefitOn(tx, permit, member, performedOn)).source)
  if (need === 'answer') return stop('unknownBenefit')
  if (need === 'report')
    return { allowed: true, consent: null, warning: filled(texts[permit.language].reportToUwv, { member: await nameOf(tx, permit, member) }) }
  if (need === 'nothing') return { allowed: true, consent: null, warning: null }
  const consents = await consentsOf(tx, permit, member)
  const consent = inForceOn(consents.granted, performedOn)
  return consent ? { allowed: true, consent, warning: null } : stop(stopOf(consents.all, performedOn))
}

type History = Awaited<ReturnType<typeof consentHistory>>[number]

async function consentsOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<{ granted: MemberConsent[]; all: readonly History[] }> {
  const all = await consentHistory(tx, permit.organisation, member)
  return { granted: all.flatMap(grantedFrom), all }
}

function grantedFrom(history: History): MemberConsent[] {
  const granted = history.events.findLast((event) => event.kind === 'granted')
  if (granted?.kind !== 'granted') return []
  return [
    {
      request: history.request,
      member: history.member,
      municipality: history.municipality,
      grantedOn: granted.on,
      ...granted.conditions,
      events: history.events,
    },
  ]
}

// The most hopeful reason is told: a suspended consent and a request that waits say more than one that ended last year.
function stopOf(all: readonly { readonly events: readonly ConsentEvent[] }[], on: Day): TradeStop {
  const effects = all.map(({ events }) => effect(events, on))
  if (effects.includes('suspended')) return 'suspended'
  const last = '9999-12-31' as Day
  if (all.some(({ events }) => ['waiting', 'incomplete'].includes(procedure(events, last)))) return 'awaiting'
  if (effects.includes('upcoming')) return 'upcoming'
  return effects.includes('ended') ? 'ended' : 'noConsent'
}

async function nameOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<string> {
  return (await personNames(tx, [member])).get(member) ?? texts[permit.language].thisMember
}

function filled(sentence: Sentence, params: Params): Sentence {
  return { what: fill(sentence.what, params), next: fill(sentence.next, params) }
}
