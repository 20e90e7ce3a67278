import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import type { Article } from '#rooms/agreements'
import { proposeWriteOff, writeOff } from '#rooms/invoicing'
import { seal, trialBalance, verify } from '#rooms/ledger'
import { closeMonth, riverOf, settlementOf } from '#rooms/settlement'
import { judgeReceipt, potsOf, sendReceipt } from '#rooms/spending'
import { bankIn, signedAgreement, sold, soldTogether, spent, template } from '../trade.ts'
import { asBoard, asCoach, asMember, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld

beforeAll(async () => {
  world = await testWorld()
})

const close = (place: Village, on: string, of: string) => {
  itIs(world, on)
  return as(world, asTreasurer(place), 'month.close', (tx, permit) => closeMonth(tx, permit, month(of)))
}
const splitsOf = async (place: Village, of: string, member: MemberId) =>
  (await as(world, asTreasurer(place), 'month.see', (tx, permit) => settlementOf(tx, permit, month(of)))).splits.filter(
    (split) => split.facts.member === member,
  )
const sharesOf = async (place: Village, of: string, member: MemberId) =>
  (await splitsOf(place, of, member)).flatMap((split) => split.shares.lines.map((line) => line.cents))
const potsNow = (place: Village, member: MemberId) => as(world, asMember(place, member), 'pots.read', (tx, permit) => potsOf(tx, permit, member))
const balances = async (place: Village, until: string) => {
  const rows = await as(world, asTreasurer(place), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day(until)))
  return Object.fromEntries([...Map.groupBy(rows, (row) => row.code)].map(([code, own]) => [code, own.reduce((all, row) => all + row.balance, 0n)]))
}
const isSound = async (place: Village) => {
  await as(world, asTreasurer(place), 'ledger.verify', seal)
  expect((await as(world, asTreasurer(place), 'ledger.verify', verify)).faults).toEqual([])
}

describe('example 14: a credit note in a later month, from the invoice to the flagged pot', () => {
  let place: Village
  let samira: MemberId

  beforeAll(async () => {
    place = await village(world, '2026-09-01')
    samira = await newMember(place, 'Samira el Amrani')
    await signedAgreement(place, [samira], template('resultaat-60-15-25'), '2026-10-01')
  })

  test('the closed month stays, the shares and the VAT go back now, the pots are below zero in sight and refilled first', async () => {
    const invoice = await sold(place, samira, '2026-10-05', [{ net: 20000 }])
    await bankIn(place, '2026-10', [{ invoice, gross: 24200, on: '2026-10-20' }])
    await close(place, '2026-11-01', '2026-10')
    await spent(place, samira, '2026-11-02', 6000, 0, 'training', 'onDevelopment')
    const october = await (await (await signedIn(world, samira)).get('/geld/2026-10')).text()
    itIs(world, '2026-11-05')
    const treasurer = await signedIn(world, place.treasurer)
    expect((await treasurer.get(`/facturen/${invoice}/creditnota`)).status).toBe(200)
    expect((await treasurer.post(`/facturen/${invoice}/creditnota`, { note: 'Niet geleverd', quantity1: '1' })).status).toBe(303)
    expect((await splitsOf(place, '2026-11', samira)).flatMap((split) => split.reversals.flatMap((each) => each.lines.map((line) => line.cents)))).toEqual([
      -12000n,
      -3000n,
      -5000n,
    ])
    await close(place, '2026-12-01', '2026-11')
    expect(await balances(place, '2026-10-31')).toMatchObject({ businessBudget: -12000n, developmentBudget: -3000n, vatPayable: -4200n })
    expect(await balances(place, '2026-11-30')).toMatchObject({ businessBudget: 0n, developmentBudget: 6000n, vatPayable: 0n })
    expect(await (await (await signedIn(world, samira)).get('/geld/2026-10')).text().then(figures)).toEqual(figures(october))
    expect((await potsNow(place, samira)).development).toMatchObject({ balance: -6000n, free: 0n })
    expect(await (await (await signedIn(world, samira)).get('/geld')).text()).toContain('Dit budget staat onder nul')
    await isSound(place)
  })
})

