import { addDays, type Day, daysBetween, firstDay, lastDay, laterDay, type Month, monthAfter, monthOf, yearOf } from '#kit/day.ts'
import { type Cents, sum } from '#kit/money.ts'
import type { Conditions, Watch, WatchSetting } from '#rooms/consent'
import { statementDueOn } from '#rules/settlement'

/** How it stands with a condition; `unknown` is never called good. */
export const COLOURS = ['red', 'amber', 'unknown', 'green'] as const
export type Colour = (typeof COLOURS)[number]

/** The totals of a month, as a statement tells them: no customers, no receipts (domain 2.12). */
export type MonthFacts = {
  readonly month: Month
  readonly turnover: Cents
  readonly costs: readonly { readonly kind: string; readonly cents: Cents }[]
  /** Paid out, and what went to the member without right. */
  readonly paid: Cents
  /** The pots together at the end of the month. */
  readonly pots: Cents
  /** Minutes of work that a coach confirmed, per week by its Monday, of the days in this month; none where nobody confirmed any. */
  readonly worked: readonly { readonly from: Day; readonly minutes: number }[]
}

/** What is known of one member under one consent. */
export type WatchFacts = {
  readonly months: readonly MonthFacts[]
  /** Every statement that the consent asks for up to today. */
  readonly due: readonly { readonly month: Month; readonly on: Day; readonly sent: boolean }[]
}

/** A fact behind a colour. */
export type WatchFact =
  | { readonly kind: 'amount'; readonly cents: Cents; readonly until: Month }
  | { readonly kind: 'hours'; readonly minutes: number }
  | { readonly kind: 'kinds'; readonly kinds: readonly string[] }
  | { readonly kind: 'paid'; readonly cents: Cents }
  | { readonly kind: 'due'; readonly on: Day; readonly sent: boolean }
  | { readonly kind: 'day'; readonly left: number }
  | { readonly kind: 'nothing' }

/** A condition in one period: a month, a year, a week or a day by its first day, as text; null where no period is known. */
export type WatchPeriod = { readonly period: string | null; readonly colour: Colour; readonly fact: WatchFact }

/** One condition with how it stands now, and every period known. */
export type WatchLine = WatchPeriod & {
  /** The condition of the list, or the kind where it stands in the decision itself. */
  readonly condition: string
  /** As the municipality wrote it; null where it stands in the decision itself. */
  readonly words: string | null
  /** Null where it is words alone, which people read. */
  readonly watch: Watch | null
  readonly periods: readonly WatchPeriod[]
}

/** One line per condition of a consent, the worst first. */
export function watchLines(conditions: Conditions, facts: WatchFacts, today: Day, usual: WatchSetting): WatchLine[] {
  return watchedIn(conditions, usual)
    .map(({ condition, words, watch }): WatchLine => {
      const periods = watch ? periodsOf(watch, facts, today) : []
      const now = nowOf(watch?.kind === 'hours' ? worstWeekOfMonth(periods) : periods, today) ?? { period: null, colour: 'unknown', fact: { kind: 'nothing' } }
      return { condition, words, watch, periods, ...notStale(now, watch, facts, today) }
    })
    .toSorted((a, b) => COLOURS.indexOf(a.colour) - COLOURS.indexOf(b.colour))
}

/** The newest period; a month that still runs does not hide that the one before it was worse. */
function nowOf(periods: readonly WatchPeriod[], today: Day): WatchPeriod | undefined {
  const [before, last] = [periods.at(-2), periods.at(-1)]
  const runs = last?.period === monthOf(today) || (last?.fact.kind === 'hours' && monthOfWeek(last.period as Day) === monthOf(today))
  const hides = before && runs && COLOURS.indexOf(before.colour) < COLOURS.indexOf(last.colour)
  return hides ? before : last
}

/** A month tells its weeks together, so the line shows the worst of them: a week that was too much is not hidden by the quiet one after it. */
function worstWeekOfMonth(periods: readonly WatchPeriod[]): WatchPeriod[] {
  return [...Map.groupBy(periods, ({ period }) => monthOfWeek(period as Day)).values()].flatMap(
    (weeks) => COLOURS.map((colour) => weeks.findLast((week) => week.colour === colour)).find((week) => week !== undefined) ?? [],
  )
}

