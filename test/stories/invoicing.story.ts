import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { PersonId } from '#rooms/access'
import { dividableMoney, requestInvoice, reviseDraft, sendInvoice, trustMember } from '#rooms/invoicing'
import { addCustomer } from '#rooms/organisations'
import { ask, asMember, bakery, cooperative, member, open, posting, read, request, type Soco, send, sent, treasurer, work, world } from '../invoicing-cast.ts'
import { as, itIs, signedIn } from '../world.ts'

let soco: Soco

beforeAll(async () => {
  soco = await cooperative('De Vrije Hand', null)
})

describe('from request to invoice', () => {
  test('a member asks, the treasurer sends; the cooperative is the seller and the trade name is shown', async () => {
    itIs(world, '2026-10-06')
    const id = await as(world, asMember(soco.samira, soco), 'invoice.request', (tx, permit) =>
      requestInvoice(tx, permit, { ...request(soco, [work(150_00)]), customer: soco.customer }),
    ).catch((error) => error)
    // The bakery is a customer of the cooperative, out of this member's reach.
    expect(id).toMatchObject({ kind: 'missing' })
    const own = await as(world, asMember(soco.samira, soco), 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, member: soco.samira }))
    const asked = await as(world, asMember(soco.samira, soco), 'invoice.request', (tx, permit) =>
      requestInvoice(tx, permit, { ...request(soco, [work(150_00)]), customer: own }),
    )
    await send(soco, asked)
    const invoice = await read(soco, asked)
    expect(invoice.number).toBe('2026-0001')
    expect(invoice.document).toMatchObject({
      tradeName: 'Samira kookt',
      seller: { name: 'Coöperatie De Vrije Hand U.A.' },
      buyer: { name: 'Bakkerij De Korst' },
      dueOn: '2026-10-20',
    })
    expect(await posting(soco, { kind: 'invoice', id: asked })).toEqual(['debtors | turnover | 15000', 'debtors | vatPayable | 3150'])
  })

  test('a customer of somebody else, chosen by the coach or the treasurer, is seen by the member of the invoice and changed by its owner only', async () => {
    const other = await cooperative('De Buren', null)
    const yonas = await member(other, 'Yonas', 'none')
    itIs(world, '2026-10-06')
    const add = (owner: PersonId) =>
      as(world, asMember(owner, other), 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, name: 'Buurvrouw', member: owner }))
    const [hers, his] = [await add(other.samira), await add(yonas)]
    const coach = { person: other.coach, organisation: other.id, role: 'coach' as const }
    const page = await signedIn(world, other.samira)
    expect((await page.get(`/klanten/${his}`)).status).toBe(404)
    const id = await as(world, coach, 'invoice.request', (tx, permit) => requestInvoice(tx, permit, { ...request(other, [work(10_00)]), customer: his }))
    for (const path of [`/facturen/${id}`, `/facturen/${id}/aanpassen`, '/facturen?toon=drafts', `/klanten/${his}`]) {
      const answer = await page.get(path)
      expect([path, answer.status, (await answer.text()).includes('Buurvrouw')]).toEqual([path, 200, true])
    }
    const change = (customer: string, who = page) => who.post(`/klanten/${customer}`, { kind: 'organisation', name: 'Anders', kvk: '90005678' })
    expect([(await change(his)).status, (await change(hers)).status]).toEqual([404, 303])
    // It is shared one way: what is hers stays hers.
    expect((await (await signedIn(world, yonas)).get(`/klanten/${hers}`)).status).toBe(404)
    // And it can be chosen again.
    await as(world, asMember(other.samira, other), 'invoice.request', (tx, permit) =>
      requestInvoice(tx, permit, { ...request(other, [work(10_00)]), customer: his }),
    )
  })

  test('a member sends only with trust, and never for another', async () => {
    const own = await as(world, asMember(soco.samira, soco), 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, member: soco.samira }))
    const id = await as(world, asMember(soco.samira, soco), 'invoice.request', (tx, permit) =>
      requestInvoice(tx, permit, { ...request(soco, [work(10_00)]), customer: own }),
    )
    const trySend = (who: PersonId) => as(world, asMember(who, soco), 'invoice.send', (tx, permit) => sendInvoice(tx, permit, id))
    await expect(trySend(soco.samira)).rejects.toMatchObject({ kind: 'forbidden' })
    await as(world, treasurer(soco), 'invoice.trust', (tx, permit) => trustMember(tx, permit, soco.samira, true))
    const yonas = await member(soco, 'Yonas', 'none')
    itIs(world, '2026-10-06')
    await expect(trySend(yonas)).rejects.toMatchObject({ kind: 'missing' })
    await trySend(soco.samira)
    await expect(trySend(soco.samira)).rejects.toMatchObject({ kind: 'missing' })
  })

  test('work of a day that must still come, nothing, and less than nothing are refused', async () => {
    await expect(ask(soco, [work(100)], { performedOn: day('2026-10-07') })).rejects.toMatchObject({ field: 'performedOn' })
    await expect(ask(soco, [])).rejects.toMatchObject({ kind: 'rule' })
    await expect(ask(soco, [{ ...work(100), quantity: -1000n }])).rejects.toMatchObject({ kind: 'rule' })
  })

  test('without a complete address or a VAT id for reverse charge nothing is sent', async () => {
    const nowhere = await as(world, treasurer(soco), 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, street: null, name: 'Jan' }))
    await expect(send(soco, await ask(soco, [work(100)], { customer: nowhere }))).rejects.toMatchObject({
      sentence: { what: 'Het adres van Jan is niet compleet.' },
    })
    await expect(send(soco, await ask(soco, [work(100, 'reverse-charge')]))).rejects.toMatchObject({ field: 'customer' })
  })

  test('a revised draft is what is sent, and month close sees what was not sent', async () => {
    itIs(world, '2026-10-07')
    const unsent = async (until: string) =>
      (await as(world, treasurer(soco), 'month.see', (tx, permit) => dividableMoney(tx, permit, day('2026-10-01'), day('2026-10-31'), [], day(until)))).unsent
    const before = [await unsent('2026-10-04'), await unsent('2026-10-05')]
    const id = await ask(soco, [work(100)])
    expect([await unsent('2026-10-04'), await unsent('2026-10-05')]).toEqual([before[0], (before[1] ?? 0) + 1])
    await as(world, treasurer(soco), 'invoice.request', (tx, permit) => reviseDraft(tx, permit, id, request(soco, [work(200_00, 'reduced'), work(50_00)])))
    await send(soco, id)
    expect(await read(soco, id)).toMatchObject({ net: 250_00n, vat: 28_50n, payable: 278_50n })
  })
})