describe('example 16: two members on one job, each through the own agreement', () => {
  test('the job is shared by weights to the cent; both rivers follow their own articles', async () => {
    const place = await village(world, '2026-09-01')
    const [one, two] = [await newMember(place, 'Ina Mulder'), await newMember(place, 'Jan Mulder')]
    await signedAgreement(place, [one], template('resultaat-60-15-25'), '2026-10-01')
    await signedAgreement(place, [two], template('resultaat-50-20-20-10'), '2026-10-01')
    const invoice = await soldTogether(place, one, '2026-10-05', 60000, [[two, 3333n]])
    itIs(world, '2026-10-07')
    const receipt = await as(world, asMember(place, one), 'receipt.send', (tx, permit) =>
      sendReceipt(tx, permit, {
        member: one,
        boughtOn: day('2026-10-07'),
        gross: cents(9000),
        vat: cents(0),
        kind: 'material',
        paidBy: 'bank',
        what: 'Planten en aarde',
        unsure: [],
        file: null,
      }),
    )
    await as(world, asCoach(place), 'receipt.judge', (tx, permit) =>
      judgeReceipt(tx, permit, receipt, {
        outcome: 'accepted',
        reason: null,
        kind: 'material',
        paidBy: 'bank',
        vatDeductible: null,
        shares: [{ member: two, percent: 3333n, cents: null }],
      }),
    )
    await bankIn(place, '2026-10', [{ invoice, gross: 72600, on: '2026-10-20' }])
    const results = async (member: MemberId) => (await splitsOf(place, '2026-10', member)).map((split) => split.shares.result)
    expect([await results(one), await results(two)]).toEqual([[34002n], [16998n]])
    expect(await sharesOf(place, '2026-10', one)).toEqual([20401n, 5100n, 8501n])
    expect(await sharesOf(place, '2026-10', two)).toEqual([8499n, 3400n, 3399n, 1700n])
    await close(place, '2026-11-01', '2026-10')
    expect(await (await (await signedIn(world, two)).get(`/bonnen/${receipt}`)).text()).toContain('Jouw deel van deze kosten')
    const page = await (await (await signedIn(world, two)).get('/geld/2026-10')).text()
    for (const words of ['€\u00a084,99', '€\u00a017,00', 'Artikel 5d', 'Jouw deel van factuur']) expect(page).toContain(words)
    await isSound(place)
  })
})

describe('example 17: a course that is no cost of the business', () => {
  test('as long as it is not judged nothing counts; rejected it is booked on the development budget, and the split is made anew', async () => {
    const place = await village(world, '2026-09-01')
    const samira = await newMember(place, 'Samira el Amrani')
    await signedAgreement(place, [samira], template('resultaat-60-15-25'), '2026-10-01')
    const before = await sold(place, samira, '2026-10-05', [{ net: 40000 }])
    await bankIn(place, '2026-10', [{ invoice: before, gross: 48400, on: '2026-10-20' }])
    await close(place, '2026-11-01', '2026-10')
    const invoice = await sold(place, samira, '2026-11-05', [{ net: 51000 }])
    await bankIn(place, '2026-11', [{ invoice, gross: 61710, on: '2026-11-20' }], 48400)
    const course = await as(world, asMember(place, samira), 'receipt.send', (tx, permit) =>
      sendReceipt(tx, permit, {
        member: samira,
        boughtOn: day('2026-11-18'),
        gross: cents(6000),
        vat: cents(0),
        kind: 'training',
        paidBy: 'bank',
        what: 'Cursus patroontekenen',
        unsure: [],
        file: null,
      }),
    )
    // What it would be if the coach took it as a cost of the business: read, and rolled back.
    const accepted = { outcome: 'accepted' as const, reason: null, kind: 'training', paidBy: 'bank' as const, vatDeductible: null }
    const result = await as(world, asCoach(place), 'receipt.judge', async (tx, permit) => {
      await judgeReceipt(tx, permit, course, accepted)
      const { splits } = await settlementOf(tx, permit, month('2026-11'))
      throw new Error(String(splits.find((split) => split.facts.member === samira)?.shares.result))
    }).catch((error: Error) => error.message)
    expect(result).toBe('45000')
    expect((await splitsOf(place, '2026-11', samira))[0]?.shares.result).toBe(51000n)
    const coach = await signedIn(world, place.coach)
    const answer = await coach.post(`/bonnen/${course}/oordeel`, {
      outcome: 'onDevelopment',
      reason: 'Dit staat niet in je toestemming. Je leert ervan, dus het kan uit je ontwikkelbudget.',
      kind: 'training',
      paidBy: 'bank',
    })
    expect(answer.status).toBe(303)
    expect(await sharesOf(place, '2026-11', samira)).toEqual([30600n, 7650n, 12750n])
    expect((await potsNow(place, samira)).development.balance).toBe(0n)
    await close(place, '2026-12-01', '2026-11')
    expect((await potsNow(place, samira)).development.balance).toBe(7650n)
    expect(await balances(place, '2026-11-30')).toMatchObject({ developmentCosts: 6000n, budgetReleased: -6000n })
    expect(await (await (await signedIn(world, samira)).get(`/bonnen/${course}`)).text()).toContain('Dit staat niet in je toestemming.')
    await isSound(place)
  })
})

