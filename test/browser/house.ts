import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { playDemo } from '#app/fill.ts'
import { day } from '#kit/day.ts'
import { demoCast } from '../../src/demo/cast.ts'
import { itIs, type TestWorld, testWorld } from '../world.ts'

/** The invented year behind a real server on the loopback, and a real browser in front of it. */
export type House = {
  readonly world: TestWorld
  readonly base: string
  /** A page in which this person is signed in; the context is the caller's to close. */
  readonly as: (name: string, options?: BrowserContextOptions) => Promise<{ page: Page; context: BrowserContext }>
  readonly visitor: (options?: BrowserContextOptions) => Promise<{ page: Page; context: BrowserContext }>
  readonly close: () => Promise<void>
}

export async function openHouse(): Promise<House> {
  const world = await testWorld()
  await playDemo(world.world.database, day('2026-11-24'), world.settings.baseUrl)
  itIs(world, '2026-11-24')
  const server: ServerType = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => server.once('listening', () => resolve()))
  const base = `http://localhost:${(server.address() as AddressInfo).port}`
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const cast = (await demoCast(world.world)).flatMap((company) => company.people)
  const visitor = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ baseURL: base, locale: 'nl-NL', ...options })
    context.setDefaultTimeout(15_000)
    return { context, page: await context.newPage() }
  }
  return {
    world,
    base,
    visitor,
    as: async (name, options) => {
      const person = cast.find((each) => each.name === name)?.person
      if (!person) throw new Error(`nobody is called ${name}`)
      const { context, page } = await visitor(options)
      await page.goto('/inloggen')
      await page.locator(`[formaction="/demo/als/${person}"], form[action="/demo/als/${person}"] button`).first().click()
      await page.waitForURL((url) => !url.pathname.startsWith('/inloggen') && !url.pathname.startsWith('/demo'))
      return { context, page }
    },
    close: async () => {
      await browser.close()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
