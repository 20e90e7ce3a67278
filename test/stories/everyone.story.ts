import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPEN } from '#app/open.ts'
import { newId } from '#kit/ids.ts'
import { type Action, scopeOf } from '#rooms/access'
import { crawl, type Form, missingPath, type Pick, routeOf, withoutKeys } from '../crawl.ts'
import { type PeopledWorld, peopledWorld, type Visitor } from '../peopled.ts'
import { type KnownRoute, mountedRoutes, routesInSources } from '../routes.ts'
import { house, readSources } from '../tidy/sources.ts'

/**
 * R4 and R9 over everything the application answers: everybody follows every link and sends every form they are shown, and then
 * tries what the others were shown. Nothing is listed by hand, so a new route is in it by being mounted.
 */
let peopled: PeopledWorld
let routes: readonly KnownRoute[]
const nameOf = (route: { method: string; path: string }) => `${route.method} ${route.path}`

beforeAll(async () => {
  peopled = await peopledWorld()
  const known = new Map(routesInSources(readSources(house, [/^src\/.*(?<!\.test)\.tsx?$/])).map((route) => [nameOf(route), route]))
  routes = mountedRoutes(peopled.world.app).map((route) => known.get(nameOf(route)) ?? { ...route, actions: [] })
})

afterAll(() => peopled?.close())

const ROUNDS = 2
/** A form that did something this often is left alone, so that the world does not fill up. */
const ENOUGH = 3

/** Signing in and out, the second step, choosing a role or a language: named exceptions, which change a session only (decisions 9). */
// Ending a colleague's role or second step ends that colleague's walk too; access.story.ts proves both.
const ONCE_BY_NATURE = /^POST \/(?:inloggen|uitloggen|mijn-account|demo\/als|rol|taal|medewerkers\/:person)(?:\/|$)/

/**
 * Routes that a walk over the invented year does not lead to, because they need a file, a moment or a state that blind answers do not
 * make. The stories of their rooms prove them; a route that is on neither list and is not reached fails.
 */
const NOT_REACHED: readonly string[] = [
  'GET /aanmeldingen/:application',
  'GET /toestemmingen/:request/hervatting',
  'GET /bonnen/:id/foto',
  'POST /organisatie/logo',
  'POST /aanmelden/:token/:stap',
  'POST /aanmeldingen/:application',
  'POST /leden/:member/terugkeer',
  'POST /toestemmingen/:request/behandelaar',
  'POST /toestemmingen/:request/schorsing',
  'POST /toestemmingen/:request/hervatting',
  'POST /afspraken/gemeenten',
  'POST /afspraken/gemeenten/:cooperation/handtekeningen',
  'POST /afspraken/:version',
  'POST /afspraken/:version/leden',
  'POST /afspraken/:version/berichten',
  'POST /afspraken/:version/voorbeeld',
  'POST /afspraken/:version/handtekeningen',
  'POST /facturen/:id/aanpassen',
  'POST /facturen/:id/versturen',
  'POST /facturen/:id/teruggeven',
  'POST /facturen/:id/vrijgave',
  'POST /bonnen/:id/antwoord',
  'POST /bestedingen/:id/aankoop',
  'POST /bank/afschriften',
  'POST /bank/regels/:line/koppeling',
  'POST /bank/regels/:line/ongedaan',
  'POST /maand/:month/afsluiting',
  'POST /opgaven/ontvangst',
  'POST /beginstand',
  'POST /beginstand/boeking',
]

/** What somebody may open although no list shows it to them any more; for another organisation it stays missing. */
const UNLISTED: Readonly<Record<string, string>> = {
  'GET /afspraken/:version': 'every version that was ever put before a member',
  'POST /opgaven/vragen/:question/antwoord': 'one’s own question, which somebody else must answer',
}

/** A coach may ask for an invoice with a customer whom the member it is for cannot see; that draft opens for the office only. */
const KNOWN_DEAD_END = /^\S.* \(member\) was led from \/facturen\S* to \/facturen\/[0-9a-f-]{36}: 404$/

describe('the same form, once more or sixteen at once, has one effect and one answer', () => {
  /** How often each route did something. */
  const done = new Map<string, number>()
  test('for every form that anybody is shown', async () => {
    const wrong: string[] = []
    const random = randomOf(20260101)
    for (let round = 0; round < ROUNDS; round++) {
      const pick: Pick = (values) => values[round === 0 ? 0 : Math.floor(random() * values.length)]
      for (const visitor of peopled.visitors.filter(({ tries }) => tries)) {
        const { pages, forms } = await crawl(visitor.browser, routes, startsOf(visitor), { each: 2, pick })
        wrong.push(
          ...pages
            .filter(({ status, from }) => status >= 500 || (status >= 400 && from !== null))
            .map(({ path, status, from }) => `${visitor.name} was led from ${from} to ${path}: ${status}`),
        )
        const different = new Map(forms.map((form) => [`${nameOfForm(form)} ${form.fields.map(({ name }) => name).join(' ')}`, form]))
        for (const form of different.values()) {
          const route = nameOfForm(form)
          const times = done.get(route) ?? 0
          if (times >= ENOUGH || ONCE_BY_NATURE.test(route)) continue
          const said = times < 2 ? await sendTwice(visitor, form, route) : await sendOnce(visitor, form, route)
          if (said !== null) done.set(route, times + 1)
          wrong.push(...(said ?? []))
        }
      }
    }
    expect([...new Set(wrong)].filter((said) => !KNOWN_DEAD_END.test(said))).toEqual([])
  }, 600_000)
  test('and every writing route was reached', () => {
    const writing = routes.filter(({ method }) => method !== 'GET').map(nameOf)
    const missed = writing.filter((route) => !done.has(route) && !ONCE_BY_NATURE.test(route) && !NOT_REACHED.includes(route))
    expect(missed).toEqual([])
  })
})

