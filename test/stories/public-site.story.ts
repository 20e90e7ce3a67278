import { beforeAll, describe, expect, test } from 'vitest'
import type { OrganisationId, PersonId } from '#rooms/access'
import { decideText, writeText } from '#rooms/network'
import { village } from '../village.ts'
import { as, browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** What anybody reads without an account, and how the network keeps it. */
let world: TestWorld
let network: OrganisationId
let hilde: PersonId
let joris: PersonId

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-02')
  network = await found(world, 'network', 'Het netwerk')
  hilde = await somebody(world, network, 'network', 'Hilde Schrijft')
  joris = await somebody(world, network, 'network', 'Joris Leest')
}, 120_000)

const page = async (path: string, who = browser(world)) => {
  const answer = await who.get(path)
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') }
}

describe('the public pages', () => {
  test.each(['/', '/wat-is-het', '/voor-gemeenten', '/voor-klanten', '/starten', '/verhalen', '/contact'])(
    '%s is read in Dutch, and in English below /en',
    async (path) => {
      const dutch = await page(path)
      expect([dutch.status, /<html lang="nl"/.test(dutch.html)]).toEqual([200, true])
      const english = await page(path === '/' ? '/en' : `/en${path}`)
      expect([english.status, /<html lang="en"/.test(english.html)]).toEqual([200, true])
      expect(dutch.html).toContain('<link rel="canonical" href="http://localhost')
      expect(dutch.html).toContain(`hreflang="en" href="http://localhost/en${path === '/' ? '' : path}"`)
    },
  )

  test('every page has a card for who passes its address on, with a picture of our own', async () => {
    for (const path of ['/', '/contact', '/aanbod', '/en/cooperaties']) {
      const { html } = await page(path)
      expect(html, path).toMatch(/<meta property="og:title" content="[^"]+".*<meta property="og:description" content="[^"]+"/s)
      const picture = /<meta property="og:image" content="http:\/\/localhost[^/]*(\/bestanden\/[^"]+)"/.exec(html)?.[1] ?? 'no picture'
      const answer = await browser(world).get(picture)
      const bytes = Buffer.from(await answer.arrayBuffer())
      // Width and height stand in the head of a PNG; this shape is what a large card asks.
      expect([answer.headers.get('content-type'), bytes.readUInt32BE(16), bytes.readUInt32BE(20)], path).toEqual(['image/png', 1200, 630])
    }
  })

  test('the address of the flyer that stands in letters still leads there', async () => {
    expect(await page('/gemeenten')).toMatchObject({ status: 301, to: '/voor-gemeenten' })
  })

  test('who reads English goes on in English, and back to Dutch on the same page', async () => {
    const visitor = browser(world)
    await visitor.get('/en/wat-is-het')
    expect((await page('/aanmelden', visitor)).html).toContain('<html lang="en"')
    expect((await page('/starten', visitor)).to).toBe('/en/starten')
    expect((await page('/en/starten', visitor)).html).toContain('name="naar" value="/starten"')
    expect((await visitor.post('/taal', { taal: 'nl', naar: '/starten' })).headers.get('location')).toBe('/starten')
    expect(await page('/starten', visitor)).toMatchObject({ status: 200 })
  })
})

