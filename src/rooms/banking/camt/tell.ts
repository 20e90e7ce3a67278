import { createHash, type Hash } from 'node:crypto'
import { type Cents, euro, minus, plus, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { nl } from '../banking.nl.ts'
import { BETWEEN, type Gathered } from './shape.ts'
import type { CamtDetail, CamtLine, Notice, Sink, StatementHead } from './statement.ts'
import { centsIn, dayIn, exactCents, signOf } from './values.ts'

/** Turns what was gathered into lines and proved statements, and tells the sink. */
export type Tell = {
  readonly beginEntry: () => void
  readonly balance: (facts: Gathered, line: number) => void
  readonly detail: (facts: Gathered, line: number) => void
  readonly entry: (facts: Gathered, line: number, statement: Gathered, statementLine: number) => void
  readonly statement: (facts: Gathered, line: number) => void
  readonly statements: () => number
  readonly notices: () => readonly Notice[]
}

type Balance = { readonly facts: Gathered; readonly line: number }
type Going = { readonly head: StatementHead; readonly hash: Hash; readonly again: boolean; moved: Cents; count: number; notBooked: number }

export function teller(sink: Sink): Tell {
  const seen = new Map<string, string>()
  const notices: Notice[] = []
  let balances: Balance[] = []
  let details: Gathered[] = []
  let going: Going | null = null
  let statements = 0

  function go(facts: Gathered, line: number): Going {
    if (going) return going
    const head = headOf(facts, line)
    going = { head, hash: createHash('sha256'), again: seen.has(keyOf(head)), moved: ZERO, count: 0, notBooked: 0 }
    return going
  }

  return {
    beginEntry: () => {
      details = []
    },
    balance: (facts, line) => {
      balances.push({ facts, line })
      if (balances.length > 1000) refuse(nl.camt.tooManyBalances, { line })
    },
    detail: (facts) => {
      details.push(facts)
    },
    entry: (facts, line, statement, statementLine) => {
      const now = go(statement, statementLine)
      const cents = (centsIn(facts, 'amount', line) * signOf(facts, line)) as Cents
      if (!facts.status) refuse(nl.camt.noStatus, { line })
      // Only what is booked moves the balance; what is pending or for information comes again when it is.
      if (facts.status !== 'BOOK') {
        now.notBooked += 1
        return
      }
      const read = lineOf(facts, details, cents, line, now)
      now.count += 1
      now.moved = plus(now.moved, cents)
      now.hash.update(JSON.stringify([read.cents.toString(), read.bookedOn, read.valueOn, read.bankReference, read.details.map(told)]))
      if (!now.again) sink.line(read, now.head)
    },
    statement: (facts, line) => {
      const now = go(facts, line)
      const { opening, closing } = proved(now, balances)
      now.hash.update(`${opening.cents}|${closing.cents}|${opening.on}|${closing.on}`)
      const digest = now.hash.digest('hex')
      const key = keyOf(now.head)
      if (now.again) {
        if (seen.get(key) !== digest) refuse(nl.camt.twiceDifferent, { line, statement: now.head.id })
        notices.push({ kind: 'statementTwice', statement: now.head.id, line })
      } else {
        seen.set(key, digest)
        if (now.notBooked > 0) notices.push({ kind: 'notBooked', statement: now.head.id, count: now.notBooked })
        sink.statement({ ...now.head, opening: opening.cents, closing: closing.cents, openedOn: opening.on, closedOn: closing.on, lines: now.count, digest })
      }
      statements += 1
      going = null
      balances = []
    },
    statements: () => statements,
    notices: () => notices,
  }
}

function headOf(facts: Gathered, line: number): StatementHead {
  if (!facts.id) return refuse(nl.camt.noId, { line })
  if (!facts.account) return refuse(nl.camt.noAccount, { line })
  if (facts.currency !== undefined && facts.currency !== 'EUR')
    return refuse(nl.camt.otherAccountCurrency, { line, account: facts.account, currency: facts.currency.slice(0, 10) })
  const page = Number(facts.page ?? '1')
  return {
    id: facts.id.slice(0, 100),
    account: facts.account.replace(/\s/g, '').slice(0, 40),
    page: Number.isSafeInteger(page) ? page : 1,
    owner: facts.owner ?? null,
    line,
  }
}

function keyOf(head: StatementHead): string {
  return `${head.account} ${head.id} ${head.page}`
}

// Some banks call the opening balance "previously closed" (PRCD), and the balances between two pages "interim" (ITBD).
function proved(now: Going, balances: readonly Balance[]) {
  const opening = pick(balances, 'OPBD') ?? pick(balances, 'PRCD') ?? balances.find((each) => each.facts.code === 'ITBD')
  const closing = pick(balances, 'CLBD') ?? balances.findLast((each) => each.facts.code === 'ITBD' && each !== opening)
  const line = now.head.line
  if (!opening) return refuse(nl.camt.noOpening, { line })
  if (!closing) return refuse(nl.camt.noClosing, { line })
  const from = valued(opening)
  const until = valued(closing)
  const difference = minus(until.cents, plus(from.cents, now.moved))
  if (difference !== 0n) {
    refuse(nl.camt.doesNotTie, { line, opening: euro(from.cents), moved: euro(now.moved), closing: euro(until.cents), difference: euro(difference) })
  }
  return { opening: from, closing: until }
}

function pick(balances: readonly Balance[], code: string): Balance | undefined {
  const [first, ...rest] = balances.filter((each) => each.facts.code === code)
  if (first && rest.some((each) => each.facts.amount !== first.facts.amount || each.facts.side !== first.facts.side)) {
    refuse(nl.camt.balanceTwice, { line: rest[0]?.line ?? first.line, code })
  }
  return first
}

function valued(balance: Balance) {
  const { facts, line } = balance
  return { cents: (centsIn(facts, 'amount', line) * signOf(facts, line)) as Cents, on: facts.day ? dayIn(facts.day, line) : null }
}

function lineOf(facts: Gathered, details: readonly Gathered[], cents: Cents, line: number, now: Going): CamtLine {
  const booked = facts.booked ?? facts.value
  if (!booked) return refuse(nl.camt.noDate, { line, amount: euro(cents) })
  const reversal = facts.reversal === 'true' || facts.reversal === '1'
  const batches = (facts.batch ?? '').split(BETWEEN).filter((count) => Number(count) > 1)
  const domain = [facts.domain, facts.family, facts.subfamily].filter(Boolean).join('/')
  return {
    position: now.count + 1,
    line,
    cents,
    bookedOn: dayIn(booked, line),
    valueOn: facts.value ? dayIn(facts.value, line) : null,
    bankReference: short(facts.bankReference ?? facts.entryReference ?? details[0]?.bankReference),
    code: short(domain || facts.ownCode),
    reversal,
    batch: details.length > 1 || batches.length > 0,
    info: facts.info?.slice(0, 500) ?? null,
    details: details.map((detail) => detailOf(detail, cents, reversal, now.head.account)),
  }
}

function detailOf(facts: Gathered, lineCents: Cents, reversal: boolean, own: string): CamtDetail {
  const side = facts.side === 'CRDT' ? 1n : facts.side === 'DBIT' ? -1n : lineCents < 0n ? -1n : 1n
  const incoming = side > 0n !== reversal
  const debtor = { name: facts.debtor ?? facts.ultimateDebtor, iban: facts.debtorAccount }
  const creditor = { name: facts.creditor, iban: facts.creditorAccount }
  const [first, other] = incoming ? [debtor, creditor] : [creditor, debtor]
  const nobody: typeof debtor = { name: undefined, iban: undefined }
  const found = (first.name ?? first.iban) ? first : other.iban === own ? nobody : other
  return {
    cents: detailCents(facts, side),
    name: found.name?.slice(0, 140) ?? null,
    iban: found.iban?.replace(/\s/g, '').slice(0, 40) ?? null,
    text: [facts.text?.replaceAll(BETWEEN, ' '), facts.info].filter(Boolean).join(' ').slice(0, 1000),
    references: [facts.endToEnd, ...(facts.references?.split(BETWEEN) ?? [])]
      .filter((each): each is string => !!each && each !== 'NOTPROVIDED')
      .map((each) => each.slice(0, 140)),
    mandate: short(facts.mandate),
    returned: short(facts.returned),
  }
}

// The amount of a payment inside a batch only informs, and may be in another currency; the line itself is what is proved.
function detailCents(facts: Gathered, side: bigint): Cents | null {
  const field = ['amount', 'transactionAmount'].find((each) => facts[`${each}:currency`] === 'EUR')
  const text = field ? facts[field] : undefined
  if (text === undefined || !/^\d{1,13}(\.\d{0,2}0*)?$/.test(text)) return null
  return (exactCents(text, 0) * side) as Cents
}

function told(detail: CamtDetail): unknown[] {
  return [detail.cents?.toString() ?? null, detail.name, detail.iban, detail.text, detail.references]
}

function short(text: string | undefined): string | null {
  return text ? text.slice(0, 140) : null
}
