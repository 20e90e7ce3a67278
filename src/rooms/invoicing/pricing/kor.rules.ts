import { addDays, type Day, day, within, yearOf } from '#kit/day.ts'
import { type BasisPoints, type Cents, cents, fraction, minus, plus, WHOLE, ZERO } from '#kit/money.ts'
import { type Line, ONE, type PriceBasis, type Priced, price } from './pricing.rules.ts'

type DatedKor = {
  readonly limit: Cents
  /** How many whole years after the year of crossing nobody can take part again. */
  readonly yearsOut: number
  readonly from: Day
  readonly until: Day | null
  readonly source: string
}

const KOR: readonly DatedKor[] = [
  { limit: cents(20_000_00), yearsOut: 1, from: day('2020-01-01'), until: null, source: 'Wet OB 1968 art. 25 [G: de uitsluiting na overschrijden]' },
]

function korRuleOn(on: Day): DatedKor {
  const found = KOR.find((row) => within(on, row.from, row.until))
  if (!found) throw new RangeError(`no KOR limit is known for ${on}`)
  return found
}

/** The yearly turnover up to which the small business scheme holds, in cents; throws when the table has none for the day. */
export function korLimitOn(on: Day): Cents {
  return korRuleOn(on).limit
}

/** One registration for the scheme that ended because a supply crossed the limit. */
export type KorEnd = {
  /** First day of the registration that ended. */
  readonly since: Day
  /** Day of the supply that crossed: it is taxed itself. */
  readonly on: Day
  readonly lockedUntil: Day
}

/** The registration of the cooperative as it stands now, and those that ended. */
export type KorHistory = { readonly since: Day | null; readonly until: Day | null; readonly ends: readonly KorEnd[] }

/** The last day on which nobody can take part again after a crossing: the rest of that year, and the next (Wet OB 1968 art. 25) [G]. */
export function lockedUntil(crossedOn: Day): Day {
  return day(`${yearOf(crossedOn) + korRuleOn(crossedOn).yearsOut}-12-31`)
}

/**
 * Whether a supply of this day falls under the small business scheme, whenever it is invoiced: the day of supply counts (decisions 1).
 * Once a supply crossed the limit, nothing from that day to the end of the lock-out does; after it only a new registration opens it again.
 */
export function korHolds({ since, until, ends }: KorHistory, on: Day): boolean {
  if (ends.some((end) => within(on, end.on, end.lockedUntil))) return false
  if (since !== null && within(on, since, until)) return ends.every((end) => on < end.on || since > end.lockedUntil)
  return ends.some((end) => within(on, end.since, addDays(end.on, -1)))
}

/** The end whose lock-out holds on a day, the earliest crossing of it; null when there is none. */
export function korEndOn(ends: readonly KorEnd[], on: Day): KorEnd | null {
  return ends.filter((end) => within(on, end.on, end.lockedUntil)).reduce<KorEnd | null>((first, end) => (first && first.on <= end.on ? first : end), null)
}

/** What counts for the limit: all but what is exempt by itself (Wet OB 1968 art. 25 lid 3) [G]. */
export function korSold(priced: Priced): Cents {
  const exempt = priced.sums.find((sum) => sum.kind === 'exempt')?.net ?? ZERO
  return minus(priced.net, exempt)
}

/** The lines as they are invoiced by a cooperative under the small business scheme: no line carries VAT. What is exempt by itself stays so. */
export function underKor(lines: readonly Line[]): Line[] {
  return lines.map((line) => (line.vat === 'exempt' ? line : { ...line, vat: 'kor' }))
}

export type KorMeter = {
  readonly sold: Cents
  readonly limit: Cents
  readonly left: Cents
  readonly share: BasisPoints
  readonly level: 'quiet' | 'near' | 'over'
}

const NEAR: BasisPoints = 8000n

/** How far the whole cooperative is on its way to the limit of the small business scheme; warns from 80% on. */
export function korMeter(sold: Cents, on: Day): KorMeter {
  const limit = korLimitOn(on)
  const share = (sold * WHOLE) / limit
  return { sold, limit, left: sold > limit ? ZERO : minus(limit, sold), share, level: sold > limit ? 'over' : share >= NEAR ? 'near' : 'quiet' }
}

/**
 * Which of these supplies, in their order, still fall under the small business scheme. The supply that takes the turnover over the
 * limit is taxed itself, and so is all that follows (Wet OB 1968 art. 25a lid 9).
 */
export function stillUnderKor(soldBefore: Cents, supplies: readonly Cents[], on: Day): boolean[] {
  const limit = korLimitOn(on)
  let sold = soldBefore
  let over = sold > limit
  return supplies.map((supply) => {
    sold = plus(sold, supply)
    over ||= sold > limit
    return !over
  })
}

/**
 * A day sheet under the small business scheme: every line is a supply of its own. It is never refused; the lines from the
 * crossing one on keep their own VAT, inside the price that was asked (decisions 5).
 */
export function daySheetUnderKor(lines: readonly Line[], soldBefore: Cents, on: Day): Line[] {
  const supplies = lines.map((line) => (line.vat === 'exempt' ? ZERO : fraction(line.price, line.quantity, ONE)))
  const free = stillUnderKor(soldBefore, supplies, on)
  return lines.map((line, index) => (free[index] && line.vat !== 'exempt' ? { ...line, vat: 'kor' } : line))
}

export type Supply = { readonly kind: 'invoice' | 'day-sheet'; readonly basis: PriceBasis; readonly performedOn: Day; readonly lines: readonly Line[] }

/**
 * The lines of one supply, with VAT or without, and whether it crosses the limit. `sold` is what the year sold up to and including the day
 * of this supply, so that work done before a crossing is not taxed because of what came after it.
 */
export function linesUnderKor(supply: Supply, sold: Cents, today: Day): { readonly lines: readonly Line[]; readonly crossed: boolean } {
  if (supply.kind === 'day-sheet') {
    const lines = daySheetUnderKor(supply.lines, sold, supply.performedOn)
    return { lines, crossed: lines.some((line) => line.vat !== 'kor' && line.vat !== 'exempt') }
  }
  const free = price(underKor(supply.lines), supply.basis, today)
  const [stays] = stillUnderKor(sold, [korSold(free)], supply.performedOn)
  return stays ? { lines: underKor(supply.lines), crossed: false } : { lines: supply.lines, crossed: true }
}
