import { beforeAll, describe, expect, test } from 'vitest'
import { OPEN } from '#app/open.ts'
import { asSystem, type MemberId, type PersonId, type Role, relate, scopeOf } from '#rooms/access'
import { crawl } from '../crawl.ts'
import { aYearOfOne } from '../marked.ts'
import { type KnownRoute, mountedRoutes, routesInSources } from '../routes.ts'
import { house, readSources } from '../tidy/sources.ts'
import { newMember, type Village, village, withConsent } from '../village.ts'
import { type Browser, browser, found, signedIn, somebody, testWorld } from '../world.ts'

/**
 * Who may see what (domain 2.12), cell by cell: of one member every kind of data holds words that occur nowhere else, every reader follows every link
 * from every page the own role may open, and the words must, or must not, be on one of them. Pages, downloads in text and fragments count alike.
 */
const READERS = [
  'member',
  'fellow',
  'coach',
  'otherCoach',
  'treasurer',
  'board',
  'caseManager',
  'otherCaseManager',
  'foreignCaseManager',
  'policyAdviser',
  'network',
  'nobody',
] as const
type Reader = (typeof READERS)[number]

/** Per kind: the words, who must come to see them, and who never may; who is in neither is left open by the matrix, with the reason beside it. */
type Kind = { readonly words: RegExp; readonly must: readonly Reader[]; readonly open?: Readonly<Partial<Record<Reader, string>>> }

const KINDS: Readonly<Record<string, Kind>> = {
  name: {
    words: /Zwaantje Merkstra/,
    must: ['member', 'coach', 'treasurer', 'board', 'caseManager'],
    open: {
      fellow: 'members choose each other by name to share a job',
      otherCoach: 'a coach chooses a fellow member by name for a job',
    },
  },
  'telephone and address': {
    words: /0612340987|Merkstraat 9/,
    must: ['member', 'coach', 'board'],
    open: { treasurer: 'may, and is shown no more than the name' },
  },
  'case reference of the municipality': { words: /KNMRK-44/, must: ['member', 'caseManager'] },
  'the conditions of a consent': {
    words: /Voorwaardenmerk/,
    must: ['member', 'coach', 'caseManager'],
  },
  'the plan in a request': { words: /Planmerk/, must: ['member', 'coach', 'caseManager'] },
  'days of a consent': {
    words: /2 oktober 2027/,
    must: ['member', 'coach', 'caseManager'],
    open: { treasurer: 'the standing, not always the day', board: 'status only', otherCoach: 'no day of their own', fellow: 'none' },
  },
  'names of customers': {
    words: /Klantmerk Buurthuis/,
    must: ['member', 'coach', 'treasurer'],
    open: { board: 'totals on its own pages; the ledger that the board may read names invoices' },
  },
  'words on a receipt': { words: /Bonmerk/, must: ['member', 'coach', 'treasurer'], open: { board: 'the board judges receipts where a cooperative says so' } },
  'total of a kind of costs': {
    words: /77,77/,
    must: ['member', 'treasurer', 'caseManager'],
    open: { coach: 'own members', board: 'totals' },
  },
  'the support somebody chose (debts, health)': {
    words: /moneyMatters"[^>]*checked|checked[^>]*moneyMatters"|<li>Hulp bij geldzaken|supportmark/,
    must: ['member', 'coach'],
  },
  'who was at a vote, and its result': {
    words: /Stemmerk/,
    must: ['board'],
    open: { treasurer: 'the register of decisions is for board and treasurer' },
  },
}

/** Rows of the matrix of which this house keeps nothing yet: no table may hold them before this story has their cells. */
const NOT_KEPT = { 'coaching notes': /coach(?:ing)?_?notes?\b|coaching\.\w*note/, 'effect measurements': /measurement|outcome_measure/ }

let place: Village
let zwaantje: MemberId
const seen = new Map<Reader, string>()
let opened = 0

/** Everything in text that somebody comes to see who follows every link. */
async function everythingOf(visitor: Browser, role: Role | null, routes: readonly KnownRoute[]): Promise<string> {
  const texts: string[] = []
  const listening: Browser = {
    ...visitor,
    get: async (path) => {
      const answer = await visitor.get(path)
      // Where the invented people choose whom to be, in a world that is no real one.
      if (path.startsWith('/inloggen')) return answer
      if (/^(?:text\/|application\/(?:json|xml|.*\+xml))/.test(answer.headers.get('content-type') ?? '')) texts.push(await answer.clone().text())
      return answer
    },
  }
  const starts = routes.filter(({ method, path, actions }) => {
    if (method !== 'GET' || path.includes(':')) return false
    return role === null ? Object.hasOwn(OPEN, `GET ${path}`) : actions.length > 0 && actions.every((action) => scopeOf(action, role))
  })
  const { pages } = await crawl(listening, routes, [...(role === null ? [] : ['/start']), ...starts.map(({ path }) => path)], { each: 4 })
  opened += pages.filter(({ status }) => status === 200).length
  return texts.join('\n')
}

