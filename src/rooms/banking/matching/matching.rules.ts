import type { Day } from '#kit/day.ts'
import { type Cents, euro, minus, smallest, sum } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { nl } from '../banking.nl.ts'
import { nameWords, nearNumbers, numberKey, numberOf, sameName, type Trace, tracesIn } from './traces.rules.ts'

/** An invoice, or a credit note below zero, that waits for money. */
export type Payable<Id extends string = string> = {
  readonly id: Id
  readonly number: string
  readonly open: Cents
  readonly issuedOn: Day
  readonly customer: string
  readonly customerName: string
}

/** A line of the bank with money that came in. */
export type Incoming = {
  readonly id: string
  readonly cents: Cents
  readonly on: Day
  readonly name: string | null
  readonly iban: string | null
  readonly text: string
  readonly references: readonly string[]
  /** A batch holds several payments in one amount; it is never matched by itself. */
  readonly batch: boolean
}

/** `certain` may be accepted with many at once; `likely` asks for a look; `possible` for a choice. */
export type Certainty = 'certain' | 'likely' | 'possible'

export type Part<Id extends string = string> = { readonly invoice: Id; readonly number: string; readonly customerName: string; readonly cents: Cents }

export type Proposal<Id extends string = string> = {
  readonly parts: readonly Part<Id>[]
  /** What the customer paid above it; below zero is what is still open afterwards. */
  readonly over: Cents
  readonly certainty: Certainty
  /** Why, in whole sentences. */
  readonly reasons: readonly string[]
}

export type Books<Id extends string = string> = {
  readonly invoices: readonly Payable<Id>[]
  /** Accounts that paid before: IBAN → customer. */
  readonly accounts: ReadonlyMap<string, string>
}

type Index<Id extends string> = {
  readonly byNumber: ReadonlyMap<string, Payable<Id>>
  readonly byCents: ReadonlyMap<bigint, readonly Payable<Id>[]>
  readonly byCustomer: ReadonlyMap<string, readonly Payable<Id>[]>
  readonly byWord: ReadonlyMap<string, readonly Payable<Id>[]>
  readonly byRarest: ReadonlyMap<string, readonly Payable<Id>[]>
  readonly accounts: ReadonlyMap<string, string>
}

type Payer = { readonly customers: ReadonlySet<string>; readonly by: 'iban' | 'name' | null }

const MOST_SHOWN = 5
const MOST_IN_SUBSET = 12
/** A name or an amount that so many share says nothing, and looking through them all would take long. */
const MOST_ALIKE = 300

/**
 * What may belong to each line, the surest first. Certain is only: one number (or several) as written on the invoices, the
 * amount to the cent, and nothing that speaks against it. One invoice is never certain for two lines.
 */
export function proposeAll<Id extends string>(lines: readonly Incoming[], books: Books<Id>): Map<string, readonly Proposal<Id>[]> {
  const index = indexOf(books)
  const found = new Map(lines.map((line) => [line.id, propose(line, index)] as const))
  const claims = new Map<string, number>()
  for (const [first] of found.values()) {
    if (first?.certainty === 'certain') for (const part of first.parts) claims.set(part.invoice, (claims.get(part.invoice) ?? 0) + 1)
  }
  for (const [line, proposals] of found) {
    const [first, ...rest] = proposals
    if (first?.certainty === 'certain' && first.parts.some((part) => (claims.get(part.invoice) ?? 0) > 1)) {
      found.set(line, [{ ...first, certainty: 'likely', reasons: [...first.reasons, nl.reasons.paidTwice] }, ...rest])
    }
  }
  return found
}

function propose<Id extends string>(line: Incoming, index: Index<Id>): readonly Proposal<Id>[] {
  if (line.cents <= 0n || line.batch) return []
  const payer = payerOf(line, index)
  const traces = [...line.references, line.text].flatMap(tracesIn)
  const named = invoicesOf(traces, index, (trace) => trace.how !== 'loose')
  const loose = invoicesOf(traces, index, (trace) => trace.how === 'loose').filter((invoice) => !named.includes(invoice))
  // A sure number that is not open may be one that was paid before: then nothing else in the line is sure either.
  const strange = traces.some((trace) => trace.how === 'written' && !index.byNumber.has(numberKey(trace.year, trace.sequence)))
  const proposals = [
    ...byNumber(line, named, payer, index, strange),
    ...loose.map((invoice) =>
      one(line, invoice, invoice.open === line.cents ? 'likely' : 'possible', [
        fill(nl.reasons.looseNumber, { number: invoice.number }),
        ...payerReasons(invoice, payer),
      ]),
    ),
    ...byPayer(line, payer, index),
    ...byAmount(line, payer, index),
  ]
  return ordered(proposals)
}

