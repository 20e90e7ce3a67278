import { beforeAll, describe, expect, test } from 'vitest'
import { watchQueries } from '#kit/db.ts'
import { linesBooked } from '#rooms/banking'
import { creditInvoice } from '#rooms/invoicing'
import { type Bank, bankOfVillage } from '../bank.ts'
import { asBoard, asTreasurer, village } from '../village.ts'
import { as, signedIn } from '../world.ts'

let bank: Bank

beforeAll(async () => {
  bank = await bankOfVillage()
})

describe('the pages of the bank', () => {
  test('bring a file in, show proposals with their reason, and book what is ticked', async () => {
    const ans = await signedIn(bank.at.world, bank.at.treasurer)
    const invoice = await bank.sell(800)
    const file = new File(
      [
        bank.statementOf([
          { cents: 968, text: invoice.number, name: 'Buurthuis De Linde', bankReference: 'p1' },
          { cents: 4321, text: 'geen idee 111222333', bankReference: 'p2' },
        ]) as BlobPart,
      ],
      'afschrift.xml',
      { type: 'application/xml' },
    )
    const answer = await ans.post('/bank/afschriften', { bestand: file })
    expect(answer.status).toBe(303)
    const page = await (await ans.get(answer.headers.get('location') ?? '')).text()
    expect(page).toContain('Ingelezen: 1 afschrift, 2 nieuwe regels.')
    expect(page).toContain(`Factuurnummer ${invoice.number} staat erbij.`)
    expect(page).not.toContain('111222333')
    const [value] = /name="regel" value="([^"]+)"[^>]*checked/.exec(page)?.slice(1) ?? []
    expect(value).toBeDefined()
    const done = await ans.post('/bank/akkoord', { regel: value ?? '' })
    expect(done.headers.get('location')).toMatch(/^\/bank\?samen=[0-9a-f-]{36}$/)
    const [unknown] = await bank.waiting()
    expect((await ans.get(`/bank/regels/${unknown?.id}`)).status).toBe(200)
    const wrong = await ans.post(`/bank/regels/${unknown?.id}/boeking`, { soort1: '' })
    expect(wrong.status).toBe(422)
    expect((await ans.post(`/bank/regels/${unknown?.id}/boeking`, { soort1: 'suspense' })).status).toBe(303)
    expect((await ans.post(`/bank/regels/${unknown?.id}/ongedaan`)).status).toBe(303)
    expect((await ans.post(`/bank/regels/${unknown?.id}/koppeling`, { nummers: '2026-9999' })).status).toBe(422)
    const other = await bank.sell(1000)
    expect((await ans.post(`/bank/regels/${unknown?.id}/koppeling`, { nummers: other.number })).status).toBe(303)
    expect((await ans.get('/bank?toon=geboekt')).status).toBe(200)
    const nothing = await ans.post('/bank/afschriften', { bestand: new File(['geen xml'], 'x.xml') })
    expect(nothing.status).toBe(422)
    expect(await nothing.text()).toContain('Dit is geen bankafschrift in xml.')
    const all = await as(bank.at.world, asTreasurer(bank.at), 'bank.read', (tx, permit) => linesBooked(tx, permit))
    expect(all.find((each) => each.id === unknown?.id)?.booking?.kind).toBe('invoice')
  })

  test('divide a line in parts without script: what was typed is kept, an empty part does not count, and the rest is filled in', async () => {
    const ans = await signedIn(bank.at.world, bank.at.treasurer)
    const invoice = await bank.sell(20000)
    const line = await bank.line({ cents: 25000, text: 'factuur en gift' })
    const path = `/bank/regels/${line.id}`
    const page = await (await ans.get(path)).text()
    expect(page).toContain(`value="invoice:${invoice.id}"`)
    expect(page).toContain(`href="${path}?delen=3"`)
    const three = await (await ans.get(`${path}?delen=3`)).text()
    expect(three).toContain('Deel 3')
    expect(three).toContain(`href="${path}?delen=6"`)
    const typed = { delen: '3', soort1: `invoice:${invoice.id}`, soort2: 'subsidy', soort3: '', bedrag3: '', opmerking: 'dank' }
    const both = await ans.post(`${path}/boeking`, { ...typed, bedrag1: '', bedrag2: '' })
    expect(both.status).toBe(422)
    const shown = await both.text()
    expect(shown).toContain('Bij meer dan één deel staat geen bedrag.')
    expect(shown).toContain('Deel 3')
    expect(shown).toMatch(new RegExp(`value="invoice:${invoice.id}" selected`))
    expect(shown).toContain('value="dank"')
    expect((await ans.post(`${path}/boeking`, { ...typed, bedrag1: '242,00', bedrag2: '9,00' })).status).toBe(422)
    const since = await bank.mark()
    expect((await ans.post(`${path}/boeking`, { ...typed, bedrag1: '242,00', bedrag2: '' })).status).toBe(303)
    expect(await bank.booked(since)).toEqual(['Bank | Debiteuren | 24200', 'Bank | Subsidie met een doel | 800'])
    const booked = await (await ans.get(path)).text()
    expect(booked).toContain('Verdeeld')
    expect(booked).toContain(`Ontvangen voor ${invoice.number}`)
  })

  test('book by hand what the bank took back, and money back to a customer', async () => {
    const ans = await signedIn(bank.at.world, bank.at.treasurer)
    const invoice = await bank.sell(1000)
    const paid = await bank.line({ cents: 1210, text: invoice.number })
    await bank.match(paid.id, invoice.id)
    const back = await bank.line({ cents: -1310, text: 'onbekend' })
    const page = await (await ans.get(`/bank/regels/${back.id}`)).text()
    const [returned] = /value="(returned:[^"]+)">[^<]*12,10/.exec(page)?.slice(1) ?? []
    expect(returned).toBeDefined()
    const parts = { delen: '2', soort1: returned ?? '', bedrag1: '12,10', soort2: 'bankCosts', bedrag2: '' }
    expect((await ans.post(`/bank/regels/${back.id}/boeking`, parts)).status).toBe(303)
    expect((await bank.open()).find((each) => each.id === invoice.id)?.open).toBe(1210n)
    expect((await ans.post(`/bank/regels/${back.id}/ongedaan`)).status).toBe(303)
    expect((await bank.open()).some((each) => each.id === invoice.id)).toBe(false)
    await as(bank.at.world, asTreasurer(bank.at), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, invoice.id, 'all', 'retour'))
    const refund = await bank.line({ cents: -1000, text: 'terug' })
    expect((await ans.post(`/bank/regels/${refund.id}/boeking`, { delen: '1', soort1: 'refund', factuur1: '' })).status).toBe(422)
    expect((await ans.post(`/bank/regels/${refund.id}/boeking`, { delen: '1', soort1: 'refund', factuur1: invoice.number })).status).toBe(303)
    expect((await bank.open()).find((each) => each.id === invoice.id)?.open).toBe(-210n)
  })

  test('ask the database at most six questions, however many lines, invoices and receipts there are', async () => {
    const ans = await signedIn(bank.at.world, bank.at.treasurer)
    const told = (n: number) => ({ cents: n % 2 ? 1000 + n : -1000 - n, text: `regel ${n}`, iban: `NL07RABO000000${1000 + n}` })
    await bank.lines(...Array.from({ length: 4 }, (_, n) => told(n)))
    const paths = ['/bank', '/bank?toon=geboekt', '/bank?toon=afschriften', '/bank/kas', `/bank/regels/${(await bank.waiting())[0]?.id}`]
    const counted = async () => {
      const each: Record<string, number> = {}
      for (const path of paths) each[path] = await asked(ans, path)
      return each
    }
    const few = await counted()
    await bank.lines(...Array.from({ length: 30 }, (_, n) => told(n + 10)))
    await bank.sell(5000)
    expect(await counted()).toEqual(few)
    for (const [path, questions] of Object.entries(few)) expect(questions, path).toBeLessThanOrEqual(6)
    // Just after an import the page also says what came in.
    const file = new File([bank.statementOf([told(99)]) as BlobPart], 'nog een.xml', { type: 'application/xml' })
    const location = (await ans.post('/bank/afschriften', { bestand: file })).headers.get('location') ?? ''
    expect(await asked(ans, location)).toBeLessThanOrEqual(6)
  })

  test('are closed to members, and only read by the board', async () => {
    const member = await signedIn(bank.at.world, bank.samira)
    expect((await member.get('/bank')).status).toBe(403)
    const willem = await signedIn(bank.at.world, bank.at.board)
    expect((await willem.get('/bank')).status).toBe(200)
    await expect(as(bank.at.world, asBoard(bank.at), 'payment.match', async () => 1)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('show nothing of another cooperative', async () => {
    const other = await village(bank.at.world, '2026-10-05')
    const theirs = await as(bank.at.world, asTreasurer(other), 'bank.read', (tx, permit) => linesBooked(tx, permit))
    expect(theirs).toEqual([])
    const [mine] = await as(bank.at.world, asTreasurer(bank.at), 'bank.read', (tx, permit) => linesBooked(tx, permit, 1))
    const joost = await signedIn(bank.at.world, other.treasurer)
    expect((await joost.get(`/bank/regels/${mine?.id}`)).status).toBe(404)
    const unfiltered = await as(bank.at.world, asTreasurer(other), 'bank.read', (tx) => tx.selectFrom('banking.bank_line').select('id').execute())
    expect(unfiltered).toEqual([])
  })
})

/** Signing in, the role and the record of looking are not counted (decisions 9). */
async function asked(page: Awaited<ReturnType<typeof signedIn>>, path: string): Promise<number> {
  const queries: string[] = []
  watchQueries(({ sql }) => queries.push(sql))
  const { status } = await page.get(path)
  watchQueries(null)
  expect(status).toBe(200)
  return queries.filter((sql) => !/set_config|"access"\."look"|^begin|^commit|sign_?in|"access"\."affiliation"|session/i.test(sql)).length
}
