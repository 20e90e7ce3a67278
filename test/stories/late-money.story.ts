import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents, decimal } from '#kit/money.ts'
import { asSystem, type MemberId } from '#rooms/access'
import { bookLine, camt, entry, importFile, linesWaiting } from '#rooms/banking'
import { writeLate } from '#rooms/consent'
import { balanceOf } from '#rooms/ledger'
import { changeBenefit, leave } from '#rooms/members'
import { closeMonth } from '#rooms/settlement'
import { bankIn, signedAgreement, sold, template } from '../trade.ts'
import { asTreasurer, newMember, type Village, village, withConsent } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

const LETTER = new File([Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n')], 'brief.pdf', { type: 'application/pdf' })

let world: TestWorld
let at: Village
let tarik: MemberId
let departure = ''
let question: string

const treasurer = () => asTreasurer(at)
const close = (on: string, of: string) => {
  itIs(world, on)
  return as(world, treasurer(), 'month.close', (tx, permit) => closeMonth(tx, permit, month(of)))
}
const pages = async () => (await (await (await signedIn(world, at.treasurer)).get(`/vertrek/${departure}/potten`)).text()).replaceAll('\u00a0', ' ')
const owed = async () => Number(await as(world, treasurer(), 'ledger.read', (tx, permit) => balanceOf(tx, permit, 'payoutPayable', permit.today)))

let statements = 0
/** Money that left the bank on a day, to be booked as a pay-out. */
async function payOut(amount: number, on: string): Promise<void> {
  itIs(world, on)
  const nr = ++statements
  const file = camt({
    id: `LAAT-${nr}`,
    account: 'NL91ABNA0417164300',
    opening: decimal(cents(50_000 + nr)),
    closing: decimal(cents(50_000 + nr - amount)),
    openedOn: on,
    closedOn: on,
    entries: [entry({ amount: decimal(cents(amount)), side: 'DBIT', on, reference: `L${nr}`, bankReference: `L${nr}` })],
  })
  await as(world, treasurer(), 'bank.import', (tx, permit) => importFile(tx, permit, { name: 'bank.xml', bytes: new TextEncoder().encode(file) }))
  const lines = await as(world, treasurer(), 'bank.read', (tx, permit) => linesWaiting(tx, permit))
  const line = lines.findLast((each) => each.cents === cents(-amount))
  if (!line) throw new Error(`no line of ${amount}`)
  await as(world, treasurer(), 'bank.book', (tx, permit) => bookLine(tx, permit, line.id, { kind: 'payout', member: tarik } as never))
}

/**
 * Somebody works in January without a benefit and in February with one, leaves after February, and both customers pay in April: by the agreement that money
 * goes to whoever left. By then there is no benefit any more, so no consent stops it.
 */
beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-01-01')
  tarik = await newMember(at, 'Tarik Ozturk', 'none')
  const articles = template('resultaat-60-15-25').map((article) => (article.kind === 'exit' ? { ...article, lateMoneyTo: 'payout' as const } : article))
  await signedAgreement(at, [tarik], articles, '2026-01-01')
  const first = await sold(at, tarik, '2026-01-05', [{ net: 10_000 }])
  itIs(world, '2026-02-01')
  await asSystem(world.world, at.cooperative, 'benefit.change', (tx, permit) =>
    changeBenefit(tx, permit, tarik, { source: 'participatiewetOwn', from: day('2026-02-01'), municipality: at.municipality }),
  )
  await withConsent(at, tarik, '2026-02-01')
  const second = await sold(at, tarik, '2026-02-05', [{ net: 20_000 }])
  for (const [on, of] of [
    ['2026-02-20', '2026-01'],
    ['2026-03-02', '2026-02'],
  ] as const)
    await close(on, of)
  itIs(world, '2026-03-02')
  await asSystem(world.world, at.cooperative, 'member.leave', (tx, permit) =>
    leave(tx, permit, tarik, day('2026-03-01'), { reason: 'ownWish', destination: 'paidWork' }),
  )
  await asSystem(world.world, at.cooperative, 'benefit.change', (tx, permit) =>
    changeBenefit(tx, permit, tarik, { source: 'none', from: day('2026-03-01'), municipality: null }),
  )
  await close('2026-04-01', '2026-03')
  await bankIn(at, '2026-04', [
    { invoice: first, gross: 12_100, on: '2026-04-10' },
    { invoice: second, gross: 24_200, on: '2026-04-10' },
  ])
  await close('2026-05-02', '2026-04')
}, 120_000)

