import { type Day, earlierDay, parseDay, within } from '#kit/day.ts'
import { type Cents, minus, parseEuro, sum, ZERO } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { MemberId, OrganisationId } from '#rooms/access'
import { nl } from './opening.nl.ts'

type Values<T> = T[keyof T]
type OpeningAccount = Values<typeof nl.accounts>
type OpeningPot = Values<typeof nl.pots>
type OpeningVat = Values<typeof nl.vat>

/** One line of the file, read; `line` is its place in it. */
export type OpeningLine = { readonly line: number } & (
  | { readonly kind: 'account'; readonly code: OpeningAccount; readonly member: MemberId | null; readonly cents: Cents }
  | { readonly kind: 'pot'; readonly pot: OpeningPot; readonly member: MemberId; readonly cents: Cents }
  | {
      readonly kind: 'invoice'
      readonly member: MemberId
      readonly customer: string
      readonly number: string
      readonly issuedOn: Day
      readonly dueOn: Day | null
      readonly cents: Cents
      readonly vat: OpeningVat
    }
  | { readonly kind: 'number'; readonly next: number }
  | { readonly kind: 'kor'; readonly cents: Cents }
  | { readonly kind: 'loss'; readonly member: MemberId; readonly cents: Cents }
  | {
      readonly kind: 'taken'
      readonly member: MemberId
      readonly receiver: Values<typeof nl.receivers>
      readonly step: string
      readonly year: number
      readonly cents: Cents
    }
  | {
      readonly kind: 'consent'
      readonly member: MemberId
      readonly municipality: OrganisationId
      readonly from: Day
      readonly until: Day
      readonly payOutAllowed: boolean
      /** What was left empty is null; consent says what that means. */
      readonly legalBasis: string | null
      readonly decidedOn: Day | null
      readonly costKinds: readonly string[] | null
    }
  | { readonly kind: 'exemption'; readonly member: MemberId; readonly part: Values<typeof nl.exemptions>; readonly months: number; readonly until: Day }
)

export type OpeningProblem = { readonly line: number; readonly what: string }

/** Whom a file may name: members by number or full name (a name that several have names nobody), municipalities by code or name, all in small letters. */
export type Known = {
  readonly members: ReadonlyMap<string, MemberId | 'several'>
  readonly municipalities: ReadonlyMap<string, OrganisationId>
  /** Codes of legal bases with the days on which each counts. */
  readonly grounds: readonly { readonly code: string; readonly from: Day; readonly until: Day | null }[]
  /** The one that is meant where none is written. */
  readonly usualGround: string
  /** Codes of kinds of costs by their name in small letters. */
  readonly costKinds: ReadonlyMap<string, string>
  readonly today: Day
}

export type Opening = { readonly lines: readonly OpeningLine[]; readonly problems: readonly OpeningProblem[] }

/** What stands on the left and on the right, and what they differ; a difference of zero is the proof that it balances. */
export type OpeningBalance = { readonly assets: Cents; readonly liabilities: Cents; readonly difference: Cents }

/** Accounts that stand on the left of a balance; all others stand on the right. */
const LEFT: readonly OpeningAccount[] = ['bank', 'cash', 'cashHeld', 'underway', 'equipment', 'vatReclaimable']
/** Accounts kept per member. */
const PER_MEMBER: readonly OpeningAccount[] = ['cashHeld', 'owedToMember', 'payoutPayable']

/** Reads the rows of a file; every row is either understood or explained, none is passed over. The first row may be the heading. */
export function readOpening(rows: readonly (readonly string[])[], known: Known): Opening {
  const lines: OpeningLine[] = []
  const problems: OpeningProblem[] = []
  rows.forEach((row, index) => {
    const line = index + 1
    if (row.every((cell) => cell.trim() === '') || (index === 0 && plain(row[0]) === nl.columns[0])) return
    const read = readLine(
      row.map((cell) => cell.trim()),
      known,
    )
    if ('wrong' in read) problems.push({ line, what: read.wrong })
    else lines.push({ line, ...read })
  })
  return { lines, problems: [...problems, ...doubles(lines)].toSorted((a, b) => a.line - b.line) }
}

/** Adds up both sides. Pots and debts stand on the right, whatever the cooperative calls them in its books. */
export function balanceOf(lines: readonly OpeningLine[]): OpeningBalance {
  const assets = sum(lines.filter((line) => isLeft(line)).map(amountOf))
  const liabilities = sum(lines.filter((line) => !isLeft(line)).map(amountOf))
  return { assets, liabilities, difference: minus(assets, liabilities) }
}

