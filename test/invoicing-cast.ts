import { type Day, day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import {
  beginNumbers,
  type InvoiceId,
  type InvoiceRequest,
  type Line,
  openInvoices,
  receivePayment,
  requestInvoice,
  sendInvoice,
  sentInvoice,
} from '#rooms/invoicing'
import { findEntry, type Source, trialBalance } from '#rooms/ledger'
import { admitToTrial, beginFile, changeBenefit, changeTradeName } from '#rooms/members'
import { addCustomer, type CustomerFacts, type CustomerId, registerCooperative, settingsFrom } from '#rooms/organisations'
import { as, found, itIs, somebody, type TestWorld, testWorld } from './world.ts'

/** The real program; each story founds its own cooperatives in it. */
export const world: TestWorld = await testWorld()

export type Soco = {
  readonly id: OrganisationId
  readonly treasurer: PersonId
  readonly chair: PersonId
  readonly coach: PersonId
  readonly samira: PersonId
  readonly customer: CustomerId
}

export const bakery: CustomerFacts = {
  member: null,
  kind: 'organisation',
  name: 'Bakkerij De Korst',
  attention: null,
  street: 'Dorpsplein 3',
  postCode: '4321 ZX',
  city: 'Zandwijk',
  country: 'NL',
  email: 'boek@korst.example',
  kvk: '90005678',
  vatId: null,
  peppol: null,
}

/** A cooperative with a treasurer, a chair, a coach, a member without benefit and a customer. */
export async function cooperative(name: string, korSince: string | null, soldBefore = 0): Promise<Soco> {
  itIs(world, '2026-09-01')
  const id = await found(world, 'cooperative', name)
  const [treasurer, chair, coach] = [
    await somebody(world, id, 'treasurer', 'Ans'),
    await somebody(world, id, 'board', 'Piet'),
    await somebody(world, id, 'coach', 'Els'),
  ]
  const t = { person: treasurer, organisation: id, role: 'treasurer' as const }
  await as(world, t, 'organisation.edit', (tx, permit) =>
    registerCooperative(tx, permit, {
      legalName: `Coöperatie ${name} U.A.`,
      tradeName: name,
      kvk: '90001234',
      vatId: 'NL123456782B90',
      iban: 'NL91ABNA0417164300',
      street: 'Kerkstraat 12',
      postCode: '1234 AB',
      city: 'Waterdrecht',
      email: null,
      phone: null,
      website: null,
      korSince: korSince as Day | null,
      korUntil: null,
      settings: settingsFrom({}),
    }),
  )
  const customer = await as(world, t, 'customer.edit', (tx, permit) => addCustomer(tx, permit, bakery))
  const samira = await member({ id, coach }, 'Samira', 'none')
  if (soldBefore > 0) {
    await as(world, t, 'invoice.begin', (tx, permit) => beginNumbers(tx, permit, { year: 2026, next: 1, soldBefore: cents(soldBefore) }))
  }
  return { id, treasurer, chair, coach, samira, customer }
}

export async function member(of: { id: OrganisationId; coach: PersonId }, name: string, source: 'none' | 'participatiewetOwn'): Promise<PersonId> {
  const who = { person: of.coach, organisation: of.id, role: 'coach' as const }
  const municipality = source === 'none' ? null : await found(world, 'municipality', 'Gemeente Waterdrecht')
  const person = { firstName: name, name, email: null, phone: null, street: null, postCode: null, city: null, language: 'nl' as const }
  const made = await as(world, who, 'application.take', (tx, permit) =>
    beginFile(tx, permit, { ...person, stage: 'applied', on: permit.today, coach: of.coach }),
  )
  await as(world, who, 'member.trial', (tx, permit) => admitToTrial(tx, permit, made, permit.today, day('2027-08-31')))
  await as(world, who, 'benefit.change', (tx, permit) => changeBenefit(tx, permit, made, { source, municipality, from: day('2026-01-01') }))
  await as(world, who, 'member.edit', (tx, permit) =>
    changeTradeName(tx, permit, made, { tradeName: `${name} kookt`, makes: 'Maaltijden', from: permit.today }),
  )
  return made
}

export const treasurer = (of: Soco) => ({ person: of.treasurer, organisation: of.id, role: 'treasurer' as const })
export const asMember = (person: PersonId, of: Soco) => ({ person, organisation: of.id, role: 'member' as const })

export function work(amount: number, vat: Line['vat'] = 'standard', description = 'Lunch'): Line {
  return { description, quantity: 1000n, unit: 'piece', price: cents(amount), vat }
}

export function request(of: Soco, lines: readonly Line[], more: Partial<InvoiceRequest> = {}): InvoiceRequest {
  return {
    kind: 'invoice',
    member: of.samira,
    customer: of.customer,
    basis: 'without',
    performedOn: day('2026-10-05'),
    reference: null,
    note: null,
    byCard: cents(0),
    lines,
    ...more,
  }
}

export const ask = (of: Soco, lines: readonly Line[], more: Partial<InvoiceRequest> = {}) =>
  as(world, treasurer(of), 'invoice.request', (tx, permit) => requestInvoice(tx, permit, request(of, lines, more)))
export const send = (of: Soco, id: InvoiceId, waitsBecause: string | null = null) =>
  as(world, treasurer(of), 'invoice.send', (tx, permit) => sendInvoice(tx, permit, id, { waitsBecause }))
export const read = (of: Soco, id: InvoiceId) => as(world, treasurer(of), 'invoice.read', (tx, permit) => sentInvoice(tx, permit, id))
export const open = (of: Soco) => as(world, treasurer(of), 'invoice.read', openInvoices)

export async function sent(of: Soco, lines: readonly Line[], more: Partial<InvoiceRequest> = {}): Promise<InvoiceId> {
  const id = await ask(of, lines, more)
  await send(of, id)
  return id
}

// Banking holds the permit when it calls; a memorial permit may book money too.
export const pay = (of: Soco, invoice: InvoiceId, amount: number, on: string, source = `${invoice} ${on} ${amount}`) =>
  as(world, treasurer(of), 'ledger.correct', (tx, permit) =>
    receivePayment(tx, permit, { invoice, cents: cents(amount), on: day(on), source: { kind: 'test line', id: source } }),
  )

/** The posting as an accountant reads it. */
export async function posting(of: Soco, source: Source): Promise<string[]> {
  const entry = await as(world, treasurer(of), 'ledger.read', (tx, permit) => findEntry(tx, permit, source))
  return (entry?.lines ?? []).map((line) => `${line.debit.code} | ${line.credit.code} | ${line.cents}`)
}

export const balances = async (of: Soco) =>
  Object.fromEntries(
    (await as(world, treasurer(of), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2027-12-31')))).map((row) => [row.code, row.balance]),
  )
