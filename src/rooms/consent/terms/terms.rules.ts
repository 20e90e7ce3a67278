import { type Day, day } from '#kit/day.ts'
import type { Term, TermEvent, TermSettings } from '#rooms/law'
import { findAmount, KNOWN_AMOUNTS, type LegalAmount, termsOf } from '#rules/law'
import type { Step } from '../consent.rules.ts'
import { termEvent } from '../deadline/deadline.rules.ts'
import { type ConsentEvent, type DecisionRef, isSameDecision } from '../events/events.rules.ts'
import { dayNotified, notifiedOn } from '../posting/posting.rules.ts'
import { remedyOf } from '../remedies/remedies.rules.ts'

/** What a municipality laid down for its terms on a day: a term goes by the day on which it began. */
type SettingsOn = (on: Day) => TermSettings
type IsFree = (on: Day) => boolean

/**
 * The terms up to the decision, by the rules of the day of receipt, with how each last day was come to; none for what was decided on paper before, nor for what the member took back. Where nobody wrote down the penalty of a
 * day, that term stays and its amount is null.
 */
export function procedureTerms(
  events: readonly ConsentEvent[],
  settingsOn: SettingsOn,
  on: Day,
  isFree: IsFree,
  amounts: readonly LegalAmount[] = KNOWN_AMOUNTS,
): readonly Term[] {
  if (events.some((event) => (event.kind === 'sent' && event.sentBy === 'paper') || (event.kind === 'requestWithdrawn' && event.on <= on))) return []
  const decided = events.find(({ kind }) => kind === 'granted' || kind === 'refused' || kind === 'leftUnprocessed')
  const facts: TermEvent[] = [...events.flatMap(termEvent), ...(decided ? [{ kind: 'notified', on: decided.on } as const] : [])]
  const terms = (rows: readonly LegalAmount[]) =>
    termsOf(facts, settingsOn(receivedOn(events) ?? on), on, isFree, rows).filter(({ term }) => !['object', 'decideObjection', 'appeal'].includes(term))
  return withPenalty(terms, amounts)
}

/**
 * The terms to object to one decision, to mend that, to decide on it by the rules of the day of the objection, what it costs when that is late, and to
 * appeal (Awb 6:6, 6:7, 7:10, 7:14, 8:1).
 */
export function remedyTerms(
  events: readonly ConsentEvent[],
  decision: DecisionRef,
  settingsOn: SettingsOn,
  on: Day,
  isFree: IsFree,
  amounts: readonly LegalAmount[] = KNOWN_AMOUNTS,
): readonly Term[] {
  const facts = events.flatMap((event): TermEvent[] => {
    if (!('against' in event) || !isSameDecision(event.against, decision)) return []
    if (event.kind === 'objected' || event.kind === 'appealed') return [{ kind: event.kind, on: event.on }]
    if (event.kind === 'objectionPutOff') return [{ kind: 'objectionPutOff', on: event.on, weeks: event.weeks }]
    if (event.kind === 'objectionMendAsked') return [{ kind: event.kind, on: dayNotified(event), before: event.answerBefore }]
    if (event.kind === 'objectionMended' || event.kind === 'defaultTold') return [{ kind: event.kind, on: event.on }]
    if (event.kind === 'objectionDelayed') return [{ kind: event.kind, on: event.on, until: event.until, ground: event.ground }]
    return event.kind === 'objectionDecided' ? [{ kind: 'objectionNotified', on: dayNotified(event) }] : []
  })
  const known: TermEvent[] = [{ kind: 'received', on: decision.on }, { kind: 'notified', on: notifiedOn(events, decision) }, ...facts]
  // Whoever takes an objection back ends the term to decide on it (Awb 6:21).
  const over = remedyOf(events, decision, on) === 'takenBack'
  const objectedOn = facts.find(({ kind }) => kind === 'objected')?.on ?? on
  const terms = (rows: readonly LegalAmount[]) =>
    termsOf(known, settingsOn(objectedOn), on, isFree, rows).filter(({ term }) => term === 'object' || (!over && AFTER_OBJECTING.includes(term)))
  return withPenalty(terms, amounts)
}

const AFTER_OBJECTING: readonly Term['term'][] = ['mendObjection', 'decideObjection', 'tellDefault', 'penalty', 'appeal']

// A penalty of a day that nobody wrote down stays, without an amount.
function withPenalty(terms: (rows: readonly LegalAmount[]) => readonly Term[], amounts: readonly LegalAmount[]): readonly Term[] {
  const without = terms(NO_AMOUNTS)
  const penalty = without.find(({ term }) => term === 'penalty')
  if (penalty?.first && findAmount(amounts, 'penaltyFirst', penalty.first)) return terms(amounts)
  return without.map((term) => ({ ...term, cents: null }))
}

/** Leaves out telling that the decision on an objection is late, while none is. */
export function inTheirTimeToo(steps: readonly Step[], terms: readonly Term[]): readonly Step[] {
  return steps.filter((step) => step !== 'tellDefault' || terms.some(({ term }) => term === 'tellDefault'))
}

/** The last day of one of these terms; null where it does not run. */
export function lastDayOf(terms: readonly Term[], name: Term['term']): Day | null {
  return terms.find(({ term }) => term === name)?.last ?? null
}

/** Leaves out what its term does not allow: a notice of default before the last day is over, and a notice of delay after it (Awb 4:14, 4:17). */
export function inTheirTime(steps: readonly Step[], terms: readonly Term[], today: Day): readonly Step[] {
  const decide = terms.find(({ term }) => term === 'decide')
  const over = decide !== undefined && decide.standing !== 'still' && today > decide.last
  const told = terms.some(({ term }) => term === 'penalty')
  return steps.filter((step) => (step === 'tellDefault' ? over && !told : step !== 'tellDelay' || !over))
}

/** The day on which a request was received; null while it was not sent. */
export function receivedOn(events: readonly ConsentEvent[]): Day | null {
  return events.find(({ kind }) => kind === 'sent')?.on ?? null
}

const NO_AMOUNTS: readonly LegalAmount[] = (['penaltyFirst', 'penaltySecond', 'penaltyThird', 'penaltyMost'] as const).map((code) => ({
  code,
  value: 0n,
  unit: 'cents',
  from: day('1900-01-01'),
  until: null,
  article: '',
  source: '',
  doubt: null,
}))
