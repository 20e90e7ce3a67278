import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, test } from 'vitest'
import type { OrganisationId, PersonId } from '#rooms/access'
import { keepListing } from '#rooms/network'
import { SECRET_PLACES } from '../../src/rooms/network/machines/machines.rules.ts'
import { mountedRoutes } from '../routes.ts'
import { type Village, village } from '../village.ts'
import { as, browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** The public list: each cooperative keeps its own entry, visitors find one, the network sees which are old. */
let world: TestWorld
let at: Village
let board: PersonId

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-01-05')
  board = await somebody(world, at.cooperative, 'board', 'Wil Bestuurt')
}, 120_000)

const ENTRY = {
  progress: 'active',
  place: 'wilgendam',
  town: 'Wilgendam',
  crafts: ['textile', 'food'],
  about: 'Wij naaien en koken <b>.',
  email: 'post@coop.example',
  phone: '010 123 45 67',
  website: 'https://coop.example',
  shown: 'ja',
} as const

const html = async (path: string) => (await browser(world).get(path)).text()
const isListed = async (query = '', id: OrganisationId = at.cooperative) => (await html(`/cooperaties${query}`)).includes(`/cooperaties/${id}"`)

describe('an entry in the public list', () => {
  test('is not there before the board keeps one', async () => {
    expect(await isListed()).toBe(false)
    expect((await browser(world).get(`/cooperaties/${at.cooperative}`)).status).toBe(404)
  })

  test('is kept by the board, checked that day, and read by anybody in both languages', async () => {
    itIs(world, '2026-01-12')
    const keeping = await signedIn(world, board)
    expect((await keeping.post('/vermelding', ENTRY)).headers.get('location')).toBe('/vermelding')
    expect(await isListed()).toBe(true)
    const page = await html(`/cooperaties/${at.cooperative}`)
    expect(page).toContain('Nagekeken door de coöperatie op 12 januari 2026')
    expect(page).toContain('Kleding en stof, Eten en drinken')
    expect(page).toContain('Wij naaien en koken &lt;b>.')
    expect(page).not.toContain('<b>.')
    expect(await html(`/en/cooperaties/${at.cooperative}`)).toContain('Clothes and fabric, Food and drink')
  })

  test('that is hidden, or of who stopped, is in no list in which a stranger chooses; its own link still works', async () => {
    const keeping = await signedIn(world, board)
    const lists = ['/aanmelden', '/iets-voor-mij?a=bsjn', '/verwijzen']
    const standsIn = async () => Promise.all(lists.map(async (path) => (await html(path)).includes(`value="${at.cooperative}"`)))
    expect(await standsIn()).toEqual([true, true, true])
    for (const change of [{ shown: 'nee' }, { progress: 'stopped' }]) {
      await keeping.post('/vermelding', { ...ENTRY, ...change })
      expect(await standsIn(), JSON.stringify(change)).toEqual([false, false, false])
      expect(await html(`/aanmelden?bij=${at.cooperative}`)).toContain(`value="${at.cooperative}"`)
    }
    await keeping.post('/vermelding', ENTRY)
    expect(await standsIn()).toEqual([true, true, true])
  })

  test('refuses a place that is nowhere, no work, and an address that is none; what was typed stays', async () => {
    const keeping = await signedIn(world, board)
    const answer = await keeping.post('/vermelding', { ...ENTRY, place: 'Nergenshuizen' })
    const page = await answer.text()
    expect([answer.status, page.includes('Deze gemeente kennen we niet.'), page.includes('value="Nergenshuizen"')]).toEqual([422, true, true])
    expect((await keeping.post('/vermelding', { ...ENTRY, crafts: [] })).status).toBe(422)
    expect((await keeping.post('/vermelding', { ...ENTRY, website: 'javascript:alert(1)' })).status).toBe(422)
    expect(await html(`/cooperaties/${at.cooperative}`)).toContain('https://coop.example')
  })

  test('is found by place, work and how far it is', async () => {
    expect(await isListed('?plaats=Lindehaven')).toBe(true)
    expect(await html('/cooperaties?plaats=Lindehaven')).toMatch(/ongeveer \d+ km/)
    expect(await isListed('?werk=textile&stand=active')).toBe(true)
    expect(await isListed('?werk=web')).toBe(false)
    expect(await isListed('?stand=stopped')).toBe(false)
    expect(await html('/cooperaties?plaats=Nergens')).toContain('De gemeente Nergens kennen we niet')
    // A slip in the name of a town is one click away from the town.
    expect(await html('/cooperaties?plaats=Lindehavn&werk=food')).toMatch(/Bedoel je: ?<a href="\/cooperaties\?plaats=Lindehaven&amp;werk=food">Lindehaven</)
    expect(await html('/cooperaties?plaats=Wilgendam')).toContain('in deze gemeente')
  })

  test('stands on the map and in the table, and the picture itself says that it is invented', async () => {
    const picture = /<svg class="chart"[\s\S]*?<\/svg>/.exec(await html('/cooperaties'))?.[0] ?? ''
    expect(picture).toContain('>verzonnen</text>')
    expect(picture).toContain('<circle')
    expect(await html('/cooperaties')).toContain('Wilgendam (verzonnen)')
  })

  test('that is hidden is read by its own board and the network, not by a visitor and not by another cooperative', async () => {
    const keeping = await signedIn(world, board)
    await keeping.post('/vermelding', { ...ENTRY, shown: 'nee' })
    expect(await isListed()).toBe(false)
    expect((await browser(world).get(`/cooperaties/${at.cooperative}`)).status).toBe(404)
    expect(await (await keeping.get('/vermelding')).text()).toContain('Voor het laatst nagekeken op 12 januari 2026.')
    const other = await village(world, '2026-01-12')
    const seen = (organisation: OrganisationId | null) =>
      world.world.database.unit({ role: 'opbloei_app', organisation, person: null }, (tx) =>
        tx.selectFrom('network.listing').select('tenant').where('tenant', '=', at.cooperative).execute(),
      )
    expect([await seen(null), await seen(other.cooperative)]).toEqual([[], []])
    expect(await seen(at.cooperative)).toHaveLength(1)
    await keeping.post('/vermelding', ENTRY)
  })

  test('is kept by the board alone', async () => {
    const treasurer = await signedIn(world, at.treasurer)
    expect((await treasurer.get('/vermelding')).status).toBe(403)
    expect((await treasurer.post('/vermelding', ENTRY)).status).toBe(403)
  })

  test('is old the day after half a year, and the network sees which', async () => {
    const network = await found(world, 'network', 'Het netwerk van de lijst')
    const overseer = await somebody(world, network, 'network', 'Hilde Kijkt')
    const page = async () => (await (await signedIn(world, overseer)).get('/netwerk/vermeldingen')).text()
    itIs(world, '2026-07-14')
    expect(await page()).not.toContain('vermeldingen zijn langer dan een half jaar niet nagekeken')
    itIs(world, '2026-07-15')
    expect(await page()).toContain('vermeldingen zijn langer dan een half jaar niet nagekeken')
    await as(world, { person: board, organisation: at.cooperative, role: 'board' }, 'listing.keep', (tx, permit) =>
      keepListing(tx, permit, { ...ENTRY, shown: true }),
    )
    expect(await page()).not.toContain('vermeldingen zijn langer dan een half jaar niet nagekeken')
  })
})