describe('money that comes after leaving and goes to whoever left', () => {
  test('stands by the month of the work, and what was earned on a benefit does not go by the bank', async () => {
    expect(await owed()).toBe(-30_000)
    await expect(payOut(10_001, '2026-05-03')).rejects.toThrow('wacht op de gemeente')
    await payOut(10_000, '2026-05-03')
    await expect(payOut(1, '2026-05-04')).rejects.toThrow('200,00')
    expect(await owed()).toBe(-20_000)
  })

  test('is asked of the municipality per month, also of who left without a departure', async () => {
    itIs(world, '2026-05-05')
    const office = await signedIn(world, at.treasurer)
    departure = ((await office.post(`/leden/${tarik}/vertrek/begin`)).headers.get('location') ?? '').split('/').at(-1) ?? ''
    const shown = await pages()
    expect(shown).toContain('Na het stoppen kwam € 300,00')
    expect(shown).toContain('Daarvan mag € 100,00 via de bank')
    await office.post(`/vertrek/${departure}/stap/waarheen`, { goal: 'job', note: '' })
    const wrong = await office.post(`/vertrek/${departure}/stap/laatste-dag`, { on: '2026-03-31' })
    expect([wrong.status, (await wrong.text()).includes('28 februari 2026')]).toEqual([422, true])
    expect((await office.post(`/vertrek/${departure}/stap/laatste-dag`, { on: '2026-02-28' })).status).toBe(303)
    expect((await office.post(`/vertrek/${departure}/vraag`)).status).toBe(303)
    question = /vraag\/([0-9a-f-]{36})\/pdf/.exec(await pages())?.[1] ?? ''
    const letter = (await (await (await signedIn(world, at.caseManager)).get(`/vertrekvragen/${question}`)).text()).replaceAll('\u00a0', ' ')
    expect(letter).toContain('Geld dat na het stoppen kwam')
    expect([letter.includes('februari 2026'), letter.includes('januari 2026'), letter.includes('€ 200,00')]).toEqual([true, false, true])
  })

  test('goes as far as the written answer says; the last answer counts', async () => {
    itIs(world, '2026-05-06')
    const path = `/vertrekvragen/${question}/antwoord`
    const answer = async (fields: Readonly<Record<string, string>>) =>
      (await (await signedIn(world, at.caseManager)).post(path, { answeredOn: '2026-05-06', letter: LETTER, ...fields })).status
    expect(await answer({ verdict: 'perMonth', 'late-2026-02': '200,01' })).toBe(422)
    expect(await answer({ verdict: 'perMonth', 'late-2026-02': '50,00' })).toBe(303)
    await expect(payOut(5001, '2026-05-07')).rejects.toThrow('150,00')
    await payOut(5000, '2026-05-07')
    await expect(payOut(2, '2026-05-08')).rejects.toThrow('wacht op de gemeente')
    itIs(world, '2026-05-09')
    expect(await answer({ verdict: 'allowed' })).toBe(303)
    await payOut(5003, '2026-05-10')
    expect(await owed()).toBe(-9997)
    itIs(world, '2026-05-11')
    expect(await answer({ verdict: 'notAllowed' })).toBe(303)
    await expect(payOut(3, '2026-05-12')).rejects.toThrow('wacht op de gemeente')
  })

  test('has less of a month when a customer got money back; a receipt that was not late counts for nothing', async () => {
    itIs(world, '2026-05-13')
    const late = () =>
      world.world.database.pool.query(
        'select month, sum(cents)::int as cents, min(receipt::text) as receipt from consent.late_money where tenant = $1 group by month order by month',
        [at.cooperative],
      )
    const receipt = String((await late()).rows[1]?.receipt)
    const back = [
      { receipt, cents: cents(-4000) },
      { receipt: '019999aa-0000-7000-8000-000000000009', cents: cents(-1) },
    ]
    await as(world, treasurer(), 'month.close', (tx, permit) => writeLate(tx, permit, [], back))
    expect((await late()).rows.map((row) => [row.month, row.cents])).toEqual([
      ['2026-01', 10_000],
      ['2026-02', 16_000],
    ])
  })
})