export function isLeft(line: OpeningLine): boolean {
  return line.kind === 'invoice' || (line.kind === 'account' && LEFT.includes(line.code))
}

/** Whether a line is money in the books; the others only say where something goes on. */
export function isMoney(line: OpeningLine): line is Extract<OpeningLine, { kind: 'account' | 'pot' | 'invoice' }> {
  return line.kind === 'account' || line.kind === 'pot' || line.kind === 'invoice'
}

type Read = Without<OpeningLine> | { readonly wrong: string }
type Without<T> = T extends unknown ? Omit<T, 'line'> : never

function readLine(cells: readonly string[], known: Known): Read {
  const [kind = '', who = '', what = '', number = '', from = '', until = '', amount = '', vat = '', ground = '', decided = '', kinds = ''] = cells
  const which = found(nl.kinds, kind)
  if (!which) return { wrong: fill(nl.wrong.kind, { typed: kind, options: Object.keys(nl.kinds).join(', ') }) }
  if (which === 'number')
    return /^\d{1,6}$/.test(number) && Number(number) > 0 ? { kind: 'number', next: Number(number) } : { wrong: fill(nl.wrong.number, { typed: number }) }
  const member = who === '' ? null : (known.members.get(plain(who)) ?? 'unknown')
  if (member === 'several') return { wrong: fill(nl.wrong.memberSeveral, { typed: who }) }
  if (member === 'unknown') return { wrong: fill(nl.wrong.member, { typed: who }) }
  if (which === 'consent')
    return member ? readConsent(member, { what, payOut: number, from, until, ground, decided, kinds }, known) : { wrong: nl.wrong.memberNeeded }
  if (which === 'exemption') return member ? readExemption(member, what, number, from) : { wrong: nl.wrong.memberNeeded }
  const cents = parseEuro(amount)
  if (cents === null) return { wrong: fill(nl.wrong.amount, { typed: amount }) }
  if (which === 'kor') return cents >= ZERO ? { kind: 'kor', cents } : { wrong: fill(nl.wrong.amount, { typed: amount }) }
  if (which === 'account') return readAccount(what, member, cents)
  if (!member) return { wrong: nl.wrong.memberNeeded }
  if (which === 'loss') return cents > ZERO ? { kind: 'loss', member, cents } : { wrong: fill(nl.wrong.amount, { typed: amount }) }
  if (which === 'pot') {
    const pot = found(nl.pots, what)
    return pot ? { kind: 'pot', pot, member, cents } : { wrong: fill(nl.wrong.pot, { typed: what, options: Object.keys(nl.pots).join(', ') }) }
  }
  if (which === 'taken') return readTaken(member, what, number, cents)
  return readInvoice(member, { customer: what, number, from, until, cents, vat })
}

function readAccount(what: string, member: MemberId | null, cents: Cents): Read {
  const code = found(nl.accounts, what)
  if (!code) return { wrong: fill(nl.wrong.account, { typed: what, options: Object.keys(nl.accounts).join(', ') }) }
  if (PER_MEMBER.includes(code) && !member) return { wrong: nl.wrong.memberNeeded }
  if (!PER_MEMBER.includes(code) && member) return { wrong: nl.wrong.memberNotNeeded }
  return { kind: 'account', code, member, cents }
}

function readTaken(member: MemberId, what: string, number: string, cents: Cents): Read {
  const [name = '', ...step] = what.split('/')
  const receiver = found(nl.receivers, name.trim())
  if (!receiver) return { wrong: fill(nl.wrong.receiver, { typed: name, options: Object.keys(nl.receivers).join(', ') }) }
  if (!/^\d{4}$/.test(number)) return { wrong: fill(nl.wrong.number, { typed: number }) }
  return { kind: 'taken', member, receiver, step: step.join('/').trim(), year: Number(number), cents }
}

type TypedInvoice = {
  readonly customer: string
  readonly number: string
  readonly from: string
  readonly until: string
  readonly cents: Cents
  readonly vat: string
}

