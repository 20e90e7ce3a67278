import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#kit/day.ts'
import { type Cents, cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { BankLine, BankLineId } from '../banking.types.ts'
import type { BookingKind } from '../booking/kinds.rules.ts'
import { chance, PLANTED_ON, plant } from './plant.ts'
import { type LineProposal, type Material, proposalsFrom } from './proposals.ts'

type Planted = { readonly lines: readonly BankLine[]; readonly material: Material; readonly truth: ReadonlyMap<string, string> }

const MEMBER = 'm-1' as MemberId
const SHOPS = ['Stoffenhal Oost', 'Garenpaleis', 'Verfwinkel Kwast', 'Houtzagerij Berk', 'Fietsenmaker Tandwiel', 'Drukkerij Inktvis']

/** Money in and out, with invoices, costs and habits that look like each other; `truth` says what each line was. */
function world(seed: number, rounds = 6): Planted {
  const random = chance(seed)
  const incoming = plant(seed, 4)
  const lines: BankLine[] = incoming.lines.map((each) => line(each.id, each.cents, each.text, each.name, each.iban))
  const truth = new Map([...incoming.truth].map(([id, invoice]) => [id, `invoice ${invoice}`]))
  const costs: Material['costs'][number][] = []
  const remembered: Material['remembered'][number][] = [...incoming.accounts].map(([iban, customer]) => habit(iban, 1, 'invoice', { customer }))
  const invoices = incoming.invoices.map((each) => ({ ...each, customer: each.customer }))
  let count = 0
  const pay = (what: string, meant: string, amount: number, text: string, name: string | null, iban: string | null = null) => {
    count += 1
    const id = `${what}-${count}`
    lines.push(line(id, cents(amount), text, name, iban))
    truth.set(id, meant)
  }
  const cost = (what: string, amount: number, to: 'creditor' | 'member' = 'creditor') => {
    const id = `c-${costs.length}`
    costs.push({ id, kind: 'receipt', member: MEMBER, to, what, on: addDays(PLANTED_ON, -random(30)), open: cents(amount) })
    return `cost ${id}`
  }
  for (let round = 0; round < rounds; round++) {
    // Amounts are far apart, except where they are meant to be the same.
    let next = 2_000_000 + round * 100_000 + random(500)
    const amount = () => (next += 1_000 + random(400))
    const shop = `${SHOPS[round % SHOPS.length]} ${'abcdefghij'[round % 10]?.repeat(4)}`
    const bought = amount()
    pay('good', cost(shop, bought), -bought, 'pin 8841', shop)
    const wanted = amount()
    cost(`Betaling kraamhuur ${round}`, wanted)
    pay('emptyWord', 'something else', -wanted, 'betaling materiaal', `Iemand ${round}`)
    const town = amount()
    cost('Kraam op de markt Wilgendam', town)
    pay('oneWord', 'something else', -town, 'leges', 'Gemeente Wilgendam en omgeving')
    const same = amount()
    cost(shop, same)
    cost('Nog een winkel', same)
    pay('sameAmount', 'something else', -same, 'pin', 'Derde winkel')
    const twice = amount()
    const paidTwice = cost(shop, twice)
    pay('twice', paidTwice, -twice, 'pin', shop)
    pay('twice', 'something else', -twice, 'pin', shop)
    // The member is paid out exactly what a receipt was.
    const share = amount()
    cost('Garen', share, 'member')
    remembered.push(habit(`NL00MEM${round}`, -1, 'payout', { member: MEMBER, times: 2, least: -share, most: -share }))
    pay('payout', 'kind payout', -share, 'maand', 'Samira el Amrani', `NL00MEM${round}`)
    // An account of subsidies pays an invoice without its number, or another amount than usual.
    const [open] = invoices.slice(round * 3)
    remembered.push(habit(`NL00SUB${round}`, 1, 'subsidy', { times: 4, least: 1_000, most: 9_999_999 }))
    if (open) pay('subsidy', `invoice ${open.id}`, Number(open.open), 'overboeking', 'Gemeente', `NL00SUB${round}`)
    const grant = amount()
    remembered.push(habit(`NL00GRA${round}`, 1, 'subsidy', { times: 3, least: grant, most: grant }))
    pay('goodHabit', 'kind subsidy', grant, 'kwartaal', 'Gemeente', `NL00GRA${round}`)
    pay('unusual', 'something else', grant + 1, 'kwartaal', 'Gemeente', `NL00GRA${round}`)
    pay('unusual', 'something else', grant - 1, 'kwartaal', 'Gemeente', `NL00GRA${round}`)
    // A shop that was booked as supplier, and now a cost of that amount waits.
    const known = amount()
    remembered.push(habit(`NL00SHO${round}`, -1, 'supplier', { times: 2, least: -known, most: -known }))
    pay('supplier', cost('Naaimachine', known), -known, 'factuur 12', 'Machinehandel', `NL00SHO${round}`)
    // An account that was two kinds of things.
    const mixed = amount()
    remembered.push(habit(`NL00MIX${round}`, -1, 'bankCosts', { times: 2, least: -mixed, most: -mixed, always: false }))
    pay('mixed', 'something else', -mixed, 'kosten', 'Bank', `NL00MIX${round}`)
    // Money back to a customer who has it to come, to an account with a habit of the same amount.
    const back = amount()
    invoices.push({
      id: `back${round}`,
      number: `2025-${1000 + round}`,
      open: cents(-back),
      issuedOn: PLANTED_ON,
      customer: `b${round}`,
      customerName: 'Terug',
    })
    remembered.push(habit(`NL00BAC${round}`, -1, 'tax', { times: 2, least: -back, most: -back }))
    pay('refund', `refund back${round}`, -back, 'terug', 'Terug', `NL00BAC${round}`)
  }
  const material = {
    invoices: invoices as unknown as Material['invoices'],
    writtenOff: [],
    rules: [],
    takings: [],
    costs,
    bills: [],
    billsPaid: [],
    names: new Map([[MEMBER, 'Samira el Amrani']]),
    remembered,
    returnable: [],
  }
  return { lines, material, truth }
}

/** The line and what was ticked for it, of every line that would be booked without a look. */
function ticked({ lines, material }: Planted): readonly { readonly id: string; readonly was: string }[] {
  const found = proposalsFrom(lines, material)
  return lines.flatMap(({ id }) => {
    const [first] = found.get(id) ?? []
    return first?.certainty === 'certain' ? [{ id, was: meaning(first) }] : []
  })
}

test('of all planted look-alikes, in and out, none is certain for the wrong thing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (seed) => {
      const planted = world(seed)
      const wrong = ticked(planted).filter(({ id, was }) => planted.truth.get(id) !== was)
      expect(wrong.map(({ id, was }) => `${id} → ${was}, but it was ${planted.truth.get(id)}`)).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('nine of ten payments that are what they seem are certain', () => {
  const planted = world(2026)
  const certain = new Set(ticked(planted).map(({ id }) => id))
  for (const kind of [/^good-/, /^goodHabit-/]) {
    const good = planted.lines.filter(({ id }) => kind.test(id))
    expect(good.length).toBeGreaterThan(5)
    expect(good.filter(({ id }) => certain.has(id)).length).toBeGreaterThanOrEqual(Math.floor(good.length * 0.9))
  }
})

test('a habit beside an open invoice or cost asks for a look and says why', () => {
  const { lines, material } = world(7)
  const found = proposalsFrom(lines, material)
  const reasons = (kind: string) =>
    lines.filter(({ id }) => id.startsWith(`${kind}-`)).flatMap(({ id }) => (found.get(id) ?? []).flatMap((each) => each.reasons))
  expect(reasons('supplier')).toContain('Let op: er past ook iets anders bij.')
  expect(reasons('unusual')).toContain('Let op: dit bedrag is anders dan anders.')
  expect(reasons('twice')).toContain('Let op: er zijn twee bankregels die hierbij passen.')
})

function meaning({ how }: LineProposal): string {
  if (how.kind === 'invoice' || how.kind === 'refund') return `${how.kind} ${'invoices' in how ? how.invoices.join() : ''}`
  return 'cost' in how ? `cost ${how.cost}` : `kind ${how.kind}`
}

type Habit = Material['remembered'][number]

function habit(
  iban: string,
  sign: number,
  kind: BookingKind,
  more: { times?: number; least?: number; most?: number } & Partial<Omit<Habit, 'least' | 'most'>>,
): Habit {
  const { least = 0, most = 0, ...rest } = more
  return { iban, sign, kind, member: null, customer: null, times: 1, always: true, least: cents(least), most: cents(most), ...rest }
}

function line(id: string, amount: Cents, text: string, name: string | null, iban: string | null): BankLine {
  return {
    id: id as BankLineId,
    account: 'NL91ABNA0417164300',
    cents: amount,
    bookedOn: PLANTED_ON,
    valueOn: null,
    name,
    iban,
    text,
    references: [],
    bankReference: null,
    code: null,
    reversal: false,
    batch: false,
    returned: null,
    details: [],
    booking: null,
  }
}
