import { beforeAll, describe, expect, test } from 'vitest'
import { addCustomer, type CustomerFacts, customersOf } from '#rooms/organisations'
import { ask, asMember, bakery, cooperative, type Soco, sent, treasurer, work, world } from '../invoicing-cast.ts'
import { as, type Browser, itIs, signedIn } from '../world.ts'

let of: Soco
let samira: Browser
let ans: Browser

beforeAll(async () => {
  of = await cooperative('De Herhaling', null)
  itIs(world, '2026-10-06')
  ;[samira, ans] = [await signedIn(world, of.samira), await signedIn(world, of.treasurer)]
})

const text = async (at: Browser, path: string) => (await (await at.get(path)).text()).replaceAll('\u00a0', ' ')
const answers = { what: 'Lunch', price: '121,00', vat: 'standard', performedOn: '2026-10-06' }

describe('who the invoice is for', () => {
  test('a missing customer is said at its field, together with everything else that is wrong', async () => {
    const bare = await (await samira.post('/facturen', { ...answers, price: 'veel' })).text()
    expect(bare).toContain('Kies een klant, of vul de naam van een nieuwe klant in.')
    expect(bare).toContain('Dit is geen bedrag.')
    expect(bare).toContain('id="v-newName-fout"')
    await ask(of, [work(100_00)])
    const chosen = await samira.post('/facturen', { ...answers, customer: '', price: 'veel' })
    expect(chosen.status).toBe(422)
    const page = await chosen.text()
    expect(page).toContain('id="v-customer-fout"')
    expect(page).toContain('href="#v-customer"')
    expect(page).toContain('Dit is geen bedrag.')
  })

  test('customers of the last times stand on top, the latest first', async () => {
    const member = asMember(of.samira, of)
    const add = (name: string) => as(world, member, 'invoice.request', (tx, permit) => addCustomer(tx, permit, { ...bakery, member: of.samira, name }))
    const [aap, noot] = [await add('Aap'), await add('Noot')]
    itIs(world, '2026-10-07')
    await ask(of, [work(100_00)], { customer: noot })
    const options = [...(await text(samira, '/facturen/nieuw')).matchAll(/<optgroup label="([^"]+)"|<option value="[^"]+">([^<]+)/g)].map(
      (found) => found[1] ?? found[2],
    )
    expect(options.slice(0, 6)).toEqual(['Laatst gebruikt', 'Noot', 'Bakkerij De Korst', 'Andere klanten', 'Aap', 'België'])
    expect(aap).toBeTruthy()
  })

  test('a new customer lives in the Netherlands until somebody says otherwise, and a wrong number is said at its own field', async () => {
    const typed = { ...answers, customer: '', newKind: 'organisation', newName: 'Boulangerie', newPostCode: '1000', newVatId: 'BE12' }
    const wrong = await samira.post('/facturen', { ...typed, newCountry: 'BE' })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain('id="v-newVatId-fout"')
    expect(page).toMatch(/<option value="BE" selected/)
    expect((await samira.post('/facturen', { ...typed, newCountry: 'BE', newVatId: 'BE 0123.456.749' })).status).toBe(303)
    expect((await samira.post('/facturen', { ...typed, newName: 'Jan', newVatId: '', newPostCode: '1234 AB' })).status).toBe(303)
    expect((await samira.post('/facturen', { ...typed, newName: 'Piet', newVatId: '', newPostCode: '1000' })).status).toBe(422)
    const all = await as(world, treasurer(of), 'customer.read', customersOf)
    const known = (name: string): Partial<CustomerFacts> | undefined => all.find((each) => each.name === name)
    expect(known('Boulangerie')).toMatchObject({ country: 'BE', vatId: 'BE0123456749', postCode: '1000' })
    expect(known('Jan')).toMatchObject({ country: 'NL', vatId: null })
    expect(known('Piet')).toBeUndefined()
  })
})

describe('the same as last time', () => {
  test('fills in customer, lines and VAT of what was sent last, with the day of today, and is asked like any other', async () => {
    itIs(world, '2026-10-08')
    const bread = { ...work(2_50, 'reduced', 'Brood'), quantity: 2500n, unit: 'kilo' as const }
    await sent(of, [bread, work(10_00, 'standard', 'Bezorgen'), { ...work(1_00, 'reduced', 'Korting'), quantity: -1000n }])
    itIs(world, '2026-10-20')
    expect(await text(samira, '/facturen/nieuw')).toContain('href="/facturen/nieuw?zelfde=ja"')
    const page = await text(samira, '/facturen/nieuw?zelfde=ja')
    for (const value of ['Brood', '2,50', '2,5', '2026-10-20', 'Bezorgen', '10,00', 'Korting', '-1,00']) expect(page).toContain(`value="${value}"`)
    expect(page).toMatch(new RegExp(`<option value="${of.customer}" selected`))
    expect(page).toMatch(/name="vat" value="reduced"[^>]*checked|checked[^>]*name="vat" value="reduced"/)
    const form = {
      customer: of.customer,
      what: 'Brood',
      price: '2,50',
      vat: 'reduced',
      quantity: '2,5',
      unit: 'kilo',
      basis: 'without',
      performedOn: '2026-10-20',
      what2: 'Bezorgen',
      price2: '10,00',
      vat2: 'standard',
      what3: 'Korting',
      price3: '-1,00',
      vat3: 'reduced',
    }
    const wrong = await samira.post('/facturen', { ...form, price3: 'x' })
    expect([wrong.status, (await wrong.text()).includes('value="Korting"')]).toEqual([422, true])
    const answer = await samira.post('/facturen', form)
    expect(answer.status).toBe(303)
    const draft = await text(ans, answer.headers.get('location') ?? '')
    for (const words of ['Brood', 'Bezorgen', '−€ 1,00', '20 oktober 2026']) expect(draft).toContain(words)
  })

  test('is offered to the office once the member is chosen, and to nobody who asked for nothing yet', async () => {
    expect(await text(ans, '/facturen/nieuw')).not.toContain('zelfde=ja')
    expect(await text(ans, `/facturen/nieuw?lid=${of.samira}`)).toContain(`/facturen/nieuw?zelfde=ja&amp;lid=${of.samira}`)
    expect(await text(ans, `/facturen/nieuw?zelfde=ja&lid=${of.samira}`)).toContain('value="Brood"')
    const other = await cooperative('De Eerste Keer', null)
    const page = await text(await signedIn(world, other.samira), '/facturen/nieuw?zelfde=ja')
    expect(page).not.toContain('Zelfde als vorige keer')
    expect(page).not.toContain('Brood')
    expect(await text(await signedIn(world, other.treasurer), `/facturen/nieuw?zelfde=ja&lid=${of.samira}`)).not.toContain('Brood')
  })
})
