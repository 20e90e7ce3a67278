import { beforeAll, describe, expect, test } from 'vitest'
import { startOf } from '#kit/day.ts'
import { newId } from '#kit/ids.ts'
import { outbox } from '#kit/mail.ts'
import { asSystem } from '#rooms/access'
import type { InvoiceId } from '#rooms/invoicing'
import { addCustomer, type CustomerFacts, type CustomerId } from '#rooms/organisations'
import { jobs } from '../../src/rooms/invoicing/invoicing.jobs.ts'
import { bakery, cooperative, pay, read, type Soco, sent, treasurer, work, world } from '../invoicing-cast.ts'
import { as, type Browser, itIs, signedIn } from '../world.ts'

let soco: Soco
let office: Browser
let samira: Browser

beforeAll(async () => {
  soco = await cooperative('De Stap', null)
  office = await signedIn(world, soco.treasurer)
  samira = await signedIn(world, soco.samira)
})

const customer = (facts: Partial<CustomerFacts>): Promise<CustomerId> =>
  as(world, treasurer(soco), 'customer.edit', (tx, permit) => addCustomer(tx, permit, { ...bakery, ...facts }))
const text = async (at: Browser, path: string) => (await (await at.get(path)).text()).replaceAll('\u00a0', ' ')
const mailsAbout = async (id: InvoiceId) => {
  const { number } = await read(soco, id)
  const mails = await asSystem(world.world, soco.id, 'invoice.mail', (tx) => outbox(tx, 200))
  return mails.filter((mail) => mail.subject.includes(number) && !mail.subject.startsWith('Factuur'))
}
const invoiceFor = async (facts: Partial<CustomerFacts> = {}) => {
  itIs(world, '2026-10-06')
  return sent(soco, [work(100_00)], { customer: await customer(facts) })
}
const batch = (...invoices: InvoiceId[]) => office.post('/facturen/herinneren', { invoices })

