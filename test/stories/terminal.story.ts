import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Answered, makeApp } from '#app/app.ts'
import { lockData } from '#app/program.ts'
import { testWorld } from '../world.ts'

const dir = mkdtempSync(join(tmpdir(), 'opbloei-terminal-'))
afterAll(() => rmSync(dir, { recursive: true }))

type Said = { readonly code: number | null; readonly out: string; readonly err: string }

/** The program as somebody types it. */
function opbloei(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Said> {
  return new Promise((resolve) => {
    const clean = { ...process.env, DATABASE_URL: '', DATABASE_ADMIN_URL: '', DATA_DIR: dir, ...env }
    const child = spawn(process.execPath, ['bin/opbloei.mjs', ...words], { env: clean, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { out: '', err: '' }
    child.stdout.on('data', (part) => (said.out += part))
    child.stderr.on('data', (part) => (said.err += part))
    child.on('close', (code) => resolve({ code, ...said }))
  })
}

describe('at the terminal', () => {
  test('what whoever runs it can mend is one sentence and the exit code 2', async () => {
    const wrongPort = await opbloei(['start'], { PORT: 'abc' })
    expect(wrongPort).toEqual({ code: 2, out: '', err: 'PORT is abc: that is no port. Give a whole number from 0 to 65535.\n' })
    const noSecret = await opbloei(['start'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none', SECRET: 'short' })
    expect(noSecret.code).toBe(2)
    expect(noSecret.err).toContain('SECRET')
    const noDatabase = await opbloei(['list'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none', SECRET: 'x'.repeat(32) })
    expect(noDatabase.code).toBe(2)
    expect(noDatabase.err).toBe('The database cannot be reached (ECONNREFUSED). Is PostgreSQL running, and is DATABASE_URL right?\n')
  })

  test('a file that is not there, and one that is no JSON, are told in one sentence', async () => {
    const file = join(dir, 'half.json')
    expect(await opbloei(['preview', '--file', file])).toEqual({ code: 2, out: '', err: `There is no file ${file}.\n` })
    writeFileSync(file, '{"events": [')
    const half = await opbloei(['term', '--file', file, '--json'])
    expect([half.code, half.out, half.err.split(':')[0]]).toEqual([2, '', `${file} cannot be read as JSON`])
  })

  test('migrate before the first start leaves the place of the demo world free', async () => {
    const said = await opbloei(['migrate'])
    expect(said.code).toBe(0)
    expect(existsSync(join(dir, 'database'))).toBe(false)
    expect(existsSync(join(dir, 'lock'))).toBe(false)
  })

  test('a second program on the same data is refused with a sentence, and the lock of one that died is taken over', async () => {
    const unlock = lockData(dir)
    writeFileSync(join(dir, 'lock'), String(process.pid))
    const second = await opbloei(['migrate'])
    expect(second.code).toBe(2)
    expect(second.err).toContain(`process ${process.pid}`)
    unlock()
    writeFileSync(join(dir, 'lock'), '999999999')
    expect((await opbloei(['migrate'])).code).toBe(0)
  })

  test('every command explains itself, those for developers too', async () => {
    const all = await opbloei(['help'])
    const names = [...all.out.matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name)
    expect(names).toEqual(expect.arrayContaining(['start', 'demo', 'list', 'verify', 'simulate', 'export', 'invite', 'migrate']))
    for (const name of ['simulate', 'test', 'bench']) {
      const said = await opbloei([name, '--help'])
      expect(said.code).toBe(0)
      expect(said.out).toMatch(/^Usage: /)
    }
    expect((await opbloei(['dance'])).code).toBe(2)
  })
})

describe('what the log may hold of a request', () => {
  test('is the pattern of its address, never the address', async () => {
    const told: Answered[] = []
    const app = makeApp(await testWorld(), (facts) => told.push(facts))
    await app.request('/bonnen/0190b5a0-0000-7000-8000-000000000001?naam=Samira')
    await app.request('/gezondheid')
    await app.request('/bestaat-niet/0190b5a0-0000-7000-8000-000000000001')
    expect(told.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual(['GET /bonnen/:id 303', 'GET /gezondheid 200', 'GET * 404'])
  })

  test('and every answer carries the content policy, also health and files', async () => {
    const { app } = await testWorld()
    for (const path of ['/gezondheid', '/bestanden/opbloei.js', '/'])
      expect((await app.request(path)).headers.get('content-security-policy'), path).toContain("default-src 'self'")
  })
})