function readInvoice(member: MemberId, typed: TypedInvoice): Read {
  const issuedOn = parseDay(typed.from)
  const dueOn = typed.until === '' ? null : parseDay(typed.until)
  const vat = found(nl.vat, typed.vat.replace('%', ''))
  if (typed.customer === '') return { wrong: nl.wrong.customer }
  if (typed.number === '') return { wrong: fill(nl.wrong.number, { typed: '' }) }
  if (!issuedOn) return { wrong: fill(nl.wrong.day, { typed: typed.from }) }
  if (typed.until !== '' && !dueOn) return { wrong: fill(nl.wrong.day, { typed: typed.until }) }
  if (!vat) return { wrong: fill(nl.wrong.vat, { typed: typed.vat, options: Object.keys(nl.vat).join(', ') }) }
  if (typed.cents <= ZERO) return { wrong: fill(nl.wrong.amount, { typed: '0' }) }
  return { kind: 'invoice', member, customer: typed.customer, number: typed.number, issuedOn, dueOn, cents: typed.cents, vat }
}

type TypedConsent = Readonly<Record<'what' | 'payOut' | 'from' | 'until' | 'ground' | 'decided' | 'kinds', string>>

function readConsent(member: MemberId, typed: TypedConsent, known: Known): Read {
  const municipality = known.municipalities.get(plain(typed.what))
  const from = parseDay(typed.from)
  const until = parseDay(typed.until)
  if (!municipality) return { wrong: fill(nl.wrong.municipality, { typed: typed.what }) }
  if (!from || !until) return { wrong: fill(nl.wrong.day, { typed: from ? typed.until : typed.from }) }
  if (until < from) return { wrong: nl.wrong.order }
  const decidedOn = typed.decided === '' ? null : parseDay(typed.decided)
  if (typed.decided !== '' && (!decidedOn || decidedOn > known.today)) return { wrong: fill(nl.wrong.decidedOn, { typed: typed.decided }) }
  const counted = known.grounds.filter((ground) => within(decidedOn ?? earlierDay(from, known.today), ground.from, ground.until)).map(({ code }) => code)
  const legalBasis = typed.ground === '' ? null : plain(typed.ground)
  if (!counted.includes(legalBasis ?? known.usualGround)) return { wrong: fill(nl.wrong.ground, { typed: typed.ground, options: counted.join(', ') }) }
  const costKinds: string[] = []
  for (const word of typed.kinds.split(',').filter((part) => part.trim() !== '')) {
    const code = known.costKinds.get(plain(word))
    if (!code) return { wrong: fill(nl.wrong.costKind, { typed: word.trim(), options: [...known.costKinds.keys()].join(', ') }) }
    costKinds.push(code)
  }
  return {
    kind: 'consent',
    member,
    municipality,
    from,
    until,
    payOutAllowed: plain(typed.payOut) === nl.payOutAllowed,
    legalBasis,
    decidedOn,
    costKinds: costKinds.length > 0 ? [...new Set(costKinds)] : null,
  }
}

function readExemption(member: MemberId, what: string, number: string, typedUntil: string): Read {
  const part = found(nl.exemptions, what)
  const until = parseDay(typedUntil)
  if (!part) return { wrong: fill(nl.wrong.exemption, { typed: what, options: Object.keys(nl.exemptions).join(', ') }) }
  if (!/^\d{1,2}$/.test(number) || Number(number) === 0) return { wrong: fill(nl.wrong.number, { typed: number }) }
  if (!until) return { wrong: fill(nl.wrong.day, { typed: typedUntil }) }
  return { kind: 'exemption', member, part, months: Number(number), until }
}

function doubles(lines: readonly OpeningLine[]): OpeningProblem[] {
  const seen = new Set<string>()
  return lines.flatMap((line) => {
    const key = keyOf(line)
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [{ line: line.line, what: line.kind === 'invoice' ? fill(nl.wrong.numberTwice, { typed: line.number }) : nl.wrong.twice }]
  })
}

function keyOf(line: OpeningLine): string {
  if (line.kind === 'account') return `account ${line.code} ${line.member}`
  if (line.kind === 'pot') return `pot ${line.pot} ${line.member}`
  if (line.kind === 'invoice') return `invoice ${plain(line.number)}`
  if (line.kind === 'taken') return `taken ${line.member} ${line.year} ${line.receiver} ${line.step}`
  if (line.kind === 'consent') return `consent ${line.member} ${line.from}`
  if (line.kind === 'exemption') return `exemption ${line.member} ${line.part}`
  return line.kind === 'loss' ? `loss ${line.member}` : line.kind
}

function amountOf(line: OpeningLine): Cents {
  return isMoney(line) ? line.cents : ZERO
}

function found<T extends Readonly<Record<string, string>>>(words: T, typed: string): T[keyof T] | null {
  const word = plain(typed)
  return Object.hasOwn(words, word) ? (words[word as keyof T] ?? null) : null
}

function plain(typed: string | undefined): string {
  return (typed ?? '')
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()
}
