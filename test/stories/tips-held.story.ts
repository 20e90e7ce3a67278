import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { recordDaySheet, sendInvoice } from '#rooms/invoicing'
import { keepTips, type TipOwner } from '#rooms/organisations'
import { draftStatement } from '#rooms/settlement'
import { type Bank, bankOfVillage } from '../bank.ts'
import { asBoard, asMember, asTreasurer, newMember, withConsent } from '../village.ts'
import { as, itIs, signedIn } from '../world.ts'

let bank: Bank

beforeAll(async () => {
  bank = await bankOfVillage()
})

const chooses = (from: string, to: TipOwner) => as(bank.at.world, asBoard(bank.at), 'tips.keep', (tx, permit) => keepTips(tx, permit, day(from), to))
const statement = (member: MemberId) =>
  as(bank.at.world, asMember(bank.at, member), 'statement.read', (tx, permit) => draftStatement(tx, permit, member, month('2026-10')))

/** Sold € 9 by card, with a tip of € 5 by card too. */
async function marketDay(member: MemberId, on: string): Promise<void> {
  itIs(bank.at.world, '2026-10-20')
  const line = { description: 'Soep', quantity: 1000n, unit: 'piece' as const, price: cents(900), vat: 'reduced' as const }
  const till = { changeBegin: cents(0), counted: cents(0), changeEnd: cents(0), tips: cents(500), reason: null, photo: null }
  const id = await as(bank.at.world, asMember(bank.at, member), 'invoice.request', (tx, permit) =>
    recordDaySheet(tx, permit, { member, performedOn: day(on), note: null, byCard: cents(1400), lines: [line], till }),
  )
  await as(bank.at.world, asTreasurer(bank.at), 'invoice.send', (tx, permit) => sendInvoice(tx, permit, id))
}

describe('tips that are held for a member', () => {
  test('stand on the statement, are paid when that is allowed and never more than is held; the statement tells that too', async () => {
    const [may, mayNot] = [await newMember(bank.at, 'Mag Wel', 'participatiewetOwn'), await newMember(bank.at, 'Mag Niet', 'participatiewetOwn')]
    await withConsent(bank.at, may, '2026-09-01', { payOutAllowed: true })
    await withConsent(bank.at, mayNot, '2026-09-01')
    expect((await statement(may))?.content.tips).toBeUndefined()
    await chooses('2026-10-01', 'member')
    for (const member of [may, mayNot]) await marketDay(member, '2026-10-10')
    expect((await statement(may))?.content.tips).toEqual({ held: 500n, paid: 0n, cooperative: 0n, inTurnover: false })
    const [over, exact, other] = await bank.lines({ cents: -501, text: 'te veel' }, { cents: -500, text: 'fooi' }, { cents: -500, text: 'fooi van een ander' })
    if (!over || !exact || !other) throw new Error('no lines')
    await expect(bank.bookAs(over.id, { kind: 'tips', member: may })).rejects.toMatchObject({
      sentence: { what: expect.stringMatching(/€.5,00 uit te betalen/) },
    })
    await expect(bank.bookAs(other.id, { kind: 'tips', member: mayNot })).rejects.toMatchObject({ field: 'soort1' })
    const since = await bank.mark()
    await bank.bookAs(exact.id, { kind: 'tips', member: may })
    expect(await bank.booked(since)).toEqual(['Fooi bewaard voor lid | Bank | 500'])
    await expect(bank.bookAs(other.id, { kind: 'tips', member: may })).rejects.toMatchObject({ sentence: { what: expect.stringMatching(/€.0,00/) } })
    expect((await statement(may))?.content.tips).toEqual({ held: 500n, paid: 500n, cooperative: 0n, inTurnover: false })
    itIs(bank.at.world, '2026-11-03')
    const page = (await (await (await signedIn(bank.at.world, may)).get('/opgaven/2026-10')).text()).replaceAll('\u00a0', ' ')
    for (const words of ['Fooi die voor het lid wordt bewaard', 'Fooi aan het lid betaald', 'bepaalt de gemeente']) expect(page).toContain(words)
  })

  test('that are turnover or of the cooperative are told in other words', async () => {
    itIs(bank.at.world, '2026-10-05')
    const member = await newMember(bank.at, 'Om Zet', 'participatiewetOwn')
    await withConsent(bank.at, member, '2026-09-01')
    itIs(bank.at.world, '2026-10-20')
    await chooses('2026-10-12', 'cooperative')
    await marketDay(member, '2026-10-13')
    expect((await statement(member))?.content.tips).toEqual({ held: 0n, paid: 0n, cooperative: 500n, inTurnover: false })
    await chooses('2026-10-14', 'turnover')
    expect((await statement(member))?.content.tips?.inTurnover).toBe(true)
  })
})
