import { beforeAll, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { storeFile } from '#kit/files.ts'
import { cents, decimal } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { camt, entry } from '#rooms/banking'
import { openInvoices, requestInvoice } from '#rooms/invoicing'
import { allTransfers } from '#rooms/ledger'
import { addCustomer, type CustomerId } from '#rooms/organisations'
import { sendReceipt } from '#rooms/spending'
import { receiptPhoto } from '../../src/demo/photo.ts'
import { formsIn } from '../crawl.ts'
import { bakery } from '../invoicing-cast.ts'
import { signedAgreement, template } from '../trade.ts'
import { asMember, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, type Browser, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

/** At most so many times does the treasurer press a button for a month of ten members; each thing by itself took 40 + 60 + 120 + 2. */
const MOST_ACTIONS = 60

let world: TestWorld
let place: Village
let ans: Browser
let members: MemberId[]
let actions = 0
let customers: CustomerId[]
const NAMES = ['Appel', 'Berk', 'Cypres', 'Den', 'Eik', 'Fijnspar', 'Ginkgo', 'Hazelaar', 'Iep', 'Jeneverbes']

/** Presses a button of a page: what is on the page is what is sent. */
async function press(path: string, action: string, fill: Record<string, string | readonly string[] | File> = {}): Promise<string> {
  const html = await (await ans.get(path)).text()
  const form = formsIn(html, path).find((each) => each.path === action)
  if (!form) throw new Error(`${path} shows no form for ${action}`)
  const sent: Record<string, string | string[]> = {}
  for (const { name, value } of form.fields) {
    if (name.startsWith('_')) continue
    const before = sent[name]
    sent[name] = before === undefined ? value : [before, value].flat()
  }
  actions++
  const answer = await ans.post(action, { ...sent, ...fill })
  expect([action, answer.status]).toEqual([action, 303])
  return answer.headers.get('location') ?? ''
}

/** Every box of a table that can be ticked. */
function boxes(html: string, name: string): string[] {
  return [...html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)]
    .map(([box]) => box)
    .filter((box) => box.includes(`name="${name}"`) && !/\bdisabled\b/.test(box))
    .map((box) => /value="([^"]+)"/.exec(box)?.[1] ?? '')
}

const RULES = [
  ['NL20ABNA0000000301', 'bankCosts', 'out', '0', '2,00', '3,00'],
  ['NL20ABNA0000000302', 'ownCost', 'out', '2100', '121,00', '121,00'],
  ['NL20ABNA0000000303', 'ownCost', 'out', '2100', '25,00', '35,00'],
  ['NL20ABNA0000000304', 'subsidy', 'in', '0', '500,00', '500,00'],
] as const

const page = async (path: string) => (await ans.get(path)).text()

beforeAll(async () => {
  world = await testWorld()
  place = await village(world, '2026-09-01')
  members = []
  for (const name of NAMES) members.push(await newMember(place, `Lid ${name}`))
  await signedAgreement(place, members, template('resultaat-60-15-25'), '2026-10-01')
  customers = []
  for (const [nr, member] of members.entries())
    customers.push(
      await as(world, asTreasurer(place), 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, member, name: `Winkel ${NAMES[nr]}` })),
    )
  ans = await signedIn(world, place.treasurer)
})

