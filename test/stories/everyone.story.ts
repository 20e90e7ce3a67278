import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPEN } from '#app/open.ts'
import { scopeOf } from '#rooms/access'
import { crawl, type Form, formsIn, type Pick, routeOf } from '../crawl.ts'
import { cell, idsIn, type Shown } from '../everyone/cells.ts'
import { contents, differences } from '../everyone/contents.ts'
import { leaveOut } from '../everyone/left-out.ts'
import { opens } from '../everyone/looking-along.ts'
import { OUT_OF_THE_WAY } from '../everyone/out-of-the-way.ts'
import { type Sent, sendingOf, sendOnce, sendSixteen } from '../everyone/sending.ts'
import { type PeopledWorld, peopledWorld, type Visitor } from '../peopled.ts'
import { type KnownRoute, mountedRoutes, routesInSources } from '../routes.ts'
import { house, readSources } from '../tidy/sources.ts'

/**
 * R4 and R9 over everything the application answers: first everybody tries what the others were shown, and nothing changes; then
 * everybody follows every link and sends every form they are shown. Nothing is listed by hand, so a new route is in it by being mounted.
 */
let peopled: PeopledWorld
let routes: readonly KnownRoute[]
const nameOf = (route: { method: string; path: string }) => `${route.method} ${route.path}`

beforeAll(async () => {
  peopled = await peopledWorld(leaveOut)
  const known = new Map(routesInSources(readSources(house, [/^src\/.*(?<!\.test)\.tsx?$/])).map((route) => [nameOf(route), route]))
  routes = mountedRoutes(peopled.world.app).map((route) => known.get(nameOf(route)) ?? { ...route, actions: [] })
}, 300_000)

afterAll(() => peopled?.close())

const ROUNDS = 2
/** Things that differ by where they stand, and each standing has forms of its own. */
const MORE: Readonly<Record<string, number>> = {
  '/toestemmingen/:request': 12,
  '/facturen/:id': 12,
  '/bank/regels/:line': 8,
  '/leden/:member': 8,
  '/leden/:member/traject': 12,
  '/leden/:member/traject/uren': 8,
  '/leden/:member/traject/geldhulp': 8,
  '/afspraken/:version': 5,
  '/bestedingen/:id': 12,
  '/spullen/:id': 6,
  '/onderling/:work': 8,
  '/klussen/:job': 8,
  '/vertrek/:departure': 6,
  // Of the agreements in the library few were borrowed, and only of those something can be told.
  '/bibliotheek/:slug': 14,
  '/netwerk/teksten/:page/:language': 14,
  '/netwerk/teksten/:page/:language/nieuw': 14,
  '/netwerk/teksten/versie/:version/nakijken': 8,
  '/toestemmingen/:request/plan-van-aanpak': 12,
  // Whoever takes part reads the same questions; each has forms of its own for thanks.
  '/kennisvragen/:question': 12,
}
/** A form that did something this often is left alone, so that the world does not fill up. */
const ENOUGH = 3

/** Signing in and out, the second step, choosing a role or a language: named exceptions, which change a session only (decisions 9). */
// Ending a colleague's role or second step ends that colleague's walk too; access.story.ts proves both.
// A cooperative that the network just confirmed has nothing filled in: its pages send to that first; signing-up.story.ts confirms one.
// A quote that was accepted on paper has no other form left for the walk; quote-acceptance.story.ts sends that one sixteen times at once.
const ONCE_BY_NATURE =
  /^POST \/(?:inloggen|uitloggen|mijn-account|demo\/als|rol|taal|medewerkers\/:person|offertes\/:quote\/akkoord|netwerk\/initiatieven\/bevestigingen)(?:\/|$)/

