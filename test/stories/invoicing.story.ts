import { beforeAll, describe, expect, test } from 'vitest'
import { type Day, day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import {
  beginNumbers,
  creditInvoice,
  creditsOfMonth,
  draftsUntil,
  type InvoiceId,
  type InvoiceRequest,
  korStanding,
  type Line,
  openInvoices,
  proposeWriteOff,
  receiptsOfMonth,
  receivePayment,
  recordDaySheet,
  refundCustomer,
  releasedOfMonth,
  releaseWaiting,
  remind,
  requestInvoice,
  reviseDraft,
  sendInvoice,
  sentInvoice,
  trustMember,
  undoPayment,
  writeOff,
} from '#rooms/invoicing'
import { findEntry, type Source, trialBalance } from '#rooms/ledger'
import { admitToTrial, beginFile, changeBenefit, changeTradeName } from '#rooms/members'
import { addCustomer, type CustomerFacts, type CustomerId, registerCooperative, settingsFrom } from '#rooms/organisations'
import { as, found, itIs, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let soco: Soco

type Soco = {
  readonly id: OrganisationId
  readonly treasurer: PersonId
  readonly chair: PersonId
  readonly coach: PersonId
  readonly samira: PersonId
  readonly customer: CustomerId
}

const bakery: CustomerFacts = {
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

beforeAll(async () => {
  world = await testWorld()
  soco = await cooperative('De Vrije Hand', null)
})

/** A cooperative with a treasurer, a chair, a coach, a member without benefit and a customer. */
async function cooperative(name: string, korSince: string | null, soldBefore = 0): Promise<Soco> {
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

async function member(of: { id: OrganisationId; coach: PersonId }, name: string, source: 'none' | 'participatiewetOwn'): Promise<PersonId> {
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

const treasurer = (of = soco) => ({ person: of.treasurer, organisation: of.id, role: 'treasurer' as const })
const asMember = (person: PersonId, of = soco) => ({ person, organisation: of.id, role: 'member' as const })

function work(amount: number, vat: Line['vat'] = 'standard', description = 'Lunch'): Line {
  return { description, quantity: 1000n, unit: 'piece', price: cents(amount), vat }
}

function request(of: Soco, lines: readonly Line[], more: Partial<InvoiceRequest> = {}): InvoiceRequest {
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

const ask = (of: Soco, lines: readonly Line[], more: Partial<InvoiceRequest> = {}) =>
  as(world, treasurer(of), 'invoice.request', (tx, permit) => requestInvoice(tx, permit, request(of, lines, more)))
const send = (of: Soco, id: InvoiceId, waitsBecause: string | null = null) =>
  as(world, treasurer(of), 'invoice.send', (tx, permit) => sendInvoice(tx, permit, id, { waitsBecause }))
const read = (of: Soco, id: InvoiceId) => as(world, treasurer(of), 'invoice.read', (tx, permit) => sentInvoice(tx, permit, id))
const open = (of: Soco) => as(world, treasurer(of), 'invoice.read', openInvoices)

async function sent(of: Soco, lines: readonly Line[], more: Partial<InvoiceRequest> = {}): Promise<InvoiceId> {
  const id = await ask(of, lines, more)
  await send(of, id)
  return id
}

// Banking holds the permit when it calls; a memorial permit may book money too.
const pay = (of: Soco, invoice: InvoiceId, amount: number, on: string, source = `${invoice} ${on} ${amount}`) =>
  as(world, treasurer(of), 'ledger.correct', (tx, permit) =>
    receivePayment(tx, permit, { invoice, cents: cents(amount), on: day(on), source: { kind: 'test line', id: source } }),
  )

/** The posting as an accountant reads it. */
async function posting(of: Soco, source: Source): Promise<string[]> {
  const entry = await as(world, treasurer(of), 'ledger.read', (tx, permit) => findEntry(tx, permit, source))
  return (entry?.lines ?? []).map((line) => `${line.debit.code} | ${line.credit.code} | ${line.cents}`)
}

const balances = async (of: Soco) =>
  Object.fromEntries(
    (await as(world, treasurer(of), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2027-12-31')))).map((row) => [row.code, row.balance]),
  )

describe('from request to invoice', () => {
  test('a member asks, the treasurer sends; the cooperative is the seller and the trade name is shown', async () => {
    itIs(world, '2026-10-06')
    const id = await as(world, asMember(soco.samira), 'invoice.request', (tx, permit) =>
      requestInvoice(tx, permit, { ...request(soco, [work(150_00)]), customer: soco.customer }),
    ).catch((error) => error)
    // The bakery is a customer of the cooperative, out of this member's reach.
    expect(id).toMatchObject({ kind: 'missing' })
    const own = await as(world, asMember(soco.samira), 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, member: soco.samira }))
    const asked = await as(world, asMember(soco.samira), 'invoice.request', (tx, permit) =>
      requestInvoice(tx, permit, { ...request(soco, [work(150_00)]), customer: own }),
    )
    await send(soco, asked)
    const invoice = await read(soco, asked)
    expect(invoice.number).toBe('2026-0001')
    expect(invoice.document).toMatchObject({
      tradeName: 'Samira kookt',
      seller: { name: 'Coöperatie De Vrije Hand U.A.' },
      buyer: { name: 'Bakkerij De Korst' },
      dueOn: '2026-10-20',
    })
    expect(await posting(soco, { kind: 'invoice', id: asked })).toEqual(['debtors | turnover | 15000', 'debtors | vatPayable | 3150'])
  })

  test('a member sends only with trust, and never for another', async () => {
    const own = await as(world, asMember(soco.samira), 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, member: soco.samira }))
    const id = await as(world, asMember(soco.samira), 'invoice.request', (tx, permit) =>
      requestInvoice(tx, permit, { ...request(soco, [work(10_00)]), customer: own }),
    )
    const trySend = (who: PersonId) => as(world, asMember(who), 'invoice.send', (tx, permit) => sendInvoice(tx, permit, id))
    await expect(trySend(soco.samira)).rejects.toMatchObject({ kind: 'forbidden' })
    await as(world, treasurer(), 'invoice.trust', (tx, permit) => trustMember(tx, permit, soco.samira, true))
    const yonas = await member(soco, 'Yonas', 'none')
    itIs(world, '2026-10-06')
    await expect(trySend(yonas)).rejects.toMatchObject({ kind: 'missing' })
    await trySend(soco.samira)
    await expect(trySend(soco.samira)).rejects.toMatchObject({ kind: 'missing' })
  })

  test('work of a day that must still come, nothing, and less than nothing are refused', async () => {
    await expect(ask(soco, [work(100)], { performedOn: day('2026-10-07') })).rejects.toMatchObject({ field: 'performedOn' })
    await expect(ask(soco, [])).rejects.toMatchObject({ kind: 'rule' })
    await expect(ask(soco, [{ ...work(100), quantity: -1000n }])).rejects.toMatchObject({ kind: 'rule' })
  })

  test('without a complete address or a VAT id for reverse charge nothing is sent', async () => {
    const nowhere = await as(world, treasurer(), 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, street: null, name: 'Jan' }))
    await expect(send(soco, await ask(soco, [work(100)], { customer: nowhere }))).rejects.toMatchObject({
      sentence: { what: 'Het adres van Jan is niet compleet.' },
    })
    await expect(send(soco, await ask(soco, [work(100, 'reverse-charge')]))).rejects.toMatchObject({ field: 'customer' })
  })

  test('a revised draft is what is sent, and month close sees what was not sent', async () => {
    itIs(world, '2026-10-07')
    const id = await ask(soco, [work(100)])
    const waiting = await as(world, treasurer(), 'invoice.read', (tx, permit) => draftsUntil(tx, permit, day('2026-10-31')))
    expect(waiting.map((draft) => draft.id)).toContain(id)
    await as(world, treasurer(), 'invoice.request', (tx, permit) => reviseDraft(tx, permit, id, request(soco, [work(200_00, 'reduced'), work(50_00)])))
    await send(soco, id)
    expect(await read(soco, id)).toMatchObject({ net: 250_00n, vat: 28_50n, payable: 278_50n })
  })
})

describe('numbers', () => {
  test('sixteen at once give sixteen numbers without a gap', async () => {
    const other = await cooperative('De Reeks', null)
    itIs(world, '2026-10-08')
    const ids = await Promise.all(Array.from({ length: 16 }, (_, n) => ask(other, [work(100 + n)])))
    const results = await Promise.allSettled([...ids, ...ids].map((id) => send(other, id)))
    expect(results.filter((result) => result.status === 'fulfilled').length).toBe(16)
    const numbers = (await open(other)).map((invoice) => invoice.number).sort()
    expect(numbers).toEqual(Array.from({ length: 16 }, (_, n) => `2026-${String(n + 1).padStart(4, '0')}`))
  })

  test('a refused invoice leaves no gap, a year begins again at one, and no number is older than the one before', async () => {
    const other = await cooperative('De Jaarwissel', null)
    itIs(world, '2026-12-30')
    await sent(other, [work(100)])
    await expect(send(other, await ask(other, [work(100, 'reverse-charge')]))).rejects.toThrow()
    itIs(world, '2026-12-31')
    const second = await sent(other, [work(100)])
    itIs(world, '2026-12-29')
    await expect(sent(other, [work(100)])).rejects.toMatchObject({ kind: 'conflict' })
    itIs(world, '2027-01-02')
    const third = await sent(other, [work(100)])
    expect([(await read(other, second)).number, (await read(other, third)).number]).toEqual(['2026-0002', '2027-0001'])
  })

  test('what was sent never changes, not even for the owner of the tables', async () => {
    await expect(world.world.database.pool.query("update invoicing.invoice set note = 'x'")).rejects.toThrow()
    await expect(world.world.database.pool.query('delete from invoicing.invoice')).rejects.toThrow('only ever added to')
  })
})

describe('money comes in', () => {
  test('parts of a payment add up, the last takes the cents, and more than is open is refused', async () => {
    const other = await cooperative('De Centen', null)
    itIs(world, '2026-10-10')
    const id = await sent(other, [work(100_00)])
    const parts = [await pay(other, id, 40_33, '2026-10-11'), await pay(other, id, 40_33, '2026-10-12')]
    await expect(pay(other, id, 40_35, '2026-10-13')).rejects.toMatchObject({ kind: 'rule' })
    parts.push(await pay(other, id, 40_34, '2026-11-02'))
    expect(parts.map((part) => [part.net, part.vat])).toEqual([
      [33_33n, 7_00n],
      [33_33n, 7_00n],
      [33_34n, 7_00n],
    ])
    expect(await open(other)).toEqual([])
    expect(await balances(other)).toMatchObject({ bank: 121_00n, debtors: 0n, turnover: -100_00n, vatPayable: -21_00n })
    const october = await as(world, treasurer(other), 'invoice.read', (tx, permit) => receiptsOfMonth(tx, permit, month('2026-10')))
    expect(october.map((receipt) => receipt.net)).toEqual([33_33n, 33_33n])
  })

  test('the same bank line is booked once, and undoing opens the invoice again', async () => {
    const other = await cooperative('De Bank', null)
    itIs(world, '2026-10-10')
    const id = await sent(other, [work(100_00)])
    const receipt = await pay(other, id, 60_50, '2026-10-11', 'line 1')
    await expect(pay(other, id, 60_50, '2026-10-11', 'line 1')).rejects.toMatchObject({ kind: 'conflict' })
    itIs(world, '2026-11-03')
    const undo = () => as(world, treasurer(other), 'ledger.correct', (tx, permit) => undoPayment(tx, permit, receipt.receipt, permit.today))
    await undo()
    await expect(undo()).rejects.toMatchObject({ kind: 'conflict' })
    expect((await open(other)).map((invoice) => invoice.open)).toEqual([121_00n])
    const gone = await as(world, treasurer(other), 'invoice.read', (tx, permit) => creditsOfMonth(tx, permit, month('2026-11')))
    expect(gone).toMatchObject([{ receipt: receipt.receipt, why: 'undone', net: 50_00n, gross: 60_50n }])
  })

  test('a day sheet is paid at once: by card under way, the rest in the hands of the member', async () => {
    const other = await cooperative('De Markt', null)
    itIs(world, '2026-10-10')
    const id = await as(world, asMember(other.samira, other), 'invoice.request', (tx, permit) =>
      recordDaySheet(tx, permit, {
        member: other.samira,
        performedOn: day('2026-10-10'),
        note: null,
        byCard: cents(30_00),
        lines: [work(70_00, 'reduced', 'Honing'), work(25_00, 'standard', 'Kaarsen')],
      }),
    )
    await send(other, id)
    expect(await open(other)).toEqual([])
    const { turnover, ...rest } = await balances(other)
    expect(rest).toMatchObject({ underway: 30_00n, cashHeld: 65_00n, debtors: 0n, vatPayable: -10_12n })
    expect(turnover).toBe(-84_88n)
  })
})

describe('credit notes', () => {
  test('example 14: all of a paid invoice in a later month takes back what was received', async () => {
    const other = await cooperative('De Terugweg', null)
    itIs(world, '2026-10-10')
    const id = await sent(other, [work(200_00)])
    const receipt = await pay(other, id, 242_00, '2026-10-20')
    itIs(world, '2026-11-03')
    const note = await as(world, treasurer(other), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, id, 'all'))
    expect(await posting(other, { kind: 'credit note', id: note })).toEqual(['turnover | debtors | 20000', 'vatPayable | debtors | 4200'])
    expect((await read(other, note)).number).toBe('2026-0002')
    const november = await as(world, treasurer(other), 'invoice.read', (tx, permit) => creditsOfMonth(tx, permit, month('2026-11')))
    expect(november).toMatchObject([{ receipt: receipt.receipt, cause: note, why: 'credited', net: 200_00n, vat: 42_00n }])
    expect((await open(other)).map((invoice) => invoice.open)).toEqual([-242_00n])
    await expect(as(world, treasurer(other), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, id, 'all'))).rejects.toMatchObject({ kind: 'rule' })
    const refund = (amount: number) =>
      as(world, treasurer(other), 'ledger.correct', (tx, permit) =>
        refundCustomer(tx, permit, { invoice: id, cents: cents(amount), on: permit.today, source: { kind: 'test line', id: String(amount) } }),
      )
    await expect(refund(242_01)).rejects.toMatchObject({ kind: 'rule' })
    await refund(242_00)
    expect(await open(other)).toEqual([])
    expect(Object.values(await balances(other)).every((balance) => balance === 0n)).toBe(true)
  })

  test('a part of an unpaid invoice takes nothing back, and the rest is paid to the cent', async () => {
    const other = await cooperative('Het Deel', null)
    itIs(world, '2026-10-10')
    const id = await sent(other, [work(100_01), work(33_33, 'reduced')])
    await as(world, treasurer(other), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, id, [333n, 0n]))
    expect(await as(world, treasurer(other), 'invoice.read', (tx, permit) => creditsOfMonth(tx, permit, month('2026-10')))).toEqual([])
    const [left] = await open(other)
    await pay(other, id, Number(left?.open ?? 0n), '2026-10-12')
    const sums = await balances(other)
    const [receipt] = await as(world, treasurer(other), 'invoice.read', (tx, permit) => receiptsOfMonth(tx, permit, month('2026-10')))
    expect(receipt?.net).toBe(-(sums.turnover ?? 0n))
    expect(receipt?.vat).toBe(-(sums.vatPayable ?? 0n))
    expect(sums.debtors).toBe(0n)
  })
})