/** What members hand in during October: four requests for an invoice and six receipts each; one receipt of each needs a look. */
async function membersHandIn(): Promise<void> {
  for (const [nr, member] of members.entries()) {
    itIs(world, '2026-10-20')
    for (let each = 0; each < 4; each++) {
      await as(world, asMember(place, member), 'invoice.request', (tx, permit) =>
        requestInvoice(tx, permit, {
          kind: 'invoice',
          member,
          customer: customers[nr] as CustomerId,
          basis: 'without',
          performedOn: day('2026-10-15'),
          reference: null,
          note: null,
          byCard: cents(0),
          lines: [{ description: 'Werk', quantity: 1000n, unit: 'piece', price: cents(10_000 + nr * 1000 + each * 100), vat: 'standard' }],
        }),
      )
    }
    for (let each = 0; each < 6; each++) {
      await as(world, asMember(place, member), 'receipt.send', async (tx, permit) =>
        sendReceipt(tx, permit, {
          member,
          boughtOn: day(`2026-10-0${each + 1}`),
          gross: cents(spent(nr, each)),
          vat: cents(0),
          kind: 'material',
          paidBy: 'bank',
          what: `Bouwmarkt ${NAMES[nr]}${each}`,
          unsure: each === 5 ? ['vat'] : [],
          file: each === 4 ? null : await storeFile(tx, permit, { ...receiptPhoto(nr), type: 'image/png' }),
        }),
      )
    }
  }
}

const spent = (nr: number, each: number) => 1000 + nr * 60 + each * 7
const earned = (nr: number, each: number) => Math.round((10_000 + nr * 1000 + each * 100) * 1.21)

/** The statement of October: every invoice and receipt paid, and twenty lines of the house itself. */
function statement(numbers: readonly (readonly string[])[]): File {
  const told = [
    ...members.flatMap((_, nr) =>
      (numbers[nr] ?? []).map((number, each) => ({
        amount: earned(nr, each),
        name: `Winkel ${NAMES[nr]}`,
        iban: `NL10RABO00000001${10 + nr}`,
        text: `Factuur ${number}`,
      })),
    ),
    ...members.flatMap((_, nr) =>
      Array.from({ length: 6 }, (__, each) => ({
        amount: -spent(nr, each),
        name: `Bouwmarkt ${NAMES[nr]}${each}`,
        iban: `NL10INGB00000002${10 + nr}`,
        text: 'pin',
      })),
    ),
    ...Array.from({ length: 8 }, (_, nr) => ({ amount: -(250 + nr), name: 'De Bank', iban: 'NL20ABNA0000000301', text: `Kosten ${nr}` })),
    ...Array.from({ length: 4 }, (_, nr) => ({ amount: -12_100, name: 'Verhuur Wilgendam', iban: 'NL20ABNA0000000302', text: `Huur week ${nr + 1}` })),
    ...Array.from({ length: 4 }, (_, nr) => ({ amount: -(3000 + nr), name: 'Stroom en Zoon', iban: 'NL20ABNA0000000303', text: `Voorschot ${nr + 1}` })),
    ...Array.from({ length: 4 }, (_, nr) => ({ amount: 50_000, name: 'Fonds De Linde', iban: 'NL20ABNA0000000304', text: `Bijdrage ${nr + 1}` })),
  ]
  expect(told).toHaveLength(120)
  const entries = told.map(({ amount, name, iban, text }, nr) =>
    entry({ on: '2026-10-28', amount: decimal(cents(Math.abs(amount))), side: amount < 0 ? 'DBIT' : 'CRDT', name, iban, text, bankReference: `okt-${nr}` }),
  )
  const closing = told.reduce((sum, { amount }) => sum + amount, 0)
  const xml = camt({
    id: 'okt',
    account: 'NL91ABNA0417164300',
    opening: '0.00',
    closing: decimal(cents(closing)),
    openedOn: '2026-10-01',
    closedOn: '2026-10-31',
    entries,
  })
  return new File([xml], 'oktober.xml', { type: 'application/xml' })
}

