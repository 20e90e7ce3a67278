import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findChromium } from '../scripts/chromium.mjs'
import { startProgram } from './start.ts'
import { median, row } from './turns.ts'

/** Apache-2.0. Some 185 MB with all it needs, four times what the house itself needs to be built: so it is fetched for this measurement alone, and kept beside the machine's other temporary files. */
const VERSION = '12.8.2'
/** P13: what a page may take on a telephone (docs/performance.md). */
const GOALS = { score: 98, lcp: 1500, fcp: 1200, cls: 0.01, tbt: 50 } as const
const SLOW_LCP = 3500

type Seen = { readonly score: number; readonly lcp: number; readonly fcp: number; readonly cls: number; readonly tbt: number; readonly bytes: number }
type Profile = 'mobile' | 'slow'
type Report = {
  readonly lhr: {
    readonly categories: { readonly performance: { readonly score: number | null } }
    readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>
    readonly runtimeError?: { readonly message: string }
  }
}
type Lighthouse = (address: string, flags: object, config: object) => Promise<Report | undefined>
type Browser = { readonly port: number; readonly kill: () => void }

/** The public pages, one of each template, in both languages where the template has words of its own. */
const PAGES = [
  '/',
  '/en',
  '/wat-is-het',
  '/iets-voor-mij',
  '/voor-gemeenten',
  '/voor-klanten',
  '/starten',
  '/verhalen',
  '/cooperaties',
  '/aanbod',
  '/kennis',
  '/flyers',
  '/flyers/voor-leden',
  '/contact',
  '/voor-gemeenten/rekenhulp',
  '/aanmelden',
  '/verwijzen',
  '/inloggen',
] as const

/** P13: every public page in the mobile profile of Lighthouse, and a few over a bad line; the median of several runs of each. */
export async function lighting(runs: number, only: readonly string[] = []): Promise<string[]> {
  const { path: chromePath } = await findChromium()
  if (!chromePath) return [row('P13 Lighthouse', 'no Chromium', '', null, 'set CHROMIUM_PATH')]
  const { lighthouse, launch } = await tools()
  const dir = mkdtempSync(join(tmpdir(), 'opbloei-light-'))
  const program = await startProgram({ DATA_DIR: dir, DATABASE_URL: '', LOG_LEVEL: 'warn' })
  const browser = await launch({ chromePath, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
  try {
    const pages = [
      ...PAGES,
      ...(await firstOf(program.address, '/aanbod')),
      ...(await firstOf(program.address, '/cooperaties')),
      ...(await firstOf(program.address, '/kennis')),
    ]
    const wanted = only.length > 0 ? pages.filter((page) => only.includes(page) || only.includes(named(page))) : pages
    const rows: string[] = []
    // Once for nothing: the first page of a program that has just begun is no measure of the others.
    await seen(lighthouse, browser, program.address, 'mobile')
    for (const page of wanted) {
      const each: Seen[] = []
      for (let run = 0; run < runs; run++) each.push(await seen(lighthouse, browser, program.address + page, 'mobile'))
      rows.push(mobileRow(page, each))
    }
    for (const page of wanted.filter((each) => each === '/' || each.startsWith('/aanbod'))) {
      const each: Seen[] = []
      for (let run = 0; run < runs; run++) each.push(await seen(lighthouse, browser, program.address + page, 'slow'))
      const lcp = median(each.map((one) => one.lcp))
      rows.push(
        row(`P13 ${named(page)}, 6× slower and 400 kbit/s`, `${seconds(lcp)} s`, `≤ ${seconds(SLOW_LCP)} s`, lcp <= SLOW_LCP, 'largest picture or text'),
      )
    }
    return rows
  } finally {
    browser.kill()
    await program.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

function mobileRow(page: string, each: readonly Seen[]): string {
  const of = (what: keyof Seen) => median(each.map((one) => one[what]))
  const held = of('score') >= GOALS.score && of('lcp') <= GOALS.lcp && of('fcp') <= GOALS.fcp && of('cls') <= GOALS.cls && of('tbt') <= GOALS.tbt
  const scores = each.map(({ score }) => score)
  return row(
    `P13 ${named(page)}`,
    `${of('score')}`,
    `≥ ${GOALS.score}`,
    held,
    `largest ${seconds(of('lcp'))} s (≤ 1.5), first ${seconds(of('fcp'))} s (≤ 1.2), shift ${of('cls').toFixed(3)} (≤ 0.01), blocked ${Math.round(of('tbt'))} ms (≤ 50), ${Math.round(of('bytes') / 1024)} kB; ${Math.min(...scores)} to ${Math.max(...scores)} in ${each.length} runs`,
  )
}

async function seen(lighthouse: Lighthouse, { port }: Browser, address: string, profile: Profile): Promise<Seen> {
  const slow = { rttMs: 400, throughputKbps: 400, cpuSlowdownMultiplier: 6, requestLatencyMs: 0, downloadThroughputKbps: 0, uploadThroughputKbps: 0 }
  const settings = { onlyCategories: ['performance'], formFactor: 'mobile', ...(profile === 'slow' ? { throttling: slow } : {}) }
  const once = () => lighthouse(address, { port, output: 'json', logLevel: 'error' }, { extends: 'lighthouse:default', settings })
  // On a busy machine a recording begins too late now and then; that is no measure of the page.
  let report = await once()
  for (let again = 0; again < 3 && (!report || report.lhr.runtimeError); again++) report = await once()
  if (!report || report.lhr.runtimeError) throw new Error(`${address}: ${report?.lhr.runtimeError?.message ?? 'no report'}`)
  const { audits, categories } = report.lhr
  const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN
  return {
    score: Math.round((categories.performance.score ?? Number.NaN) * 100),
    lcp: value('largest-contentful-paint'),
    fcp: value('first-contentful-paint'),
    cls: value('cumulative-layout-shift'),
    tbt: value('total-blocking-time'),
    bytes: value('total-byte-weight'),
  }
}

/** One page of each thing that a list leads to. */
async function firstOf(address: string, list: string): Promise<string[]> {
  const page = await (await fetch(address + list)).text()
  const found = [...page.matchAll(/href="(\/[^"#?]+)"/g)].map(([, path = '']) => path).find((path) => path.startsWith(`${list}/`) && !path.includes('fotos'))
  return found ? [found] : []
}

const named = (page: string) => page.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'one')
const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2)

async function tools(): Promise<{ lighthouse: Lighthouse; launch: (how: object) => Promise<Browser> }> {
  const home = join(tmpdir(), `opbloei-lighthouse-${VERSION}`)
  const entry = join(home, 'node_modules/lighthouse/core/index.js')
  if (!existsSync(entry)) {
    const fetched = spawnSync('npm', ['install', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund', `lighthouse@${VERSION}`], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (fetched.status !== 0) throw new Error(`Lighthouse ${VERSION} could not be fetched: ${fetched.stderr}`)
  }
  const { default: lighthouse } = (await import(pathToFileURL(entry).href)) as { default: Lighthouse }
  const launcher = join(home, 'node_modules/chrome-launcher/dist/index.js')
  const { launch } = (await import(pathToFileURL(launcher).href)) as { launch: (how: object) => Promise<Browser> }
  return { lighthouse, launch }
}
