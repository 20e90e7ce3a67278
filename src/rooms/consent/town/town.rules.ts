import { addDays, type Day, type Instant, longDay } from '#kit/day.ts'
import { refuse } from '#kit/refusal.ts'
import { town as nl } from './town.nl.ts'

/** Messages that a municipality may send electronically, to whoever chose that (Awb 2:14). */
export const ELECTRONIC_KINDS = ['question', 'delay', 'decision', 'change', 'objection'] as const
export type ElectronicKind = (typeof ELECTRONIC_KINDS)[number]

/** What a municipality lays down for itself where the law leaves it a choice. */
export type TownRules = {
  /** Weeks to decide by a statutory rule of its own (Awb 4:13(1)); null: the eight of 4:13(2). */
  readonly ownWeeks: number | null
  /** A committee advises on objections (Awb 7:13): then twelve weeks to decide on one, not six. */
  readonly committee: boolean
  /** How many days before the day of receipt a consent may begin; 0: not before it, null: nothing was laid down. */
  readonly backdateDays: number | null
  /** Whether a consent goes on until the decision when its extension was asked in time. */
  readonly extensionRunsOn: boolean
  /** The longest suspension, in weeks; null: no maximum. */
  readonly longestSuspensionWeeks: number | null
  /** For how many days after closing a sample what was drawn may be seen, at most; null: nothing was laid down. */
  readonly seenDays: number | null
  /** Whether a colleague must look before a decision goes out. */
  readonly fourEyes: boolean
  /** The function under which is signed, on behalf of the executive (Awb 10:10); empty: the executive itself. */
  readonly signedAs: string
  /** The name that stands under letters; empty: none. */
  readonly signedName: string
  /** Whether letters also name the member of staff who signed. */
  readonly namesStaff: boolean
  /** Where the mandate stands. */
  readonly mandate: string
  /** The address in the head of letters, line by line. */
  readonly address: string
  /** How to reach the municipality, line by line. */
  readonly contact: string
  readonly electronic: readonly ElectronicKind[]
}

/** The rules of one municipality through time, for asking what counted on a day. */
export type RulesOfTown = (on: Day) => TownRules

/** The rules with the day from which they count, and when they were written down. */
export type DatedTownRules = TownRules & { readonly from: Day; readonly setAt: Instant }

/** Before a municipality writes anything down: only what the law itself says. */
export const USUAL_TOWN_RULES: TownRules = {
  ownWeeks: null,
  committee: false,
  backdateDays: null,
  extensionRunsOn: false,
  longestSuspensionWeeks: null,
  seenDays: null,
  fourEyes: false,
  signedAs: '',
  signedName: '',
  namesStaff: false,
  mandate: '',
  address: '',
  contact: '',
  electronic: [],
}

/** The rules on a day: of those that count then the last that began, and of those the last written down. */
export function townRulesOn(dated: readonly DatedTownRules[], on: Day): TownRules {
  return (
    dated
      .filter(({ from }) => from <= on)
      .toSorted((a, b) => (a.from === b.from ? Temporal.Instant.compare(a.setAt, b.setAt) : a.from < b.from ? -1 : 1))
      .at(-1) ?? USUAL_TOWN_RULES
  )
}

/**
 * Refuses rules that would change what counted already: they begin today or later. The first ones may begin earlier, for they were there before they were
 * written down here. Refuses a function without the place where its mandate stands (Awb 10:5), and a maximum or a term outside what can be meant.
 */
export function mayBeSet(rules: TownRules, from: Day, before: readonly DatedTownRules[], today: Day): void {
  if (before.length > 0 && from < today) refuse(nl.refusals.fromBefore, { day: longDay(today) }, { field: 'from' })
  if (rules.ownWeeks !== null && (rules.ownWeeks < 1 || rules.ownWeeks > 52)) refuse(nl.refusals.weeks, {}, { field: 'ownWeeks' })
  if (rules.backdateDays !== null && rules.backdateDays > 366) refuse(nl.refusals.days, {}, { field: 'backdateDays' })
  const longest = rules.longestSuspensionWeeks
  if (longest !== null && (longest < 1 || longest > 104)) refuse(nl.refusals.longest, {}, { field: 'longestSuspensionWeeks' })
  if (rules.seenDays !== null && rules.seenDays > 56) refuse(nl.refusals.seenDays, {}, { field: 'seenDays' })
  if (rules.signedAs !== '' && rules.mandate === '') refuse(nl.refusals.mandate, {}, { field: 'mandate' })
}

/** The first day on which a consent may begin for a request that came in on a day; null where the town laid nothing down. */
export function earliestStart(received: Day, { backdateDays }: TownRules): Day | null {
  return backdateDays === null ? null : addDays(received, -backdateDays)
}

/** Refuses a consent that begins further back than the own rules of the town allow. */
export function mayBeBackdated(from: Day, received: Day, rules: TownRules): void {
  const earliest = earliestStart(received, rules)
  if (earliest && from < earliest) refuse(nl.refusals.backdated, { day: longDay(earliest) }, { field: 'from' })
}

/** Refuses a suspension without an end, or longer, where the town laid a maximum down. */
export function mayBeSuspended(change: { readonly from: Day; readonly until: Day | null }, { longestSuspensionWeeks: weeks }: TownRules): void {
  if (weeks === null) return
  const last = addDays(change.from, weeks * 7 - 1)
  if (change.until === null || change.until > last) refuse(nl.refusals.suspendedTooLong, { weeks, day: longDay(last) }, { field: 'until' })
}

/** What holds where a town laid nothing down about looking after a sample was closed. */
const USUAL_SEEN_DAYS = 28

/** For how many days after closing a sample the town may see what was drawn, at most. */
export function longestSeenDays({ seenDays }: TownRules): number {
  return seenDays ?? USUAL_SEEN_DAYS
}