function byNumber<Id extends string>(line: Incoming, named: readonly Payable<Id>[], payer: Payer, index: Index<Id>, strange: boolean): Proposal<Id>[] {
  const [first] = named
  if (!first) return []
  const total = sum(named.map((invoice) => invoice.open))
  const numbers = named.map((invoice) => fill(nl.reasons.number, { number: invoice.number }))
  const against = [...(strange ? [nl.reasons.strangeNumber] : []), ...contradictions(line, named, payer, index)]
  const reasons = [...numbers, ...payerReasons(first, payer), ...against]
  if (named.length === 1) return [one(line, first, against.length > 0 ? 'possible' : first.open === line.cents ? 'certain' : 'likely', reasons)]
  const oneCustomer = new Set(named.map((invoice) => invoice.customer)).size === 1
  if (total === line.cents) {
    const certainty = against.length > 0 || !oneCustomer ? 'likely' : 'certain'
    return [
      {
        parts: named.map((invoice) => part(invoice, invoice.open)),
        over: 0n as Cents,
        certainty,
        reasons: [...reasons, fill(nl.reasons.together, { amount: euro(total) })],
      },
    ]
  }
  return [
    several(line, named, [...reasons, nl.reasons.notTogether]),
    ...named.filter((invoice) => invoice.open === line.cents).map((invoice) => one(line, invoice, 'likely', reasons)),
  ]
}

/** What speaks against a number that was written: the payer is another customer, or a number that looks like it has the same amount. */
function contradictions<Id extends string>(line: Incoming, named: readonly Payable<Id>[], payer: Payer, index: Index<Id>): string[] {
  const known = payer.customers.size === 0 || named.some((invoice) => payer.customers.has(invoice.customer))
  if (!known) return [nl.reasons.otherPayer]
  if (payer.customers.size > 0) return []
  const same = index.byCents.get(line.cents) ?? []
  if (same.length > MOST_ALIKE) return [nl.reasons.sameAmount]
  const twin = same.find((other) => named.some((invoice) => invoice !== other && looksLike(invoice.number, other.number)))
  return twin ? [fill(nl.reasons.twin, { number: twin.number })] : []
}

function byPayer<Id extends string>(line: Incoming, payer: Payer, index: Index<Id>): Proposal<Id>[] {
  return [...payer.customers].flatMap((customer) => {
    const all = index.byCustomer.get(customer) ?? []
    const exact = all.filter((invoice) => invoice.open === line.cents)
    const found = exact.map((invoice) => one(line, invoice, exact.length === 1 ? 'likely' : 'possible', payerReasons(invoice, payer)))
    if (exact.length > 0) return exact.length > 1 ? found.map((each) => ({ ...each, reasons: [...each.reasons, nl.reasons.sameAmount] })) : found
    const sums = sumsTo(all, line.cents)
    const [only] = sums
    if (only && sums.length === 1) {
      const whole = only.length === all.length
      return [
        {
          parts: only.map((invoice) => part(invoice, invoice.open)),
          over: 0n as Cents,
          certainty: whole && payer.by === 'iban' ? ('likely' as const) : ('possible' as const),
          reasons: [...payerReasons(only[0], payer), fill(nl.reasons.together, { amount: euro(line.cents) })],
        },
      ]
    }
    return all
      .filter((invoice) => invoice.open > 0n)
      .slice(0, MOST_SHOWN)
      .map((invoice) => one(line, invoice, 'possible', payerReasons(invoice, payer)))
  })
}

function byAmount<Id extends string>(line: Incoming, payer: Payer, index: Index<Id>): Proposal<Id>[] {
  const all = index.byCents.get(line.cents) ?? []
  if (all.length > MOST_SHOWN) return []
  const same = all.filter((invoice) => !payer.customers.has(invoice.customer))
  return same.map((invoice) => one(line, invoice, 'possible', same.length > 1 ? [nl.reasons.sameAmount] : []))
}

function one<Id extends string>(line: Incoming, invoice: Payable<Id>, certainty: Certainty, reasons: readonly string[]): Proposal<Id> {
  const over = minus(line.cents, invoice.open)
  const cents = smallest(line.cents, invoice.open)
  const amount =
    over === 0n
      ? nl.reasons.exact
      : over > 0n
        ? fill(nl.reasons.more, { amount: euro(over) })
        : fill(nl.reasons.less, { amount: euro(minus(invoice.open, line.cents)) })
  return { parts: [part(invoice, cents)], over, certainty, reasons: [...reasons, amount] }
}

/** Several numbers whose sum is another amount: the oldest are filled first. */
function several<Id extends string>(line: Incoming, named: readonly Payable<Id>[], reasons: readonly string[]): Proposal<Id> {
  let left = line.cents
  const parts: Part<Id>[] = []
  for (const invoice of [...named].sort((a, b) => (a.open < 0n ? 0 : 1) - (b.open < 0n ? 0 : 1) || (a.issuedOn < b.issuedOn ? -1 : 1))) {
    const cents = smallest(left, invoice.open)
    if (cents === 0n) continue
    parts.push(part(invoice, cents))
    left = minus(left, cents)
  }
  return { parts, over: left > 0n ? left : minus(line.cents, sum(named.map((invoice) => invoice.open))), certainty: 'possible', reasons }
}