test('a month of 40 invoices, 60 receipts and 120 bank lines is closed in an evening', { timeout: 120_000 }, async () => {
  await membersHandIn()
  itIs(world, '2026-10-21')
  const from = performance.now()

  // Invoices: all that lie ready go at once.
  const drafts = boxes(await page('/facturen?toon=drafts'), 'factuur')
  expect(drafts).toHaveLength(40)
  const sent = await press('/facturen?toon=drafts', '/facturen/versturen', { factuur: drafts })
  expect(await page(sent)).toContain('40 facturen verstuurd.')

  // Receipts: what needs no look goes at once, the twenty others are opened and judged.
  itIs(world, '2026-11-02')
  const plain = boxes(await page('/bonnen'), 'bon')
  expect(plain).toHaveLength(40)
  expect(await page(await press('/bonnen', '/bonnen/goedkeuring', { bon: plain }))).toContain('40 bonnen goedgekeurd.')
  const left = [...new Set([...(await page('/bonnen?stand=open')).matchAll(/href="(\/bonnen\/[0-9a-f-]{36})"/g)].map(([, path]) => path ?? ''))]
  expect(left).toHaveLength(20)
  for (const path of left) await press(path, `${path}/oordeel`, { outcome: 'accepted', vat: '0,00', vatDeductible: '0,00' })

  // What comes back every month is said once; in a next month these four presses are not needed any more.
  for (const [iban, kind, way, vat, least, most] of RULES) {
    actions++
    const made = await ans.post('/bank/boekingsregels', { iban, words: '', way, kind, member: '', vat, least, most })
    expect(made.status).toBe(303)
  }

  // The bank: one file in, what is certain at once, the rest looked at.
  const numbers = await invoiceNumbers()
  await press('/bank', '/bank/afschriften', { bestand: statement(numbers), rekening: 'on' })
  await bookTheBank()

  const month = await page('/maand/2026-10')
  expect(month).not.toMatch(/<button[^>]*disabled[^>]*>[^<]*<[^>]*>[^<]*Sluit/)
  await press('/maand/2026-10', '/maand/2026-10/afsluiting')
  console.log(
    `| what | how many |\n|---|---|\n| actions of the treasurer | ${actions} |\n| seconds of the program | ${((performance.now() - from) / 1000).toFixed(1)} |`,
  )
  expect(actions).toBeLessThanOrEqual(MOST_ACTIONS)
  const transfers = await as(world, asTreasurer(place), 'ledger.read', allTransfers)
  const bank = transfers.reduce(
    (sum, { debit, credit, cents: amount }) => sum + (debit.name === 'Bank' ? amount : 0n) - (credit.name === 'Bank' ? amount : 0n),
    0n,
  )
  expect(bank).toBe(BigInt(total()))
})

async function bookTheBank(): Promise<void> {
  for (let more = true; more; ) {
    const html = await page('/bank')
    const certain = (html.match(/Zeker</g) ?? []).length
    if (certain > 0) {
      await press('/bank', '/bank/akkoord', { alles: 'ja' })
      continue
    }
    const [line] = [...html.matchAll(/href="(\/bank\/regels\/[0-9a-f-]{36})"/g)].map(([, path]) => path ?? '')
    more = line !== undefined
    if (line) await bookByHand(line)
  }
}

/** What a treasurer knows of the house itself. */
async function bookByHand(line: string): Promise<void> {
  const html = await page(line)
  const kind = /De Bank/.test(html) ? 'bankCosts' : /Fonds/.test(html) ? 'subsidy' : 'ownCost'
  await press(line, `${line}/boeking`, { soort1: kind, ...(kind === 'ownCost' ? { btw1: '' } : {}) })
}

async function invoiceNumbers(): Promise<string[][]> {
  const rows = await as(world, asTreasurer(place), 'invoice.read', openInvoices)
  return members.map((member, nr) =>
    Array.from({ length: 4 }, (_, each) => rows.find((row) => row.member === member && row.open === BigInt(earned(nr, each)))?.number ?? ''),
  )
}

function total(): number {
  const sum = (of: (nr: number, each: number) => number, each: number) =>
    members.reduce((all, _, nr) => all + Array.from({ length: each }, (__, n) => of(nr, n)).reduce((a, b) => a + b, 0), 0)
  return sum(earned, 4) - sum(spent, 6) - (8 * 250 + 28) - 4 * 12_100 - (4 * 3000 + 6) + 4 * 50_000
}
