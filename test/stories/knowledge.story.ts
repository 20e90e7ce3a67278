import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { takeKnowledge } from '#rooms/network'
import { browser, found as establish, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** What the network knows: found by anybody, as Dutch is spelled, misspelled and bent. */
let world: TestWorld

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-02')
}, 120_000)

const page = async (path: string) => {
  const answer = await browser(world).get(path)
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') }
}
/** The addresses that a search gives, in their order; the library of agreements stands beside every search. */
const found = async (query: string) =>
  [...(await page(`/kennis?${query}`)).html.matchAll(/href="\/kennis\/(?!afspraken")([a-z0-9-]+)"/g)].map(([, slug]) => slug)

describe('a search', () => {
  test.each([
    ['a whole question', 'Mag iemand met bijstand factureren via de coöperatie?', 'factureren-met-bijstand'],
    ['a typing error', 'verhiust', 'lid-verhuist'],
    ['two letters that changed places', 'bijstnad', 'uitkering-en-verdienen'],
    ['a word without its accents', 'cooperatie aansprakelijk', 'wa-ba-ua'],
    ['letters with dots', 'W.A. B.A. U.A.', 'wa-ba-ua'],
    ['another form of the word', 'verhuizen', 'lid-verhuist'],
    ['another word for the same', 'consulent bezwaar', 'gemeente-zegt-nee'],
    ['a nickname', 'scharrelcoöperatie', 'sociale-cooperatie-kort'],
    ['a nickname with a letter too few', 'scharelcooperatie', 'sociale-cooperatie-kort'],
  ])('finds by %s', async (_, typed, slug) => {
    const slugs = await found(`zoek=${encodeURIComponent(typed)}`)
    expect(slugs).toContain(slug)
  })

  test('puts what answers it best first', async () => {
    expect((await found('zoek=kor'))[0]).toMatch(/^kor/)
    expect((await found(`zoek=${encodeURIComponent('ledenovereenkomst')}`))[0]).toBe('ledenovereenkomst')
  })

  test('marks its hits, says what it looked for instead, and takes no signs for markup', async () => {
    const { html } = await page('/kennis?zoek=thermometre')
    expect(html).toContain('We vonden &quot;thermometre&quot; niet. We zochten naar: thermometer.')
    expect(html).toMatch(/<mark>thermometer<\/mark>/i)
    const nasty = await page(`/kennis?zoek=${encodeURIComponent("<script>alert(1)</script> ' & | !")}`)
    expect([nasty.status, nasty.html.includes('<script>alert(1)')]).toEqual([200, false])
  })

  test('is narrowed by topic, audience and kind, and is not led astray by an unknown one', async () => {
    const narrowed = await found('onderwerp=leaving&voor=treasurer&soort=law')
    expect(narrowed).toEqual(['uitbetalen-bij-vertrek'])
    expect(await found('onderwerp=onzin')).toEqual(await found(''))
  })

  test('that finds nothing says what to do now', async () => {
    expect((await page('/kennis?zoek=qqqqxyz')).html).toContain('Zoek met minder woorden')
  })

  test('that finds no answer with all words shows those with some of them', async () => {
    expect((await page('/kennis?zoek=vergadering+qqqqxyz')).html).toContain('Geen antwoord met al je woorden.')
  })
})

describe('the list without a search', () => {
  test('comes in pages that together hold everything once, and keeps what was chosen', async () => {
    const slugs: (string | undefined)[] = []
    let { html } = await page('/kennis')
    const count = Number(/<h2>(\d+) antwoorden<\/h2>/.exec(html)?.[1])
    let last = 1
    for (; ; last++) {
      slugs.push(...(await found(last === 1 ? '' : `pagina=${last}`)))
      if (!html.includes('rel="next"')) break
      html = (await page(`/kennis?pagina=${last + 1}`)).html
    }
    expect(last).toBe(Math.ceil(count / 20))
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(slugs).toHaveLength(count)
    expect((await page('/kennis?voor=member')).html).toContain('href="/kennis?voor=member&amp;pagina=2"')
    expect((await page('/kennis?pagina=9999')).html).toContain(`<h2>${count} antwoorden</h2>`)
  })
})

describe('an answer', () => {
  test('has its source, its doubt, when it is looked at again, and what to read next', async () => {
    const { status, html } = await page('/kennis/pot-inkomen-of-vermogen')
    expect(status).toBe(200)
    for (const words of ['Participatiewet art. 31 lid 1', 'Dit is niet zeker', '1 januari 2027', 'Het landelijke netwerk', 'Lees ook'])
      expect(html).toContain(words)
  })

  test('tells where it is used', async () => {
    const { html } = await page('/kennis/wie-beslist-over-uitgaven')
    expect(html).toContain('Hier verwijzen we naar dit antwoord')
    expect(html).toContain('href="/kennis/kosten-aftrekken"')
  })

  test('says on the day after its day that it must be looked at, and not before', async () => {
    itIs(world, '2027-01-01')
    expect((await page('/kennis/kor')).html).not.toContain('moest op')
    itIs(world, '2027-01-02')
    expect((await page('/kennis/kor')).html).toContain('Dit antwoord moest op 1 januari 2027 worden nagekeken.')
    itIs(world, '2026-11-02')
  })

  test('that is not there is told so', async () => {
    expect((await page('/kennis/bestaat-niet')).status).toBe(404)
  })

  test('is reached in English too, and says that it is in Dutch', async () => {
    const { html } = await page('/en/kennis')
    expect([html.includes('<html lang="en"'), html.includes('The answers themselves are in Dutch.')]).toEqual([true, true])
    expect((await page('/en/kennis/kor')).html).toContain('<div lang="nl"')
  })

  test('is told to search engines', async () => {
    expect((await page('/sitemap.xml')).html).toContain('/kennis/wa-ba-ua</loc>')
  })
})

describe('was dit nuttig', () => {
  const visiting = { role: 'opbloei_app', organisation: null, person: null } as const

  test('is said without an account, once per form, and the network reads how often', async () => {
    const reader = browser(world)
    const { status, html } = await page('/kennis/kor')
    expect([status, html.includes('Was dit nuttig?')]).toEqual([200, true])
    const path = '/kennis/kor/nuttig'
    const form = { useful: 'nee', _key: newId() }
    expect((await reader.post(path, form)).headers.get('location')).toBe('/kennis/kor?nuttig=nee#nuttig')
    await reader.post(path, form)
    await reader.post(path, { useful: 'ja', _key: newId() })
    await browser(world).post(`/en${path}`, { useful: 'ja', _key: newId() })
    expect((await page('/kennis/kor?nuttig=nee')).html).toContain('Stel je vraag aan het netwerk')
    const network = await establish(world, 'network', 'Het netwerk')
    const keeper = await signedIn(world, await somebody(world, network, 'network', 'Hilde Houdt'))
    const list = await (await keeper.get('/netwerk/kennis')).text()
    const row = /<tr[^>]*>(?:(?!<\/tr>).)*"\/netwerk\/kennis\/kor"(?:(?!<\/tr>).)*<\/tr>/s.exec(list)?.[0] ?? ''
    expect([...row.matchAll(/<td[^>]*>([^<]*)</g)].map(([, cell]) => cell)).toEqual(['1 januari 2027', '2', '1'])
  })

  test('keeps the day and nothing that leads to a reader, and no visitor reads it back', async () => {
    const { rows } = await world.world.database.pool.query<Record<string, unknown>>('select * from network.knowledge_opinion')
    expect([rows.length, Object.keys(rows[0] ?? {}).toSorted()]).toEqual([3, ['form_hash', 'item', 'on_day', 'useful']])
    const seen = await world.world.database.unit(visiting, (tx) => tx.selectFrom('network.knowledge_opinion').select('item').execute())
    expect(seen).toEqual([])
  })

  test('takes no other word than yes or no, no foreign answer, and not hundreds from one place', async () => {
    const reader = browser(world)
    expect((await reader.post('/kennis/kor/nuttig', { useful: 'misschien', _key: newId() })).status).toBe(422)
    expect((await reader.post('/kennis/bestaat-niet/nuttig', { useful: 'ja', _key: newId() })).status).toBe(404)
    let often = 0
    for (let time = 0; time < 401; time++) if ((await reader.post('/kennis/kor/nuttig', { useful: 'ja', _key: newId() })).status === 429) often++
    expect(often).toBeGreaterThan(0)
  })
})

test('what came with the program is taken up once, and by no visitor', async () => {
  expect(await takeKnowledge(world.world.database.pool, world.clock.now())).toBe(0)
  const visiting = { role: 'opbloei_app', organisation: null, person: null } as const
  const { unit } = world.world.database
  await expect(
    unit(visiting, (tx) =>
      tx
        .insertInto('network.knowledge_item')
        .values({
          id: crypto.randomUUID(),
          slug: 'van-niemand',
          owner: null,
          review_on: world.clock.now().toString().slice(0, 10) as never,
          began_at: world.clock.now(),
        })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/)
})