type Shown = { readonly path: string; readonly form: Form | null }

describe('who may see and do what: every route × every role × own, other member, other organisation, nobody', () => {
  test('a foreign thing answers exactly like a thing that does not exist, and nothing changes', async () => {
    const shown = new Map<string, Map<string, Shown>>()
    const note = (name: string, path: string, form: Form | null) => {
      const ofRoute = shown.get(name) ?? new Map<string, Shown>()
      if (!ofRoute.has(path)) shown.set(name, ofRoute.set(path, { path, form }))
    }
    // What somebody was shown an address of is within reach, and so is everything else under the same id.
    const reach = new Map<Visitor, Set<string>>()
    for (const visitor of peopled.visitors.filter(({ role }) => role !== null)) {
      const { pages, forms, shown: addresses } = await crawl(visitor.browser, routes, startsOf(visitor), { each: 3 })
      reach.set(visitor, new Set([...addresses].flatMap(idsIn)))
      for (const { path } of pages) {
        const route = routeOf(path, 'GET', routes)
        if (route) note(nameOf(route), path.replace(/\?.*/, ''), null)
      }
      for (const form of forms) note(nameOfForm(form), form.path, form)
    }
    const wrong: string[] = []
    let cells = 0
    const before = await contents()
    for (const route of routes.filter((each) => !Object.hasOwn(OPEN, nameOf(each)))) {
      const plain: Shown[] = route.method === 'GET' && !route.path.includes(':') ? [{ path: route.path, form: null }] : []
      for (const each of [...plain, ...(shown.get(nameOf(route))?.values() ?? [])].slice(0, 4)) {
        for (const visitor of peopled.visitors.filter(({ tries }) => tries)) {
          const said = await cell(route, each, visitor, reach)
          cells++
          if (said) wrong.push(`${nameOf(route)} by ${visitor.name}: ${said}`)
        }
      }
    }
    const changed = differences(before, await contents())
    console.log(`access matrix: ${cells} cells over ${shown.size} routes`)
    expect(wrong).toEqual([])
    expect(changed, 'a refused attempt changed something').toEqual([])
    expect(cells).toBeGreaterThan(2000)
    const unseen = routes.filter(
      (route) => route.method === 'GET' && route.path.includes(':') && !shown.has(nameOf(route)) && !Object.hasOwn(OPEN, nameOf(route)),
    )
    expect(unseen.map(nameOf).filter((route) => !NOT_REACHED.includes(route))).toEqual([])
  }, 600_000)
})

/** Where somebody can begin: the home of the role, and every address without an id that the role may open. */
function startsOf({ role }: Visitor): string[] {
  if (!role) return routes.filter(({ method, path }) => method === 'GET' && !path.includes(':') && Object.hasOwn(OPEN, `GET ${path}`)).map(({ path }) => path)
  const plain = routes.filter(
    ({ method, path, actions }) => method === 'GET' && !path.includes(':') && actions.length > 0 && role && actions.every((action) => scopeOf(action, role)),
  )
  return ['/start', ...plain.map(({ path }) => path)]
}

function nameOfForm(form: Form): string {
  const route = routeOf(form.path, 'POST', routes)
  return route ? nameOf(route) : `POST ${form.path} (no such route)`
}

const fieldsOf = (form: Form) => Object.fromEntries(form.fields.map(({ name, value }) => [name, value]))

/** Sends a form as its page would; null when it was refused. */
async function sendOnce({ name, browser }: Visitor, form: Form, route: string): Promise<string[] | null> {
  const { status } = await browser.post(form.path, fieldsOf(form))
  if (status >= 500) return [`${route} by ${name}: ${status}`]
  return status === 303 ? [] : null
}

