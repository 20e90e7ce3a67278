import type { Day } from '#kit/day.ts'
import { type Cents, cents } from '#kit/money.ts'
import type { Incoming, Payable } from './matching.rules.ts'

/** Payments that are meant to deceive, for the tests of matching. */

export const PLANTED_ON = '2026-10-15' as Day

/** Numbers that look like chance and are the same for the same seed. */
export function chance(seed: number): (below: number) => number {
  let state = Math.abs(seed) % 2147483648
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state % below
  }
}

/** A cooperative with 24 × size open invoices; `truth` is what each payer meant. */
export function plant(seed: number, size = 20) {
  const random = chance(seed)
  const invoices: Payable[] = []
  const lines: Incoming[] = []
  const truth = new Map<string, string>()
  const accounts = new Map<string, string>()
  const pay = (kind: string, meant: string, amount: Cents, text: string, name: string | null, iban: string | null = null) => {
    const id = `${kind}-${lines.length}`
    lines.push({ id, cents: amount, on: PLANTED_ON, name, iban, text, references: [], batch: false })
    truth.set(id, meant)
  }
  const number = (sequence: number) => `2026-${String(sequence).padStart(4, '0')}`
  for (let round = 0; round < size; round++) {
    const base = 1000 + round * 24
    const set = Array.from({ length: 24 }, (_, at) => {
      const made = { ...invoice(number(base + at), 1000 + random(900) * 50, `Klant${round} Naam${at}`), customer: `c${round}-${at}` }
      invoices.push(made)
      if (at % 3 === 0) accounts.set(`NL00BANK${round}${at}`, made.customer)
      return made
    })
    const at = (which: number) => set[which] ?? (set[0] as Payable)
    for (let which = 0; which < 8; which++)
      pay(
        'good',
        at(which).id,
        at(which).open,
        ['fact {n}', '{n}', 'betaling factuur {n} dank'][which % 3]?.replace('{n}', at(which).number) ?? '',
        at(which).customerName,
      )
    // The payer writes the number of somebody else's invoice with the same amount.
    const twin = { ...invoice(number(base + 9000 / 2), Number(at(8).open), `Klant${round} Naam80`), customer: `c${round}-80` }
    invoices.push(twin)
    pay('wrongNumber', at(8).id, at(8).open, twin.number, at(8).customerName)
    // Digits that are part of something else: a day, an IBAN, a longer number, an amount.
    pay('inIban', 'none', at(9).open, `overboeking NL12BANK${at(9).number.replace('-', '')}55`, 'Iemand Anders')
    pay('inLonger', 'none', at(10).open, `klantnummer 8${at(10).number}`, 'Iemand Anders')
    pay('inLonger', 'none', at(10).open, `order ${at(10).number}-7`, 'Iemand Anders')
    const dated = { ...invoice(number(1000 + random(2) * 100 + 1 + random(28)), 4321 + round, `Klant${round} Datum`), customer: `c${round}-90` }
    if (!invoices.some((each) => each.number === dated.number)) {
      invoices.push(dated)
      pay('asDay', 'none', dated.open, `huur ${dated.number.replace('-', '')}`, 'Woonbedrijf')
    }
    // Same name and same amount, no number.
    invoices.push({ ...at(11), id: `${at(11).id}b`, number: number(base + 7000) })
    pay('sameTwice', `${at(11).id}b`, at(11).open, 'betaling', at(11).customerName)
    // The name of another customer, its number near by, the same amount.
    const near = { ...invoice(number(base + 12 + 2000), Number(at(12).open), `Klant${round} Ver`), customer: `c${round}-91` }
    invoices.push(near)
    pay('near', near.id, near.open, `f ${at(12).number}`, near.customerName)
    // One letter apart.
    pay('nameNear', 'none', at(13).open, 'dank', `Klant${round} Naam133`)
    // A partner pays, with the right number but a part of it.
    pay('partial', at(14).id, (at(14).open - 100n) as Cents, at(14).number, 'Partner')
    // Known account, other invoice named.
    pay('account', at(15).id, at(15).open, at(16).number, null, `NL00BANK${round}15`)
  }
  return { invoices, lines, truth, accounts }
}

function invoice(number: string, open: number, customerName: string): Payable {
  return { id: number, number, open: cents(open), issuedOn: PLANTED_ON, customer: customerName, customerName }
}
