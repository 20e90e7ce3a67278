import { type Month, monthAfter } from '#kit/day.ts'
import { type Cents, minus, plus, sum, ZERO } from '#kit/money.ts'

/** The parts of a plan, in the order in which somebody writes them. */
export const PLAN_PARTS = ['me', 'make', 'customers', 'price', 'found', 'costs', 'hours', 'risks', 'help'] as const
export type PlanPart = (typeof PLAN_PARTS)[number]

/** Fewer signs than this is a beginning, not yet a part. */
const ENOUGH = 20

export type PlanWords = Partial<Readonly<Record<PlanPart, string>>>

/** Whether a part says enough to be read by somebody else. */
export function isWritten(words: PlanWords, part: PlanPart): boolean {
  return (words[part]?.trim().length ?? 0) >= ENOUGH
}

/** What is expected to come in and to go out, month by month from the first; always twelve. */
export type Liquidity = {
  readonly first: Month
  /** What is there before the first month; less than nothing is a debt. */
  readonly opening: Cents
  readonly months: readonly { readonly moneyIn: Cents; readonly moneyOut: Cents }[]
}

export const MONTHS = 12

export type LiquidityRow = {
  readonly month: Month
  readonly moneyIn: Cents
  readonly moneyOut: Cents
  readonly result: Cents
  /** What is left at the end of the month. */
  readonly balance: Cents
}

/** The table of twelve months with what is left after each, the sums, the months that end below zero and the lowest end. */
export function liquidityTable({ first, opening, months }: Liquidity): {
  readonly rows: readonly LiquidityRow[]
  readonly moneyIn: Cents
  readonly moneyOut: Cents
  readonly short: readonly LiquidityRow[]
  readonly lowest: LiquidityRow | null
} {
  let balance = opening
  const rows = months.map(({ moneyIn, moneyOut }, index) => {
    const result = minus(moneyIn, moneyOut)
    balance = plus(balance, result)
    return { month: monthAfter(first, index), moneyIn, moneyOut, result, balance }
  })
  return {
    rows,
    moneyIn: sum(rows.map((row) => row.moneyIn)),
    moneyOut: sum(rows.map((row) => row.moneyOut)),
    short: rows.filter((row) => row.balance < 0n),
    lowest: rows.reduce<LiquidityRow | null>((least, row) => (least === null || row.balance < least.balance ? row : least), null),
  }
}

type TypedMonth = { readonly moneyIn: Cents | null; readonly moneyOut: Cents | null }

/** Twelve months from what was typed: a month that was left empty is like every month, and otherwise nothing. */
export function filledMonths(each: TypedMonth, months: readonly TypedMonth[]): Liquidity['months'] {
  return Array.from({ length: MONTHS }, (_, index) => ({
    moneyIn: months[index]?.moneyIn ?? each.moneyIn ?? ZERO,
    moneyOut: months[index]?.moneyOut ?? each.moneyOut ?? ZERO,
  }))
}

/** Where a plan may lead: entrepreneurship part time (PTO), or the Bbz. */
export const SCHEMES = ['pto', 'bbz'] as const
export type Scheme = (typeof SCHEMES)[number]

/** What a municipality looks at, as data with where it was read. */
export type ReadinessPoint = {
  readonly key: 'idea' | 'market' | 'modest' | 'stop' | 'money' | 'viable' | 'hoursCriterion' | 'ownRisk' | 'guidance'
  readonly scheme: Scheme
  readonly parts: readonly PlanPart[]
  /** Whether twelve months must be filled in, and whether none may end below zero. */
  readonly liquidity: 'no' | 'filled' | 'neverShort'
  readonly source: string
  readonly doubt: string | null
}

const PTO = 'Parttime ondernemen: beleid van de gemeente, er is geen landelijke wet'
const BBZ = 'Bbz 2004, tekst van 1-1-2026'
const OWN_TOWN = 'Elke gemeente kiest zelf. Vraag het na bij de jouwe.'
const HOURS = 'Wet IB 2001 art. 3.6 (urencriterium: ten minste 1.225 uren per kalenderjaar), tekst van 21-2-2026, gelezen in de kopie van BZK'

export const READINESS: readonly ReadinessPoint[] = [
  { key: 'idea', scheme: 'pto', parts: ['me', 'make'], liquidity: 'no', source: PTO, doubt: OWN_TOWN },
  { key: 'market', scheme: 'pto', parts: ['customers', 'price', 'found'], liquidity: 'no', source: PTO, doubt: OWN_TOWN },
  {
    key: 'modest',
    scheme: 'pto',
    parts: ['hours'],
    liquidity: 'no',
    source: 'Beleid van Hoogeveen (ten hoogste 1.000 uur per jaar) en Utrecht (bescheiden schaal)',
    doubt: OWN_TOWN,
  },
  {
    key: 'stop',
    scheme: 'pto',
    parts: ['risks'],
    liquidity: 'no',
    source: 'Beleid van Utrecht (eigen rekening en risico, snel kunnen stoppen)',
    doubt: OWN_TOWN,
  },
  { key: 'money', scheme: 'pto', parts: ['costs'], liquidity: 'filled', source: PTO, doubt: OWN_TOWN },
  { key: 'idea', scheme: 'bbz', parts: ['me', 'make'], liquidity: 'no', source: BBZ, doubt: null },
  {
    key: 'viable',
    scheme: 'bbz',
    parts: ['customers', 'price', 'found', 'costs'],
    liquidity: 'neverShort',
    source: `${BBZ}: een levensvatbaar bedrijf`,
    doubt: null,
  },
  { key: 'hoursCriterion', scheme: 'bbz', parts: ['hours'], liquidity: 'no', source: `${BBZ}; ${HOURS}`, doubt: null },
  { key: 'ownRisk', scheme: 'bbz', parts: ['risks'], liquidity: 'no', source: `${BBZ}: volledige zeggenschap en risico`, doubt: null },
  {
    key: 'guidance',
    scheme: 'bbz',
    parts: ['help'],
    liquidity: 'no',
    source: `${BBZ}: voorbereiding van ten hoogste twaalf maanden, met begeleiding`,
    doubt: null,
  },
]

export type PointStanding = {
  readonly point: ReadinessPoint
  readonly ok: boolean
  readonly missing: readonly PlanPart[]
  readonly money: 'missing' | 'short' | null
}

/** How a plan stands beside what a municipality looks at; it says what is missing, and never that somebody is refused. */
export function readinessOf(
  words: PlanWords,
  liquidity: Liquidity | null,
  scheme: Scheme,
  points: readonly ReadinessPoint[] = READINESS,
): readonly PointStanding[] {
  return points
    .filter((point) => point.scheme === scheme)
    .map((point) => {
      const missing = point.parts.filter((part) => !isWritten(words, part))
      const money = moneyOf(point, liquidity)
      return { point, ok: missing.length === 0 && money === null, missing, money }
    })
}

function moneyOf({ liquidity: asked }: ReadinessPoint, liquidity: Liquidity | null): 'missing' | 'short' | null {
  if (asked === 'no') return null
  if (!liquidity) return 'missing'
  return asked === 'neverShort' && liquidityTable(liquidity).short.length > 0 ? 'short' : null
}
