import { type Day, longDay, parseDay } from '#kit/day.ts'
import { type Cents, cents, euro, parseEuro } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { fill, type Language } from '#kit/text.ts'
import type { Conditions, StatementRhythm, Watch, WatchedCondition, WatchKind } from '../events/events.rules.ts'
import { library } from './library.nl.ts'
import { watchTexts } from './watch.en.ts'

/** The place in the words of a condition where what was laid down comes; the other kinds have none. */
export const PLACES: Readonly<Partial<Record<WatchKind, string>>> = { hours: '{uren}', turnover: '{bedrag}', pot: '{bedrag}', jobSearch: '{dag}' }

/** What a form says about a condition, before it is known whether it fits its kind. */
export type WatchForm = {
  readonly kind: WatchKind | 'words'
  readonly words: string
  readonly hours: number | null
  readonly amount: Cents | null
  readonly per: 'month' | 'year' | null
  readonly costKinds: readonly string[]
  readonly payOut: 'yes' | 'no' | null
  readonly rhythm: StatementRhythm | null
  readonly until: Day | null
  readonly warn: number | null
}

/** What a municipality starts from: how many percent of a bound, days before a day, or days before a statement is due, is near. */
export type WatchSetting = {
  readonly percent: number
  readonly days: number
  readonly statementDays: number
  /** How long somebody has to answer a question that follows on a bound that was passed. */
  readonly answerDays: number
  readonly source: string
}

/** The condition as data; null where it is words alone. Refuses what its kind needs and is missing, and words without the place for what is laid down. */
export function watchFrom(form: WatchForm, usual: WatchSetting): Watch | null {
  if (form.kind === 'words') return null
  const place = PLACES[form.kind]
  if (place && !form.words.includes(place)) refuse(library.refusals.noPlace, { place }, { field: 'words' })
  const near = (watch: Extract<Watch, { readonly warn: number }>, most: number): Watch => {
    if (watch.warn < 1 || watch.warn > most) refuse(library.refusals.warn, { most }, { field: 'warn' })
    return watch
  }
  const percent = form.warn ?? usual.percent
  const days = form.warn ?? usual.days
  switch (form.kind) {
    case 'hours':
      return near({ kind: 'hours', most: wholeHours(form.hours, 'hours'), warn: percent }, 99)
    case 'turnover':
      return near({ kind: 'turnover', most: given(form.amount, 'amount'), per: given(form.per, 'per'), warn: percent }, 99)
    case 'pot':
      return near({ kind: 'pot', most: given(form.amount, 'amount'), warn: percent }, 99)
    case 'costs':
      return { kind: 'costs', only: form.costKinds.length > 0 ? form.costKinds.toSorted() : refuse(library.refusals.noKinds, {}, { field: 'costKinds' }) }
    case 'payOut':
      return { kind: 'payOut', allowed: given(form.payOut, 'payOut') === 'yes' }
    case 'statement':
      return near({ kind: 'statement', rhythm: given(form.rhythm, 'rhythm'), warn: form.warn ?? usual.statementDays }, 28)
    case 'jobSearch':
      return near({ kind: 'jobSearch', until: given(form.until, 'until'), warn: days }, 366)
  }
}

function given<T>(value: T | null, field: string): T {
  return value ?? refuse(library.refusals.missing, {}, { field })
}

/** There are 168 hours in a week: more is a slip of the pen. */
function wholeHours(hours: number | null, field: string): number {
  return hours !== null && hours >= 1 && hours <= 168 ? hours : refuse(library.refusals.hours, {}, { field })
}

/** What is laid down in one case where the list says something else. Nothing typed leaves it as it stands. Refuses what cannot be read. */
export function adjusted(watch: Watch | null, typed: string | null): Watch | null {
  if (watch === null || typed === null || typed.trim() === '') return watch
  switch (watch.kind) {
    case 'hours':
      return { ...watch, most: wholeHours(/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null, 'adjusted') }
    case 'turnover':
    case 'pot': {
      const most = parseEuro(typed)
      return { ...watch, most: most !== null && most > 0n ? most : refuse(library.refusals.adjusted, { typed }, { field: 'adjusted' }) }
    }
    case 'jobSearch':
      return { ...watch, until: parseDay(typed) ?? refuse(library.refusals.adjusted, { typed }, { field: 'adjusted' }) }
    default:
      return watch
  }
}

/** The words as they come in the letter, with what was laid down in its place. */
export function saidWith(words: string, watch: Watch | null): string {
  const place = watch && PLACES[watch.kind]
  return watch && place ? words.replaceAll(place, () => boundOf(watch, 'nl')) : words
}

/** What is laid down as a person writes it: hours, an amount or a day; empty for the other kinds. */
export function boundOf(watch: Watch, language: Language): string {
  switch (watch.kind) {
    case 'hours':
      return String(watch.most)
    case 'turnover':
    case 'pot':
      return euro(watch.most)
    case 'jobSearch':
      return longDay(watch.until, language)
    default:
      return ''
  }
}

/** What Opbloei watches, in plain words of its own; `kinds` are the kinds of costs in words. */
export function plainWatch(watch: Watch, kinds: string, language: Language): string {
  const words = watchTexts[language].plain
  const bound = boundOf(watch, language)
  switch (watch.kind) {
    case 'hours':
      return fill(words.hours, { bound })
    case 'turnover':
      return fill(watch.per === 'month' ? words.turnoverMonth : words.turnoverYear, { bound })
    case 'pot':
      return fill(words.pot, { bound })
    case 'costs':
      return fill(words.costs, { kinds })
    case 'payOut':
      return watch.allowed ? words.payOut : words.noPayOut
    case 'statement':
      return words.statement[watch.rhythm]
    case 'jobSearch':
      return fill(words.jobSearch, { bound })
  }
}

/** Refuses what was chosen from the list where it says something else than the rest of the same decision. */
export function mayStandTogether(conditions: Conditions): void {
  for (const { watch, words } of conditions.watched ?? []) {
    if (watch?.kind === 'payOut' && watch.allowed !== conditions.payOutAllowed) refuse(library.refusals.payOut, { words }, { field: 'chosen' })
    if (watch?.kind === 'statement' && watch.rhythm !== conditions.statementRhythm) refuse(library.refusals.rhythm, { words }, { field: 'chosen' })
    if (watch?.kind === 'costs' && conditions.costKinds.some((kind) => !watch.only.includes(kind)))
      refuse(library.refusals.costs, { words }, { field: 'chosen' })
  }
}

/** What was kept with a decision or in the list, as it came back from the database, where cents are plain numbers. */
export function watchedFrom(value: unknown): readonly WatchedCondition[] {
  if (!Array.isArray(value)) return []
  return value.map((each: WatchedCondition) => ({ condition: each.condition, version: each.version, words: each.words, watch: watchOf(each.watch) }))
}

export function watchOf(value: unknown): Watch | null {
  if (value === null || value === undefined) return null
  const watch = value as Watch
  return watch.kind === 'turnover' || watch.kind === 'pot' ? { ...watch, most: cents(watch.most) } : watch
}