beforeAll(async () => {
  place = await village(await testWorld(), '2026-09-01')
  zwaantje = await aYearOfOne(place)
  const { world, cooperative, municipality } = place
  const fellow = await newMember(place, 'Fenna Mede', 'participatiewetOwn')
  await withConsent(place, fellow, '2026-11-03')
  const otherManager = await somebody(world, municipality, 'caseManager', 'Olaf Ander')
  // Somebody with a case of their own, so that an empty desk proves nothing by itself.
  const his = await newMember(place, 'Hidde Zijn', 'participatiewetOwn')
  await asSystem(world.world, municipality, 'person.invite', (tx, permit) => relate(tx, permit, 'caseManager', his, otherManager, permit.today))
  const elsewhere = await found(world, 'municipality', 'Gemeente Elderwaard')
  const people: Readonly<Record<Reader, readonly [PersonId | null, Role | null]>> = {
    member: [zwaantje, 'member'],
    fellow: [fellow, 'member'],
    coach: [place.coach, 'coach'],
    otherCoach: [await somebody(world, cooperative, 'coach', 'Corrie Ander'), 'coach'],
    treasurer: [place.treasurer, 'treasurer'],
    board: [place.board, 'board'],
    caseManager: [place.caseManager, 'caseManager'],
    otherCaseManager: [otherManager, 'caseManager'],
    foreignCaseManager: [await somebody(world, elsewhere, 'caseManager', 'Frits Vreemd'), 'caseManager'],
    policyAdviser: [await somebody(world, municipality, 'policyAdviser', 'Tom Dekker'), 'policyAdviser'],
    network: [await somebody(world, await found(world, 'network', 'Het Netwerk'), 'network', 'Noor Netwerk'), 'network'],
    nobody: [null, null],
  }
  const known = new Map(routesInSources(readSources(house, [/^src\/.*(?<!\.test)\.tsx?$/])).map((route) => [`${route.method} ${route.path}`, route]))
  const routes = mountedRoutes(world.app).map((route) => known.get(`${route.method} ${route.path}`) ?? { ...route, actions: [] })
  for (const reader of READERS) {
    const [person, role] = people[reader]
    seen.set(reader, await everythingOf(person ? await signedIn(world, person) : browser(world), role, routes))
  }
}, 600_000)

describe.each(Object.entries(KINDS))('%s', (_kind, { words, must, open = {} }) => {
  test.each(READERS.filter((reader) => must.includes(reader)))('%s comes to see it', (reader) => {
    expect(words.test(seen.get(reader) ?? ''), String(words)).toBe(true)
  })
  test.each(READERS.filter((reader) => !must.includes(reader) && !Object.hasOwn(open, reader)))('%s never sees it', (reader) => {
    expect(around(seen.get(reader) ?? '', words)).toBeNull()
  })
})

test('every reader opened pages, and of each kind somebody sees it: a story that reads nothing praises everything', () => {
  expect(READERS.filter((reader) => (seen.get(reader) ?? '').length < 2000)).toEqual([])
  expect(opened).toBeGreaterThan(300)
})

test('what the matrix names and this house does not keep has no table', async () => {
  const { rows } = await place.world.world.database.pool.query<{ name: string }>(
    "select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')",
  )
  expect(rows.length).toBeGreaterThan(100)
  for (const [kind, pattern] of Object.entries(NOT_KEPT))
    expect(
      rows.map(({ name }) => name).filter((name) => pattern.test(name)),
      kind,
    ).toEqual([])
})

test('a policy adviser hands over the desk of a colleague, and reads how many cases it has and never whose', async () => {
  const adviser = await signedIn(place.world, await somebody(place.world, place.municipality, 'policyAdviser', 'Tineke Dekker'))
  for (const path of ['/overdracht', `/overdracht?wie=${zwaantje}`, `/medewerkers/${place.caseManager}/einde?rol=caseManager`]) {
    const page = await (await adviser.get(path)).text()
    expect(page, path).toContain('minder dan 5 dossiers')
    expect(page, path).not.toMatch(/Zwaantje|Merkstra|KNMRK-44/)
    expect(page, path).not.toContain(`value="${zwaantje}"`)
  }
})

describe('the page of a resident', () => {
  const read = async (who: PersonId) => (await signedIn(place.world, who)).get(`/inwoners/${zwaantje}`)

  test('holds conditions, statements, letters and the reference; no plan, customer, receipt or address', async () => {
    const page = await (await read(place.caseManager)).text()
    for (const words of ['Zwaantje Merkstra', 'KNMRK-44', 'Voorwaardenmerk', 'oktober 2026', 'Laatste opgaven', 'Brieven', 'Steekproeven', 'Wat er gebeurde'])
      expect(page).toContain(words)
    for (const words of ['Planmerk', 'Klantmerk', 'Bonmerk', 'Merkstraat', '0612340987', 'geldzaken']) expect(page).not.toContain(words)
  })

  test('is written down for the resident to read', async () => {
    const looks = await (await (await signedIn(place.world, zwaantje)).get('/wie-keek')).text()
    expect(looks).toContain('voorwaarden, opgaven, vragen en brieven')
  })

  test('is not there for a colleague, another municipality, a coach or the member, nor for an address that is none', async () => {
    const manager = await signedIn(place.world, place.caseManager)
    expect((await manager.get('/inwoners/00000000-0000-7000-8000-00000000dead')).status).toBe(404)
    expect((await manager.get('/inwoners/niemand')).status).toBe(404)
    for (const who of [place.coach, zwaantje, place.treasurer]) expect((await read(who)).status).toBe(403)
  })
})

/** What stands around the words, to read in a failure; null where they do not occur. */
function around(text: string, words: RegExp): string | null {
  const match = words.exec(text)
  return match ? text.slice(Math.max(0, match.index - 120), match.index + 80) : null
}