describe('consent', () => {
  test('work without consent is stopped for the member; the treasurer sends it with a reason and its net waits', async () => {
    const other = await cooperative('De Wachtkamer', null)
    const farah = await member(other, 'Farah', 'participatiewetOwn')
    itIs(world, '2026-10-10')
    const id = await ask(other, [work(100_00)], { member: farah })
    await as(world, treasurer(other), 'invoice.trust', (tx, permit) => trustMember(tx, permit, farah, true))
    await expect(as(world, asMember(farah, other), 'invoice.send', (tx, permit) => sendInvoice(tx, permit, id))).rejects.toMatchObject({
      kind: 'rule',
      field: null,
    })
    await expect(send(other, id)).rejects.toMatchObject({ kind: 'rule', field: 'waitsBecause' })
    await send(other, id, 'De lunch is al gegeten.')
    await pay(other, id, 121_00, '2026-10-15')
    const of = (which: string) => as(world, treasurer(other), 'invoice.read', (tx, permit) => receiptsOfMonth(tx, permit, month(which)))
    expect(await of('2026-10')).toMatchObject([{ net: 100_00n, waits: { releasedOn: null } }])
    itIs(world, '2026-11-05')
    await as(world, treasurer(other), 'invoice.release', (tx, permit) => releaseWaiting(tx, permit, id, 'Toestemming van 4 november'))
    expect(await as(world, treasurer(other), 'invoice.read', (tx, permit) => releasedOfMonth(tx, permit, month('2026-11')))).toMatchObject([
      { net: 100_00n, waits: { releasedOn: '2026-11-05' } },
    ])
  })
})