describe('a text of the site', () => {
  const place = { page: 'verhalen', language: 'nl' } as const
  const at = '/netwerk/teksten/verhalen/nl'
  const text = { title: 'Verhalen van leden', intro: 'Drie korte verhalen.', body: '## Naaien\n\nIk naai **gordijnen**. Lees [meer](/wat-is-het).' }

  test('is written by one, published by another, and only then read', async () => {
    const [writer, reader] = [await signedIn(world, hilde), await signedIn(world, joris)]
    const sent = await writer.post(`${at}/nieuw`, text)
    const path = sent.headers.get('location') ?? ''
    expect(path).toMatch(/^\/netwerk\/teksten\/versie\/.+\/nakijken$/)
    const version = path.split('/').at(-2) ?? ''
    expect((await page('/verhalen')).html).not.toContain('Verhalen van leden')
    // Not by whoever wrote it, whatever is posted.
    expect((await writer.post(`/netwerk/teksten/versie/${version}/publicatie`)).status).toBe(422)
    expect((await page(path, writer)).html).not.toContain('Op de site zetten')
    expect((await page(path, reader)).html).toContain('Op de site zetten')
    expect((await reader.post(`/netwerk/teksten/versie/${version}/publicatie`)).headers.get('location')).toBe(at)
    const shown = (await page('/verhalen')).html
    expect(shown).toContain('Verhalen van leden')
    expect(shown).toContain('<strong>gordijnen</strong>')
    expect((await reader.post(`/netwerk/teksten/versie/${version}/publicatie`)).status).toBe(409)
    expect((await page(at, reader)).html).toContain('Joris Leest zette dit op de site op 2 november 2026')
  })

  test('that is sent back stays unread, with the reason in its history', async () => {
    const id = await as(world, { person: hilde, organisation: network, role: 'network' }, 'publicText.write', (tx, permit) =>
      writeText(tx, permit, place, { ...text, title: 'Niemand leest dit' }),
    )
    const reader = await signedIn(world, joris)
    expect((await reader.post(`/netwerk/teksten/versie/${id}/afwijzing`, { reason: '' })).status).toBe(422)
    await reader.post(`/netwerk/teksten/versie/${id}/afwijzing`, { reason: 'Zet de bron erbij.' })
    expect((await page('/verhalen')).html).not.toContain('Niemand leest dit')
    expect((await page(at, reader)).html).toContain('Zet de bron erbij.')
  })

  test('with HTML or a strange link is refused with its line, and what was typed stays', async () => {
    const writer = await signedIn(world, hilde)
    const answer = await writer.post('/netwerk/teksten/contact/nl/nieuw', { ...text, body: 'Goed.\n<b>Fout</b>' })
    const html = await answer.text()
    expect([answer.status, html.includes('In regel 2 staat een HTML-teken.'), html.includes('&lt;b>Fout')]).toEqual([422, true, true])
    expect((await writer.post('/netwerk/teksten/contact/nl/nieuw', { ...text, body: '[x](javascript:alert(1))' })).status).toBe(422)
  })

  test('can be looked at before it is kept, and nothing is kept by looking', async () => {
    const writer = await signedIn(world, hilde)
    const html = await (await writer.post('/netwerk/teksten/contact/nl/voorbeeld', text)).text()
    expect(html).toContain('Zo komt het eruit te zien')
    expect(html).toContain('<strong>gordijnen</strong>')
    expect((await page('/netwerk/teksten/contact/nl', writer)).html).toContain('Er is nog geen andere versie geschreven.')
  })

  test('the wall of the table keeps what waits from a visitor, and an own text from who wrote it', async () => {
    const writing = { person: hilde, organisation: network, role: 'network' } as const
    const id = await as(world, writing, 'publicText.write', (tx, permit) => writeText(tx, permit, { page: 'starten', language: 'nl' }, text))
    const seen = await world.world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, (tx) =>
      tx.selectFrom('network.text_version').select('id').where('id', '=', id).execute(),
    )
    expect(seen).toEqual([])
    await expect(
      world.world.database.unit({ role: 'opbloei_app', organisation: network, person: hilde }, (tx) =>
        tx
          .insertInto('network.text_verdict')
          .values({ version: id, published: true, reason: null, decided_by: hilde, decided_at: world.clock.now() })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('sixteen colleagues at once publish it once', async () => {
    const id = await as(world, { person: hilde, organisation: network, role: 'network' }, 'publicText.write', (tx, permit) =>
      writeText(tx, permit, { page: 'voor-klanten', language: 'en' }, text),
    )
    const deciding = { person: joris, organisation: network, role: 'network' } as const
    const tries = await Promise.allSettled(
      Array.from({ length: 16 }, () => as(world, deciding, 'publicText.decide', (tx, permit) => decideText(tx, permit, id, null))),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('is kept by nobody else', async () => {
    const at = await village(world, '2026-11-02')
    const board = await signedIn(world, at.treasurer)
    expect((await board.get('/netwerk/teksten')).status).toBe(403)
    expect((await board.post('/netwerk/teksten/contact/nl/nieuw', text)).status).toBe(403)
  })
})

describe('is it something for me', () => {
  test('leads without a name from question to outcome, and back goes back', async () => {
    const visitor = browser(world)
    let path = '/iets-voor-mij'
    for (const letter of 'bsjn') {
      const { html } = await page(path, visitor)
      const before = path.split('=')[1] ?? ''
      path = /href="([^"]+)"/.exec(html.match(new RegExp(`href="/iets-voor-mij\\?a=${before}${letter}"`))?.[0] ?? '')?.[1] ?? ''
    }
    expect(path).toBe('/iets-voor-mij?a=bsjn')
    const { html } = await page(path, visitor)
    expect(html).toContain('Een sociale coöperatie lijkt bij je te passen')
    expect(html).toContain('Je hebt bijstand. De gemeente moet eerst toestemming geven.')
    expect(html).toContain('De gemeente beslist, niet deze pagina.')
    expect(html).toContain('href="/iets-voor-mij?a=bsj"')
    expect((await page('/iets-voor-mij?a=zzz')).status).toBe(404)
    expect((await page('/en/iets-voor-mij?a=bl')).html).toContain('A job seems to suit you')
  })

  test('sends nobody without a benefit to who pays one, and says who decides', async () => {
    const without = (await page('/iets-voor-mij?a=gzjvn')).html
    expect(without).toContain('Praat met een begeleider van een coöperatie.')
    expect(without).not.toMatch(/Bel degene die je uitkering betaalt|De gemeente beslist/)
    expect((await page('/iets-voor-mij?a=usjn')).html).toContain('Het UWV beslist, niet deze pagina.')
    const english = (await page('/en/iets-voor-mij?a=gl')).html
    expect(english).toMatch(/You tell the municipality yourself what matters for your benefit\./)
    expect(english).not.toMatch(/UWV|Wat zegt de wet|Je meldt zelf/)
  })

  test('keeps nothing, and sends the answers along only when asked', async () => {
    const at = await village(world, '2026-11-02')
    const visitor = browser(world)
    const count = async () =>
      (await world.world.database.pool.query('select count(*)::int as n from members.application where tenant = $1', [at.cooperative])).rows[0].n
    await page('/iets-voor-mij?a=bsjn', visitor)
    expect(await count()).toBe(0)
    expect((await visitor.post('/iets-voor-mij/aanmelden', { a: 'bsjn', cooperative: at.cooperative })).status).toBe(422)
    const without = (await visitor.post('/iets-voor-mij/aanmelden', { a: 'bsjn', cooperative: at.cooperative, along: 'nee' })).headers.get('location') ?? ''
    expect((await page(without.replace('/naam', '/klaar'), visitor)).html).not.toContain('Waar leef je nu van?')
    const withThem = (await visitor.post('/iets-voor-mij/aanmelden', { a: 'bsjn', cooperative: at.cooperative, along: 'ja' })).headers.get('location') ?? ''
    expect(withThem).toMatch(/^\/aanmelden\/.+\/naam$/)
    const whole = (await page(withThem.replace('/naam', '/klaar'), visitor)).html
    expect(whole).toContain('Wat je meestuurt')
    expect(whole).toContain('Waar leef je nu van? Bijstand.')
    expect(await count()).toBe(2)
  })
})
