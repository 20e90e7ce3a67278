import { type Day, day, yearOf } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import type { Destination, MemberJourney } from '#rooms/members'
import { membersOnDay } from '../moves.rules.ts'

/** What a cooperative can let be counted along, each by its own choice. */
export const FIGURES = ['members', 'trials', 'turnover', 'departures'] as const
export type Figure = (typeof FIGURES)[number]

/** The cells of each figure, in the order in which they are told. */
export const CELLS = {
  members: ['members'],
  trials: ['trials'],
  turnover: ['none', 'low', 'middle', 'high'],
  departures: ['left', 'ownEnterprise', 'paidWork', 'elsewhere'],
} as const satisfies Record<Figure, readonly string[]>
export type Cell = (typeof CELLS)[Figure][number]

/** The counts of one cooperative, of the figures that it agreed to. */
export type Counts = Partial<Record<Cell, number>>

/** The upper ends, in cents a year, of the bands `low` and `middle`. */
export const LOW_CENTS = 100_000n
export const MIDDLE_CENTS = 500_000n

/** From this day on a year is told: months are closed and files complete by then. Our proposal. */
export function toldFrom(year: number): Day {
  return day(`${year + 1}-04-01`)
}

/** The newest year that may be told on a day. */
export function lastToldYear(today: Day): number {
  const year = yearOf(today) - 1
  return today >= toldFrom(year) ? year : year - 1
}

/** The years to which a cooperative can say yes or no: the last that may be told, and those after it up to this one. */
export function openYears(today: Day): number[] {
  const [from, until] = [lastToldYear(today), yearOf(today)]
  return Array.from({ length: until - from + 1 }, (_, nr) => from + nr)
}

export type OwnFacts = {
  readonly journeys: readonly MemberJourney[]
  /** Of the closed months of the year, in cents by member. */
  readonly turnover: ReadonlyMap<MemberId, bigint>
  readonly monthsClosed: number
}

/** What is counted of a cooperative for a figure of a year; null where it has nothing to count: it was not there yet, or no month was closed. */
export function ownCounts(figure: Figure, year: number, facts: OwnFacts): Counts | null {
  const last = day(`${year}-12-31`)
  const here = facts.journeys.filter(({ steps }) => steps.some(({ on }) => on <= last))
  if (here.length === 0) return null
  if (figure === 'members') return { members: membersOnDay(here, last).size }
  if (figure === 'trials') return { trials: here.filter((each) => onTrialIn(each, year)).length }
  if (figure === 'departures') return departuresIn(here, year)
  if (facts.monthsClosed === 0) return null
  const amounts = [...membersOnDay(here, last)].map((member) => facts.turnover.get(member) ?? 0n)
  const among = (from: bigint | null, until: bigint | null) =>
    amounts.filter((each) => (from === null || each > from) && (until === null || each <= until)).length
  return { none: among(null, 0n), low: among(0n, LOW_CENTS), middle: among(LOW_CENTS, MIDDLE_CENTS), high: among(MIDDLE_CENTS, null) }
}

/** Whether somebody was on trial on some day of a year. */
function onTrialIn({ steps }: MemberJourney, year: number): boolean {
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  return steps.some((step, place) => {
    if (step.stage !== 'trial' || step.on > last) return false
    const next = steps[place + 1]?.on ?? null
    return (next === null || next > first || step.on >= first) && (step.until === null || step.until >= first)
  })
}

/** Who was a member on some day of a year and is none on its last, once each, by where they went the last time as they told. */
function departuresIn(journeys: readonly MemberJourney[], year: number): Counts {
  const last = day(`${year}-12-31`)
  const gone = journeys.flatMap(({ steps }): (Destination | null)[] => {
    const until = steps.filter(({ on }) => on <= last)
    if (until.at(-1)?.stage === 'member') return []
    const end = until.findLastIndex((step, place) => step.stage !== 'member' && until[place - 1]?.stage === 'member')
    const step = until[end]
    return step && yearOf(step.on) === year ? [step.destination] : []
  })
  const of = (destination: Destination) => gone.filter((each) => each === destination).length
  const [ownEnterprise, paidWork] = [of('ownEnterprise'), of('paidWork')]
  return { left: gone.length, ownEnterprise, paidWork, elsewhere: gone.length - ownEnterprise - paidWork }
}

/** Rounded to fives, half up: what is told. Nobody stays nobody; five or more never becomes nobody. */
export function rounded(count: number): number {
  return Math.floor((count + 2.5) / 5) * 5
}