/** Sends a form; then the same again, another body under the same key, and a new one sixteen times at once. Null when it was refused at first. */
async function sendTwice({ name, role, browser }: Visitor, form: Form, route: string): Promise<string[] | null> {
  const fields = fieldsOf(form)
  const empty = await contents()
  const key = newId()
  const first = await browser.post(form.path, fields, key)
  if (first.status >= 500) return [`${route} by ${name}: ${first.status}`]
  if (first.status !== 303) return null
  const once = await contents()
  const wrong: string[] = []
  const again = await browser.post(form.path, fields, key)
  if (again.status !== 303 || again.headers.get('location') !== first.headers.get('location'))
    wrong.push(`${route} by ${name}: sent again it answers ${again.status}`)
  const other = await browser.post(form.path, { ...fields, anders: 'ja' }, key)
  // Without an account a key is only a page's own: the same answer comes back, and nothing of the other form is kept.
  const known = role === null || Object.hasOwn(OPEN, route) ? other.headers.get('location') === first.headers.get('location') : other.status === 409
  if (!known) wrong.push(`${route} by ${name}: another form under the same key answers ${other.status}`)
  if (differences(once, await contents()).length > 0) wrong.push(`${route} by ${name}: sent again it changes ${differences(once, await contents()).join(', ')}`)
  const fresh = newId()
  const answers = await Promise.all(Array.from({ length: 16 }, () => browser.post(form.path, fields, fresh)))
  const kinds = new Set(answers.map((answer) => `${answer.status} ${answer.headers.get('location') ?? ''}`))
  if (kinds.size > 1) wrong.push(`${route} by ${name}: sixteen at once answer ${[...kinds].join(' and ')}`)
  const many = await contents()
  for (const [table, rows] of many) {
    const added = rows.count - (once.get(table)?.count ?? 0)
    const one = (once.get(table)?.count ?? 0) - (empty.get(table)?.count ?? 0)
    if (added > Math.max(one, 0)) wrong.push(`${route} by ${name}: sixteen at once add ${added} rows to ${table}, one adds ${one}`)
  }
  return wrong
}

/** What is wrong with one cell of the matrix, or null. */
async function cell(route: KnownRoute, { path, form }: Shown, visitor: Visitor, reach: ReadonlyMap<Visitor, ReadonlySet<string>>): Promise<string | null> {
  const ask = (target: string) => (form ? visitor.browser.post(target, fieldsOf(form)) : visitor.browser.get(target))
  if (visitor.role === null) {
    const answer = await ask(path)
    if (answer.status === 403) return null
    return !form && answer.status === 303 && answer.headers.get('location')?.startsWith('/inloggen') ? null : `nobody got ${answer.status}`
  }
  const role = visitor.role
  const scopes = route.actions.map((action: Action) => scopeOf(action, role))
  if (scopes.length > 0 && scopes.every((scope) => scope === null)) {
    const answer = await ask(path)
    return answer.status === 403 ? null : `a role without the right got ${answer.status}`
  }
  const ids = idsIn(path)
  const within = (who: Visitor) => ids.every((id) => reach.get(who)?.has(id))
  if (ids.length === 0 || within(visitor)) return null
  const colleagues = peopled.visitors.filter((who) => who.organisation === visitor.organisation)
  const foreign = ![
    ...colleagues,
    ...colleagues.flatMap(({ person }) => peopled.visitors.filter((each) => each.person && person && peopled.relatedTo(person).has(each.person))),
  ].some(within)
  // A coach and a case manager reach what their people reach, also where no list leads there any more.
  const own = peopled.visitors.filter(({ person }) => person && visitor.person && peopled.relatedTo(visitor.person).has(person))
  const beyondReach = scopes.every((scope) => scope !== 'organisation') && !(scopes.includes('related') && own.some(within))
  if (!foreign && (!beyondReach || Object.hasOwn(UNLISTED, nameOf(route)))) return null
  const answer = await ask(path)
  const missing = await ask(missingPath(path))
  if (answer.status !== missing.status) return `${foreign ? 'a foreign' : 'somebody else’s'} thing answers ${answer.status}, a missing one ${missing.status}`
  const same = neutral(await answer.text()) === neutral(await missing.text())
  return same ? null : `${foreign ? 'a foreign' : 'somebody else’s'} thing answers other words than a missing one`
}

/** Mulberry32: the same choices in every run. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function idsIn(path: string): string[] {
  return path.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []
}

function neutral(html: string): string {
  return missingPath(withoutKeys(html))
}

type Contents = ReadonlyMap<string, { readonly count: number; readonly sum: string }>

/** What every table holds, apart from what is written down about attempts and sendings. */
async function contents(): Promise<Contents> {
  const { pool } = peopled.world.world.database
  const tables = await pool.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'pgboss')
     and schemaname || '.' || tablename not in ('access.denial', 'access.look', 'kit.sent_form', 'kit.migration') and tablename not in ('session', 'rate_limit') order by 1`,
  )
  // The newest row version tells of every insert and update, the count of every deletion.
  const text = tables.rows.map(
    ({ name }) => `select '${name}' as name, count(*)::int as count, coalesce(max(xmin::text::bigint), 0)::text as sum from ${name} t`,
  )
  const { rows } = await pool.query<{ name: string; count: number; sum: string }>(text.join(' union all '))
  return new Map(rows.map(({ name, count, sum }) => [name, { count, sum }]))
}

function differences(before: Contents, after: Contents): string[] {
  return [...after].filter(([name, { sum, count }]) => before.get(name)?.sum !== sum || before.get(name)?.count !== count).map(([name]) => name)
}
