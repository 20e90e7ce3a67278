import { addDays, type Day, earlierDay, laterDay, type Month, monthAfter, monthOf } from '#kit/day.ts'
import type { OrganisationId } from '#rooms/access'
import { type ConsentEvent, conditionsOf, type Effect, effect, runsUntil } from '../consent.rules.ts'
import type { TradeStop } from '../consent.types.ts'
import { answeredNow, askedInTime } from '../extension/extension.rules.ts'
import { receivedOn } from '../terms/terms.rules.ts'
import { earliestStart, type RulesOfTown } from '../town/town.rules.ts'
import { stopOf } from '../trade/trade.rules.ts'

/** Everything that a member asked of a municipality at one cooperative. */
export type AskedOf = { readonly id: string; readonly municipality: OrganisationId; readonly renews: string | null; readonly events: readonly ConsentEvent[] }

/** Whether work of a day may be sold, or why not. */
export type DayState = 'may' | Exclude<TradeStop, 'notHere'>

/** Days from and until, both included, on which the same counts before and after what is proposed. */
export type DayRange = { readonly from: Day; readonly until: Day; readonly before: DayState; readonly after: DayState }

/** What is out of the ordinary, with its days. */
export type ExceptionFound =
  | { readonly kind: 'backdated' | 'notCovered' | 'beyondTown' | 'gap'; readonly from: Day; readonly until: Day }
  | { readonly kind: 'extensionRunsOn' | 'extensionStops' | 'extensionLate'; readonly last: Day }
  | { readonly kind: 'moved'; readonly from: Day }
  | { readonly kind: 'postedEarlier'; readonly on: Day }
  | { readonly kind: 'nothingChanges' }

/** What a proposed event means, before anybody confirms it. */
export type Meaning = {
  readonly ranges: readonly DayRange[]
  readonly exceptions: readonly ExceptionFound[]
  /** Days of work that was sold and waits: what becomes sellable by this, and what does not. */
  readonly waiting: { readonly free: readonly Day[]; readonly held: readonly Day[] }
  /** Months for which a statement is asked because of this, or no longer. */
  readonly months: { readonly added: readonly Month[]; readonly dropped: readonly Month[] }
}

export type MeaningFacts = {
  readonly all: readonly AskedOf[]
  readonly request: AskedOf & { readonly wantedFrom: Day; readonly wantedUntil: Day; readonly waitingOn: readonly Day[] }
  readonly proposed: readonly ConsentEvent[]
  /** Who must consent on a day; `free` where nobody need to, `unknown` where that is still to be asked. */
  readonly paysOn: (on: Day) => OrganisationId | 'free' | 'unknown' | null
  readonly rules: RulesOfTown
  readonly today: Day
}

/** The days before and after what is proposed, by the rules that decide whether work may be sold; see `tradeAllowed`. */
export function meaningOf(facts: MeaningFacts): Meaning {
  const before = facts.all
  const after = withProposed(facts)
  const window = windowOf([...before, ...after], facts)
  const days = rangesOf(before, after, window, facts)
  const of = (state: 'before' | 'after') => (on: Day) => stateOn(state === 'before' ? before : after, on, facts.paysOn)
  const waiting = facts.request.waitingOn
  const owed = [monthsOwed(before, window), monthsOwed(after, window)] as const
  const exceptions = exceptionsOf(facts, after)
  const changed = days.some((range) => range.before !== range.after)
  return {
    ranges: days,
    exceptions: changed ? exceptions : [...exceptions, { kind: 'nothingChanges' }],
    waiting: { free: waiting.filter((on) => of('after')(on) === 'may'), held: waiting.filter((on) => of('after')(on) !== 'may') },
    months: { added: owed[1].filter((month) => !owed[0].includes(month)), dropped: owed[0].filter((month) => !owed[1].includes(month)) },
  }
}

/** Every request as it would be: with the proposed events, and what follows from them at the consent that this one extends. */
function withProposed({ all, request, proposed, rules }: MeaningFacts): readonly AskedOf[] {
  return all.map((each) => {
    if (each.id === request.id) return { ...each, events: [...each.events, ...proposed] }
    if (each.id !== request.renews || each.municipality !== request.municipality) return each
    const follows = proposed.flatMap((event) => {
      if (event.kind === 'sent') return askedInTime(each.events, event, rules(event.on)) ?? []
      return ENDS_REQUEST.includes(event.kind) ? (answeredNow(each.events, event) ?? []) : []
    })
    return { ...each, events: [...each.events, ...follows] }
  })
}

const ENDS_REQUEST: readonly ConsentEvent['kind'][] = ['granted', 'refused', 'leftUnprocessed', 'requestWithdrawn']

type Window = { readonly from: Day; readonly until: Day }

function windowOf(all: readonly AskedOf[], { request, today }: MeaningFacts): Window {
  const conditions = all.flatMap(({ events }) => conditionsOf(events) ?? [])
  const near = conditions.filter(({ until }) => until >= addDays(today, -MOST_PAST_DAYS))
  const from = [request.wantedFrom, ...request.waitingOn, ...near.map((each) => each.from)].reduce(earlierDay, today)
  const until = [request.wantedUntil, ...near.map((each) => each.until)].reduce(laterDay, today)
  return { from: laterDay(from, addDays(today, -MOST_PAST_DAYS)), until: earlierDay(until, addDays(today, MOST_DAYS)) }
}