describe('what machines read', () => {
  const whole = (text: string) => {
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => {
      throw error
    })
    parser.write(text).close()
    return text
  }
  test('the list of pages names the entry in both languages, and every address in it answers', async () => {
    const text = whole(await html('/sitemap.xml'))
    expect(text).toContain(`<loc>http://localhost/cooperaties/${at.cooperative}</loc>`)
    for (const [, address = ''] of text.matchAll(/<loc>http:\/\/localhost([^<]+)<\/loc>/g))
      expect([address, (await browser(world).get(address)).status]).toEqual([address, 200])
  })
  test('an invented world asks search engines to stay away, and the feed is whole', async () => {
    expect(await html('/robots.txt')).toBe('User-agent: *\nDisallow: /\n')
    const feed = whole(await html('/nieuw.atom'))
    expect(feed).toContain('<feed')
    expect(feed.split(`/cooperaties/${at.cooperative}"`)).toHaveLength(2)
    // It was kept once more in July: that is no news.
    expect(feed.split('<entry>').find((entry) => entry.includes(`/cooperaties/${at.cooperative}"`))).toMatch(
      /<title>Nieuw in de lijst: [^<]+<\/title>.*<updated>2026-01-12T/,
    )
  })
  test('a real world keeps search engines from every address that is a key itself', () => {
    const keys = mountedRoutes(world.app).flatMap(({ method, path }) => (method === 'GET' && path.includes('/:token') ? [path] : []))
    expect(keys.length).toBeGreaterThan(10)
    expect(keys.filter((path) => !SECRET_PLACES.some((place) => path.startsWith(place)))).toEqual([])
  })
  test('a page tells about the cooperative in the words of schema.org, and no text in it ends the block', async () => {
    const page = await html(`/cooperaties/${at.cooperative}`)
    const block = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? ''
    expect(JSON.parse(block)).toMatchObject({ '@type': 'Organization', address: { addressLocality: 'Wilgendam (verzonnen)' } })
    expect(page).toContain('property="og:title"')
  })
})
