import { beforeAll, expect, test } from 'vitest'
import { itIs, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-20')
})

const ADDRESS = '/voor-gemeenten/rekenhulp'
const get = async (query = '') => {
  const answer = await world.app.request(`http://localhost${ADDRESS}${query}`)
  return { status: answer.status, html: (await answer.text()).replaceAll('\u00a0', ' ') }
}

/** A figure stands in an element of its own, so that it never breaks. */
const words = (html: string) => html.replaceAll(/<\/?span[^>]*>/g, '')

test('anybody reads a range with the source of every figure, and what nobody measured says so', async () => {
  const { status, html } = await get()
  expect(status).toBe(200)
  // 20 people over five years: € 300.000 to € 600.000 of costs against 10% to 25% who leave.
  for (const each of ['Dit is geen belofte', 'Berenschot 2018', 'sinds 2017', 'Gemeten', 'Aanname', '17.033,52', 'Divosa', 'Participatiewet art. 21'])
    expect(html).toContain(each)
  expect(words(html)).toMatch(/Tussen −€ 570\.200 en −€ 75\.900 over 5 jaar/)
})

test('own figures are reckoned with, marked as own, and kept in the address alone', async () => {
  const { html } = await get(
    '?deelnemers=10&jaren=4&uitkering-van=10000&uitkering-tot=10000&uitvoering-van=2000&uitvoering-tot=2000&uitstroom-van=50&uitstroom-tot=50&vanzelf-van=10&vanzelf-tot=10&blijft-van=75&blijft-tot=75&deel-van=100&deel-tot=100&kosten-van=3000&kosten-tot=3000&begin-van=5000&begin-tot=5000',
  )
  expect(words(html)).toContain('Tussen −€ 49.000 en −€ 49.000 over 4 jaar')
  expect(html).toContain('blijven 3 van de 10 mensen uit de uitkering')
  expect(html).toContain('De kosten komen terug als 6 mensen eruit blijven.')
  expect(html).toContain('Eigen cijfer')
  expect(html).toContain('/voor-gemeenten/rekenhulp/pdf?deelnemers=10')
})

test('what cannot be is said at its field and nothing that was typed is lost', async () => {
  const { status, html } = await get('?deelnemers=0&kosten-van=900&kosten-tot=100&uitstroom-tot=140&zorg-van=veel')
  expect(status).toBe(422)
  expect(html).toMatch(/name="zorg-van"[^>]*value="veel"/)
  const other = await get('?deelnemers=0&kosten-van=900&kosten-tot=100&uitstroom-tot=140')
  for (const each of ['Vul een getal in van 1 tot en met 5.000.', 'De bovenkant is lager dan de onderkant.', 'Een deel is hoogstens 100%.'])
    expect(other.html).toContain(each)
  expect(other.html).toMatch(/name="kosten-tot"[^>]*value="100"/)
})

test('comes on two pages of paper that everybody can read, in the language of the reader', async () => {
  const answer = await world.app.request(`http://localhost${ADDRESS}/pdf?taal=en&deelnemers=12`)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2)
})

test('has an address of its own in English, a card for who passes it on, and a line in the list of pages', async () => {
  const english = await (await world.app.request(`http://localhost/en${ADDRESS}`)).text()
  expect(english).toContain('<html lang="en"')
  expect(english).toContain(`action="/en${ADDRESS}"`)
  expect(english).toContain(`<link rel="canonical" href="http://localhost/en${ADDRESS}"`)
  expect((await get()).html).toMatch(/<meta property="og:description" content="[^"]+"/)
  const before = await world.app.request(`http://localhost${ADDRESS}?taal=en&deelnemers=12`)
  expect([before.status, before.headers.get('location')]).toEqual([301, `/en${ADDRESS}?deelnemers=12`])
  expect(await (await world.app.request('http://localhost/sitemap.xml')).text()).toContain(`<loc>http://localhost/en${ADDRESS}</loc>`)
})

test('waits for an own figure on a day of which nobody knows the norm', async () => {
  itIs(world, '2039-01-05')
  const { status, html } = await get()
  expect([status, html.includes('Hoe hoog de bijstand nu is, staat er nog niet.'), html.includes('id="uitkomst"')]).toEqual([200, true, false])
  expect((await get('?uitkering-van=18000&uitkering-tot=18000')).html).toContain('id="uitkomst"')
  itIs(world, '2026-11-20')
})
