import { beforeAll, describe, expect, test } from 'vitest'
import { watchQueries } from '#kit/db.ts'
import { cooperationAgreement, proposeCooperation, signCooperation } from '#rooms/agreements'
import { newMember, type Village, village, withConsent } from '../village.ts'
import { as, type Browser, itIs, signedIn, somebody, testWorld } from '../world.ts'

let place: Village
let adviser: Browser

/** The cells of a row of a table on the page, by the name it begins with. */
const rowOf = (html: string, name: string) =>
  [...html.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)]
    .map(([, inner = '']) => [...inner.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, text = '']) => text.replace(/<[^>]+>/g, '').trim()))
    .find(([first]) => first === name) ?? []

const textOf = async (path: string, who = adviser) => (await who.get(path)).text()

beforeAll(async () => {
  place = await village(await testWorld(), '2026-07-01')
  const { world, municipality, caseManager } = place
  const small: Village = { ...(await village(world, '2026-07-01')), municipality, caseManager }
  adviser = await signedIn(world, await somebody(world, municipality, 'policyAdviser', 'Tara Telt'))
  for (const [at, names] of [
    [place, ['Aad Een', 'Bo Twee', 'Cas Drie', 'Dot Vier', 'Eef Vijf', 'Fay Zes', 'Gus Zeven']],
    [small, ['Hil Acht', 'Ivo Negen']],
  ] as const)
    for (const name of names) {
      itIs(world, '2026-07-02')
      await withConsent(at, await newMember(at, name, 'participatiewetOwn'), '2026-07-02')
    }
})

