import { addDays, type Day, firstDay, type Month } from '#kit/day.ts'
import { storeFile } from '#kit/files.ts'
import { type Cents, cents, fraction, minus, sum, ZERO } from '#kit/money.ts'
import { type InvoiceId, invoicesOf, recordDaySheet, requestInvoice, sendInvoice } from '#rooms/invoicing'
import { addCustomer, type CustomerId } from '#rooms/organisations'
import { judgeReceipt, sendReceipt } from '#rooms/spending'
import type { Agenda } from './agenda.ts'
import type { BankFact } from './bank.ts'
import type { House, MemberPlayer } from './founding.ts'
import type { Buy, Job } from './people.ts'
import { receiptPhoto } from './photo.ts'
import { play, type Stage } from './stage.ts'

/** The trade of a cooperative, and the bank facts that come of it. */
export type Shop = {
  readonly stage: Stage
  readonly agenda: Agenda
  readonly house: House
  readonly facts: BankFact[]
  readonly customers: Map<string, CustomerId>
  /** Invented numbers that are the same at every first start. */
  readonly chance: (below: number) => number
}

export function makeShop(stage: Stage, agenda: Agenda, house: House, seed: number): Shop {
  let state = seed
  const chance = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  return { stage, agenda, house, facts: [], customers: new Map(), chance }
}

/** Plans what a member sells and buys in a month. */
export function planMonth(shop: Shop, member: MemberPlayer, month: Month, nr: number): void {
  const { jobs, buys } = member.character
  const count = jobs.length > 1 && (nr + shop.chance(2)) % 2 === 0 ? 2 : 1
  for (let i = 0; i < count; i++) {
    const job = jobs[(nr + i) % jobs.length]
    if (job) planJob(shop, member, job, addDays(firstDay(month), 2 + i * 8 + shop.chance(6)))
  }
  const buy = buys[nr % Math.max(buys.length, 1)]
  if (buy && shop.chance(10) < 8) planReceipt(shop, member, buy, addDays(firstDay(month), 4 + shop.chance(14)))
}

export function planJob(shop: Shop, member: MemberPlayer, job: Job, performedOn: Day): void {
  const { agenda } = shop
  if (job.market) {
    agenda.plan(addDays(performedOn, 1), () => market(shop, member, job, performedOn), 9)
    return
  }
  agenda.plan(addDays(performedOn, 1), async () => {
    const invoice = await requested(shop, member, job, performedOn)
    agenda.plan(addDays(performedOn, 2), () => send(shop, invoice, job.customer), 19)
  })
}

/** The member asks for the invoice of a job. */
export async function requested(shop: Shop, member: MemberPlayer, job: Job, performedOn: Day): Promise<InvoiceId> {
  const customer = await customerOf(shop, member, job.customer)
  return play(shop.stage, member, 'invoice.request', (tx, permit) =>
    requestInvoice(tx, permit, {
      kind: 'invoice',
      member: member.person,
      customer,
      basis: 'without',
      performedOn,
      reference: null,
      note: null,
      byCard: ZERO,
      lines: [{ description: job.what, quantity: BigInt(job.quantity) * 1000n, unit: job.unit, price: cents(job.price), vat: member.character.vat }],
    }),
  )
}

/** The treasurer sends; the customer pays after a while, nearly always. */
export async function send(shop: Shop, invoice: InvoiceId, customer: string): Promise<void> {
  const { stage, house, facts, chance } = shop
  await play(stage, house.treasurer, 'invoice.send', (tx, permit) => sendInvoice(tx, permit, invoice))
  const sent = await play(stage, house.treasurer, 'invoice.read', async (tx, permit) => (await invoicesOf(tx, permit)).find((each) => each.id === invoice))
  if (!sent) return
  const habit = chance(20)
  if (habit === 0) return // some never pay by themselves
  const text = habit === 1 ? 'bedankt voor het mooie werk' : habit === 2 ? `${lastWord(customer)} rekening` : `factuur ${sent.number}`
  facts.push({
    on: addDays(sent.issuedOn, 5 + chance(12)),
    cents: sent.payable,
    name: customer,
    iban: null,
    text,
    reference: habit > 4 ? sent.number : 'NOTPROVIDED',
  })
}

function lastWord(customer: string): string {
  return customer.split(' ').at(-1) ?? customer
}

