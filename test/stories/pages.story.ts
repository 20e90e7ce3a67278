import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { month } from '#kit/day.ts'
import { asSystem, type PersonId } from '#rooms/access'
import { keepListing, showOffering } from '#rooms/network'
import { registerMunicipality } from '#rooms/organisations'
import { keepProfile } from '../../src/rooms/network/links/links.ts'
import { PEERS_ON_A_PAGE } from '../../src/rooms/network/links/narrowing.rules.ts'
import { LISTINGS_ON_A_PAGE } from '../../src/rooms/network/listings/listings.rules.ts'
import { OFFERINGS_ON_A_PAGE } from '../../src/rooms/network/offerings/offerings.rules.ts'
import { structuredIn } from '../structured.ts'
import { as, browser, found, itIs, ownWorld, signedIn, somebody, type TestWorld } from '../world.ts'

/** Lists that are longer than a page: everything is found once, by people and by machines, and a search goes along. */
let world: TestWorld
let end: () => Promise<void>
let adviser: PersonId

const ENTRY = {
  progress: 'active',
  place: 'wilgendam',
  town: 'Wilgendam',
  crafts: ['food'],
  about: null,
  email: null,
  phone: null,
  website: null,
  shown: true,
} as const
const WORK = { kind: 'product', about: 'Van hout.', craft: 'making', tradeName: 'Atelier Wilg', town: 'Wilgendam' } as const
const TOLD = { phase: 'active', band: 'to19', knows: {}, seeks: ['exit'], wentWrong: '', helps: ['call'], shownTo: 'peers' } as const
const nr = (n: number) => String(n).padStart(2, '0')

beforeAll(async () => {
  const own = await ownWorld('pages')
  world = own.world
  end = own.end
  itIs(world, '2026-03-02')
  for (let n = 1; n <= LISTINGS_ON_A_PAGE + 1; n++) {
    const organisation = await found(world, 'cooperative', `Coöperatie ${nr(n)}`)
    const person = await somebody(world, organisation, 'board', `Bas ${nr(n)}`)
    await as(world, { person, organisation, role: 'board' }, 'listing.keep', (tx, permit) => keepListing(tx, permit, ENTRY))
    if (n > 1) continue
    const member = await somebody(world, organisation, 'member', 'Samira Maakt')
    for (let thing = 1; thing <= OFFERINGS_ON_A_PAGE * 2 + 1; thing++)
      await as(world, { person: member, organisation, role: 'member' }, 'offering.keep', (tx, permit) =>
        showOffering(tx, permit, { ...WORK, title: `Bank ${nr(thing)}`, town: thing % 2 === 0 ? 'Wilgendam' : 'Lindehaven' }, true),
      )
  }
  for (let n = 1; n <= PEERS_ON_A_PAGE + 3; n++) {
    const organisation = await found(world, 'municipality', `Gemeente ${nr(n)}`)
    const facts = {
      code: `ZZ${nr(n)}`,
      name: `Gemeente ${nr(n)}`,
      department: 'Werk',
      street: 'Plein 1',
      postCode: '1234 AB',
      city: 'Stad',
      email: 'werk@town.example',
    }
    await asSystem(world.world, organisation, 'organisation.edit', (tx, permit) => registerMunicipality(tx, permit, facts))
    const person = await somebody(world, organisation, 'policyAdviser', `Ada ${nr(n)}`)
    adviser ??= person
    const knows = n > PEERS_ON_A_PAGE + 1 ? ({ exit: 'well' } as const) : {}
    await as(world, { person, organisation, role: 'policyAdviser' }, 'experience.keep', (tx, permit) =>
      keepProfile(tx, permit, { ...TOLD, since: month('2025-01'), knows }),
    )
  }
}, 120_000)

afterAll(() => end())

