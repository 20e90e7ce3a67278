import { type Day, daysBetween } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import type { Waiting } from '../homes.sql.ts'
import { COACHING, type Coaching, overdue, waitingFor } from '../waiting.rules.ts'

/** After so many days without work or paper a coach is asked to call. */
export const QUIET_DAYS = 21
/** A consent that ends within eight weeks asks for a new request: the municipality has eight weeks to decide (Awb 4:13). */
export const CONSENT_DAYS = 56

/** What a coach is told about a member: what waits, an invoice past its day, or that nothing came for three weeks. */
export type Signal = (Waiting & { readonly what: Coaching | 'invoiceOpen' }) | { readonly what: 'quiet'; readonly days: number }

export type CoachedMember = {
  readonly member: MemberId
  readonly name: string /** First day on trial or as a member; null for others. */
  readonly since: Day | null
}

export type MemberLine = CoachedMember & { readonly signals: readonly Signal[] }

/** What is quiet stands last: it has no day, and nothing is waiting for it. */
const ORDER: readonly Signal['what'][] = [...COACHING, 'invoiceOpen', 'quiet']

/**
 * The own members with what asks for attention, the first last day on top and whoever needs nothing at the end, by name. People are not counted,
 * scored or compared: only what waits has an order.
 */
export function memberLines(people: readonly CoachedMember[], waiting: readonly Waiting[], seen: ReadonlyMap<MemberId, Day>, today: Day): MemberLine[] {
  const near = waitingFor(waiting, COACHING, today, daysBetween).filter(
    (each) => (each.what !== 'consentEnding' && each.what !== 'consentAsked') || (each.until !== null && daysBetween(today, each.until) <= CONSENT_DAYS),
  )
  const late = overdue(waiting, today).map((each) => ({ ...each, what: 'invoiceOpen' as const }))
  const waits = Map.groupBy([...near, ...late], ({ member }) => member)
  const lines = people.map((person) => {
    const days = quietDays(person, seen.get(person.member) ?? null, today)
    const quiet = days === null ? [] : [{ what: 'quiet' as const, days }]
    return { ...person, signals: [...(waits.get(person.member) ?? []), ...quiet].toSorted(bySignal) }
  })
  return lines.toSorted((a, b) => byFirst(a.signals[0], b.signals[0]) || a.name.localeCompare(b.name, 'nl'))
}

/** For how many days nothing came from somebody who takes part; null while it is no three weeks, and for whoever takes no part. */
function quietDays({ since }: CoachedMember, seen: Day | null, today: Day): number | null {
  if (since === null) return null
  const days = daysBetween(seen !== null && seen > since ? seen : since, today)
  return days >= QUIET_DAYS ? days : null
}

function byFirst(a: Signal | undefined, b: Signal | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b)
  return bySignal(a, b)
}

function bySignal(a: Signal, b: Signal): number {
  return lastDayOf(a).localeCompare(lastDayOf(b)) || ORDER.indexOf(a.what) - ORDER.indexOf(b.what)
}

// An invoice that is late was due before today: the customer's day, not one of the member.
function lastDayOf(signal: Signal): string {
  return signal.what === 'quiet' || signal.what === 'invoiceOpen' ? '9' : (signal.until ?? '9')
}