describe('the small business scheme', () => {
  test('example 3 and 3b: no VAT under the limit, and the supply that crosses it is taxed', async () => {
    const other = await cooperative('De Kleine', '2026-01-01', 19_550_00)
    itIs(world, '2026-10-10')
    const first = await sent(other, [work(300_00)])
    expect(await read(other, first)).toMatchObject({ net: 300_00n, vat: 0n })
    expect(await posting(other, { kind: 'invoice', id: first })).toEqual(['debtors | turnover | 30000'])
    expect(await as(world, treasurer(other), 'invoice.read', korStanding)).toMatchObject({ sold: 19_850_00n, level: 'near', endedOn: null })
    const second = await sent(other, [work(300_00)])
    expect(await read(other, second)).toMatchObject({ net: 300_00n, vat: 63_00n })
    const third = await sent(other, [work(1_00)])
    expect(await read(other, third)).toMatchObject({ vat: 21n })
    expect(await as(world, treasurer(other), 'invoice.read', korStanding)).toMatchObject({ level: 'over', endedOn: '2026-10-05', lockedUntil: '2027-12-31' })
    itIs(world, '2027-03-01')
    const nextYear = await sent(other, [work(1_00)], { performedOn: day('2027-02-01') })
    expect(await read(other, nextYear)).toMatchObject({ vat: 21n })
  })
})