describe('reminding in steps', () => {
  test('a chosen batch goes once, in the language of the customer, with how to pay and a link', async () => {
    const [dutch, english] = [await invoiceFor(), await invoiceFor({ name: 'Corner Shop', language: 'en' })]
    itIs(world, '2026-10-26') // due 20 October, a week later is the 27th
    expect(await text(office, '/facturen/herinneren')).toContain('Vandaag hoef je niemand te herinneren.')
    itIs(world, '2026-10-27')
    expect(await text(office, '/facturen/herinneren')).toContain('Eerste herinnering · 7 dagen te laat')
    expect(await text(office, '/penningmeester')).toContain('Vandaag te herinneren: 2')
    const nobody = await batch()
    expect([nobody.status, await nobody.text()]).toEqual([422, expect.stringContaining('Vink aan wie een herinnering krijgt.')])
    expect((await batch(dutch, english)).status).toBe(303)
    expect((await batch(dutch, english)).status).toBe(303)
    await world.runJobs()
    await world.runJobs()
    const [[one, ...more], [two]] = [await mailsAbout(dutch), await mailsAbout(english)]
    expect([one?.subject.slice(0, 20), more, two?.subject.slice(0, 17)]).toEqual(['Herinnering: factuur', [], 'Reminder: invoice'])
    expect(one?.text).toMatch(/NL91 ABNA 0417 1643 00[\s\S]*http:\/\/localhost\/rekening\//)
    expect(two?.text).toContain('How to pay')
    expect(await text(office, `/facturen/${dutch}`)).toContain('Hierna: tweede herinnering, vanaf 3 november 2026.')
  })

  test('the second, a call with words, and a last letter that gives fourteen days; then a proposal', async () => {
    const id = await invoiceFor({ kind: 'person', name: 'Mevrouw De Wit', kvk: null })
    const step = (words = '') => office.post(`/facturen/${id}/herinnering`, { words })
    itIs(world, '2026-10-27')
    await step()
    await world.runJobs()
    itIs(world, '2026-11-03')
    expect((await step()).status).toBe(303)
    await world.runJobs()
    expect((await step()).status).toBe(409)
    itIs(world, '2026-11-17')
    expect((await step()).status).toBe(422)
    expect(await text(office, '/facturen/herinneren')).toContain('Bel deze klanten')
    await batch(id)
    expect((await step('Betaalt vrijdag')).status).toBe(303)
    itIs(world, '2026-12-01')
    await office.post('/facturen/herinneren/stappen', { friendly: '7', second: '14', call: '28', last: '42', writeOff: '70', costs: '40' })
    expect((await step()).status).toBe(303)
    await world.runJobs()
    const mails = await mailsAbout(id)
    expect(mails.map((mail) => mail.subject.split(':')[0]).sort()).toEqual(['Herinnering', 'Laatste herinnering', 'Tweede herinnering'])
    const last = mails.find((mail) => mail.subject.startsWith('Laatste'))?.text.replaceAll('\u00a0', ' ') ?? ''
    expect(last).toContain('Die veertien dagen beginnen op de dag nadat u dit bericht krijgt.')
    expect(last).toContain('Dan komt er € 40,00 aan kosten bij.')
    const page = await text(office, `/facturen/${id}`)
    for (const words of ['Betaalt vrijdag', 'met € 40,00 kosten genoemd', 'Hierna: voorstellen om af te boeken, vanaf 29 december 2026.'])
      expect(page).toContain(words)
    itIs(world, '2026-12-29')
    expect((await step()).status).toBe(422)
    expect(await text(office, '/facturen/herinneren')).toContain(`/facturen/${id}/afboeking`)
    await office.post('/facturen/herinneren/stappen', { friendly: '7', second: '14', call: '28', last: '42', writeOff: '70', costs: '' })
  })

  test('a day with calls alone says that no letter goes, and what there is to do', async () => {
    const caller = await cooperative('De Beller', null)
    itIs(world, '2026-10-06')
    await sent(caller, [work(100_00)])
    const at = await signedIn(world, caller.treasurer)
    expect((await at.post('/facturen/herinneren/stappen', { friendly: '', second: '', call: '7', last: '', writeOff: '', costs: '' })).status).toBe(303)
    itIs(world, '2026-10-27')
    expect(await text(at, '/facturen/herinneren')).toMatch(/Vandaag gaat er geen bericht weg\.[\s\S]*Bel deze klanten/)
  })

  test('a member asks to wait; the treasurer pauses and goes on; paid or asked about stops it', async () => {
    const id = await invoiceFor()
    itIs(world, '2026-10-27')
    const pause = (at: Browser, until: string, why = 'parts') => at.post(`/facturen/${id}/rust`, { why, words: 'Komt volgende week', until })
    expect((await pause(samira, '2026-12-27')).status).toBe(422)
    expect((await pause(samira, '2026-11-05')).status).toBe(303)
    expect((await pause(office, '2026-11-09')).status).toBe(409)
    expect(await text(office, '/facturen/herinneren')).toContain('Het lid vraagt om te wachten')
    expect((await office.post(`/facturen/${id}/herinnering`)).status).toBe(422)
    await batch(id)
    expect(await mailsAbout(id)).toEqual([])
    expect((await samira.post(`/facturen/${id}/rust/einde`)).status).toBe(303)
    expect((await pause(office, '')).status).toBe(303)
    expect((await samira.post(`/facturen/${id}/rust/einde`)).status).toBe(403)
    expect((await office.post(`/facturen/${id}/rust/einde`)).status).toBe(303)
    await pay(soco, id, 121_00, '2026-10-27')
    expect((await office.post(`/facturen/${id}/herinnering`)).status).toBe(409)
    const stranger = await cooperative('De Andere Stap', null)
    expect((await (await signedIn(world, stranger.treasurer)).post(`/facturen/${id}/rust`, { why: 'other', words: 'x', until: '' })).status).toBe(404)
  })

  test('nothing goes by itself until the treasurer says so; then the friendly ones only, at daytime, once', async () => {
    const [mail, paper] = [await invoiceFor(), await invoiceFor({ email: null, name: 'Zonder Mail' })]
    const hourly = async (hour: number) => {
      world.clock.set(startOf(itIs(world, '2026-10-28')).add({ hours: hour }))
      await jobs['invoice.remind'](world.world, { id: newId(), job: 'invoice.remind', organisation: soco.id, facts: {} })
      await world.runJobs()
      return (await mailsAbout(mail)).length
    }
    expect(await hourly(10)).toBe(0)
    const scheme = { friendly: '7', second: '14', call: '28', last: '42', writeOff: '70', costs: '' }
    expect((await office.post('/facturen/herinneren/stappen', { ...scheme, second: '7' })).status).toBe(422)
    expect((await office.post('/facturen/herinneren/stappen', { ...scheme, automatic: 'ja' })).status).toBe(303)
    expect(await hourly(3)).toBe(0)
    expect(await hourly(11)).toBe(1)
    expect(await hourly(12)).toBe(1)
    expect(await mailsAbout(paper)).toEqual([])
    expect(await text(office, '/facturen/herinneren')).toContain('Zonder Mail')
    expect(await text(office, `/facturen/${mail}`)).toContain('vanzelf')
  })
})
