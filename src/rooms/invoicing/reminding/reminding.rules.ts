import { addDays, type Day, laterDay, weekday, yearOf } from '#kit/day.ts'
import type { Cents } from '#kit/money.ts'
import { holidaysOf } from '#rules/law'

/** The steps of reminding in their order; the last is to propose that the invoice is written off. */
export const STEPS = ['friendly', 'second', 'call', 'last', 'writeOff'] as const
export type RemindingStep = (typeof STEPS)[number]
/** A step that is written down on the invoice itself; a proposal to write off has a row of its own. */
export type DoneStep = Exclude<RemindingStep, 'writeOff'>

/** How a cooperative reminds: days after the last day to pay, per step; null leaves a step out. `costs` is what a last letter names, in cents. */
export type RemindingScheme = {
  readonly after: Readonly<Record<RemindingStep, number | null>>
  readonly automatic: boolean
  readonly costs: Cents | null
}

/** What holds until a cooperative chooses otherwise: nothing goes by itself, and no costs are named. */
export const USUAL: RemindingScheme = { after: { friendly: 7, second: 14, call: 28, last: 42, writeOff: 70 }, automatic: false, costs: null }

export type Past = { readonly step: DoneStep; readonly on: Day }
export type Pause = { readonly until: Day | null; readonly ended: boolean }

/** At least so many days between two steps, also when reminding began late. */
const REST = 7
/** After a last letter: fourteen days from the day after it came (BW 6:96 lid 6), and a week for the post. */
const REST_AFTER_LAST = 21

/** The next step and the working day from which it may be done; null when all steps were. */
export function nextStep(scheme: RemindingScheme, dueOn: Day, past: readonly Past[]): { readonly step: RemindingStep; readonly from: Day } | null {
  const furthest = Math.max(-1, ...past.map(({ step }) => STEPS.indexOf(step)))
  const step = STEPS.find((each, at) => at > furthest && scheme.after[each] !== null)
  if (!step) return null
  const planned = addDays(dueOn, scheme.after[step] ?? 0)
  const latest = past.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1)
  const rested = latest ? addDays(latest.on, latest.step === 'last' ? REST_AFTER_LAST : REST) : planned
  return { step, from: workingDay(laterDay(planned, rested)) }
}

/** The day itself, or the first after it that is no Saturday, Sunday or holiday (Algemene termijnenwet art. 3). */
export function workingDay(on: Day): Day {
  return weekday(on) > 5 || holidaysOf(yearOf(on)).includes(on) ? workingDay(addDays(on, 1)) : on
}

export type Reminded = {
  readonly open: Cents
  readonly dueOn: Day | null
  readonly question: boolean
  readonly proposed: boolean
  readonly pauses: readonly Pause[]
}

/** Why nobody is reminded on a day: nothing open, not due, a question of the customer, a pause, or a write-off proposed. Null: go on. */
export function haltOf(invoice: Reminded, today: Day): 'settled' | 'notDue' | 'question' | 'paused' | 'proposed' | null {
  if (invoice.open <= 0n) return 'settled'
  if (invoice.dueOn === null || today <= invoice.dueOn) return 'notDue'
  if (invoice.question) return 'question'
  if (invoice.pauses.some((pause) => !pause.ended && (pause.until === null || today <= pause.until))) return 'paused'
  return invoice.proposed ? 'proposed' : null
}

/** Mail goes by itself on working days from nine to five only. */
export function atDaytime(today: Day, hour: number): boolean {
  return workingDay(today) === today && hour >= 9 && hour < 17
}

/** Only the friendly mails go by themselves; a person looks before a customer gets a last letter. */
export function goesByItself(step: RemindingStep): step is 'friendly' | 'second' {
  return step === 'friendly' || step === 'second'
}

/** A consumer owes costs only after a letter that gives fourteen days and names the amount (BW 6:96 lid 6). */
export function costsNamed(scheme: RemindingScheme, step: RemindingStep, buyer: 'person' | 'organisation'): Cents | null {
  return step === 'last' && buyer === 'person' ? scheme.costs : null
}

/** Steps come in their order, each later than the one before. Gives the first that does not. */
export function outOfOrder(after: RemindingScheme['after']): RemindingStep | null {
  const kept = STEPS.filter((step) => after[step] !== null)
  return kept.find((step, at) => at > 0 && (after[step] ?? 0) <= (after[kept[at - 1] ?? step] ?? 0)) ?? null
}