describe('totals of a municipality', () => {
  test('are not there before the month after the quarter is over, and say so', async () => {
    itIs(place.world, '2026-10-31')
    expect(await textOf('/totalen')).toContain('Er zijn nog geen totalen')
    itIs(place.world, '2026-11-01')
    expect(await textOf('/totalen')).toContain('3e kwartaal van 2026')
  })

  test('hide the two residents of the small cooperative, and the total that would tell them; no name is there', async () => {
    const html = await textOf('/totalen')
    const names = [...html.matchAll(/Coöperatie De Bloesem \d+ U\.A\./g)].map(([name]) => name)
    const [large = '', few = ''] = [...new Set(names)].toSorted((a, b) => Number(a.match(/\d+/)) - Number(b.match(/\d+/)))
    expect(rowOf(html, few)[1]).toBe('niet getoond')
    expect([rowOf(html, large)[1], rowOf(html, 'Samen')[1]].toSorted()).toEqual(['7', 'niet getoond'])
    expect(html).toContain('Waarom staat er soms')
    expect(html).not.toMatch(/Aad Een|Ivo Negen/)
  })

  test('are the same in the file, hidden where the page hides', async () => {
    const answer = await adviser.get('/totalen/csv?kwartaal=2026-07')
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(answer.headers.get('content-disposition')).toContain('totalen-2026-07.csv')
    const lines = (await answer.text())
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'))
    const html = await textOf('/totalen?kwartaal=2026-07')
    for (const [, name = '', ...told] of lines.slice(1)) expect(told.slice(0, 3), name).toEqual(rowOf(html, name).slice(1))
    expect(lines).toHaveLength(4)
  })

  test('of a quarter stay what they were when somebody comes later', async () => {
    const before = await textOf('/totalen/csv?kwartaal=2026-07')
    itIs(place.world, '2026-11-02')
    await withConsent(place, await newMember(place, 'Jet Tien', 'participatiewetOwn'), '2026-11-02')
    itIs(place.world, '2027-02-01')
    expect(await textOf('/totalen')).toContain('4e kwartaal van 2026')
    expect(await textOf('/totalen/csv?kwartaal=2026-07')).toBe(before)
    const html = await textOf('/totalen')
    for (const row of html.matchAll(/Coöperatie De Bloesem \d+ U\.A\./g)) expect(rowOf(html, row[0])[2]).not.toBe('1')
  })

  test('are reckoned by the first look alone: after that they are read back in one query, without a consent or a statement', async () => {
    itIs(place.world, '2027-05-01')
    const asked: string[] = []
    const seen = async () => {
      asked.length = 0
      watchQueries(({ sql }) => asked.push(sql))
      try {
        return await textOf('/totalen/csv')
      } finally {
        watchQueries(null)
      }
    }
    const touches = (what: RegExp) => asked.filter((sql) => what.test(sql)).length
    const first = await seen()
    expect(first).toContain('1e kwartaal van 2027')
    expect(touches(/consent\.|settlement\./)).toBeGreaterThan(0)
    expect(await seen()).toBe(first)
    expect(touches(/consent\.|settlement\./)).toBe(0)
    expect(touches(/outcomes\.|"outcomes"/)).toBe(1)
  })

  test('told by two looks at one moment are the same for both', async () => {
    itIs(place.world, '2027-08-01')
    const other = await signedIn(place.world, await somebody(place.world, place.municipality, 'policyAdviser', 'Tim Tegelijk'))
    const [one, two] = await Promise.all([textOf('/totalen/csv'), textOf('/totalen/csv', other)])
    expect(one).toContain('2e kwartaal van 2027')
    expect(two).toBe(one)
    const kept = await place.world.world.database.pool.query('select quarter from outcomes.told_quarter where municipality = $1 order by quarter', [
      place.municipality,
    ])
    expect(kept.rows.map(({ quarter }) => quarter)).toEqual(['2026-07', '2026-10', '2027-01', '2027-04'])
  })

  test('are for the policy adviser alone', async () => {
    for (const person of [place.caseManager, place.treasurer, place.coach])
      expect((await (await signedIn(place.world, person)).get('/totalen')).status).toBe(403)
  })

  test('stand on the home of the adviser with everything else an adviser keeps, and each of them opens', async () => {
    const home = await textOf('/beleid')
    for (const path of ['/afspraken', '/totalen', '/voorwaarden', '/eigen-regels', '/eigen-regels/brieven', '/wet/lezing', '/medewerkers', '/overdracht']) {
      expect(home).toContain(`href="${path}"`)
      expect((await adviser.get(path)).status, path).toBe(200)
    }
    expect(await textOf('/voorwaarden')).toContain('kosten')
  })

  test('an adviser says which costs the municipality accepts, and who works here: invited, and ended', async () => {
    itIs(place.world, '2027-02-01')
    expect((await adviser.post('/voorwaarden/kosten', { from: '2027-02-01', kinds: ['material', 'tools'] })).headers.get('location')).toBe('/voorwaarden')
    expect(await textOf('/voorwaarden')).toContain('1 februari 2027')
    const invited = await adviser.post('/medewerkers', { naam: 'Nieuwe Collega', email: 'nieuw@wilgendam.example', rol: 'caseManager', tot: '2027-12-31' })
    expect(invited.status).toBe(303)
    const person = /\/medewerkers\/([0-9a-f-]+)\/einde\?rol=caseManager"[^>]*>(?:(?!<\/a>).)*Nieuwe Collega/s.exec(await textOf('/medewerkers'))?.[1] ?? ''
    expect((await adviser.post(`/medewerkers/${person}/einde`, { rol: 'caseManager', toch: '' })).status).toBe(303)
    expect(await textOf('/medewerkers')).not.toContain('Nieuwe Collega')
  })

  test('an adviser reads at home what a running agreement brings in invented years, by its own bounds', async () => {
    expect(await textOf('/beleid')).not.toContain('Wat een afspraak de gemeente oplevert')
    const bounds = [{ kind: 'atLeast', receiver: 'municipality', base: 'result', share: 1_000n, threshold: null }] as const
    const id = await as(place.world, { person: place.board, organisation: place.cooperative, role: 'board' }, 'cooperationAgreement.propose', (tx, permit) =>
      proposeCooperation(tx, permit, { municipality: place.municipality, bounds, from: permit.today, until: null }),
    )
    const tara = await somebody(place.world, place.municipality, 'policyAdviser', 'Tine Tekent')
    for (const [person, organisation, role] of [
      [place.board, place.cooperative, 'board'],
      [tara, place.municipality, 'policyAdviser'],
    ] as const)
      await as(place.world, { person, organisation, role }, 'cooperationAgreement.sign', async (tx, permit) =>
        signCooperation(tx, permit, id, (await cooperationAgreement(tx, permit, id)).hash, 'mailCode'),
      )
    const home = await textOf('/beleid')
    expect(home).toContain('Wat een afspraak de gemeente oplevert')
    // Ten percent of what the invented seamstress earns in a year: 5.630 minus 1.110.
    expect(home).toMatch(/een naaister[\s\S]{0,200}ten minste (?:€|&euro;)\s*452,00/)
  })
})