describe('an agreement that counts what was invoiced', () => {
  let place: Village
  let samira: MemberId
  const invoiced = template('resultaat-60-15-25').map((each): Article => (each.kind === 'basis' ? { ...each, basis: 'invoiced' } : each))

  beforeAll(async () => {
    place = await village(world, '2026-09-01')
    samira = await newMember(place, 'Samira el Amrani')
    await signedAgreement(place, [samira], invoiced, '2026-10-01')
  })

  test('divides the invoice in the month it was sent, whenever the customer pays, and once', async () => {
    const paid = await sold(place, samira, '2026-10-05', [{ net: 20000 }])
    await sold(place, samira, '2026-10-06', [{ net: 10000 }])
    await bankIn(place, '2026-10', [])
    expect(await sharesOf(place, '2026-10', samira)).toEqual([18000n, 4500n, 7500n])
    await close(place, '2026-11-01', '2026-10')
    await bankIn(place, '2026-11', [{ invoice: paid, gross: 24200, on: '2026-11-20' }])
    expect(await splitsOf(place, '2026-11', samira)).toEqual([])
  })

  test('bad debt takes back the shares of the invoice that is not paid, in the month in which it is written off', async () => {
    const open = await sold(place, samira, '2026-11-21', [{ net: 4000 }])
    await close(place, '2026-12-01', '2026-11')
    itIs(world, '2026-12-15')
    await as(world, asTreasurer(place), 'invoice.proposeWriteOff', (tx, permit) => proposeWriteOff(tx, permit, open, 'De klant is failliet.'))
    await as(world, asBoard(place), 'invoice.writeOff', (tx, permit) => writeOff(tx, permit, open))
    const [split] = await splitsOf(place, '2026-12', samira)
    expect(split?.reversals.map((each) => [each.net, each.lines.map((line) => line.cents)])).toEqual([[4000n, [-2400n, -600n, -1000n]]])
    const before = await balances(place, '2026-11-30')
    await bankIn(place, '2026-12', [], 24200)
    await close(place, '2027-01-02', '2026-12')
    expect(await balances(place, '2026-11-30')).toEqual(before)
    expect(await balances(place, '2026-12-31')).toMatchObject({ businessBudget: -18000n, developmentBudget: -4500n, cooperativeContribution: -7500n })
    const view = await as(world, asMember(place, samira), 'split.read', (tx, permit) => riverOf(tx, permit, { month: month('2026-12'), member: samira }))
    expect(view?.back.map((each) => [each.ofMonth, each.net])).toEqual([['2026-11', 4000n]])
    await isSound(place)
  })
})

/** The amounts on a page, in their order. */
function figures(html: string): readonly string[] {
  return html.match(/€\s?-?[\d.]+,\d\d/g) ?? []
}
