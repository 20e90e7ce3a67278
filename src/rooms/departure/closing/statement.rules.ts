import { type Month, monthOf } from '#kit/day.ts'
import { type Cents, minus, negate, plus, sum, ZERO } from '#kit/money.ts'
import type { AccountCode, MemberLine } from '#rooms/ledger'

/** The parts of an departure statement, each with its accounts; `theirs`: what the cooperative holds or owes, else what the member or customers still owe it. */
export const SECTIONS = {
  business: { codes: ['businessBudget', 'businessReserve'], theirs: true },
  development: { codes: ['developmentBudget', 'developmentReserve'], theirs: true },
  payout: { codes: ['payoutPayable'], theirs: true },
  owed: { codes: ['owedToMember'], theirs: true },
  tips: { codes: ['tipsHeld'], theirs: true },
  waiting: { codes: ['awaitingDecision'], theirs: true },
  customers: { codes: ['debtors'], theirs: false },
  fund: { codes: ['fundPayable'], theirs: true },
  things: { codes: ['owedForThing'], theirs: false },
  cash: { codes: ['cashHeld'], theirs: false },
  claim: { codes: ['claimOnMember'], theirs: false },
} as const satisfies Readonly<Record<string, { readonly codes: readonly AccountCode[]; readonly theirs: boolean }>>

export type Section = keyof typeof SECTIONS
export const SECTION_NAMES = Object.keys(SECTIONS) as readonly Section[]
export const SECTION_CODES: readonly AccountCode[] = Object.values(SECTIONS).flatMap(({ codes }) => codes)

/** What moved a part: a share of a month, a share taken back, a purchase, a thing that was bought, where it went after leaving, the bank, an invoice, a receipt, or something else. */
export type MoveKind = 'share' | 'takenBack' | 'spent' | 'thing' | 'released' | 'bank' | 'invoice' | 'receipt' | 'carried' | 'other'

export type StatementMove = { readonly month: Month; readonly kind: MoveKind; readonly into: Cents; readonly out: Cents }

/** A part of the statement: what was there before the books, everything in and out per month, and what remains; in cents. */
export type StatementSection = {
  readonly section: Section
  readonly opening: Cents
  readonly moves: readonly StatementMove[]
  readonly closing: Cents
}

/** The kinds of entries by what they are to a member; a prefix is enough, for what undoes a fact carries its name. */
const KIND_OF: readonly (readonly [string, MoveKind])[] = [
  ['split reversed', 'takenBack'],
  ['split', 'share'],
  ['purchase', 'spent'],
  ['thing gone', 'thing'],
  ['departure pot', 'released'],
  ['pots carried', 'carried'],
  ['bank line', 'bank'],
  ['invoice', 'invoice'],
  ['credit note', 'invoice'],
  ['day sheet', 'invoice'],
  ['receipt', 'receipt'],
]

/**
 * The departure statement from the lines of the ledger, compared with how the ledger itself says that each part stands: gives the part that differs, if any.
 * What is carried within a part at the turn of a year is nothing; a part on which nothing ever happened is left out.
 */
export function departureStatement(
  lines: readonly MemberLine[],
  stands: ReadonlyMap<Section, Cents>,
): { readonly sections: readonly StatementSection[]; readonly differs: Section | null } {
  const all = SECTION_NAMES.map((section) => sectionOf(section, lines))
  const differs = all.find(({ section, closing }) => closing !== (stands.get(section) ?? ZERO))?.section ?? null
  return { sections: all.filter((each) => each.opening !== 0n || each.moves.length > 0), differs }
}

function sectionOf(section: Section, lines: readonly MemberLine[]): StatementSection {
  const { codes, theirs } = SECTIONS[section]
  const own = lines.filter((line) => (codes as readonly AccountCode[]).includes(line.code))
  const signed = (cents: Cents) => (theirs ? negate(cents) : cents)
  const entries = [...Map.groupBy(own, (line) => line.entry).values()].flatMap((parts) => {
    const [first] = parts
    const cents = signed(sum(parts.map((line) => line.cents)))
    return first && cents !== 0n ? [{ month: monthOf(first.on), kind: kindOf(first.kind), opening: first.kind === 'opening', cents }] : []
  })
  const opening = sum(entries.filter((each) => each.opening).map((each) => each.cents))
  const groups = Map.groupBy(
    entries.filter((each) => !each.opening),
    ({ month, kind }) => `${month} ${kind}`,
  )
  const moves = [...groups.values()].flatMap((group): StatementMove[] => {
    const [first] = group
    if (!first) return []
    const into = sum(group.filter((each) => each.cents > 0n).map((each) => each.cents))
    const out = negate(sum(group.filter((each) => each.cents < 0n).map((each) => each.cents)))
    return [{ month: first.month, kind: first.kind, into, out }]
  })
  const sorted = moves.toSorted((a, b) => (a.month === b.month ? (a.kind < b.kind ? -1 : 1) : a.month < b.month ? -1 : 1))
  return { section, opening, moves: sorted, closing: plus(opening, minus(sum(moves.map((move) => move.into)), sum(moves.map((move) => move.out)))) }
}

function kindOf(source: string): MoveKind {
  return KIND_OF.find(([prefix]) => source.startsWith(prefix))?.[1] ?? 'other'
}
