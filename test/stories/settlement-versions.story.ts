import { beforeAll, describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import { type Article, draftAgreement, proposeAgreement, signAgreement, signForCooperative, versionById } from '#rooms/agreements'
import { creditInvoice, type InvoiceId } from '#rooms/invoicing'
import { seal, trialBalance, verify } from '#rooms/ledger'
import { leave } from '#rooms/members'
import { closeMonth, riverOf, settlementOf, shareLinesOfMonth } from '#rooms/settlement'
import { askToSpend } from '#rooms/spending'
import { bankIn, signedAgreement, sold, spent, template } from '../trade.ts'
import { asBoard, asMember, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let place: Village
const people = new Map<string, MemberId>()
const who = (name: string): MemberId => people.get(name) as MemberId
const close = (on: string, of: string) => {
  itIs(world, on)
  return as(world, asTreasurer(place), 'month.close', (tx, permit) => closeMonth(tx, permit, month(of)))
}
const preview = (of: string) => as(world, asTreasurer(place), 'month.see', (tx, permit) => settlementOf(tx, permit, month(of)))
const lines = async (of: string, name: string) =>
  (await as(world, asTreasurer(place), 'month.see', (tx, permit) => shareLinesOfMonth(tx, permit, month(of)))).get(who(name))?.lines ?? []
const shares = async (of: string, name: string) => (await lines(of, name)).map((line) => line.cents)
const balance = async (until: string) => {
  const rows = await as(world, asTreasurer(place), 'ledger.read', (tx, permit) => trialBalance(tx, permit, day(until)))
  return Object.fromEntries([...Map.groupBy(rows, (row) => row.code)].map(([code, own]) => [code, own.reduce((all, row) => all + row.balance, 0n)]))
}

/** Raised to 30% for the cooperative: business gives. */
const raised: readonly Article[] = template('resultaat-60-15-25').map((article) =>
  article.kind === 'weights'
    ? {
        ...article,
        shares: article.shares.map((share) => ({
          ...share,
          weight: share.receiver === 'business' ? 5500n : share.receiver === 'cooperative' ? 3000n : share.weight,
        })),
      }
    : article,
)

beforeAll(async () => {
  world = await testWorld()
  place = await village(world, '2026-09-01')
  for (const name of ['Carla', 'Dirk', 'Ebo', 'Fenna']) people.set(name, await newMember(place, `${name} Mulder`))
  await signedAgreement(place, [who('Carla'), who('Dirk')], template('resultaat-60-15-25'), '2026-10-01')
})

describe('example 21: the meeting decides 25% → 30%, and one member signs on the 16th', () => {
  const invoices = new Map<string, InvoiceId>()

  beforeAll(async () => {
    itIs(world, '2026-10-12')
    const version = await as(world, asBoard(place), 'agreement.draft', (tx, permit) =>
      draftAgreement(tx, permit, { title: 'Ledenovereenkomst', articles: raised, from: day('2026-10-01'), until: null }),
    )
    await as(world, asBoard(place), 'agreement.propose', (tx, permit) => proposeAgreement(tx, permit, version, [who('Carla'), who('Dirk')]))
    const hash = await as(world, asBoard(place), 'agreement.read', async (tx, permit) => (await versionById(tx, permit, version))?.hash ?? '')
    await as(world, asBoard(place), 'agreement.signFor', (tx, permit) => signForCooperative(tx, permit, version, hash, 'demo'))
    invoices.set('before', await sold(place, who('Dirk'), '2026-10-15', [{ net: 10000 }]))
    invoices.set('Carla', await sold(place, who('Carla'), '2026-10-15', [{ net: 20000 }]))
    itIs(world, '2026-10-16')
    await as(world, asMember(place, who('Dirk')), 'agreement.sign', (tx, permit) => signAgreement(tx, permit, version, hash, 'demo'))
    invoices.set('after', await sold(place, who('Dirk'), '2026-10-16', [{ net: 10000 }]))
    await bankIn(place, '2026-10', [
      { invoice: invoices.get('before') as InvoiceId, gross: 12100, on: '2026-10-20' },
      { invoice: invoices.get('after') as InvoiceId, gross: 12100, on: '2026-10-21' },
      { invoice: invoices.get('Carla') as InvoiceId, gross: 24200, on: '2026-10-22' },
    ])
  })

  test('work of the 15th goes by the old version, work of the 16th by the new one; who did not sign keeps the old', async () => {
    const { splits } = await preview('2026-10')
    expect(splits.filter((split) => split.facts.member === who('Dirk')).map((split) => [split.part, split.shares.lines.map((line) => line.cents)])).toEqual([
      [0, [6000n, 1500n, 2500n]],
      [1, [5500n, 1500n, 3000n]],
    ])
    expect(splits.filter((split) => split.facts.member === who('Carla')).map((split) => split.shares.lines.map((line) => line.cents))).toEqual([
      [12000n, 3000n, 5000n],
    ])
  })

  test('once closed, the books hold both parts and every payment names the article of its own version', async () => {
    const before = (await preview('2026-10')).splits.flatMap((split) => split.rivers)
    await close('2026-11-02', '2026-10')
    expect(await shares('2026-10', 'Dirk')).toEqual([6000n, 1500n, 2500n, 5500n, 1500n, 3000n])
    expect(await balance('2026-10-31')).toMatchObject({ businessBudget: -23500n, developmentBudget: -6000n, cooperativeContribution: -10500n })
    const dirk = asMember(place, who('Dirk'))
    const view = await as(world, dirk, 'split.read', (tx, permit) => riverOf(tx, permit, { month: month('2026-10'), member: who('Dirk') }))
    expect(view).toMatchObject({ result: 20000n, gross: 24200n })
    expect(view?.parts.map((part) => [part.receiver, part.cents])).toHaveLength(6)
    for (const [payment, version] of [
      [view?.payments[0], 1],
      [view?.payments[1], 2],
    ] as const) {
      const html = await (await (await signedIn(world, who('Dirk'))).get(`/geld/ontvangst/${payment?.receipt}`)).text()
      expect(html).toContain(`Artikel 5a, ledenovereenkomst versie ${version}`)
      expect(html).not.toContain(`ledenovereenkomst versie ${3 - version}`)
    }
    const page = await (await (await signedIn(world, who('Dirk'))).get('/geld/2026-10')).text()
    for (const words of ['Artikel 5a, versie 1', 'Artikel 5a, versie 2']) expect(page).toContain(words)
    expect(before.map((river) => river.net)).toHaveLength(3)
  })

  test('a credit note for work of before takes back what the old version gave', async () => {
    itIs(world, '2026-11-05')
    await as(world, asTreasurer(place), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, invoices.get('before') as InvoiceId, 'all'))
    const late = await sold(place, who('Dirk'), '2026-11-06', [{ net: 10000 }])
    await bankIn(place, '2026-11', [{ invoice: late, gross: 12100, on: '2026-11-20' }], 48400)
    const { splits } = await preview('2026-11')
    const own = splits.filter((split) => split.facts.member === who('Dirk'))
    expect(own.flatMap((split) => split.reversals.flatMap((reversal) => reversal.lines.map((line) => line.cents)))).toEqual([-6000n, -1500n, -2500n])
    expect(own.flatMap((split) => split.shares.lines.map((line) => line.cents)).filter((each) => each !== 0n)).toEqual([5500n, 1500n, 3000n])
  })
})

describe('work of days for which nothing was agreed, or not any more', () => {
  test('money for work under a version that ended goes by that version, and does not stop the close', async () => {
    itIs(world, '2026-11-06')
    const version = await as(world, asBoard(place), 'agreement.draft', (tx, permit) =>
      draftAgreement(tx, permit, { title: 'Kort', articles: template('dertig-procent'), from: day('2026-11-01'), until: day('2026-11-30') }),
    )
    await as(world, asBoard(place), 'agreement.propose', (tx, permit) => proposeAgreement(tx, permit, version, [who('Ebo')]))
    const hash = await as(world, asBoard(place), 'agreement.read', async (tx, permit) => (await versionById(tx, permit, version))?.hash ?? '')
    await as(world, asBoard(place), 'agreement.signFor', (tx, permit) => signForCooperative(tx, permit, version, hash, 'demo'))
    await as(world, asMember(place, who('Ebo')), 'agreement.sign', (tx, permit) => signAgreement(tx, permit, version, hash, 'demo'))
    const last = await sold(place, who('Ebo'), '2026-11-30', [{ net: 10000 }])
    await close('2026-12-01', '2026-11')
    const after = await sold(place, who('Ebo'), '2026-12-01', [{ net: 5000 }])
    await bankIn(
      place,
      '2026-12',
      [
        { invoice: last, gross: 12100, on: '2026-12-10' },
        { invoice: after, gross: 6050, on: '2026-12-11' },
      ],
      60500,
    )
    expect(await shares('2026-12', 'Ebo')).toEqual([3000n, 7000n])
  })

  test('money for work that nobody agreed upon waits in sight; the month closes for everybody', async () => {
    itIs(world, '2027-01-02')
    expect((await preview('2026-12')).aside.map((each) => [each.member, each.net])).toEqual([[who('Ebo'), 5000n]])
    const page = await (await signedIn(world, place.treasurer)).get('/maand/2026-12')
    expect(await page.text()).toContain('werk van 1 december 2026')
    await close('2027-01-02', '2026-12')
    expect(await shares('2026-12', 'Ebo')).toEqual([3000n, 7000n])
  })

  test('once somebody signed for that day, it counts in the month that is open', async () => {
    itIs(world, '2027-01-05')
    await signedAgreement(place, [who('Ebo')], template('resultaat-60-15-25'), '2026-12-01')
    expect((await preview('2027-01')).aside).toEqual([])
    expect(await shares('2027-01', 'Ebo')).toEqual([3000n, 750n, 1250n])
    await close('2027-02-01', '2027-01')
    expect(await shares('2027-01', 'Ebo')).toEqual([3000n, 750n, 1250n])
    expect((await preview('2027-02')).splits).toEqual([])
  })
})

describe('a member who leaves', () => {
  let paidLate: InvoiceId

  beforeAll(async () => {
    itIs(world, '2027-02-01')
    const articles = template('resultaat-60-15-25').map((article): Article => {
      if (article.kind === 'exit') return { ...article, lateMoneyTo: 'trainingPool' }
      return article.kind === 'loss' ? { ...article, inTheEnd: 'reserve' } : article
    })
    await signedAgreement(place, [who('Fenna')], articles, '2027-02-01')
    const first = await sold(place, who('Fenna'), '2027-02-03', [{ net: 10000 }])
    paidLate = await sold(place, who('Fenna'), '2027-02-04', [{ net: 6000 }])
    await spent(place, who('Fenna'), '2027-02-05', 18000, 0)
    await bankIn(place, '2027-02', [{ invoice: first, gross: 12100, on: '2027-02-20' }], 78650)
    await close('2027-03-01', '2027-02')
    itIs(world, '2027-03-10')
    await as(world, asBoard(place), 'member.leave', (tx, permit) =>
      leave(tx, permit, who('Fenna'), day('2027-03-16'), { reason: 'ownWish', destination: 'unknown' }),
    )
  })

  test('leaves the open loss to whom the agreement names, by an entry at the close of that month', async () => {
    expect((await lines('2027-02', 'Fenna')).every((line) => line.cents === 0n)).toBe(true)
    itIs(world, '2027-04-01')
    expect((await lines('2027-03', 'Fenna')).filter((line) => line.cents !== 0n).map((line) => [line.receiver, line.cents, line.kind])).toEqual([
      ['reserve', -8000n, 'ending'],
    ])
    await close('2027-04-01', '2027-03')
    expect(await balance('2027-03-31')).toMatchObject({ agreedReserve: 8000n })
    const page = await (await signedIn(world, place.treasurer)).get(`/geld/2027-03?lid=${who('Fenna')}`)
    expect(await page.text()).toContain('Bij het vertrek was er nog €\u00a080,00 verlies')
  })

  test('money that comes later goes where the article on leaving says; pots stand still', async () => {
    await bankIn(place, '2027-04', [{ invoice: paidLate, gross: 7260, on: '2027-04-10' }], 90750)
    expect((await lines('2027-04', 'Fenna')).map((line) => [line.receiver, line.cents])).toEqual([['trainingPool', 6000n]])
    await close('2027-05-01', '2027-04')
    expect(await balance('2027-04-30')).toMatchObject({ trainingPool: -6000n })
    const ask = as(world, asMember(place, who('Fenna')), 'spending.ask', (tx, permit) =>
      askToSpend(tx, permit, { member: who('Fenna'), pot: 'business', cents: 100n as never, what: 'Naald', why: null }),
    )
    await expect(ask).rejects.toThrow('gestopt')
  })

  test('the ledger is sound, and closing what is closed is refused', async () => {
    await expect(close('2027-05-02', '2027-04')).rejects.toMatchObject({ kind: 'conflict' })
    await as(world, asTreasurer(place), 'ledger.verify', seal)
    expect((await as(world, asTreasurer(place), 'ledger.verify', verify)).faults).toEqual([])
  })
})

describe('months in their order', () => {
  let bloom: Village
  let gerda: MemberId
  const at = (of: string) => as(world, asTreasurer(bloom), 'month.see', (tx, permit) => settlementOf(tx, permit, month(of)))

  beforeAll(async () => {
    bloom = await village(world, '2026-09-01')
    gerda = await newMember(bloom, 'Gerda Mulder')
    await signedAgreement(bloom, [gerda], template('resultaat-60-15-25'), '2026-10-01')
    await spent(bloom, gerda, '2026-10-06', 5000, 0)
    const november = await sold(bloom, gerda, '2026-11-05', [{ net: 3000 }])
    const december = await sold(bloom, gerda, '2026-12-05', [{ net: 10000 }])
    await bankIn(bloom, '2026-11', [{ invoice: november, gross: 3630, on: '2026-12-05' }])
    await bankIn(bloom, '2026-12', [{ invoice: december, gross: 12100, on: '2026-12-20' }], 3630)
  })

  test('what is open before a month counts in it, and is said to be provisional', async () => {
    itIs(world, '2027-01-10')
    const december = await at('2026-12')
    expect(december.earlierOpen).toBe('2026-10')
    expect(december.splits[0]?.shares).toMatchObject({ openLossBefore: 5000n, lossCarried: 0n })
    expect(december.splits[0]?.shares.lines.map((line) => line.cents)).toEqual([4800n, 1200n, 2000n])
    const html = await (await (await signedIn(world, gerda)).get('/geld/2026-12')).text()
    expect(html).toContain('oktober 2026 is ook nog open')
  })

  test('a payment of three months back has its river while its month is open', async () => {
    itIs(world, '2027-03-10')
    const receipt = (await at('2026-12')).splits[0]?.facts.payments[0]?.receipt
    const page = await (await signedIn(world, gerda)).get(`/geld/ontvangst/${receipt}`)
    expect(page.status).toBe(200)
    // The own coach may look; a colleague who is no coach of this member finds nothing.
    expect((await (await signedIn(world, bloom.coach)).get(`/geld/ontvangst/${receipt}`)).status).toBe(200)
    const colleague = await somebody(world, bloom.cooperative, 'coach', 'Wouter Mulder')
    expect((await (await signedIn(world, colleague)).get(`/geld/ontvangst/${receipt}`)).status).toBe(404)
    const home = await (await (await signedIn(world, gerda)).get('/geld')).text()
    for (const open of ['2026-10', '2026-11', '2026-12', '2027-01', '2027-02']) expect(home).toContain(`/geld/${open}`)
  })

  test('the first close takes the first month with money or an agreement; a month cannot be skipped', async () => {
    itIs(world, '2027-03-10')
    const take = (of: string) => as(world, asTreasurer(bloom), 'month.close', (tx, permit) => closeMonth(tx, permit, month(of)))
    await expect(take('2026-12')).rejects.toThrow('Sluit eerst de maand ervoor af.')
    expect(await (await (await signedIn(world, bloom.treasurer)).get('/maand')).text()).toContain('/maand/2026-10')
    await take('2026-10')
    await expect(take('2026-12')).rejects.toThrow('Sluit eerst de maand ervoor af.')
    await expect(take('2026-09')).rejects.toThrow('Een latere maand is al dicht.')
    await take('2026-11')
    await take('2026-12')
    expect((await at('2027-01')).earlierOpen).toBeNull()
  })
})
