import { addDays, type Day, firstDay, lastDay, type Month, monthAfter } from '#kit/day.ts'
import { type Cents, cents, ZERO } from '#kit/money.ts'
import { acceptMany, type BankLine, type BookingChoice, bookLine, importFile, keepRule, linesWaiting, proposalsFor } from '#rooms/banking'
import { closeMonth } from '#rooms/settlement'
import { type BankFact, camtFile } from './bank.ts'
import type { House } from './founding.ts'
import { play, type Stage } from './stage.ts'
import { type Shop, total } from './trade.ts'

/** The bank account of a cooperative over the year: what was on it after the last statement. */
export type Account = { balance: Cents; until: Day }

/** Brings in the statement over a period, books what was proposed with certainty, and the rest by what the treasurer knows. */
export async function bankEvening(shop: Shop, account: Account, until: Day, leave: (fact: BankLine) => boolean = () => false): Promise<void> {
  const { stage, house } = shop
  const from = addDays(account.until, 1)
  const lines = shop.facts.filter((fact) => fact.on >= from && fact.on <= until).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const bytes = camtFile(house.iban, { from, until }, account.balance, lines)
  await play(stage, house.treasurer, 'bank.import', (tx, permit) => importFile(tx, permit, { name: `afschrift-${until}.xml`, type: 'application/xml', bytes }))
  account.balance = (account.balance + total(lines)) as Cents
  account.until = until
  await bookAll(stage, house, leave)
}

async function bookAll(stage: Stage, house: House, leave: (line: BankLine) => boolean): Promise<void> {
  // First all that is certain, in one go; after each round a proposal may have become certain or impossible.
  for (let round = 0; round < 3; round++) {
    const certain = await play(stage, house.treasurer, 'payment.match', async (tx, permit) => {
      const lines = (await linesWaiting(tx, permit)).filter((line) => !leave(line))
      const proposals = await proposalsFor(tx, permit, lines)
      return lines.flatMap((line) => {
        const best = proposals.get(line.id)?.[0]
        return best?.certainty === 'certain' ? [{ line: line.id, key: best.key }] : []
      })
    })
    if (certain.length === 0) break
    await play(stage, house.treasurer, 'payment.match', (tx, permit) => acceptMany(tx, permit, certain))
  }
  const rest = await play(stage, house.treasurer, 'bank.book', async (tx, permit) => {
    const lines = (await linesWaiting(tx, permit)).filter((line) => !leave(line))
    return lines.map((line) => line.id)
  })
  for (const id of rest) {
    await play(stage, house.treasurer, 'bank.book', async (tx, permit) => {
      const line = (await linesWaiting(tx, permit)).find((each) => each.id === id)
      if (!line) return
      const known = knownHow(line, house)
      const proposal = known ? null : (await proposalsFor(tx, permit, [line])).get(id)?.[0]
      await bookLine(tx, permit, id, known ?? proposal?.how ?? { kind: 'suspense' })
    })
  }
}

/** What comes back every month, said once: the rent and what the bank charges. */
export async function bookingRules(stage: Stage, house: House): Promise<void> {
  const rule = { iban: null, way: 'out', member: null, vat: 0 } as const
  await play(stage, house.treasurer, 'bank.rule', async (tx, permit) => {
    await keepRule(tx, permit, { ...rule, words: 'huur werkplaats', kind: 'ownCost', least: cents(12_000), most: cents(13_000) })
    await keepRule(tx, permit, { ...rule, words: 'kosten rekening', kind: 'bankCosts', least: cents(500), most: cents(1500) })
  })
}

/** What the treasurer knows of the lines that come every month. */
function knownHow(line: BankLine, house: House): BookingChoice | null {
  const text = line.text
  if (text.startsWith('huur')) return { kind: 'ownCost', vat: ZERO }
  if (text.startsWith('kosten rekening')) return { kind: 'bankCosts' }
  if (text.startsWith('subsidie')) return { kind: 'subsidy' }
  if (text.startsWith('beginsaldo')) return { kind: 'subsidy' }
  const fee = /^afrekening .* kosten (\d+)$/.exec(text)?.[1]
  if (fee) return { kind: 'cardBatch', fee: cents(Number(fee)) }
  if (text === 'storting contant') {
    const member = house.members.find((each) => each.name === line.name)?.person ?? null
    return { kind: 'cashDeposit', member }
  }
  return null
}

/** The costs and income of the cooperative itself in a month. */
export function ownFacts(month: Month, nr: number): BankFact[] {
  const fact = (on: Day, amount: number, name: string, text: string, iban: string | null = null): BankFact => ({
    on,
    cents: cents(amount),
    name,
    iban,
    text,
    reference: 'NOTPROVIDED',
  })
  return [
    fact(addDays(firstDay(month), 1), -12500, 'Buurthuis De Linde', 'huur werkplaats'),
    fact(lastDay(month), -995, 'Bank', 'kosten rekening'),
    ...(nr % 3 === 0 ? [fact(addDays(firstDay(month), 11), 150000, 'Gemeente', 'subsidie begeleiding', 'NL20INGB0001234567')] : []),
  ]
}

/** Closes a month on an evening in the next one. */
export async function closeEvening(stage: Stage, house: House, month: Month): Promise<void> {
  await play(stage, house.treasurer, 'month.close', (tx, permit) => closeMonth(tx, permit, month))
}

export function closingDay(month: Month): Day {
  return addDays(firstDay(monthAfter(month)), 3)
}
