import type { Day } from '#kit/day.ts'
import type { OrganisationId } from '#rooms/access'
import { type ConsentEvent, effect, procedure } from '../consent.rules.ts'
import type { MemberConsent, PayoutStop, TradeStop } from '../consent.types.ts'

/** A request at a municipality, with what happened to it. */
export type Asked = { readonly municipality: OrganisationId; readonly events: readonly ConsentEvent[] }

/** The consent that counts on a day: of the municipality that pays the benefit then (Participatiewet art. 40), and in force. */
export function consentThatCounts(consents: readonly MemberConsent[], municipality: OrganisationId | null, on: Day): MemberConsent | null {
  return consents.findLast((consent) => consent.municipality === municipality && effect(consent.events, on) === 'inForce') ?? null
}

/**
 * Why nothing is in force on a day. The most hopeful reason is told: a suspended consent and a request that waits say more than one that
 * ended last year; and what another municipality gave is only told when this one was never asked.
 */
export function stopOf(all: readonly Asked[], municipality: OrganisationId | null, on: Day): Exclude<TradeStop, 'notHere' | 'unknownBenefit'> {
  const here = all.filter((each) => each.municipality === municipality).map(({ events }) => events)
  const effects = here.map((events) => effect(events, on))
  if (effects.includes('suspended')) return 'suspended'
  const last = '9999-12-31' as Day
  if (here.some((events) => ['waiting', 'incomplete'].includes(procedure(events, last)))) return 'awaiting'
  if (effects.includes('upcoming')) return 'upcoming'
  if (effects.includes('ended')) return 'ended'
  return all.some((each) => each.municipality !== municipality && effect(each.events, on) === 'inForce') ? 'elsewhere' : 'noConsent'
}

/** Why the consent that counts on the day of payment holds a pay-out back; null where it allows one. */
export function payoutStopOf(counts: MemberConsent | null, all: readonly Asked[], municipality: OrganisationId | null, on: Day): PayoutStop | null {
  if (!counts) return stopOf(all, municipality, on)
  return counts.payOutAllowed ? null : 'forbidden'
}
