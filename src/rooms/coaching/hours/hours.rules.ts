import { addMonths, type Day, day, within } from '#kit/day.ts'
import type { PersonId } from '#rooms/access'

/** Roads of civic integration (Wet inburgering 2021), and `none` for who has no such duty or does not know. */
export const ROADS = ['b1', 'education', 'z', 'none'] as const
export type Road = (typeof ROADS)[number]

export const LEVELS = ['unknown', 'a0', 'a1', 'a2', 'b1', 'b2'] as const
export type Level = (typeof LEVELS)[number]

export const HOUR_KINDS = ['language', 'participation'] as const
export type HourKind = (typeof HOUR_KINDS)[number]

/** Hours that a road asks for, dated and with where that was read. */
export type RoadHours = {
  readonly road: Road
  readonly from: Day
  readonly until: Day | null
  /** Whole hours of each kind. */
  readonly hours: Readonly<Record<HourKind, number>>
  readonly source: string
  readonly doubt: string | null
}

export const ROAD_HOURS: readonly RoadHours[] = [
  {
    road: 'z',
    from: day('2022-01-01'),
    until: null,
    hours: { language: 800, participation: 800 },
    source: 'Besluit inburgering 2021 (BWBR0045555) art. 3.14, tekst van 2-4-2026, gelezen in de kopie van BZK',
    doubt:
      'Taal telt als les bij een cursusinstelling met keurmerk, ook over de Nederlandse maatschappij. De 800 uur meedoen gelden alleen voor wie hier is met asiel, of als familie daarvan. De uren van de module Arbeidsmarkt en Participatie en van de participatieverklaring gaan ervan af.',
  },
]

/** What a road asks for on a day; null where it counts no hours. */
export function roadHours(road: Road, on: Day, rows: readonly RoadHours[] = ROAD_HOURS): RoadHours | null {
  return rows.findLast((row) => row.road === road && within(on, row.from, row.until)) ?? null
}

/** The last day of the three years of civic integration, which begin on the day after that of the PIP (Wet inburgering 2021 art. 11(1) and (2), text of 21-10-2025). */
export function lastDayOfTerm(pipOn: Day): Day {
  return addMonths(pipOn, 36)
}

export type HoursAnswer = 'confirmed' | 'declined' | 'takenBack'

/** Hours somebody spent, in minutes, and what the coach said of them. */
export type HoursLine = {
  readonly id: string
  readonly kind: HourKind
  readonly on: Day
  readonly minutes: number
  readonly what: string
  readonly answer: HoursAnswer | null
  readonly reason: string | null
  readonly answeredBy: PersonId | null
}

export type HoursTotal = { readonly confirmed: number; readonly waiting: number }

/** Minutes per kind: confirmed ones count, those without an answer wait, and what was declined or taken back is nothing. */
export function totalsOf(lines: readonly HoursLine[]): Readonly<Record<HourKind, HoursTotal>> {
  const of = (kind: HourKind): HoursTotal => {
    const sum = (answer: HoursAnswer | null) =>
      lines.filter((line) => line.kind === kind && line.answer === answer).reduce((all, line) => all + line.minutes, 0)
    return { confirmed: sum('confirmed'), waiting: sum(null) }
  }
  return { language: of('language'), participation: of('participation') }
}

/** Sixteen hours: more than that on one day is a slip of the pen. */
export const MOST_MINUTES_A_DAY = 960

/** Why hours cannot be written down: a day to come, nothing, or more than a day holds together with what stands there. */
export function problemOfHours(
  hours: { readonly on: Day; readonly minutes: number },
  today: Day,
  there: readonly HoursLine[],
): 'dayToCome' | 'noTime' | 'tooMuch' | null {
  if (hours.on > today) return 'dayToCome'
  if (hours.minutes < 1) return 'noTime'
  const before = there.filter((line) => line.on === hours.on && line.answer !== 'declined' && line.answer !== 'takenBack')
  const all = before.reduce((sum, line) => sum + line.minutes, hours.minutes)
  return all > MOST_MINUTES_A_DAY ? 'tooMuch' : null
}

/** Thousandths of an hour, as typed, in whole minutes; half a minute goes up. */
export function minutesOf(thousandths: bigint): number {
  return Number((thousandths * 60n + 500n) / 1000n)
}

/** Minutes as people read them: "2:30". */
export function clockOf(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