/** A week belongs to the month of its Thursday: where most of its days are. */
function monthOfWeek(monday: Day): Month {
  return monthOf(addDays(monday, 3))
}

/** Whether a period is about a month: the month itself, its year up to it, or a week with most of its days in it. Days and late statements are about no month's figures. */
export function isOf({ period, fact }: WatchPeriod, month: Month): boolean {
  if (fact.kind === 'hours') return monthOfWeek(period as Day) === month
  return fact.kind === 'amount' ? fact.until === month : (fact.kind === 'kinds' || fact.kind === 'paid') && period === month
}

/** The worst colour of all lines; unknown where there are none. */
export function worstOf(lines: readonly { readonly colour: Colour }[]): Colour {
  return COLOURS.find((colour) => lines.some((line) => line.colour === colour)) ?? 'unknown'
}

/** The statements that a consent asks for up to today: from the month in which it was written down, for of before nobody could send one here. */
export function dueStatements(conditions: Conditions, writtenOn: Day, sent: ReadonlySet<Month>, today: Day): WatchFacts['due'] {
  const found: { month: Month; on: Day; sent: boolean }[] = []
  const first = monthOf(laterDay(conditions.from, writtenOn))
  for (let month = first; month < monthOf(today) && firstDay(month) <= conditions.until; month = monthAfter(month)) {
    const on = statementDueOn(month, conditions.statementRhythm, conditions.statementDay)
    if (on) found.push({ month, on, sent: sent.has(month) })
  }
  return found
}

/** The months that a consent is about: those with a day in it. */
export function monthsUnder(conditions: Conditions, months: readonly MonthFacts[]): MonthFacts[] {
  return months.filter(({ month }) => lastDay(month) >= conditions.from && firstDay(month) <= conditions.until).toSorted((a, b) => (a.month < b.month ? -1 : 1))
}

/** What was chosen from the list, and what the decision itself says where the list says nothing of that kind. */
function watchedIn(conditions: Conditions, usual: WatchSetting): { condition: string; words: string | null; watch: Watch | null }[] {
  const chosen = (conditions.watched ?? []).map(({ condition, words, watch }) => ({ condition, words, watch: asDecided(watch, conditions) }))
  const itself: Watch[] = [
    ...(conditions.costKinds.length > 0 ? [{ kind: 'costs', only: conditions.costKinds } as const] : []),
    { kind: 'payOut', allowed: conditions.payOutAllowed },
    ...(conditions.statementRhythm === 'none' ? [] : [{ kind: 'statement', rhythm: conditions.statementRhythm, warn: usual.statementDays } as const]),
  ]
  const rest = itself.filter(({ kind }) => !chosen.some(({ watch }) => watch?.kind === kind))
  return [...chosen, ...rest.map((watch) => ({ condition: watch.kind, words: null, watch }))]
}

/** The decision may allow fewer kinds of costs than the list. */
function asDecided(watch: Watch | null, conditions: Conditions): Watch | null {
  return watch?.kind === 'costs' && conditions.costKinds.length > 0 ? { ...watch, only: conditions.costKinds } : watch
}

function periodsOf(watch: Watch, facts: WatchFacts, today: Day): WatchPeriod[] {
  switch (watch.kind) {
    case 'hours':
      return eachWeek(facts, watch)
    case 'turnover':
      return watch.per === 'month' ? eachMonth(facts, watch, ({ turnover }) => turnover) : eachYear(facts, watch)
    case 'pot':
      return eachMonth(facts, watch, ({ pots }) => pots)
    case 'costs':
      return facts.months.map(({ month, costs }) => {
        const kinds = costs.filter(({ kind, cents }) => cents !== 0n && !watch.only.includes(kind)).map(({ kind }) => kind)
        return { period: month, colour: kinds.length > 0 ? 'red' : 'green', fact: { kind: 'kinds', kinds } }
      })
    case 'payOut':
      return facts.months.map(({ month, paid }) => ({
        period: month,
        colour: !watch.allowed && paid > 0n ? 'red' : 'green',
        fact: { kind: 'paid', cents: paid },
      }))
    case 'statement':
      return statementPeriods(facts, watch.warn, today)
    case 'jobSearch': {
      const left = daysBetween(today, watch.until)
      return [{ period: watch.until, colour: left < 0 ? 'red' : left <= watch.warn ? 'amber' : 'green', fact: { kind: 'day', left } }]
    }
  }
}

