import { brotliCompressSync, constants } from 'node:zlib'
import type axeCore from 'axe-core'
import { source as axeSource } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limitOf, WEIGHTS } from '../../bench/weights.ts'
import { demoCast } from '../../src/demo/cast.ts'
import { crawl, routeOf } from '../crawl.ts'
import { mountedRoutes, type Route } from '../routes.ts'
import { structuredIn, structuredWrong } from '../structured.ts'
import { signedIn, browser as visit } from '../world.ts'
import { type House, openHouse } from './house.ts'

const WHO = ['Samira el Amrani', 'Marleen Visser', 'Ans de Boer', 'Willem Prins', 'Ilse van Rooij', 'Tom Dekker', 'Hilde Smit'] as const

let house: House
let routes: readonly Route[]
/** What was shown before, and by which routes. */
const seen = new Set<string>()
const lookedAt = new Set<string>()
const pagesOf = new Map<string, string[]>()
const html = new Map<string, string>()

beforeAll(async () => {
  house = await openHouse()
  routes = mountedRoutes(house.world.app)
  const cast = (await demoCast(house.world.world)).flatMap((company) => company.people)
  const collect = async (who: string, browser: Parameters<typeof crawl>[0], start: string) => {
    const { pages } = await crawl(browser, routes, [start], { each: 1 })
    const found = pages.filter((page) => page.html !== '' && page.status === 200)
    pagesOf.set(
      who,
      found.map((page) => page.path),
    )
    for (const page of found) html.set(`${who} ${page.path}`, page.html)
  }
  await collect('a visitor', visit(house.world), '/')
  for (const name of WHO) {
    const person = cast.find((each) => each.name === name)?.person
    if (person) await collect(name, await signedIn(house.world, person), '/start')
  }
}, 300_000)

afterAll(() => house.close())

const PHONE = { width: 360, height: 760 }
const LAPTOP = { width: 1280, height: 900 }
const NARROW = { width: 320, height: 700 }
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Opens every page that somebody is led to, and gives what was found on it with its address. */
async function everyPage(who: string, look: (page: Page) => Promise<readonly string[]>): Promise<string[]> {
  const { page, context } = who === 'a visitor' ? await house.visitor({ viewport: PHONE }) : await house.as(who, { viewport: PHONE })
  const paths = pagesOf.get(who) ?? []
  expect(paths.length, who).toBeGreaterThan(2)
  const faults: string[] = []
  for (const path of paths) {
    await page.setViewportSize(PHONE)
    // A colour on its way to another is none that anybody reads.
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.goto(path, { waitUntil: 'load' })
    for (const fault of await look(page)) faults.push(`${path}: ${fault}`)
  }
  await context.close()
  return faults
}

/** Everything on a phone in light; in the dark and on a laptop only what can differ there, and only where a page shows what none before it showed. */
async function lookAt(page: Page): Promise<string[]> {
  const faults: string[] = []
  const route = routeOf(new URL(page.url()).pathname, 'GET', routes)?.path ?? page.url()
  const isNew = (await fresh(page)) > 0
  if (isNew || !lookedAt.has(route)) faults.push(...(await axe(page)).map((each) => `on a phone: ${each}`))
  if (isNew) {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    faults.push(...(await axe(page, ['color-contrast'])).map((each) => `on a phone in the dark: ${each}`))
    await page.setViewportSize(LAPTOP)
    faults.push(
      ...(await axe(page, ['color-contrast', 'target-size', 'link-name', 'button-name', 'scrollable-region-focusable'])).map(
        (each) => `on a laptop in the dark: ${each}`,
      ),
    )
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    faults.push(...(await axe(page, ['color-contrast'])).map((each) => `on a laptop: ${each}`))
  }
  lookedAt.add(route)
  await page.setViewportSize(NARROW)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return over > 0 ? [...faults, `${over} pixels too wide at 320`] : faults
}

/** How many things on a page none before it showed, as the style sheet tells them apart: each with what it lies in, two steps up. The page keeps which. */
async function fresh(page: Page): Promise<number> {
  const shown = await page.evaluate(
    (known) => {
      const own = (element: Element | null): string => {
        if (!element) return ''
        const told = /^(class|type|role|disabled|checked|open|hidden|multiple|data-.*|aria-(current|expanded|invalid|selected|pressed))$/
        const said = [...element.attributes].filter(({ name }) => told.test(name))
        return `${element.tagName} ${said.map(({ name, value }) => `${name}=${value.length < 30 ? value : ''}`).join(' ')}`
      }
      const before = new Set(known)
      const found = new Map<string, Element>()
      for (const element of document.body.querySelectorAll('*')) {
        const shape = [element, element.parentElement, element.parentElement?.parentElement ?? null].map(own).join(' < ')
        if (!before.has(shape) && !found.has(shape)) found.set(shape, element)
      }
      Object.assign(window, { fresh: [...found.values()] })
      return [...found.keys()]
    },
    [...seen],
  )
  for (const shape of shown) seen.add(shape)
  return shown.length
}

