import { addDays, type Day, type Instant } from '#kit/day.ts'
import { type ConsentEvent, effect, runsUntil } from '../consent.rules.ts'
import { countsUntil } from '../deadline/ends.rules.ts'
import type { TownRules } from '../town/town.rules.ts'

type Moment = { readonly on: Day; readonly recordedAt: Instant }

/**
 * What is written down at a consent when a request that follows on it is sent: that its extension was asked in time, and whether it goes on until that is
 * answered, by the rules of the town on that day. Null where the consent does not count any more: then it was asked too late.
 */
export function askedInTime(earlier: readonly ConsentEvent[], { on, recordedAt }: Moment, rules: TownRules): ConsentEvent | null {
  if (['none', 'ended'].includes(effect(earlier, on))) return null
  return { kind: 'extensionAsked', runsOn: rules.extensionRunsOn, on, recordedAt }
}

/** What is written down there when that request is answered or taken back: it goes on up to and including that day. Null where nothing goes on. */
export function answeredNow(earlier: readonly ConsentEvent[], { on, recordedAt }: Moment): ConsentEvent | null {
  if (!earlier.some(({ kind }) => kind === 'extensionAsked') || runsUntil(earlier) !== null) return null
  return { kind: 'extensionAnswered', from: addDays(on, 1), on, recordedAt }
}

/** A consent beside a request, of the same member, cooperative and municipality. */
export type Beside<Id> = { readonly id: Id; readonly events: readonly ConsentEvent[]; readonly leavesOn: Day | null }

/** The consent that counts on a day and that a request for these days goes on after without a gap: what the request extends. Null where there is none. */
export function extended<Id>(beside: readonly Beside<Id>[], wanted: { readonly wantedFrom: Day; readonly wantedUntil: Day }, today: Day): Id | null {
  const running = beside.flatMap(({ id, events, leavesOn }) => {
    const until = ['inForce', 'suspended'].includes(effect(events, today)) ? countsUntil(events, leavesOn) : null
    return until !== null && wanted.wantedUntil > until && wanted.wantedFrom <= addDays(until, 1) ? [{ id, until }] : []
  })
  return running.toSorted((a, b) => (a.until < b.until ? -1 : 1)).at(-1)?.id ?? null
}