describe('the customer does not pay', () => {
  test('one friendly reminder, after the last day to pay', async () => {
    const other = await cooperative('De Herinnering', null)
    itIs(world, '2026-10-10')
    const id = await sent(other, [work(100_00)])
    const tell = () => as(world, treasurer(other), 'invoice.remind', (tx, permit) => remind(tx, permit, id))
    itIs(world, '2026-10-24')
    await expect(tell()).rejects.toMatchObject({ kind: 'rule' })
    itIs(world, '2026-10-25')
    await tell()
    await expect(tell()).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('writing off takes two people; the VAT comes back after a year', async () => {
    const other = await cooperative('De Afboeking', null)
    const chair = { person: other.chair, organisation: other.id, role: 'board' as const }
    itIs(world, '2026-10-10')
    const early = await sent(other, [work(100_00)])
    const late = await sent(other, [work(100_00)])
    await pay(other, late, 21_00, '2026-10-11')
    for (const id of [early, late])
      await as(world, treasurer(other), 'invoice.proposeWriteOff', (tx, permit) => proposeWriteOff(tx, permit, id, 'Klant is failliet'))
    await expect(as(world, treasurer(other), 'invoice.writeOff', (tx, permit) => writeOff(tx, permit, early))).rejects.toMatchObject({ kind: 'forbidden' })
    await as(world, chair, 'invoice.writeOff', (tx, permit) => writeOff(tx, permit, early))
    expect(await posting(other, { kind: 'invoice write-off', id: early })).toEqual(['badDebt | debtors | 10000', 'badDebt | debtors | 2100'])
    itIs(world, '2027-10-24')
    await as(world, chair, 'invoice.writeOff', (tx, permit) => writeOff(tx, permit, late))
    expect(await posting(other, { kind: 'invoice write-off', id: late })).toEqual(['badDebt | debtors | 8264', 'vatPayable | debtors | 1736'])
    expect(await open(other)).toEqual([])
    await expect(as(world, treasurer(other), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, early, 'all'))).rejects.toMatchObject({ kind: 'rule' })
  })
})
