import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents, decimal } from '#kit/money.ts'
import { asSystem, type MemberId } from '#rooms/access'
import { acceptMany, type BankLine, bookLine, camt, entry, importFile, linesWaiting, proposalsFor, undoBooking } from '#rooms/banking'
import { type DepartureId, departureStatementNow } from '#rooms/departure'
import { trialBalance, verify } from '#rooms/ledger'
import { changeBenefit } from '#rooms/members'
import { closeMonth } from '#rooms/settlement'
import { askToSpend, billsOpen, bookPurchase, type DisposalId, decideSpending, type EquipmentId, registerEquipment } from '#rooms/spending'
import { fillIn, whoLeaves } from '../departure-cast.ts'
import { template } from '../trade.ts'
import { asCoach, asMember, asTreasurer, newMember, type Village } from '../village.ts'
import { as, type Browser, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let at: Village
let samira: MemberId
let member: Browser
let id: DepartureId
let machine: EquipmentId
let bill: DisposalId

const plain = (html: string) => html.replaceAll('\u00a0', ' ')
const page = async (who: Browser, path: string) => plain(await (await who.get(path)).text())
const treasurer = () => signedIn(world, at.treasurer)
const close = (on: string, of: string) => {
  itIs(world, on)
  return as(world, asTreasurer(at), 'month.close', (tx, permit) => closeMonth(tx, permit, month(of)))
}
const stands = async () => {
  const { sections } = await as(world, asTreasurer(at), 'departure.read', (tx, permit) => departureStatementNow(tx, permit, samira))
  return Object.fromEntries(sections.map(({ section, closing }) => [section, Number(closing)]))
}
/** The accounts that a thing touches, debit above zero; the whole must be nothing. */
const books = async () => {
  const rows = await as(world, asTreasurer(at), 'ledger.read', (tx, permit) => trialBalance(tx, permit, permit.today))
  expect(rows.reduce((all, row) => all + row.balance, 0n)).toBe(0n)
  const of = (code: string) => Number(rows.filter((row) => row.code === code).reduce((all, row) => all + row.balance, 0n))
  return ['equipment', 'owedForThing', 'vatPayable', 'thingResult', 'claimOnMember', 'fundPayable'].map(of)
}
const sell = async (fields: Readonly<Record<string, string>>, path = 'boeking') => {
  const answer = await (await treasurer()).post(`/spullen/${machine}/${path}`, {
    kind: 'sold',
    on: '2026-04-10',
    member: samira,
    buyer: '',
    cents: '60,50',
    paidBy: 'bill',
    boughtHow: '',
    note: '',
    ...fields,
  })
  return [answer.status, answer.headers.get('location') ?? plain(await answer.text())] as const
}
const release = async (fields: Readonly<Record<string, string>>) => {
  const answer = await (await treasurer()).post(`/vertrek/${id}/potten`, { pot: 'business', why: '', fundOf: '', ...fields })
  return [answer.status, answer.status === 303 ? '' : plain(await answer.text())] as const
}
const open = async () => Number((await as(world, asTreasurer(at), 'equipment.read', (tx, permit) => billsOpen(tx, permit, samira)))[0]?.open ?? 0n)

let statement = 0
let balance = 24_200 + 12_100
/** One line on the next statement of the bank. */
async function line(amount: number, text: string, name = 'S. el Amrani'): Promise<BankLine> {
  statement += 1
  const bytes = new TextEncoder().encode(
    camt({
      id: `2026-04-${statement}`,
      account: 'NL91ABNA0417164300',
      opening: decimal(cents(balance)),
      closing: decimal(cents(balance + amount)),
      openedOn: `2026-04-${10 + statement}`,
      closedOn: `2026-04-${10 + statement}`,
      entries: [
        entry({
          on: `2026-04-${10 + statement}`,
          amount: decimal(cents(Math.abs(amount))),
          side: amount < 0 ? 'DBIT' : 'CRDT',
          text,
          name,
          bankReference: `thing-${statement}`,
        }),
      ],
    }),
  )
  balance += amount
  itIs(world, `2026-04-${12 + statement}`)
  await as(world, asTreasurer(at), 'bank.import', (tx, permit) => importFile(tx, permit, { name: 'afschrift.xml', bytes }, { ownAccount: true }))
  const waiting = await as(world, asTreasurer(at), 'bank.read', (tx, permit) => linesWaiting(tx, permit))
  return waiting.find((each) => each.bankReference === `thing-${statement}`) as BankLine
}
const undoLine = (of: BankLine) => as(world, asTreasurer(at), 'bank.undo', (tx, permit) => undoBooking(tx, permit, of.id))

/** By the agreement the business pot goes to the member, a bill goes off it, and the development pot goes on to another cooperative. */
beforeAll(async () => {
  world = await testWorld()
  const articles = template('resultaat-60-15-25').map((article) =>
    article.kind === 'exit'
      ? { ...article, businessTo: 'payout' as const, developmentTo: 'otherFund' as const, fundOf: 'De Overkant U.A.', setsOff: true as const }
      : article,
  )
  ;({ at, samira } = await whoLeaves(world, articles))
  await close('2026-03-02', '2026-01')
  await close('2026-03-02', '2026-02')
  itIs(world, '2026-03-05')
  const request = await as(world, asMember(at, samira), 'spending.ask', (tx, permit) =>
    askToSpend(tx, permit, { member: samira, pot: 'business', cents: cents(3025), what: 'Naaimachine', why: null, parts: null }),
  )
  await as(world, asCoach(at), 'spending.decide', (tx, permit) => decideSpending(tx, permit, request, { outcome: 'approved', reason: null, plan: null }))
  await as(world, asTreasurer(at), 'spending.book', (tx, permit) =>
    bookPurchase(tx, permit, request, {
      gross: cents(3025),
      vat: cents(525),
      boughtOn: day('2026-03-05'),
      paidBy: 'cash',
      file: null,
      as: 'equipment',
      item: 'Naaimachine',
    }),
  )
  machine = await as(world, asTreasurer(at), 'equipment.register', (tx, permit) =>
    registerEquipment(tx, permit, request, { name: 'Naaimachine', value: cents(3025), years: 5, place: null, serial: null, photo: null }),
  )
  itIs(world, '2026-03-10')
  member = await signedIn(world, samira)
  expect(await page(member, '/geld/weggaan')).toContain('het fonds van De Overkant U.A.')
  id = ((await member.post('/vertrek')).headers.get('location') ?? '').split('/').at(-1) as DepartureId
  await fillIn(member, id, '2026-03-31', { [machine]: 'buy' })
  await member.post(`/vertrek/${id}/akkoord`)
  expect((await (await signedIn(world, at.board)).post(`/vertrek/${id}/bevestiging`)).status).toBe(303)
  await close('2026-04-02', '2026-03')
  itIs(world, '2026-04-10')
}, 120_000)

describe('a thing that a leaver buys', () => {
  test('waits for its bill after the confirmation, and the treasurer first sees what would be booked', async () => {
    expect(await page(await treasurer(), '/spullen')).toContain('staan nog in de boeken: Naaimachine')
    expect(await page(await treasurer(), `/spullen/${machine}`)).toContain('Boek het uit de boeken')
    const before = await books()
    expect(before).toEqual([2500, 0, before[2], 0, 0, 0])
    const [status, seen] = await sell({}, 'boeking/voorbeeld')
    expect(status).toBe(200)
    for (const said of ['€ 25,00', '€ 60,50', '€ 10,50', 'Winst voor de coöperatie', 'value="60,50"']) expect(seen).toContain(said)
    expect(await books()).toEqual(before)
  })

  test('is refused without a price, a buyer, on a day to come, and another way than was written down', async () => {
    expect((await sell({ cents: '' }))[1]).toContain('Er staat geen prijs.')
    expect((await sell({ member: '' }))[1]).toContain('naam en adres van de koper')
    expect((await sell({ on: '2026-04-11' }))[0]).toBe(422)
    expect((await sell({ kind: 'lost' }))[1]).toContain('iets anders opgeschreven')
    expect((await member.post(`/spullen/${machine}/boeking`, { kind: 'sold' })).status).toBe(403)
  })

  test('leaves the books with its value, and what is owed for it is no claim', async () => {
    const before = await books()
    const [status, to] = await sell({})
    expect(status).toBe(303)
    bill = to.split('/').at(-1) as DisposalId
    expect(await books()).toEqual([0, 6050, (before[2] ?? 0) - 1050, -2500, 0, 0])
    expect(await stands()).toMatchObject({ things: 6050 })
    expect((await sell({}))[0]).toBe(409)
    expect((await as(world, asTreasurer(at), 'ledger.verify', verify)).faults).toEqual([])
    await world.runJobs()
    expect(await page(member, '/berichten')).toContain('rekening voor een spul')
  })

  test('shows the member the bill and how to pay it, in both languages and on paper, and nobody else', async () => {
    expect(await page(member, '/spullen')).toContain('Te betalen')
    const shown = await page(member, `/spullen/rekening/${bill}`)
    for (const said of ['SPUL-26-0001', '€ 60,50', 'Btw 21%', 'Zet erbij: SPUL-26-0001']) expect(shown).toContain(said)
    expect(shown).not.toContain('Verlies voor')
    await member.post('/taal', { taal: 'en', naar: '/spullen' })
    expect(await page(member, `/spullen/rekening/${bill}`)).toContain('Still open')
    await member.post('/taal', { taal: 'nl', naar: '/spullen' })
    const pdf = Buffer.from(await (await member.get(`/spullen/rekening/${bill}/pdf`)).arrayBuffer())
    expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-')
    const along = await member.get(`/vertrek/${id}/gegevens`)
    expect(along.status).toBe(200)
    expect(Buffer.from(await along.arrayBuffer()).toString('latin1')).toContain('rekeningen/rekening-SPUL-26-0001.pdf')
    expect(await page(member, '/mijn')).toContain('Betaal de rekening voor')
    expect(await page(await treasurer(), '/penningmeester')).not.toContain(`/spullen/rekening/${bill}`)
    const now = world.clock.now()
    world.clock.set(now.add({ hours: 24 * 20 }))
    expect(await page(await treasurer(), '/penningmeester')).toMatch(new RegExp(`/spullen/rekening/${bill}[\\s\\S]*dagen te laat`))
    world.clock.set(now)
    const petra = await newMember(at, 'Petra Mulder')
    expect((await (await signedIn(world, petra)).get(`/spullen/rekening/${bill}`)).status).toBe(404)
    expect((await (await signedIn(world, at.caseManager)).get(`/spullen/rekening/${bill}`)).status).toBe(403)
  })
})

describe('paying the bill', () => {
  test('by a file of the bank is recognised, closes it, and is undone to the cent', async () => {
    const paid = await line(6050, 'SPUL-26-0001 bedankt')
    const [first] = (await as(world, asTreasurer(at), 'bank.read', (tx, permit) => proposalsFor(tx, permit, [paid]))).get(paid.id) ?? []
    expect([first?.how, first?.certainty]).toEqual([{ kind: 'thing', bill }, 'certain'])
    await as(world, asTreasurer(at), 'payment.match', (tx, permit) => acceptMany(tx, permit, [{ line: paid.id, key: first?.key ?? '' }]))
    expect([await open(), (await stands()).things]).toEqual([0, 0])
    expect(await page(member, `/spullen/rekening/${bill}`)).toContain('Betaald. Dank je wel.')
    expect((await (await treasurer()).post(`/spullen/rekening/${bill}/terug`, { reason: 'Toch niet' })).status).toBe(409)
    await undoLine(paid)
    expect([await open(), (await stands()).things]).toEqual([6050, 6050])
    await as(world, asTreasurer(at), 'bank.book', (tx, permit) => bookLine(tx, permit, paid.id, { kind: 'suspense' }))
  })

  test('is set off only against what may go to the member: not past the municipality, and not while the law keeps it', async () => {
    const [onBenefit, why] = await release({ receiver: 'bill', cents: '35,00' })
    expect([onBenefit, why.includes('via de bank betalen')]).toEqual([422, true])
    await asSystem(world.world, at.cooperative, 'benefit.change', (tx, permit) =>
      changeBenefit(tx, permit, samira, { source: 'none', from: day('2026-04-01'), municipality: null }),
    )
    expect((await release({ receiver: 'bill', cents: '35,01' }))[1]).toContain('mag nu')
    expect((await release({ pot: 'development', receiver: 'bill', cents: '1,00' }))[1]).toContain('zegt niet dat een rekening')
    expect((await release({ receiver: 'bill', cents: '35,00' }))[0]).toBe(303)
    expect([await open(), await stands()]).toMatchObject([2550, { business: 12_000, things: 2550 }])
    expect(await page(member, `/spullen/rekening/${bill}`)).toContain('Verrekend met een budget')
  })

  test('the rest comes by the bank, and what is too much waits to be found out', async () => {
    const paid = await line(2600, 'Naaimachine SPUL-26-0001')
    await as(world, asTreasurer(at), 'bank.book', (tx, permit) => bookLine(tx, permit, paid.id, { kind: 'thing', bill }))
    expect(await open()).toBe(0)
    await undoLine(paid)
    expect(await open()).toBe(2550)
    const exact = await line(2550, 'SPUL-26-0001')
    await as(world, asTreasurer(at), 'bank.book', (tx, permit) => bookLine(tx, permit, exact.id, { kind: 'thing', bill }))
    const back = await line(-2550, 'Storno SPUL-26-0001')
    await as(world, asTreasurer(at), 'bank.book', (tx, permit) => bookLine(tx, permit, back.id, { kind: 'thing', bill }))
    expect(await open()).toBe(2550)
    await as(world, asTreasurer(at), 'bank.book', (tx, permit) => bookLine(tx, permit, paid.id, { kind: 'thing', bill }))
    expect([await open(), (await books())[1]]).toEqual([0, 0])
    expect((await as(world, asTreasurer(at), 'ledger.verify', verify)).faults).toEqual([])
  })
})

test('a pot goes on to the fund of another cooperative by the bank, but not what waits for the municipality', async () => {
  expect((await release({ pot: 'development', receiver: 'agreement', cents: '45,00' }))[1]).toContain('mag nu')
  expect((await release({ pot: 'development', receiver: 'agreement', cents: '15,00' }))[0]).toBe(303)
  expect(await stands()).toMatchObject({ development: 3000, fund: 1500 })
  expect(await page(member, `/vertrek/${id}/potten`)).toContain('naar het fonds van De Overkant U.A.')
  expect(await page(member, `/vertrek/${id}/overzicht`)).toContain('De coöperatie maakt dit nog over aan de andere coöperatie.')
  const more = await line(-1501, 'Fonds', 'De Overkant U.A.')
  const book = (of: BankLine) => as(world, asTreasurer(at), 'bank.book', (tx, permit) => bookLine(tx, permit, of.id, { kind: 'fund', member: samira }))
  await expect(book(more)).rejects.toMatchObject({ kind: 'rule' })
  const paid = await line(-1500, 'Fonds', 'De Overkant U.A.')
  await book(paid)
  expect(await stands()).toMatchObject({ fund: 0 })
  await undoLine(paid)
  expect(await stands()).toMatchObject({ fund: 1500 })
})
