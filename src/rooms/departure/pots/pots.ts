import { lastDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, largest, minus, smallest, sum, ZERO } from '#kit/money.ts'
import type { AnyPermit, OrganisationId } from '#rooms/access'
import { lateAllowed, lateMoneyOf } from '#rooms/consent'
import { linesOfMember, type PotName } from '#rooms/ledger'
import { type BenefitOnDay, benefitIn, benefitsThroughTime, type MonthBenefit, waitsForAnswer } from '#rooms/members'
import { monthsTakenBack } from '#rooms/settlement'
import { potsOf } from '#rooms/spending'
import type { Departure, PotMonth, PotQuestion, Release } from '../departure.rules.ts'
import { ACCOUNTS_OF, leftPerMonth, POT_NAMES, payableOf, potMoves } from './pots.rules.ts'
import { questionRows, releaseRows } from './pots.sql.ts'

/** A month of a pot with what may be paid out of it now, and the municipality that is asked where it waits. */
export type PotRow = PotMonth & { readonly payable: Cents; readonly waits: boolean; readonly municipality: OrganisationId | null }

/** The pots of who leaves: per month what is left, by pot what it holds and what is reserved for what was decided before, what came late for the member, the questions and what went out. Cents. */
export type PotsLeft = {
  readonly rows: readonly PotRow[]
  readonly pots: Readonly<
    Record<PotName, { readonly balance: Cents; readonly reserved: Cents; readonly below: Cents; readonly open: Cents; readonly payable: Cents }>
  >
  readonly late: { readonly cents: Cents; readonly payable: Cents }
  readonly questions: readonly PotQuestion[]
  readonly releases: readonly Release[]
}

/** The pots as a reader may see them: how the benefit stood in a month is for the member and the coach alone (domain 2.12), and null for others. */
export type PotsShown = Omit<PotsLeft, 'rows'> & { readonly rows: readonly (Omit<PotRow, 'benefit'> & { readonly benefit: MonthBenefit | null })[] }

/** Whether somebody reads how a benefit stood: the member, and the own coach. */
export function readsBenefit({ role }: AnyPermit): boolean {
  return role === 'member' || role === 'coach'
}

/** The pots as whoever holds the permit may see them. */
export function shownTo(permit: AnyPermit, pots: PotsLeft): PotsShown {
  return readsBenefit(permit) ? pots : { ...pots, rows: pots.rows.map((row) => ({ ...row, benefit: null })) }
}

/** What is in the pots of who leaves, to the cent per month in which it was built up, and how the benefit stood then. */
export async function potsLeft(tx: Tx, permit: AnyPermit, { id, member }: Pick<Departure, 'id' | 'member'>): Promise<PotsLeft> {
  const lines = await linesOfMember(tx, permit, member, Object.values(ACCOUNTS_OF).flat(), permit.today)
  const takenBack = await monthsTakenBack(tx, permit, member)
  const benefit = await benefitsThroughTime(tx, permit)
  const figures = await potsOf(tx, permit, member)
  const questions = await questionRows(tx, permit, { departure: id })
  const releases = await releaseRows(tx, permit, id)
  const known = (on: string) => benefit(member, on as Parameters<typeof benefit>[1])
  const left = POT_NAMES.map((pot) => {
    const moves = potMoves(lines, pot, takenBack)
    const of = leftPerMonth(
      moves,
      releases.filter((release) => release.pot === pot),
    )
    return { pot, moves, ...of }
  })
  const inPots = left.flatMap(({ pot, months }) =>
    months.map((each): PotRow => {
      const row = { pot, ...each, benefit: benefitIn(each.month, (on) => known(on).source) }
      return {
        ...row,
        payable: payableOf(row, answersTo(questions, row), releases),
        waits: waitsForAnswer(row.benefit),
        municipality: askedOf(row, known, permit.today),
      }
    }),
  )
  // What came late is owed to the member by the bank already; what of it may go, the bank asks of the same rows.
  const came = (await lateMoneyOf(tx, permit, member)).map((each): PotRow => {
    const benefit = benefitIn(each.month, (on) => known(on).source)
    const { month, cents, waits } = each
    return { pot: 'late', month, cents, benefit, payable: lateAllowed(each), waits, municipality: askedOf({ month }, known, permit.today) }
  })
  const rows = [...inPots, ...came]
  const late = { cents: sum(came.map((row) => row.cents)), payable: sum(came.map((row) => row.payable)) }
  const figuresOf = ({ pot, moves, below }: (typeof left)[number]) => {
    const own = rows.filter((row) => row.pot === pot)
    const open = largest(ZERO, minus(sum(own.map((row) => row.cents)), figures[pot].reserved))
    return { balance: moves.balance, reserved: figures[pot].reserved, below, open, payable: smallest(open, sum(own.map((row) => row.payable))) }
  }
  const [business, development] = left
  if (!business || !development) throw new Error('a member has two pots')
  return { rows, pots: { business: figuresOf(business), development: figuresOf(development) }, late, questions, releases }
}

/** What was answered about a month of a pot, the last one last: of every question in which it stands. */
export function answersTo(questions: readonly PotQuestion[], row: Pick<PotMonth, 'pot' | 'month'>) {
  return questions
    .filter(({ content }) => content.months.some((each) => each.pot === row.pot && each.month === row.month))
    .flatMap(({ answers }) => answers)
    .toSorted((a, b) => Temporal.Instant.compare(a.recordedAt, b.recordedAt))
}

// The municipality of the month itself; where nobody wrote one down then, the one of today.
function askedOf(row: Pick<PotMonth, 'month'>, known: (on: string) => BenefitOnDay, today: string): OrganisationId | null {
  if (row.month !== null) {
    const last = lastDay(row.month)
    for (let nr = Number(last.slice(8)); nr > 0; nr--) {
      const { municipality } = known(`${row.month}-${String(nr).padStart(2, '0')}`)
      if (municipality) return municipality
    }
  }
  return known(today).municipality
}
