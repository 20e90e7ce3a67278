import { type Day, day, earlierDay, yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { MemberId, Permit } from '#rooms/access'
import { RECEIVERS, type Receiver } from '#rooms/agreements'
import { consentsOfAll } from '#rooms/consent'
import { DESTINATIONS, type Destination, journeysOfAll } from '#rooms/members'
import { cooperativeOf } from '#rooms/organisations'
import { yearFigures } from '#rooms/settlement'
import { membersOnDay, movesIn } from './moves.rules.ts'
import { comingAndGoing, type Folded, fold, mayTellTotal, type Part, type Told, told, toldOf } from './protecting.rules.ts'

export type FunderFigures = {
  readonly cooperative: string
  readonly year: number
  readonly years: readonly number[]
  /** The last day they are about: of the year, or today. */
  readonly until: Day
  readonly monthsClosed: number
  readonly members: Told
  readonly joined: Told
  readonly left: Told
  /** Where those who left went, as they told; null when too few left. */
  readonly destinations: Folded<Destination> | null
  readonly consents: Told
  /** Turnover of the closed months in cents; null when too few brought it in. */
  readonly turnover: bigint | null
  /** What each receiver got in the closed months, in cents. */
  readonly shares: Folded<Receiver> | null
}

/** One page about a year for whoever gives money: counts and amounts in which nobody can be found again (domain 2.12). Four queries. */
export async function funderFigures(tx: Tx, permit: Permit<'figures.read'>, asked: number | null): Promise<FunderFigures> {
  const journeys = [...(await journeysOfAll(tx, permit)).values()]
  const thisYear = yearOf(permit.today)
  const firstYear = Math.min(thisYear, ...journeys.flatMap(({ steps }) => steps.map(({ on }) => yearOf(on))))
  const years = Array.from({ length: Math.min(thisYear - firstYear + 1, 15) }, (_, index) => thisYear - index)
  const year = asked !== null && years.includes(asked) ? asked : thisYear
  const until = earlierDay(day(`${year}-12-31`), permit.today)
  const members = membersOnDay(journeys, until)
  const moves = movesIn(journeys, year, until)
  const { joined, left } = comingAndGoing(moves.joined, moves.left.length)
  const consents = await consentsOfAll(tx, permit, until, until)
  const money = await yearFigures(tx, permit, year)
  const turnoverTold = mayTellTotal(money.turnover.values())
  return {
    cooperative: (await cooperativeOf(tx, permit)).legalName,
    year,
    years,
    until,
    monthsClosed: money.months,
    members: told(members.size),
    joined,
    left,
    destinations: left.kind === 'count' && left.count > 0 ? fold(destinationsOf(moves.left)) : null,
    consents: toldOf([...members].filter((member) => consents.has(member)).length, members.size),
    turnover: turnoverTold ? [...money.turnover.values()].reduce((sum, each) => sum + each, 0n) : null,
    shares: turnoverTold ? fold(sharesOf(money.shares)) : null,
  }
}

function destinationsOf(left: readonly { readonly member: MemberId; readonly destination: Destination | null }[]): Part<Destination>[] {
  return DESTINATIONS.map((key) => {
    const people = left.filter(({ destination }) => (destination ?? 'unknown') === key).map(({ member }) => member)
    return { key, value: BigInt(people.length), people: new Set(people) }
  })
}

function sharesOf(shares: readonly { readonly receiver: Receiver; readonly member: MemberId; readonly cents: bigint }[]): Part<Receiver>[] {
  return RECEIVERS.map((key) => {
    const own = shares.filter(({ receiver, cents }) => receiver === key && cents !== 0n)
    return { key, value: own.reduce((sum, { cents }) => sum + cents, 0n), people: new Set(own.map(({ member }) => member)) }
  })
}
