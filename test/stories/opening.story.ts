import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { asSystem, type OrganisationId, type PersonId } from '#rooms/access'
import { tradeAllowed } from '#rooms/consent'
import { openInvoices, receivePayment } from '#rooms/invoicing'
import { account, trialBalance } from '#rooms/ledger'
import { admit, beginFile, changeBenefit } from '#rooms/members'
import { registerCooperative, registerMunicipality, settingsFrom } from '#rooms/organisations'
import { as, type Browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let linde: OrganisationId
let town: OrganisationId
let treasurer: PersonId
let member: PersonId
let desk: Browser

const file = (equity = '1.000,00') =>
  [
    'soort;lid;wat;nummer;dag;tot en met;bedrag;btw',
    'rekening;;bank;;;;2.450,00;',
    'factuur;1;Bakkerij Jansen;2026-0041;1-9-2026;15-9-2026;121,00;21',
    'pot;Yonas Tesfay;eigen bedrijf;;;;1.200,00;',
    'pot;1;ontwikkeling;;;;300,00;',
    'rekening;;btw te betalen;;;;71,00;',
    `rekening;;eigen vermogen;;;;${equity};`,
    'volgend nummer;;;42;;;;',
    'verlies;1;;;;;80,00;',
    'verdeeld;1;ontwikkeling/Stap 2;2026;;;240,00;',
    'toestemming;1;Gemeente Lindedorp;;9-11-2025;8-11-2026;;',
  ].join('\r\n')

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-10-02')
  linde = await found(world, 'cooperative', 'De Linde')
  town = await found(world, 'municipality', 'Gemeente Lindedorp')
  treasurer = await somebody(world, linde, 'treasurer', 'Joost')
  await asSystem(world.world, town, 'organisation.edit', (tx, permit) =>
    registerMunicipality(tx, permit, {
      code: 'DM77',
      name: 'Gemeente Lindedorp',
      department: 'Werk',
      street: 'Plein 1',
      postCode: '1234AB',
      city: 'Lindedorp',
      email: null,
    }),
  )
  const address = { street: 'Laan 1', postCode: '1234AB', city: 'Lindedorp', email: null, phone: null, website: null }
  await asSystem(world.world, linde, 'organisation.edit', (tx, permit) =>
    registerCooperative(tx, permit, {
      ...address,
      legalName: 'Coöperatie De Linde U.A.',
      tradeName: 'De Linde',
      kvk: '12345678',
      vatId: 'NL111222333B01',
      iban: 'NL91ABNA0417164300',
      korSince: null,
      korUntil: null,
      settings: settingsFrom({}),
    }),
  )
  member = await asSystem(world.world, linde, 'member.edit', (tx, permit) =>
    beginFile(tx, permit, {
      firstName: 'Yonas',
      name: 'Yonas Tesfay',
      email: null,
      phone: null,
      street: null,
      postCode: null,
      city: null,
      language: 'nl',
      stage: 'applied',
      on: day('2026-01-01'),
      coach: null,
    }),
  )
  await asSystem(world.world, linde, 'member.admit', (tx, permit) => admit(tx, permit, member, day('2026-01-02')))
  await asSystem(world.world, linde, 'benefit.change', (tx, permit) =>
    changeBenefit(tx, permit, member, { source: 'participatiewetOwn', municipality: town, from: day('2026-01-01') }),
  )
  desk = await signedIn(world, treasurer)
})

const asTreasurer = () => ({ person: treasurer, organisation: linde, role: 'treasurer' as const })
const bring = (lines: string) => desk.post('/beginstand', { on: '2026-09-30', lines })

describe('a cooperative that exists already begins', () => {
  test('the example names its members, and only amounts are left to fill in', async () => {
    const example = await (await desk.get('/beginstand/voorbeeld')).text()
    expect(example).toContain('pot;Yonas Tesfay;eigen bedrijf')
  })

  test('one cent of difference is told and stops the booking', async () => {
    expect((await bring(file('999,99'))).status).toBe(303)
    expect(await (await desk.get('/beginstand')).text()).toContain('Het verschil is €\u00a00,01.')
    expect((await desk.post('/beginstand/boeking')).status).toBe(422)
  })

  test('a line that is wrong is told with its number and stops the booking', async () => {
    await bring(file().replace('Yonas Tesfay', 'Piet'))
    expect(await (await desk.get('/beginstand')).text()).toContain('Regel 4: het lid “Piet” staat niet in het register.')
    expect((await desk.post('/beginstand/boeking')).status).toBe(422)
  })

  test('what balances is booked in one entry that leaves nothing on the opening account, and only once', async () => {
    await bring(file())
    expect(await (await desk.get('/beginstand')).text()).toContain('De beginstand sluit')
    expect((await desk.post('/beginstand/boeking')).status).toBe(303)
    expect((await desk.post('/beginstand/boeking')).status).toBe(409)
    expect((await bring(file())).status).toBe(422)
    const rows = await as(world, asTreasurer(), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day('2026-12-31')))
    const table = Object.fromEntries(rows.filter((row) => row.balance !== 0n).map((row) => [row.code, row.balance]))
    expect(table).toEqual({ bank: 245_000n, debtors: 12_100n, businessBudget: -120_000n, developmentBudget: -30_000n, vatPayable: -7_100n, equity: -100_000n })
  })

  test('the open invoice can be paid, and the consent from before counts on its days', async () => {
    const [open] = await as(world, asTreasurer(), 'invoice.read', (tx, permit) => openInvoices(tx, permit))
    expect(open).toMatchObject({ number: '2026-0041', customerName: 'Bakkerij Jansen', open: 12_100n })
    if (!open) throw new Error('no open invoice')
    await as(world, asTreasurer(), 'bank.book', (tx, permit) =>
      receivePayment(tx, permit, {
        invoice: open.id,
        cents: cents(12_100),
        on: day('2026-10-02'),
        source: { kind: 'story', id: 'paid' },
        into: account('bank'),
      }),
    )
    const trade = (on: string) => as(world, asTreasurer(), 'consent.read', (tx, permit) => tradeAllowed(tx, permit, member, day(on)))
    expect([(await trade('2026-11-08')).allowed, (await trade('2026-11-09')).allowed]).toEqual([true, false])
  })

  test('is done by nobody but treasurer and administrator', async () => {
    expect((await (await signedIn(world, member)).get('/beginstand')).status).toBe(403)
  })
})