/** A year back and four years ahead are shown at most: what lies further off changes no month that is open. */
const MOST_PAST_DAYS = 366
const MOST_DAYS = 4 * 366

function rangesOf(before: readonly AskedOf[], after: readonly AskedOf[], window: Window, { paysOn }: MeaningFacts): readonly DayRange[] {
  const ranges: DayRange[] = []
  for (let on = window.from; on <= window.until; on = addDays(on, 1)) {
    const day = { before: stateOn(before, on, paysOn), after: stateOn(after, on, paysOn) }
    const last = ranges.at(-1)
    if (last && last.before === day.before && last.after === day.after) ranges[ranges.length - 1] = { ...last, until: on }
    else ranges.push({ from: on, until: on, ...day })
  }
  return ranges
}

function stateOn(all: readonly AskedOf[], on: Day, paysOn: MeaningFacts['paysOn']): DayState {
  const pays = paysOn(on)
  if (pays === 'free') return 'may'
  if (pays === 'unknown') return 'unknownBenefit'
  if (all.some((each) => each.municipality === pays && effect(each.events, on) === 'inForce')) return 'may'
  return stopOf(all, pays, on)
}

const OWES: readonly Effect[] = ['inForce', 'suspended']

function monthsOwed(all: readonly AskedOf[], window: Window): readonly Month[] {
  const asks = all.filter(({ events }) => (conditionsOf(events)?.statementRhythm ?? 'none') !== 'none')
  const months: Month[] = []
  for (let month = monthOf(window.from); month <= monthOf(window.until); month = monthAfter(month)) {
    const days = Array.from({ length: 31 }, (_, index) => addDays(`${month}-01` as Day, index)).filter((on) => monthOf(on) === month)
    if (asks.some(({ events }) => days.some((on) => on >= window.from && on <= window.until && OWES.includes(effect(events, on))))) months.push(month)
  }
  return months
}

function exceptionsOf(facts: MeaningFacts, after: readonly AskedOf[]): readonly ExceptionFound[] {
  const { request, proposed, rules, today } = facts
  const sent = proposed.find(({ kind }) => kind === 'sent')
  const granted = proposed.find((event) => event.kind === 'granted' || event.kind === 'grantedInstead')
  const decision = proposed.find(({ kind }) => kind === 'granted' || kind === 'refused' || kind === 'leftUnprocessed')
  const received = receivedOn([...request.events, ...proposed]) ?? today
  const from =
    granted && 'conditions' in granted
      ? granted.conditions.from
      : sent
        ? laterDay(request.wantedFrom, earliestStart(received, rules(received)) ?? request.wantedFrom)
        : null
  const until = granted && 'conditions' in granted ? granted.conditions.until : request.wantedUntil
  const earliest = earliestStart(received, rules(received))
  return [
    ...(from && from < received ? [{ kind: 'backdated', from, until: earlierDay(until, addDays(received, -1)) } as const] : []),
    ...(sent && earliest && request.wantedFrom < earliest ? [{ kind: 'beyondTown', from: request.wantedFrom, until: addDays(earliest, -1) } as const] : []),
    ...(granted && from && request.wantedFrom < from ? [{ kind: 'notCovered', from: request.wantedFrom, until: addDays(from, -1) } as const] : []),
    ...extensionFound(facts, after, from, sent !== undefined),
    ...movedFound(facts, from ?? laterDay(request.wantedFrom, today), until, sent !== undefined || granted !== undefined),
    ...(decision && decision.on < today ? [{ kind: 'postedEarlier', on: decision.on } as const] : []),
  ]
}

function extensionFound({ all, request, today }: MeaningFacts, after: readonly AskedOf[], from: Day | null, sending: boolean): readonly ExceptionFound[] {
  const [was, is] = [all, after].map((each) => each.find(({ id }) => id === request.renews)?.events)
  const last = was && (conditionsOf(was)?.until ?? null)
  if (!was || !is || !last || from === null) return []
  const asked = sending
    ? effect(was, today) === 'ended'
      ? [{ kind: 'extensionLate', last } as const]
      : [{ kind: runsUntil(is) === null ? 'extensionRunsOn' : 'extensionStops', last } as const]
    : []
  const end = runsUntil(is)
  const gap = end && addDays(end, 1) < from ? [{ kind: 'gap', from: addDays(end, 1), until: addDays(from, -1) } as const] : []
  return [...asked, ...gap]
}

// The municipality that pays the benefit must consent (Participatiewet 40): after a move another one must.
function movedFound({ request, paysOn }: MeaningFacts, from: Day, until: Day, grants: boolean): readonly ExceptionFound[] {
  if (!grants) return []
  for (let on = from; on <= until; on = addDays(on, 1)) {
    const pays = paysOn(on)
    if (pays !== null && pays !== 'free' && pays !== 'unknown' && pays !== request.municipality) return [{ kind: 'moved', from: on }]
  }
  return []
}

/** Months that follow on each other, as the first and the last of them. */
export type MonthRun = { readonly first: Month; readonly last: Month }

/** Months in order as runs, for twelve in a row are read as two. */
export function monthRuns(months: readonly Month[]): readonly MonthRun[] {
  const firsts = months.filter((month, place) => place === 0 || monthAfter(months[place - 1] ?? month) !== month)
  return firsts.map((first, place) => {
    const next = firsts[place + 1]
    return { first, last: months.findLast((month) => month >= first && (next === undefined || month < next)) ?? first }
  })
}
