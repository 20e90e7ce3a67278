import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OrganisationId, PersonId } from '#rooms/access'
import { keepListing } from '#rooms/network'
import { pdfText } from '../pdf-text.ts'
import { type Village, village } from '../village.ts'
import { as, browser, found, itIs, ownWorld, signedIn, somebody, type TestWorld } from '../world.ts'

/** Flyers that anybody takes along, with the name of whoever hands them out. */
let world: TestWorld
let end = async () => {}
let at: Village
let network: OrganisationId
let hilde: PersonId

beforeAll(async () => {
  const own = await ownWorld('flyers')
  world = own.world
  end = own.end
  at = await village(world, '2026-11-02')
  itIs(world, '2026-11-02')
  network = await found(world, 'network', 'Het Landelijk Netwerk')
  hilde = await somebody(world, network, 'network', 'Hilde Deelt Uit')
  await as(world, { person: at.board, organisation: at.cooperative, role: 'board' }, 'listing.keep', (tx, permit) =>
    keepListing(tx, permit, {
      progress: 'active',
      place: 'Wilgendam',
      town: 'Wilgendam',
      crafts: ['textile', 'garden'],
      about: 'Wij naaien.',
      email: 'post@bloesem.example',
      phone: '010 123 45 67',
      website: 'https://bloesem.example',
      shown: true,
    }),
  )
}, 120_000)

afterAll(() => end())

const html = async (path: string) => (await browser(world).get(path)).text()
const paper = async (path: string) => {
  const answer = await browser(world).get(path)
  return { answer, ...pdfText(Buffer.from(await answer.arrayBuffer())) }
}
/** Lines of a paper break where there is room. */
const flat = (text: string) => text.replace(/\s+/g, '')
const TITLES = {
  nl: {
    'voor-gemeenten': 'Inwoners met een uitkering bouwen een eigen bedrijf op',
    'voor-leden': 'Ondernemen met wat jij goed kunt',
    'voor-klanten': 'Vakwerk van een maker in de buurt',
  },
  en: {
    'voor-gemeenten': 'Residents on a benefit build a business of their own',
    'voor-leden': 'A business with what you are good at',
    'voor-klanten': 'Good work by a maker near you',
  },
} as const
const counted = async () =>
  (await world.world.database.pool.query('select flyer, on_day::text as on_day, times from network.flyer_download order by on_day, flyer')).rows

describe('a flyer', () => {
  test('on the screen names the network until somebody is chosen, and leaves out what nobody told', async () => {
    const list = await html('/flyers')
    expect(list).toContain('Op de flyers staat nu: Het Landelijk Netwerk.')
    expect(list).toContain(`<option value="${at.cooperative}">De Bloesem</option>`)
    const page = await html('/flyers/voor-leden')
    for (const words of ['Ondernemen met wat jij goed kunt', 'Het Landelijk Netwerk', 'localhost/iets-voor-mij']) expect(page).toContain(words)
    for (const words of ['>Telefoon<', '>Plaats<', 'null', 'undefined']) expect(page).not.toContain(words)
    const own = await html(`/flyers/voor-leden?van=${at.cooperative}`)
    for (const words of ['De Bloesem', 'Wilgendam', 'post@bloesem.example', '010 123 45 67', `localhost/cooperaties/${at.cooperative}`])
      expect(own).toContain(words)
  })

  test.each(
    (['nl', 'en'] as const).flatMap((language) =>
      (['voor-gemeenten', 'voor-leden', 'voor-klanten'] as const).flatMap((flyer) => (['a4', 'a5'] as const).map((sheet) => [language, flyer, sheet] as const)),
    ),
  )('in %s, %s, is one sheet %s that everybody can read, with the contact of a cooperative and nothing left to fill in', async (language, flyer, sheet) => {
    const { answer, text, unknown, plain } = await paper(`${language === 'en' ? '/en' : ''}/flyers/${flyer}/pdf?maat=${sheet}&van=${at.cooperative}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const title = TITLES[language][flyer]
    for (const said of [title, 'De Bloesem', 'Wilgendam', 'post@bloesem.example', '010 123 45 67', 'bloesem.example', `/cooperaties/${at.cooperative}`])
      expect(flat(text)).toContain(flat(said))
    expect(text).not.toMatch(/[{}]|undefined|null|\[object/)
    expect(unknown).toBe(0)
    expect(flat(text).includes(language === 'en' ? 'clothesandfabric' : 'kledingenstof')).toBe(flyer === 'voor-klanten')
    for (const mark of ['<pdfuaid:part>1</pdfuaid:part>', `>${title}</rdf:li>`, `/Lang (${language}-NL)`]) expect(plain).toContain(mark)
    expect(plain.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
    // In points: A4 is 595 × 842, A5 is 420 × 595.
    expect(/\/MediaBox \[0 0 (\d+)[\d.]* (\d+)/.exec(plain)?.slice(1)).toEqual(sheet === 'a4' ? ['595', '841'] : ['419', '595'])
  })

  test('counts what stands in public, and nothing of members', async () => {
    expect(await html('/flyers/voor-gemeenten')).toContain('In de landelijke lijst staat één coöperatie.')
    expect(await html(`/en/flyers/voor-gemeenten?van=${at.municipality}`)).toContain('There is one cooperative in the national list.')
    // Nothing is shown in the catalogue and nothing was told of the country: then there is no line.
    expect(await html(`/flyers/voor-klanten?van=${at.cooperative}`)).not.toContain('in het aanbod.')
    expect(await html('/flyers/voor-leden')).not.toContain('telden ongeveer')
  })

  test('of a municipality has its name and the address of its department, and of somebody who shows nothing there is none', async () => {
    const { text } = await paper(`/flyers/voor-gemeenten/pdf?van=${at.municipality}`)
    expect(flat(text)).toContain(flat('werk@wilgendam.example'))
    const hidden = await village(world, '2026-11-02')
    for (const path of [
      `/flyers?van=${hidden.cooperative}`,
      `/flyers/voor-leden/pdf?van=${hidden.cooperative}`,
      '/flyers/voor-niemand',
      '/flyers/voor-niemand/pdf',
    ])
      expect((await browser(world).get(path)).status, path).toBe(404)
  })
})

test('is counted by flyer and day with nothing about who took it, and only the network reads how often', async () => {
  await world.world.database.pool.query('delete from network.flyer_download')
  itIs(world, '2026-11-03')
  await Promise.all(Array.from({ length: 3 }, () => paper('/flyers/voor-klanten/pdf')))
  await html('/flyers/voor-klanten')
  itIs(world, '2026-12-15')
  await paper('/en/flyers/voor-klanten/pdf?maat=a5')
  expect(await counted()).toEqual([
    { flyer: 'voor-klanten', on_day: '2026-11-03', times: 3 },
    { flyer: 'voor-klanten', on_day: '2026-12-15', times: 1 },
  ])
  const page = await (await (await signedIn(world, hilde)).get('/netwerk/flyers')).text()
  expect(flat(page.replace(/<[^>]+>/g, '|')).replace(/\|+/g, '|')).toContain('|Voorklanten|1|4|')
  expect((await (await signedIn(world, at.board)).get('/netwerk/flyers')).status).toBe(403)
})

test('may be taken often from one place, but not without end', async () => {
  itIs(world, '2026-12-20')
  const answers: number[] = []
  for (let nr = 0; nr < 401; nr++) answers.push((await browser(world).get('/flyers/voor-leden/pdf?van=nobody')).status)
  expect([answers[399], answers[400]]).toEqual([404, 429])
})