/** A day at the market: a part by card, which the provider pays out later less its fee; the rest in cash. */
async function market(shop: Shop, member: MemberPlayer, job: Job, performedOn: Day): Promise<void> {
  const { stage, house, facts, chance } = shop
  const quantity = Math.max(2, job.quantity - 4 + chance(8))
  const total = cents(job.price * quantity)
  const byCard = fraction(total, 3n, 5n)
  const sheet = await play(stage, member, 'invoice.request', (tx, permit) =>
    recordDaySheet(tx, permit, {
      member: member.person,
      performedOn,
      note: null,
      byCard,
      lines: [{ description: job.what, quantity: BigInt(quantity) * 1000n, unit: job.unit, price: cents(job.price), vat: member.character.vat }],
    }),
  )
  await play(stage, house.treasurer, 'invoice.send', (tx, permit) => sendInvoice(tx, permit, sheet))
  const fee = fraction(byCard, 13n, 1000n)
  facts.push({
    on: addDays(performedOn, 3),
    cents: minus(byCard, fee),
    name: 'BetaalGemak',
    iban: null,
    text: `afrekening ${performedOn} kosten ${fee}`,
    reference: 'NOTPROVIDED',
  })
  facts.push({ on: addDays(performedOn, 4), cents: minus(total, byCard), name: member.name, iban: null, text: 'storting contant', reference: 'NOTPROVIDED' })
}

const PHOTO = receiptPhoto(5)

export function planReceipt(shop: Shop, member: MemberPlayer, buy: Buy, boughtOn: Day, judged = true): void {
  const { stage, agenda, house, facts, chance } = shop
  agenda.plan(addDays(boughtOn, 1), async () => {
    const gross = cents(buy.gross)
    const vat = buy.rate === 0 ? ZERO : fraction(gross, BigInt(buy.rate), BigInt(100 + buy.rate))
    const receipt = await play(stage, member, 'receipt.send', async (tx, permit) => {
      // Some have a photo, others stand on paper only.
      const file = Number(boughtOn.slice(8)) % 2 === 0 ? await storeFile(tx, permit, PHOTO) : null
      return sendReceipt(tx, permit, { member: member.person, boughtOn, gross, vat, kind: buy.kind, paidBy: buy.paidBy, what: buy.what, unsure: [], file })
    })
    if (!judged) return
    agenda.plan(
      addDays(boughtOn, 2 + chance(3)),
      async () => {
        const accepted = member.character.costKinds.includes(buy.kind) || member.character.benefit === 'none'
        const judge = accepted ? house.treasurer : house.coach
        await play(stage, judge, 'receipt.judge', (tx, permit) =>
          judgeReceipt(tx, permit, receipt, {
            outcome: accepted ? 'accepted' : 'rejected',
            reason: accepted ? null : 'Dit soort kosten staat niet in je toestemming. Vraag je begeleider wat wel kan.',
            kind: buy.kind,
            paidBy: buy.paidBy,
            vatDeductible: null,
          }),
        )
        if (!accepted) return
        const to = buy.paidBy === 'member' ? member.name : shopName(buy)
        facts.push({
          on: addDays(boughtOn, 6 + chance(4)),
          cents: cents(-gross),
          name: to,
          iban: null,
          text: buy.paidBy === 'member' ? `terugbetaling ${buy.what}` : `betaling ${buy.what}`,
          reference: 'NOTPROVIDED',
        })
      },
      20,
    )
  })
}

function shopName(buy: Buy): string {
  return { material: 'Groothandel Oost', tools: 'Gereedschap De Spil', stall: 'Marktbeheer Wilgendam' }[buy.kind as 'material'] ?? 'Winkel Rondom'
}

export async function customerOf(shop: Shop, member: MemberPlayer, name: string): Promise<CustomerId> {
  const key = `${member.person} ${name}`
  const known = shop.customers.get(key)
  if (known) return known
  const person = /^(Mevrouw|De heer)/.test(name)
  const id = await play(shop.stage, member, 'customer.edit', (tx, permit) =>
    addCustomer(tx, permit, {
      member: member.person,
      kind: person ? 'person' : 'organisation',
      name,
      attention: null,
      street: `Lindelaan ${10 + shop.chance(80)}`,
      postCode: '9999 CD',
      city: 'Wilgendam',
      country: 'NL',
      email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@klant.example`,
      kvk: person ? null : String(90_100_000 + shop.customers.size),
      vatId: null,
      peppol: null,
    }),
  )
  shop.customers.set(key, id)
  return id
}

/** All money of a list of bank facts. */
export function total(facts: readonly BankFact[]): Cents {
  return sum(facts.map((fact) => fact.cents))
}
