import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, day, lastDay, month, monthAfter } from '#kit/day.ts'
import { type Cents, cents, sum } from '#kit/money.ts'
import type { AccountCode, MemberLine } from '#rooms/ledger'
import { departureStatement, SECTION_CODES, SECTION_NAMES, SECTIONS, type Section } from './statement.rules.ts'

let entries = 0
function line(code: AccountCode, kind: string, on: Day, amount: number, entry = `e${++entries}`): MemberLine {
  return { entry, source: entry, code, on, cents: cents(amount), kind, undone: false }
}

/** How the ledger itself stands: reckoned per account, not per entry. */
function standsOf(lines: readonly MemberLine[]): Map<Section, Cents> {
  return new Map(
    SECTION_NAMES.map((section) => {
      const { codes, theirs } = SECTIONS[section]
      const debit = lines.filter(({ code }) => (codes as readonly string[]).includes(code)).reduce((all, each) => all + each.cents, 0n)
      return [section, cents(theirs ? -debit : debit)]
    }),
  )
}

test('an departure statement names opening, what came in and went out, and what remains', () => {
  const lines = [
    line('businessBudget', 'opening', day('2026-01-01'), -5000),
    line('businessBudget', 'split', day('2026-01-31'), -12_000),
    line('businessBudget', 'purchase', day('2026-02-03'), 7000),
    line('businessBudget', 'purchase undone', day('2026-02-20'), -7000),
    line('businessBudget', 'departure pot', day('2026-03-05'), 17_000),
    line('payoutPayable', 'departure pot', day('2026-03-05'), -17_000),
  ]
  const { sections, differs } = departureStatement(lines, standsOf(lines))
  expect(differs).toBeNull()
  expect(sections).toEqual([
    {
      section: 'business',
      opening: 5000n,
      moves: [
        { month: '2026-01', kind: 'share', into: 12_000n, out: 0n },
        { month: '2026-02', kind: 'spent', into: 7000n, out: 7000n },
        { month: '2026-03', kind: 'released', into: 0n, out: 17_000n },
      ],
      closing: 0n,
    },
    { section: 'payout', opening: 0n, moves: [{ month: '2026-03', kind: 'released', into: 17_000n, out: 0n }], closing: 17_000n },
  ])
})

test('what customers still have to pay is not the member’s, and stands on its own', () => {
  const lines = [line('debtors', 'invoice', day('2026-03-01'), 12_100), line('debtors', 'invoice payment', day('2026-05-01'), -2100)]
  expect(departureStatement(lines, standsOf(lines)).sections).toMatchObject([{ section: 'customers', closing: 10_000n }])
})

test('a pot that moved from one form of keeping to the other shows nothing of it', () => {
  const lines = [
    line('businessBudget', 'split', day('2026-12-31'), -900),
    line('businessBudget', 'pots carried', day('2027-01-01'), 900, 'carry'),
    line('businessReserve', 'pots carried', day('2027-01-01'), -900, 'carry'),
  ]
  expect(departureStatement(lines, standsOf(lines)).sections).toMatchObject([{ closing: 900n, moves: [{ kind: 'share' }] }])
})

const anyLines = fc.array(
  fc.record({
    code: fc.constantFrom(...SECTION_CODES),
    kind: fc.constantFrom(
      'opening',
      'split',
      'split reversed',
      'purchase',
      'purchase undone',
      'departure pot',
      'invoice',
      'invoice payment',
      'bank line',
      'memorial',
    ),
    month: fc.integer({ min: 0, max: 30 }),
    cents: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    entry: fc.integer({ min: 0, max: 40 }),
  }),
  { maxLength: 60 },
)
const linesOf = (rows: readonly { code: AccountCode; kind: string; month: number; cents: number; entry: number }[]) => {
  // The lines of one entry are of one fact on one day.
  const facts = new Map(rows.map((row) => [row.entry, row]))
  return rows.map((row) => {
    const fact = facts.get(row.entry) ?? row
    return line(row.code, fact.kind, lastDay(monthAfter(month('2025-01'), fact.month)), row.cents, `p${row.entry}`)
  })
}

test('after any months, reversals and late money the statement is what the ledger holds', () => {
  fc.assert(
    fc.property(anyLines, (rows) => {
      const lines = linesOf(rows)
      const { sections, differs } = departureStatement(lines, standsOf(lines))
      expect(differs).toBeNull()
      for (const each of sections) expect(each.opening + sum(each.moves.map((move) => move.into)) - sum(each.moves.map((move) => move.out))).toBe(each.closing)
    }),
  )
})

test('a ledger that stands one cent off anywhere is named', () => {
  fc.assert(
    fc.property(anyLines, fc.constantFrom(...SECTION_NAMES), fc.constantFrom(1n, -1n), (rows, section, off) => {
      const lines = linesOf(rows)
      const stands = standsOf(lines)
      stands.set(section, ((stands.get(section) ?? 0n) + off) as Cents)
      expect(departureStatement(lines, stands).differs).toBe(section)
    }),
  )
})