const html = async (path: string) => (await browser(world).get(path)).text()
const titlesOn = (page: string) => [...page.matchAll(/<h2>(Bank \d\d)<\/h2>/g)].map(([, title]) => title)
const headOf = (page: string, rel: string) => new RegExp(`<link rel="${rel}" href="([^"]+)"`).exec(page)?.[1]?.replaceAll('&amp;', '&') ?? null
const nextIn = (page: string) => /<a class="[^"]*" href="([^"]+)" rel="next">/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? null

describe('the catalogue', () => {
  test('following "Volgende" from the first page shows everything once, and says in words where one is', async () => {
    const seen: (string | undefined)[] = []
    let path: string | null = '/aanbod'
    const said: boolean[] = []
    while (path) {
      const page: string = await html(path)
      seen.push(...titlesOn(page))
      said.push(page.includes('25 dingen gevonden.'))
      path = nextIn(page)
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => `Bank ${nr(index + 1)}`))
    expect(said).toEqual([true, true, true])
    const second = await html('/aanbod?pagina=2')
    expect(second).toContain('U ziet nummer 13 tot en met 24.')
    expect(second).toContain('Bladzijde 2 van 3')
    expect(second).toContain('<title>Aanbod: bladzijde 2 van 3 · Opbloei</title>')
  })

  test('machines are told of the pages around it, of its own address, and of the twin in English', async () => {
    const second = await html('/aanbod?pagina=2')
    expect([headOf(second, 'prev'), headOf(second, 'next'), headOf(second, 'canonical')]).toEqual([
      'http://localhost/aanbod',
      'http://localhost/aanbod?pagina=3',
      'http://localhost/aanbod?pagina=2',
    ])
    expect(second).toContain('hreflang="en" href="http://localhost/en/aanbod?pagina=2"')
    const [list] = structuredIn(second)
    expect((list?.itemListElement as unknown[] | undefined)?.[0]).toMatchObject({ position: 13 })
    const first = await html('/aanbod')
    expect([headOf(first, 'prev'), headOf(first, 'canonical')]).toEqual([null, 'http://localhost/aanbod'])
    expect((await html('/sitemap.xml')).match(/<loc>http:\/\/localhost\/aanbod\/[0-9a-f-]{36}</g)).toHaveLength(25)
  })

  test('what was looked for goes along to the next page, and is no page of its own for machines', async () => {
    const found = await html('/aanbod?plaats=linde')
    expect(found).toContain('13 dingen gevonden.')
    expect(nextIn(found)).toBe('/aanbod?plaats=linde&pagina=2')
    const second = await html('/aanbod?plaats=linde&pagina=2')
    expect(titlesOn(second)).toEqual(['Bank 25'])
    expect(second).toContain('value="linde"')
    expect(headOf(second, 'canonical')).toBe('http://localhost/aanbod')
    expect(titlesOn(await html('/aanbod?werk=food'))).toEqual([])
  })

  test('a page that is not there is the last, and what is no number is the first', async () => {
    expect(titlesOn(await html('/aanbod?pagina=99'))).toEqual(['Bank 25'])
    expect(titlesOn(await html('/aanbod?pagina=x'))[0]).toBe('Bank 01')
  })
})

test('the list of cooperatives goes on where the page before ended, and the map shows them all', async () => {
  const first = await html('/cooperaties?werk=food')
  expect(first).toContain('16 coöperaties')
  expect(first).not.toContain('Coöperatie 16')
  const second = await html(nextIn(first) ?? '')
  expect(second).toMatch(/16\. <a href="\/cooperaties\/[0-9a-f-]{36}">Coöperatie 16</)
  expect(second).not.toContain('>Coöperatie 15<')
  expect([first, second].every((page) => page.includes('16 coöperaties op de kaart'))).toBe(true)
  expect(nextIn(second)).toBeNull()
})

test('who may help stands on pages too, and is narrowed to who knows something', async () => {
  const ada = await signedIn(world, adviser)
  const page = async (path: string) => (await ada.get(path)).text()
  const asked = (text: string) => [...text.matchAll(/href="\/kennismaken\/[0-9a-f-]{36}"/g)].length
  const first = await page('/kennismaken')
  expect([asked(first), first.includes('10 organisaties gevonden.'), nextIn(first)]).toEqual([PEERS_ON_A_PAGE, true, '/kennismaken?pagina=2'])
  expect(asked(await page('/kennismaken?pagina=2'))).toBe(2)
  const exit = await page('/kennismaken?weet=exit')
  expect([asked(exit), exit.includes('2 organisaties gevonden.'), nextIn(exit)]).toEqual([2, true, null])
  expect(await page('/kennismaken?soort=cooperative')).toContain('Niemand gevonden')
})
