import { addMonths, type Day, day, lastDay, type Month, month, monthAfter, monthOf } from '#kit/day.ts'
import type { Role } from '#rooms/access'
import { termOn } from './terms.rules.ts'

export const DUTY_KINDS = ['accounts', 'adoption', 'vat', 'memberlist', 'agreement', 'cooperation', 'role', 'consents', 'statements'] as const
export type DutyKind = (typeof DUTY_KINDS)[number]

/** Something the cooperative must do, or see to, by a day. */
export type YearDuty = {
  /** The same for the same duty, whenever the calendar is computed. */
  readonly key: string
  readonly kind: DutyKind
  readonly on: Day
  readonly who: Role
  /** The article, where it is law; null where it is agreed. */
  readonly source: string | null
  /** A year, a quarter, a title or a name. */
  readonly about: string
  /** How many, where they are counted together; never who. */
  readonly number: number | null
  readonly done: boolean
}

export type CalendarFacts = {
  readonly today: Day
  /** Since when the cooperative is here: what was due before is not asked. */
  readonly since: Day
  readonly membersLiable: boolean
  readonly korSince: Day | null
  readonly korUntil: Day | null
  /** Financial years whose accounts were adopted, and by how many months others were put off. */
  readonly adopted: ReadonlySet<number>
  readonly more: ReadonlyMap<number, number>
  readonly agreements: readonly { readonly id: string; readonly title: string; readonly until: Day }[]
  readonly cooperations: readonly { readonly id: string; readonly municipality: string; readonly until: Day }[]
  readonly roles: readonly { readonly role: Role; readonly name: string; readonly until: Day }[]
  /** Last days of consents, and of statements that were not sent. */
  readonly consents: readonly Day[]
  readonly statements: readonly Day[]
  readonly ticked: ReadonlySet<string>
}

/** How far the calendar looks ahead. */
const MONTHS = 12

/** Duties that are ticked by hand, because nothing else in the house tells that they were done. */
export function isTicked(kind: DutyKind): boolean {
  return kind === 'accounts' || kind === 'vat' || kind === 'memberlist'
}

/**
 * What the cooperative must do by which day: what is late and not done on top, then the coming twelve months. The financial year is the calendar year
 * (BW 2:10a). A term that ends on a weekend is not moved: early is always in time.
 */
export function calendarOf(facts: CalendarFacts): YearDuty[] {
  const until = addMonths(facts.today, MONTHS)
  const years = Array.from(
    { length: Number(until.slice(0, 4)) - Number(facts.since.slice(0, 4)) + 2 },
    (_, index) => Number(facts.since.slice(0, 4)) - 1 + index,
  )
  return [
    ...years.flatMap((year) => [...accountsOf(year, facts), ...vatOf(year, facts), ...memberListOf(year, facts)]),
    ...agreedOf(facts),
    ...countedOf(facts),
  ]
    .map((duty) => ({ ...duty, done: duty.done || facts.ticked.has(duty.key) }))
    .filter(({ on, done }) => on >= facts.since && on <= until && (on >= facts.today || !done))
    .toSorted((a, b) => a.on.localeCompare(b.on) || DUTY_KINDS.indexOf(a.kind) - DUTY_KINDS.indexOf(b.kind) || a.key.localeCompare(b.key))
}

function accountsOf(year: number, { adopted, more }: CalendarFacts): YearDuty[] {
  const end = day(`${year}-12-31`)
  const [accounts, most, adoption] = [termOn('accounts', end), termOn('accountsMore', end), termOn('adoption', end)]
  if (!accounts || !adoption) return []
  const extra = Math.min(more.get(year) ?? 0, most?.months ?? 0)
  const drawnUp = lastDay(monthAfter(monthOf(end), accounts.months + extra))
  const facts = { about: String(year), number: null, done: adopted.has(year) }
  return [
    { key: `accounts-${year}`, kind: 'accounts', on: drawnUp, who: 'board', source: accounts.source, ...facts },
    { key: `adoption-${year}`, kind: 'adoption', on: addMonths(drawnUp, adoption.months), who: 'board', source: adoption.source, ...facts },
  ]
}

/** A quarter that lies wholly in the small businesses scheme asks for no return (Wet OB art. 25). */
export function vatOf(year: number, { korSince, korUntil }: Pick<CalendarFacts, 'korSince' | 'korUntil'>): YearDuty[] {
  return [1, 2, 3, 4].flatMap((quarter) => {
    const last: Month = month(`${year}-${String(quarter * 3).padStart(2, '0')}`)
    const [first, end] = [day(`${monthAfter(last, -2)}-01`), lastDay(last)]
    const term = termOn('vat', end)
    const exempt = korSince !== null && korSince <= first && (korUntil === null || korUntil >= end)
    if (!term || exempt) return []
    const about = `${quarter}e kwartaal ${year}`
    const on = lastDay(monthAfter(last, term.months))
    return [{ key: `vat-${year}-q${quarter}`, kind: 'vat' as const, on, who: 'treasurer' as const, source: term.source, about, number: null, done: false }]
  })
}

function memberListOf(year: number, { membersLiable }: CalendarFacts): YearDuty[] {
  const end = day(`${year}-12-31`)
  const term = termOn('memberList', end)
  if (!term || !membersLiable) return []
  const on = lastDay(monthAfter(monthOf(end), term.months))
  return [{ key: `memberlist-${year}`, kind: 'memberlist', on, who: 'board', source: term.source, about: String(year), number: null, done: false }]
}

/** What ends by agreement is over by itself: it is not late, so only what is to come is asked. */
function agreedOf({ today, agreements, cooperations, roles }: CalendarFacts): YearDuty[] {
  const rest = { who: 'board', source: null, number: null, done: false } as const
  const all: YearDuty[] = [
    ...agreements.map(({ id, title, until }) => ({ ...rest, key: `agreement-${id}`, kind: 'agreement' as const, on: until, about: title })),
    ...cooperations.map(({ id, municipality, until }) => ({ ...rest, key: `cooperation-${id}`, kind: 'cooperation' as const, on: until, about: municipality })),
    ...roles.map(({ role, name, until }, index) => ({
      ...rest,
      key: `role-${role.toLowerCase()}-${until}-${index}`,
      kind: 'role' as const,
      who: 'administrator' as const,
      on: until,
      about: name,
    })),
  ]
  return all.filter(({ on }) => on >= today)
}

/** Consents that end in a month and statements that are due on a day are counted together. */
function countedOf({ today, consents, statements }: CalendarFacts): YearDuty[] {
  const perMonth = Map.groupBy(
    consents.filter((on) => on >= today),
    (on) => monthOf(on),
  )
  const perDay = Map.groupBy(statements, (on) => on)
  const rest = { who: 'coach', source: null, done: false } as const
  return [
    ...[...perMonth].map(([of, days]) => {
      const on = days.toSorted()[0] ?? lastDay(of)
      return { ...rest, key: `consents-${of}`, kind: 'consents' as const, on, about: of as string, number: days.length }
    }),
    ...[...perDay].map(([on, days]) => ({ ...rest, key: `statements-${on}`, kind: 'statements' as const, on, about: on as string, number: days.length })),
  ]
}