describe('who may see and do what: every route × every role × own, other member, other organisation, a partner, nobody', () => {
  test('a foreign thing answers exactly like a thing that does not exist, and nothing changes', async () => {
    const { shown, reach } = await whatEverybodyIsShown()
    const wrong: string[] = []
    let cells = 0
    const before = await contents(peopled.world)
    for (const route of routes.filter((each) => !Object.hasOwn(OPEN, nameOf(each)))) {
      const plain: Shown[] = route.method === 'GET' && !route.path.includes(':') ? [{ path: route.path, form: null }] : []
      for (const each of [...plain, ...(shown.get(nameOf(route))?.values() ?? [])].slice(0, 4)) {
        for (const visitor of peopled.visitors.filter(({ tries }) => tries)) {
          const said = await cell(peopled, route, each, visitor, reach)
          cells++
          if (said) wrong.push(`${nameOf(route)} by ${visitor.name}: ${said}`)
        }
      }
    }
    const changed = differences(before, await contents(peopled.world))
    console.log(`access matrix: ${cells} cells over ${shown.size} routes`)
    expect(wrong).toEqual([])
    expect(changed, 'a refused attempt changed something').toEqual([])
    expect(cells).toBeGreaterThan(5000)
    const unseen = routes.filter(
      (route) => route.method === 'GET' && route.path.includes(':') && !shown.has(nameOf(route)) && !Object.hasOwn(OPEN, nameOf(route)),
    )
    expect(
      unseen.map(nameOf).filter((route) => !Object.hasOwn(OUT_OF_THE_WAY, route)),
      'a page that nobody is led to',
    ).toEqual([])
  }, 2_400_000)
})

describe('whoever looks along with a member', () => {
  test('reads the own page, and of a link that another member gave only the door', async () => {
    const [own, other] = peopled.invited
    const { browser } = peopled.visitors.find(({ name }) => name === 'a partner') ?? expect.fail('nobody looks along')
    expect(await opens(browser, own.link, own.code)).toBe(true)
    expect(await opens(browser, other.link, own.code), 'the code of another link').toBe(false)
    expect(await opens(browser, own.link, other.code), 'the code of another mail').toBe(false)
    expect((await browser.get(other.link)).status, 'the door asks for the code').toBe(200)
    expect((await browser.get(`${own.link.slice(0, -4)}AAAA`)).status, 'a link that nobody was given').toBe(404)
  })
})