/** Over the bound is red; from so many percent of it amber. The bound itself may be reached. */
function against(value: bigint, most: bigint, warn: number): Colour {
  if (value > most) return 'red'
  return value * 100n >= most * BigInt(warn) ? 'amber' : 'green'
}

/** Weeks in which work was confirmed. A week over two months counts once both are known, and before that only where it is too much already. */
function eachWeek(facts: WatchFacts, watch: { readonly most: number; readonly warn: number }): WatchPeriod[] {
  const known = (on: Day) => facts.months.some(({ month }) => month === monthOf(on))
  const weeks = Map.groupBy(
    facts.months.flatMap(({ worked }) => worked),
    ({ from }) => from,
  )
  return [...weeks]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([from, parts]): WatchPeriod[] => {
      const minutes = parts.reduce((all, part) => all + part.minutes, 0)
      const colour = against(BigInt(minutes), BigInt(watch.most) * 60n, watch.warn)
      const whole = known(from) && known(addDays(from, 6))
      return whole || colour === 'red' ? [{ period: from, colour, fact: { kind: 'hours', minutes } }] : []
    })
}

function eachMonth(facts: WatchFacts, watch: { readonly most: Cents; readonly warn: number }, of: (month: MonthFacts) => Cents): WatchPeriod[] {
  return facts.months.map((each) => ({
    period: each.month,
    colour: against(of(each), watch.most, watch.warn),
    fact: { kind: 'amount', cents: of(each), until: each.month },
  }))
}

/** A calendar year so far. With a month missing in between, what is known can be too much already, and never little enough. */
function eachYear(facts: WatchFacts, watch: { readonly most: Cents; readonly warn: number }): WatchPeriod[] {
  return [...Map.groupBy(facts.months, ({ month }) => yearOf(month))].flatMap(([year, months]) => {
    const [first, last] = [months[0], months.at(-1)]
    if (!first || !last) return []
    const total = sum(months.map(({ turnover }) => turnover))
    const colour = against(total, watch.most, watch.warn)
    const asked = facts.due.filter(({ month }) => yearOf(month) === year && month <= last.month)
    const missing = asked.some(({ month }) => !months.some((each) => each.month === month)) || hasGap(months)
    return [{ period: String(year), colour: colour === 'green' && missing ? 'unknown' : colour, fact: { kind: 'amount', cents: total, until: last.month } }]
  })
}

function hasGap(months: readonly MonthFacts[]): boolean {
  return months.some(({ month }, place) => place > 0 && months[place - 1]?.month !== monthAfter(month, -1))
}

/** Each statement that is late stands for itself; what is due next comes last where it comes near. */
function statementPeriods(facts: WatchFacts, warn: number, today: Day): WatchPeriod[] {
  const late = facts.due.filter(({ on, sent }) => !sent && on < today)
  const near = facts.due.find(({ on, sent }) => !sent && on >= today && daysBetween(today, on) <= warn)
  const said = ({ month, on, sent }: WatchFacts['due'][number], colour: Colour): WatchPeriod => ({ period: month, colour, fact: { kind: 'due', on, sent } })
  if (late.length > 0) return late.map((each) => said(each, 'red'))
  if (near) return [said(near, 'amber')]
  const last = facts.due.filter(({ sent }) => sent).at(-1)
  return [last ? said(last, 'green') : { period: null, colour: 'green', fact: { kind: 'nothing' } }]
}

/** What rests on statements is good only while none of a later month is late: nobody knows that month. */
function notStale(now: WatchPeriod, watch: Watch | null, facts: WatchFacts, today: Day): WatchPeriod {
  if (now.colour !== 'green' || watch === null || watch.kind === 'statement' || watch.kind === 'jobSearch') return now
  const known = facts.months.at(-1)?.month ?? null
  const late = facts.due.some(({ month, on, sent }) => !sent && on < today && (known === null || month > known))
  return late ? { ...now, colour: 'unknown' } : now
}