function part<Id extends string>(invoice: Payable<Id>, cents: Cents): Part<Id> {
  return { invoice: invoice.id, number: invoice.number, customerName: invoice.customerName, cents }
}

function payerReasons(invoice: Payable | undefined, payer: Payer): string[] {
  if (!invoice || !payer.customers.has(invoice.customer)) return []
  return [fill(payer.by === 'iban' ? nl.reasons.iban : nl.reasons.name, { customer: invoice.customerName })]
}

/** Who paid: the account that paid before, else the customers whose name stands on the line. */
function payerOf<Id extends string>(line: Incoming, index: Index<Id>): Payer {
  const customer = line.iban ? index.accounts.get(line.iban) : undefined
  if (customer && index.byCustomer.has(customer)) return { customers: new Set([customer]), by: 'iban' }
  const { name } = line
  if (!name) return { customers: new Set(), by: null }
  // Either the name's rarest word stands in the customer's name, or the customer's rarest word stands in the name.
  const words = nameWords(name)
  const rarest = rarestOf(words, index.byWord)
  const near = [...(rarest ? (index.byWord.get(rarest) ?? []) : []), ...words.flatMap((word) => index.byRarest.get(word) ?? [])]
  if (near.length > MOST_ALIKE) return { customers: new Set(), by: null }
  const customers = new Set(near.filter((invoice) => sameName(name, invoice.customerName)).map((invoice) => invoice.customer))
  return { customers, by: customers.size > 0 ? 'name' : null }
}

function invoicesOf<Id extends string>(traces: readonly Trace[], index: Index<Id>, which: (trace: Trace) => boolean): Payable<Id>[] {
  const found = traces.filter(which).map((trace) => index.byNumber.get(numberKey(trace.year, trace.sequence)))
  return [...new Set(found.filter((invoice): invoice is Payable<Id> => invoice !== undefined))]
}

function looksLike(a: string, b: string): boolean {
  const [x, y] = [numberOf(a), numberOf(b)]
  return x !== null && y !== null && (x.year === y.year ? nearNumbers(x.sequence, y.sequence) : x.sequence === y.sequence)
}

/** The sets of two or more open items of one customer that add up to the amount; at most two, for more than one is no answer. */
function sumsTo<Id extends string>(items: readonly Payable<Id>[], cents: Cents): Payable<Id>[][] {
  if (items.length < 2 || items.length > MOST_IN_SUBSET) return []
  const found: Payable<Id>[][] = []
  for (let set = 1; set < 1 << items.length && found.length < 2; set++) {
    const chosen = items.filter((_, at) => set & (1 << at))
    if (chosen.length > 1 && sum(chosen.map((item) => item.open)) === cents) found.push(chosen)
  }
  return found
}

const RANK: Readonly<Record<Certainty, number>> = { certain: 0, likely: 1, possible: 2 }

function ordered<Id extends string>(proposals: readonly Proposal<Id>[]): readonly Proposal<Id>[] {
  const sorted = [...proposals].sort((a, b) => RANK[a.certainty] - RANK[b.certainty])
  const seen = new Set<string>()
  const unique = sorted.filter((proposal) => {
    const key = proposal.parts
      .map((each) => each.invoice)
      .sort()
      .join()
    return key !== '' && !seen.has(key) && seen.add(key)
  })
  return unique.slice(0, MOST_SHOWN)
}

function indexOf<Id extends string>(books: Books<Id>): Index<Id> {
  const byNumber = new Map<string, Payable<Id>>()
  const byCents = new Map<bigint, Payable<Id>[]>()
  const byCustomer = new Map<string, Payable<Id>[]>()
  const byWord = new Map<string, Payable<Id>[]>()
  const byRarest = new Map<string, Payable<Id>[]>()
  for (const invoice of books.invoices) {
    const number = numberOf(invoice.number)
    if (number) byNumber.set(numberKey(number.year, number.sequence), invoice)
    add(byCents, invoice.open, invoice)
    // One invoice of each customer is enough to find the customer by name.
    if (!byCustomer.has(invoice.customer)) for (const word of nameWords(invoice.customerName)) add(byWord, word, invoice)
    add(byCustomer, invoice.customer, invoice)
  }
  for (const [first] of byCustomer.values()) {
    const rarest = first && rarestOf(nameWords(first.customerName), byWord)
    if (rarest) add(byRarest, rarest, first)
  }
  return { byNumber, byCents, byCustomer, byWord, byRarest, accounts: books.accounts }
}

function rarestOf(words: readonly string[], byWord: ReadonlyMap<string, readonly unknown[]>): string | null {
  let rarest: string | null = null
  for (const word of words) {
    const count = byWord.get(word)?.length ?? 0
    if (rarest === null || count < (byWord.get(rarest)?.length ?? 0)) rarest = word
  }
  return rarest
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