describe('the same form, once more or sixteen at once, has one effect and one answer', () => {
  /** How often each route did something, and how many rows one sending added to each table. */
  const done = new Map<string, number>()
  const single = new Map<string, ReadonlyMap<string, number>>()
  /** In which words a route was refused: the hint for whoever finds it missing. */
  const refused = new Map<string, string>()

  test('for every form that anybody is shown', async () => {
    const wrong: string[] = []
    const random = randomOf(20260101)
    for (let round = 0; round < ROUNDS; round++) {
      const pick: Pick = (values) => values[round === 0 ? 0 : Math.floor(random() * values.length)]
      for (const visitor of peopled.visitors.filter(({ tries, walks }) => tries && walks)) {
        const { pages, forms } = await crawl(visitor.browser, routes, startsOf(visitor), { each: 2, pick, more: MORE })
        wrong.push(
          ...pages
            .filter(({ status, from }) => status >= 500 || (status >= 400 && from !== null))
            .map(({ path, status, from }) => `${visitor.name} was led from ${from} to ${path}: ${status}`),
        )
        const waiting = inOrder(forms)
        for (let form = waiting.shift(); form; form = waiting.shift()) {
          const route = nameOfForm(form)
          if ((done.get(route) ?? 0) >= ENOUGH || ONCE_BY_NATURE.test(route)) continue
          const sent = await send(visitor, form, route)
          if (sent.refused !== null) {
            refused.set(route, `${visitor.name}: ${sent.refused}`)
            continue
          }
          wrong.push(...sent.wrong)
          if (sent.location) waiting.push(...inOrder(await formsOn(visitor, sent.location, pick)))
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([])
  }, 2_400_000)

  test('and every writing route was reached', () => {
    const writing = routes.filter(({ method }) => method !== 'GET').map(nameOf)
    const missed = writing.filter((route) => !done.has(route) && !ONCE_BY_NATURE.test(route) && !Object.hasOwn(OUT_OF_THE_WAY, route))
    expect(missed.map((route) => `${route}: ${refused.get(route) ?? 'nobody was shown its form'}`)).toEqual([])
  })

  /** Once where it was refused before, so that a refusal costs little; else sixteen at once, and from the second time on once, to compare. */
  async function send(visitor: Visitor, form: Form, route: string): Promise<Sent> {
    const times = done.get(route) ?? 0
    const sending = sendingOf(peopled.world, visitor, form, route)
    const alone = times === 1
    const sent = alone ? await sendOnce(sending) : await sendSixteen(sending, single.get(route) ?? null)
    if (sent.refused === null) {
      done.set(route, times + 1)
      if (alone) single.set(route, sent.rows)
    }
    return sent
  }
})

/** The forms of the page that answers a form: what one can do next. */
async function formsOn({ browser }: Visitor, path: string, pick: Pick): Promise<Form[]> {
  const answer = await browser.get(path)
  return answer.status === 200 ? formsIn(await answer.text(), path, pick) : []
}

/** One form of each kind, and those after which others are no longer possible at the end. */
function inOrder(forms: readonly Form[]): Form[] {
  const different = new Map(forms.map((form) => [`${nameOfForm(form)} ${form.fields.map(({ name }) => name).join(' ')}`, form]))
  const weight = (form: Form) => {
    if (/^\/beginstand|\/verbetering$/.test(form.path)) return -1
    if (/\/(?:intrekking|intrekken|weggooien|vertrek|einde)$/.test(form.path)) return 2
    return /\/(?:versturen|besluit)$/.test(form.path) ? 1 : 0
  }
  return [...different.values()].sort((a, b) => weight(a) - weight(b))
}

/** Every page and form that somebody is led to, and which ids lie within whose reach. */
async function whatEverybodyIsShown(): Promise<{ shown: Map<string, Map<string, Shown>>; reach: Map<Visitor, Set<string>> }> {
  const shown = new Map<string, Map<string, Shown>>()
  const note = (name: string, path: string, form: Form | null) => {
    const ofRoute = shown.get(name) ?? new Map<string, Shown>()
    if (!ofRoute.has(path)) shown.set(name, ofRoute.set(path, { path, form }))
  }
  // What somebody was shown an address of is within reach, and so is everything else under the same id.
  const reach = new Map<Visitor, Set<string>>()
  for (const visitor of peopled.visitors.filter(({ role }) => role !== null)) {
    const { pages, forms, shown: addresses } = await crawl(visitor.browser, routes, startsOf(visitor), { each: 3, more: MORE })
    reach.set(visitor, new Set([...addresses].flatMap(idsIn)))
    for (const { path } of pages) {
      const route = routeOf(path, 'GET', routes)
      if (route) note(nameOf(route), path.replace(/\?.*/, ''), null)
    }
    for (const form of forms) note(nameOfForm(form), form.path, form)
  }
  return { shown, reach }
}

/** Where somebody can begin: the home of the role, and every address without an id that the role may open. */
function startsOf({ role }: Visitor): string[] {
  if (!role)
    return [
      ...peopled.addresses,
      ...routes.filter(({ method, path }) => method === 'GET' && !path.includes(':') && Object.hasOwn(OPEN, `GET ${path}`)).map(({ path }) => path),
    ]
  const plain = routes.filter(
    ({ method, path, actions }) => method === 'GET' && !path.includes(':') && actions.length > 0 && role && actions.every((action) => scopeOf(action, role)),
  )
  return ['/start', ...plain.map(({ path }) => path)]
}

function nameOfForm(form: Form): string {
  const route = routeOf(form.path, 'POST', routes)
  return route ? nameOf(route) : `POST ${form.path} (no such route)`
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