describe('numbers', () => {
  test('sixteen at once give sixteen numbers without a gap', async () => {
    const other = await cooperative('De Reeks', null)
    itIs(world, '2026-10-08')
    const ids = await Promise.all(Array.from({ length: 16 }, (_, n) => ask(other, [work(100 + n)])))
    const results = await Promise.allSettled([...ids, ...ids].map((id) => send(other, id)))
    expect(results.filter((result) => result.status === 'fulfilled').length).toBe(16)
    const numbers = (await open(other)).map((invoice) => invoice.number).sort()
    expect(numbers).toEqual(Array.from({ length: 16 }, (_, n) => `2026-${String(n + 1).padStart(4, '0')}`))
  })

  test('a refused invoice leaves no gap, a year begins again at one, and no number is older than the one before', async () => {
    const other = await cooperative('De Jaarwissel', null)
    itIs(world, '2026-12-30')
    await sent(other, [work(100)])
    await expect(send(other, await ask(other, [work(100, 'reverse-charge')]))).rejects.toThrow()
    itIs(world, '2026-12-31')
    const second = await sent(other, [work(100)])
    itIs(world, '2026-12-29')
    await expect(sent(other, [work(100)])).rejects.toMatchObject({ kind: 'conflict' })
    itIs(world, '2027-01-02')
    const third = await sent(other, [work(100)])
    expect([(await read(other, second)).number, (await read(other, third)).number]).toEqual(['2026-0002', '2027-0001'])
  })

  test('what was sent never changes, not even for the owner of the tables', async () => {
    await expect(world.world.database.pool.query("update invoicing.invoice set note = 'x'")).rejects.toThrow()
    await expect(world.world.database.pool.query('delete from invoicing.invoice')).rejects.toThrow('only ever added to')
  })
})
