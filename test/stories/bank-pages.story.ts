import { beforeAll, describe, expect, test } from 'vitest'
import { linesBooked } from '#rooms/banking'
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
    expect(done.headers.get('location')).toBe('/bank?geboekt=1')
    const [unknown] = await bank.waiting()
    expect((await ans.get(`/bank/regels/${unknown?.id}`)).status).toBe(200)
    const wrong = await ans.post(`/bank/regels/${unknown?.id}/boeking`, { soort: '' })
    expect(wrong.status).toBe(422)
    expect((await ans.post(`/bank/regels/${unknown?.id}/boeking`, { soort: 'suspense' })).status).toBe(303)
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
