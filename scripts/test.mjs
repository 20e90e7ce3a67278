// Everything that `npm test` proves, in parts that run two at a time. The closing line counts them all.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './check.mjs'
import { findChromium } from './chromium.mjs'
import { borrowDatabase } from './postgres.mjs'
import { readJson, root, run, tool } from './run.mjs'

const reports = mkdtempSync(join(tmpdir(), 'opbloei-test-'))
const began = Date.now()

// The longest first, so that no processor waits at the end.
const parts = [
  { name: 'stories on PostgreSQL', work: storiesOnPostgres },
  { name: 'stories on PGlite', work: storiesOnPglite },
  { name: 'pages', work: () => browser('pages') },
  { name: 'browser', work: () => browser('browser') },
  { name: 'tidy', work: () => vitest('tidy', {}) },
  { name: 'check', work: checks },
  { name: 'rules', work: () => vitest('rules', {}) },
]
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const chosen = wanted.length === 0 ? parts : parts.filter(({ name }) => wanted.some((word) => name.startsWith(word)))

if (chosen.length === 0) {
  console.error(`There is no part "${wanted.join(' ')}". Choose from: ${parts.map(({ name }) => name).join(', ')}.`)
  process.exit(1)
}

let borrowed = null
const results = await twoAtATime(chosen)
await (await borrowed)?.giveBack?.()
rmSync(reports, { recursive: true, force: true })
const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
const [passed, failed, skipped] = [total('passed'), total('failed'), total('skipped')]
console.log(`\n${Math.round((Date.now() - began) / 1000)} s`)
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)

async function twoAtATime(queue) {
  const waiting = [...queue]
  const done = []
  const lane = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) done.push(await report(part))
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane))
  return done
}

async function report({ name, work }) {
  const from = Date.now()
  let result
  try {
    result = await work()
  } catch (error) {
    result = { passed: 0, failed: 1, skipped: 0, output: `${error.stack ?? error}\n` }
  }
  const seconds = ((Date.now() - from) / 1000).toFixed(0)
  const count = `${result.passed} passed, ${result.failed} failed${result.skipped > 0 ? `, ${result.skipped} skipped` : ''}`
  console.log(`${result.failed > 0 ? '✗' : '✓'} ${name}: ${count} (${seconds} s)${result.note ? `\n  ${result.note}` : ''}`)
  if (result.failed > 0) console.log(`${result.output.trimEnd()}\n`)
  return result
}

async function checks() {
  const steps = await check()
  const wrong = steps.filter(({ passed }) => !passed)
  return { passed: steps.length - wrong.length, failed: wrong.length, skipped: 0, output: wrong.map(({ name, output }) => `${name}\n${output}`).join('\n') }
}

/** Sixteen at once means more on PostgreSQL, where they really run at once: there everybody walks everywhere, and here only without it. */
async function storiesOnPglite() {
  return vitest('stories', {}, 'pglite', (await database()).url ? ['--exclude', 'test/stories/everyone.story.ts'] : [])
}

async function storiesOnPostgres() {
  const { url, why } = await database()
  if (!url) {
    const note = `!!! NOT RUN: no PostgreSQL to test on. ${why} Set DATABASE_URL to a server where a database may be created. !!!`
    return { passed: 0, failed: 0, skipped: 1, output: '', note }
  }
  return vitest('stories', { OPBLOEI_TEST_DATABASE: url }, 'postgres')
}

/** One for the run, borrowed when the first part asks for it. */
function database() {
  borrowed ??= borrowDatabase()
  return borrowed
}

async function browser(project) {
  const { path, why } = await findChromium()
  if (!path) return { passed: 0, failed: 1, skipped: 0, output: why }
  return vitest(project, { CHROMIUM_PATH: path })
}

/** Runs one project of vitest; what does not load, or has nothing in it, counts as failed. */
async function vitest(project, env, name = project, more = []) {
  const file = join(reports, `${name}.json`)
  const args = [tool('vitest', 'vitest.mjs'), 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...more]
  const { code, output } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { env: { ...process.env, NO_COLOR: '1', ...env } })
  const report = readJson(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0, output }
  const broken = report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.every(({ status }) => status !== 'failed')).length
  const failed = report.numFailedTests + broken
  const nothing = report.numPassedTests + failed === 0 || (code !== 0 && failed === 0)
  return {
    passed: report.numPassedTests,
    failed: nothing ? failed + 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    output: output.replaceAll(root, ''),
  }
}
