import { beforeAll, expect, test } from 'vitest'
import { month } from '#kit/day.ts'
import { watchQueries } from '#kit/db.ts'
import type { MemberId } from '#rooms/access'
import { creditInvoice, type InvoiceId } from '#rooms/invoicing'
import { closeMonth } from '#rooms/settlement'
import { bankIn, signedAgreement, sold, spent, template } from '../trade.ts'
import { asTreasurer, newMember, type Village, village, withConsent } from '../village.ts'
import { as, type Browser, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let place: Village
let samira: MemberId
let opening = 0
let october: InvoiceId[] = []

const trade = async (of: string, members: readonly MemberId[]) => {
  const payments = []
  for (const member of members) payments.push({ invoice: await sold(place, member, `${of}-03`, [{ net: 10000 }]), gross: 12100, on: `${of}-20` })
  for (const member of members) await spent(place, member, `${of}-04`, 1000, 0)
  await bankIn(place, of, payments, opening)
  opening += payments.length * 12100
  return payments.map(({ invoice }) => invoice)
}

beforeAll(async () => {
  world = await testWorld()
  place = await village(world, '2026-09-01')
  samira = await newMember(place, 'Samira el Amrani', 'participatiewetOwn')
  await withConsent(place, samira, '2026-09-01')
  await signedAgreement(place, [samira], template('resultaat-60-15-25'), '2026-10-01')
  october = await trade('2026-10', [samira])
  itIs(world, '2026-11-01')
  await as(world, asTreasurer(place), 'month.close', (tx, permit) => closeMonth(tx, permit, month('2026-10')))
  await trade('2026-11', [samira])
})

test('the pages of money ask the database the same number of questions, however many members and open months there are', async () => {
  const counted = async () => {
    const [member, treasurer] = [await signedIn(world, samira), await signedIn(world, place.treasurer)]
    return {
      '/geld': await asked(member, '/geld'),
      'a closed month': await asked(member, '/geld/2026-10'),
      'an open month': await asked(member, '/geld/2026-11'),
      'closing a month': await asked(treasurer, '/maand/2026-11'),
      'looking at a closed month': await asked(treasurer, '/maand/2026-10'),
      'a statement of a closed month': await asked(member, '/opgaven/2026-10'),
      'a statement of an open month': await asked(member, '/opgaven/2026-11'),
    }
  }
  itIs(world, '2026-11-25')
  const few = await counted()
  const more = [await newMember(place, 'Tom Mulder'), await newMember(place, 'Una Mulder')]
  await signedAgreement(place, more, template('resultaat-50-20-20-10'), '2026-11-01')
  await trade('2026-12', [samira, ...more])
  itIs(world, '2027-02-10')
  expect(await counted()).toEqual(few)
  for (const [page, most] of Object.entries(MOST)) expect(few[page as keyof typeof few], page).toBeLessThanOrEqual(most)
})

test('on the last day of a month the pots are counted once', async () => {
  itIs(world, '2027-02-10')
  const member = await signedIn(world, samira)
  const amounts = async () => (await (await member.get('/geld')).text()).match(/vrij<\/span><b>[^<]+/g)
  const before = await amounts()
  itIs(world, '2027-02-28')
  expect(await amounts()).toEqual(before)
  expect(before?.[0]).toContain('54,00')
})

test('money of a closed month that goes back is one question more: how it was divided', async () => {
  const treasurer = await signedIn(world, place.treasurer)
  const before = await asked(treasurer, '/maand/2027-01')
  for (const invoice of october) await as(world, asTreasurer(place), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, invoice, 'all'))
  itIs(world, '2027-03-01')
  expect([before, await asked(treasurer, '/maand/2027-01'), await asked(treasurer, '/maand/2027-02')]).toEqual([8, 8, 9])
})

/** At most; a change that asks more must say why. */
const MOST = {
  '/geld': 6,
  'a closed month': 3,
  'an open month': 6,
  'closing a month': 8,
  'looking at a closed month': 3,
  // One more than the others ask: which towns paid the benefit, for a month with a move has a statement for each.
  'a statement of a closed month': 7,
  'a statement of an open month': 10,
}

/** Signing in, the role and the record of looking are not counted (decisions 9). */
async function asked(page: Browser, path: string): Promise<number> {
  const queries: string[] = []
  watchQueries(({ sql }) => queries.push(sql))
  const { status } = await page.get(path)
  watchQueries(null)
  expect([path, status]).toEqual([path, 200])
  return queries.filter((sql) => !/set_config|"access"\."look"|^begin|^commit|sign_?in|"access"\."affiliation"|session/i.test(sql)).length
}
