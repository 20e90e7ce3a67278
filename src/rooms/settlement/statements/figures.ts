import { firstDay, lastDay, type Month } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, plus, sum, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { type AccountMoves, booksOf } from '#rooms/ledger'
import { findMember } from '#rooms/members'
import { type namesOnPaper, tipsOn } from '#rooms/organisations'
import { type Closing, type StoredReversal, type WholeMonth, wholeMonths } from '../dividing/facts.rules.ts'
import { gather, potLevels } from '../dividing/gather.ts'
import { dividedWhere, settledMonth } from '../dividing/history.sql.ts'
import { settlementIn } from '../months/months.ts'
import { correctionsOf, earnedMonths, type MonthFigures, partsOf, type StatementContent, tipsOf, toGiveBackOf } from './statement.rules.ts'
import { statementTexts } from './statements.en.ts'
import { figuresOfTowns, type PaidOn, type TownFigures } from './towns/parts.rules.ts'
import { lastOf, partOn, type TownPart } from './towns/towns.rules.ts'

type Names = Pick<Awaited<ReturnType<typeof namesOnPaper>>, 'cooperative' | 'municipality' | 'settings'>

/** Everything that a month of a member tells, as it stands now; each room was asked once. */
export type MonthBase = Awaited<ReturnType<typeof baseOf>>

/** What a statement is made of. Each room is asked once; what divides an open month also knows the member and the books. Not filtered on reach. */
export async function baseOf(tx: Tx, permit: AnyPermit, member: MemberId, month: Month) {
  const settled = await settledMonth(tx, permit, { month, member, everyMonth: true })
  const ofMonth = { from: firstDay(month), until: lastDay(month), member }
  const missing = () => refuse(statementTexts(permit.language).refusals.noSuchStatement, {}, { kind: 'missing' })
  if (settled.closing) {
    const row = (await findMember(tx, permit, member)) ?? missing()
    return { member, month, settled, split: null, row, moves: (await booksOf(tx, permit, ofMonth)).moves }
  }
  const gathered = await gather(tx, permit, month, settled.history, { moves: ofMonth })
  const row = gathered.members.get(member) ?? missing()
  const split = wholeMonths(settlementIn(gathered, month).splits).find((each) => each.member === member) ?? null
  return { member, month, settled, split, row, moves: gathered.moves }
}

/** What a month of a member holds, as it stands now, under the names that stand on the paper; also where no consent asks for a statement. Not filtered on reach. */
export async function monthFigures(tx: Tx, permit: AnyPermit, member: MemberId, month: Month, names: Names): Promise<MonthFigures> {
  return wholeFigures(await baseOf(tx, permit, member, month), names)
}

/** The month as a whole. */
export function wholeFigures(base: MonthBase, names: Names): MonthFigures {
  const { month, moves } = base
  const now = wholeOf(base)
  return figuresIn(base, names, {
    ...now,
    parts: partsOf(now.lines.filter((line) => line.kind !== 'ending')),
    moves,
    paidOut: paidOutOf(base, moves, lastDay(month)),
    pots: potsAtEnd(base, moves),
    reversals: reversalsOf(base),
  })
}

/**
 * What of the month each town is told: what was divided by the day of the payment, what was paid, repaid and given by the days in the books, what went back by
 * the day it did. The pots of a town stand as on the last of its days, with what its part brings into them at the close.
 */
export async function townFigures(
  tx: Tx,
  permit: AnyPermit,
  base: MonthBase,
  towns: readonly TownPart[],
  names: readonly Names[],
): Promise<readonly MonthFigures[]> {
  const { member, month } = base
  const paid = await paidIn(tx, permit, base)
  const told: MonthFigures[] = []
  for (const [nr, figures] of figuresOfTowns(wholeOf(base), paid, towns).entries()) {
    const [town, name] = [towns[nr], names[nr]]
    if (!town || !name) throw new Error('a part of a month without its town')
    const stretches: (readonly AccountMoves[])[] = []
    for (const days of town.days) stretches.push((await booksOf(tx, permit, { ...days, member })).moves)
    const isOwn = (each: StoredReversal) => partOn(towns, each.month === month ? each.on : each.paidOn) === town
    const reversals = reversalsOf(base).filter(isOwn)
    const end = stretches.at(-1) ?? []
    const pots = lastOf(town) === lastDay(month) ? potsAtEnd(base, end) : potsBefore(base, end, figures, reversals)
    const paidOut = town.days.flatMap(({ until }, place) => paidOutOf(base, stretches[place] ?? [], until))
    told.push({ ...figuresIn(base, name, { ...figures, moves: together(stretches), paidOut, pots, reversals }), days: town.days })
  }
  return told
}

type Shown = Omit<TownFigures, 'costsByKind'> & {
  readonly costsByKind: Readonly<Record<string, Cents>>
  readonly moves: readonly AccountMoves[]
  readonly paidOut: StatementContent['paidOut']
  readonly pots: StatementContent['pots']
  readonly reversals: readonly StoredReversal[]
}

