import type { Day } from '#kit/day.ts'
import { type Cents, minus, negate, plus, ZERO } from '#kit/money.ts'

/** A line of a statement, and what of it stands in the books. */
export type StatedLine = { readonly id: string; readonly on: Day; readonly cents: Cents; readonly booked: Cents | null; readonly who: string }
/** An entry on the account of the bank; `line` is the bank line it books, if one. */
export type BankEntry = { readonly entry: string; readonly on: Day; readonly cents: Cents; readonly line: string | null }
/** A statement with its balances. */
export type StatedBalance = { readonly account: string; readonly openedOn: Day; readonly closedOn: Day; readonly opening: Cents; readonly closing: Cents }

export type Differs = {
  /** What the statements say more than the books and what waits come to. */
  readonly cents: Cents
  readonly statements: readonly StatedBalance[]
  readonly lines: readonly StatedLine[]
  readonly entries: readonly BankEntry[]
}

/**
 * Where a difference between bank and books may come from, the surest first. `gap`: a statement is missing between two. `opening`: the first statement
 * begins at another balance than the books had. `other`: a line is booked for another amount. `swapped`: so that two digits are exchanged. `unstated`:
 * an entry that no statement has. `twice`: two such entries of one amount. `half`: a line of half of it, which was booked the wrong way round.
 */
export const CLUES = ['gap', 'other', 'swapped', 'twice', 'unstated', 'opening', 'half'] as const
export type ClueKind = (typeof CLUES)[number]

/** A clue names the line or the entry it is about, its day, and by how much it explains the difference. */
export type Clue = {
  readonly kind: ClueKind
  readonly line: string | null
  readonly entry: string | null
  readonly on: Day
  readonly cents: Cents
  /** Whether it is exactly the difference. */
  readonly whole: boolean
}

/** So many clues a person can follow. */
const MOST = 5

/** Names what may explain a difference; nothing where nothing differs. What is exactly the difference comes first. */
export function cluesOf(differs: Differs): Clue[] {
  if (differs.cents === ZERO) return []
  const found = [...gaps(differs), ...otherAmounts(differs), ...unstated(differs), ...opening(differs), ...halves(differs)]
  return found
    .map((clue) => ({ ...clue, whole: clue.cents === differs.cents }))
    .toSorted((a, b) => Number(b.whole) - Number(a.whole) || CLUES.indexOf(a.kind) - CLUES.indexOf(b.kind))
    .slice(0, MOST)
}

/** Whether one amount is the other with two neighbouring digits exchanged: their difference divides by nine. */
export function isSwapped(a: Cents, b: Cents): boolean {
  if (a === b || minus(a, b) % 9n !== 0n) return false
  const [one, other] = [digits(a), digits(b)]
  if (one.length !== other.length) return false
  const places = [...one].flatMap((digit, place) => (digit === other[place] ? [] : [place]))
  const [first = 0, second = 0] = places
  return places.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first]
}

type Found = Omit<Clue, 'whole'>

function gaps({ statements }: Differs): Found[] {
  const byAccount = Map.groupBy(statements, ({ account }) => account)
  return [...byAccount.values()].flatMap((all) => {
    const inOrder = all.toSorted((a, b) => (a.openedOn === b.openedOn ? a.closedOn.localeCompare(b.closedOn) : a.openedOn.localeCompare(b.openedOn)))
    return inOrder.flatMap((next, index): Found[] => {
      const before = inOrder[index - 1]
      const cents = before ? minus(next.opening, before.closing) : ZERO
      return cents === ZERO ? [] : [{ kind: 'gap', line: null, entry: null, on: next.openedOn, cents }]
    })
  })
}

function otherAmounts({ lines }: Differs): Found[] {
  return lines.flatMap((line): Found[] => {
    if (line.booked === null || line.booked === line.cents) return []
    const kind = isSwapped(line.cents, line.booked) ? 'swapped' : 'other'
    return [{ kind, line: line.id, entry: null, on: line.on, cents: minus(line.cents, line.booked) }]
  })
}

/** Entries that no line made: the bank says nothing of them, so the books say that much more. */
function unstated({ entries }: Differs): Found[] {
  const loose = entries.filter((entry) => entry.line === null)
  return loose.map((entry): Found => {
    const twice = loose.some((each) => each !== entry && each.cents === entry.cents)
    return { kind: twice ? 'twice' : 'unstated', line: null, entry: entry.entry, on: entry.on, cents: negate(entry.cents) }
  })
}

/** The books began at another amount than the bank: with nothing before its first line the books stood at zero, or at an opening entry. */
function opening({ statements, entries }: Differs): Found[] {
  const byAccount = Map.groupBy(statements, ({ account }) => account)
  const firsts = [...byAccount.values()].flatMap((all) => all.toSorted((a, b) => a.openedOn.localeCompare(b.openedOn)).slice(0, 1))
  const [first] = firsts.toSorted((a, b) => a.openedOn.localeCompare(b.openedOn))
  if (!first) return []
  const stated = firsts.reduce((all, each) => plus(all, each.opening), ZERO)
  const begun = entries.filter((entry) => entry.line === null && entry.on <= first.openedOn).reduce((all, entry) => plus(all, entry.cents), ZERO)
  const cents = minus(stated, begun)
  return cents === ZERO ? [] : [{ kind: 'opening', line: null, entry: null, on: first.openedOn, cents }]
}

/** A line of half the difference: booked the wrong way round it makes the whole of it. */
function halves({ cents, lines }: Differs): Found[] {
  return lines.flatMap((line): Found[] =>
    line.booked !== null && line.booked === negate(line.cents) && line.cents * 2n === cents
      ? [{ kind: 'half', line: line.id, entry: null, on: line.on, cents }]
      : [],
  )
}

function digits(cents: Cents): string {
  return String(cents < 0n ? negate(cents) : cents)
}