/** Axe itself, in the page as it stands: a second page per look, as its own driver opens one, would take most of the time. */
async function axe(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const runOnly = rules ? { type: 'rule' as const, values: [...rules] } : { type: 'tag' as const, values: STANDARDS }
  const violations = await page.evaluate(async (only) => {
    const { axe, fresh } = window as unknown as { axe: typeof axeCore; fresh?: Element[] }
    const where = only.type === 'rule' && fresh ? { include: fresh } : document
    return (await axe.run(where as axeCore.ElementContext, { runOnly: only, resultTypes: ['violations'] })).violations
  }, runOnly)
  return violations.map(
    ({ id, nodes }) =>
      `${id} at ${nodes
        .slice(0, 2)
        .map(({ target }) => target.join(' '))
        .join(', ')}`,
  )
}

describe.each(['a visitor', ...WHO])('every page that %s sees', (who) => {
  test('has nothing that axe finds, light and dark, and never scrolls sideways', async () => {
    expect(await everyPage(who, lookAt)).toEqual([])
  }, 600_000)
})

describe('axe itself', () => {
  test('finds what is planted: pale text, a field without a name, a page that is too wide', async () => {
    const { page, context } = await house.visitor({ viewport: PHONE })
    await page.goto('/', { waitUntil: 'load' })
    await page.evaluate(() => {
      const main = document.querySelector('main')
      const text = document.createElement('p')
      text.textContent = 'Bleek'
      text.setAttribute('class', 'planted')
      text.style.color = '#ddd'
      main?.append(text, document.createElement('input'))
      const wide = document.createElement('div')
      wide.style.width = '900px'
      wide.textContent = 'Breed'
      document.body.prepend(wide)
    })
    const found = (await lookAt(page)).join('\n')
    for (const fault of ['color-contrast at .planted', 'label at #inhoud > input', 'too wide at 320']) expect(found).toContain(fault)
    await context.close()
  }, 60_000)
})

describe('what anybody reads', () => {
  const shown = () => [...html].filter(([name]) => name.startsWith('a visitor '))

  test('machines are told valid facts on the catalogue, a thing in it, a cooperative, an answer and the national figures', () => {
    const facts = shown().flatMap(([name, text]) => structuredIn(text).map((each) => ({ name, each })))
    expect(facts.flatMap(({ name, each }) => structuredWrong(each).map((wrong) => `${name}: ${wrong}`))).toEqual([])
    // The sweep opens one thing of the catalogue, the first of the list: work that is done, not a thing that is made.
    expect(new Set(facts.map(({ each }) => each['@type']))).toEqual(new Set(['ItemList', 'Service', 'Organization', 'Article', 'Dataset']))
  })

  test('every picture has words and its size, and only what is seen at once is not put off', () => {
    const pictures = shown().flatMap(([name, text]) => [...text.matchAll(/<img\b[^>]*>/g)].map(([tag], index) => ({ name, tag, index })))
    expect(pictures.length).toBeGreaterThan(4)
    const wrong = ({ tag, index }: { tag: string; index: number }) =>
      !/ alt="[^"]+"/.test(tag) || !/ width="\d+" height="\d+"/.test(tag) || / loading="lazy"/.test(tag) !== index > 0
    expect(pictures.filter(wrong)).toEqual([])
  })
})

describe('bytes', () => {
  const squeezed = (text: string) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length

  test('no page is above its measure', () => {
    const heavy = [...html].flatMap(([name, text]) => {
      const path = name.slice(name.indexOf(' /') + 1)
      const limit = limitOf(path)
      const bytes = squeezed(text)
      return bytes > limit ? [`${name}: ${bytes}`] : []
    })
    expect(html.size).toBeGreaterThan(40)
    expect(heavy).toEqual([])
  })

  test('a first visit takes at most seventy kilobytes in at most six requests', async () => {
    const { page, context } = await house.visitor()
    let bytes = 0
    let requests = 0
    page.on('response', async (response) => {
      requests += 1
      bytes +=
        (await response.body().catch(() => Buffer.alloc(0))).length === 0 ? 0 : Number(response.headers()['content-length'] ?? squeezed(await response.text()))
    })
    await page.goto('/', { waitUntil: 'networkidle' })
    await context.close()
    expect(requests).toBeLessThanOrEqual(WEIGHTS.requests)
    expect(bytes).toBeLessThanOrEqual(WEIGHTS.visit)
  })
})