function figuresIn({ settled, row, month }: MonthBase, names: Names, shown: Shown): MonthFigures {
  return {
    name: row.name,
    reference: row.number === null ? null : String(row.number).padStart(4, '0'),
    cooperative: names.cooperative,
    municipality: names.municipality,
    month,
    provisional: settled.closing === null,
    turnover: shown.turnover,
    ...(shown.inside > 0n ? { inside: shown.inside } : {}),
    costs: Object.entries(shown.costsByKind)
      .filter(([, cents]) => cents !== 0n)
      .map(([kind, cents]) => ({ kind, cents })),
    result: shown.result,
    lossBefore: shown.openLossBefore,
    lossAfter: shown.lossCarried,
    parts: shown.parts,
    paidOut: shown.paidOut,
    ...toGiveBackOf(shown.moves),
    reimbursed: shown.moves.find((each) => each.code === 'owedToMember')?.debit ?? ZERO,
    ...tipsOf(shown.moves, tipsOn(names.settings, lastDay(month)) === 'turnover'),
    pots: shown.pots,
    corrections: correctionsOf(shown.reversals),
    seal: sealOf(settled.closings[0]),
  }
}

const NOTHING: Pick<WholeMonth, 'turnover' | 'inside' | 'costs' | 'costsByKind' | 'result' | 'openLossBefore' | 'lossCarried' | 'lines'> = {
  turnover: ZERO,
  inside: ZERO,
  costs: ZERO,
  costsByKind: {},
  result: ZERO,
  openLossBefore: ZERO,
  lossCarried: ZERO,
  lines: [],
}

function wholeOf({ settled, split, month }: MonthBase): typeof NOTHING {
  return settled.months.find((each) => each.month === month) ?? split ?? NOTHING
}

/** The payments of the month with their rivers: as they were divided, or as they stand now. */
async function paidIn(tx: Tx, permit: AnyPermit, { settled, split, member, month }: MonthBase): Promise<PaidOn[]> {
  if (settled.closing) {
    const divided = await dividedWhere(tx, permit, { month, member })
    return divided.map(({ on, inside = false, left }) => ({ on, inside, net: left.net, earlierLoss: left.earlierLoss, lines: left.lines }))
  }
  return (split?.splits ?? []).flatMap(({ facts, rivers }) => {
    const river = new Map(rivers.map((each) => [each.receipt, each]))
    return facts.payments.map(({ receipt, on, net, inside = false }) => {
      const { earlierLoss = ZERO, lines = [] } = river.get(receipt) ?? {}
      return { on, net, inside, earlierLoss, lines }
    })
  })
}

/** Money that went back of other months in this one, or of this month in a later one; of an open month as it stands now. */
function reversalsOf({ settled, split, member, month }: MonthBase): readonly StoredReversal[] {
  const back = split?.splits.flatMap((each) => each.reversals) ?? []
  return [
    ...settled.reversals,
    ...back.map((each) => ({
      member,
      month,
      ofMonth: each.divided.left.month,
      number: each.divided.number,
      on: each.on,
      paidOn: each.divided.on,
      net: each.net,
      lines: each.lines,
    })),
  ]
}

/** Pots at the end of the month: what the books hold, and what an open month still brings. */
function potsAtEnd({ split }: MonthBase, moves: readonly AccountMoves[]): StatementContent['pots'] {
  const pots = potLevels(moves)
  const coming = split ? [...split.lines, ...split.splits.flatMap((each) => each.reversals.flatMap(({ lines }) => lines))] : []
  const to = (receiver: string) => sum(coming.filter((line) => line.receiver === receiver).map((line) => line.cents))
  return [
    { receiver: 'business', cents: plus(pots.business, to('business')) },
    { receiver: 'development', cents: plus(pots.development, to('development')) },
  ]
}

/** Pots on a day within the month: its shares are booked on the last day only, so those of this part are added here. */
function potsBefore(
  { month }: MonthBase,
  moves: readonly AccountMoves[],
  { parts }: TownFigures,
  reversals: readonly StoredReversal[],
): StatementContent['pots'] {
  const pots = potLevels(moves)
  const coming = [...parts, ...reversals.filter((each) => each.month === month).flatMap(({ lines }) => lines)]
  const to = (receiver: string) => sum(coming.filter((line) => line.receiver === receiver).map((line) => line.cents))
  return [
    { receiver: 'business', cents: plus(pots.business, to('business')) },
    { receiver: 'development', cents: plus(pots.development, to('development')) },
  ]
}

/** Moves of the same account on several stretches of days, as one. */
function together(stretches: readonly (readonly AccountMoves[])[]): AccountMoves[] {
  return [...Map.groupBy(stretches.flat(), ({ code, member }) => `${code} ${member}`).values()].flatMap((own) => {
    const [first] = own
    return first ? [{ ...first, debit: sum(own.map(({ debit }) => debit)), credit: sum(own.map(({ credit }) => credit)) }] : []
  })
}

/** What was paid to the member up to a day, with the months in which it was earned. Shares that went back are booked on the last day of the month. */
function paidOutOf({ settled, month }: MonthBase, moves: readonly AccountMoves[], until: string): StatementContent['paidOut'] {
  const account = moves.find((each) => each.code === 'payoutPayable')
  if (!account) return []
  const share = (each: WholeMonth) => sum(each.lines.filter((line) => line.receiver === 'payout').map((line) => line.cents))
  const earned = settled.months.filter((each) => each.month <= month).map((each) => ({ month: each.month, cents: share(each) }))
  const gone = until === lastDay(month) ? settled.reversals.filter((each) => each.month === month) : []
  const back = sum(gone.flatMap((each) => each.lines.filter((line) => line.receiver === 'payout').map((line) => line.cents)))
  const earnedBefore = sum(earned.filter((each) => each.month < month).map((each) => each.cents))
  return earnedMonths(earned, plus(earnedBefore, account.before), plus(account.debit, back))
}

function sealOf(closing: Closing | undefined): NonNullable<StatementContent['seal']> | null {
  return closing ? { number: closing.number === null ? '' : String(closing.number), hash: closing.head } : null
}
