import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { startProgram } from './start.ts'
import { row } from './turns.ts'
import { limitOf, WEIGHTS } from './weights.ts'

type Answer = {
  readonly status: number
  readonly type: string
  readonly bytes: number
  readonly text: string
  readonly cookies: readonly string[]
  readonly to: string | null
}

/** P12: what really goes over the line for every page that each invented person is led to, one address of each kind. */
export async function weighing(): Promise<string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'opbloei-bytes-'))
  const program = await startProgram({ DATA_DIR: dir, DATABASE_URL: '', LOG_LEVEL: 'warn' })
  try {
    const pages = new Map<string, number>()
    const doors = await ask(program.address, '/inloggen', '')
    const people = [...new Set(doors.text.match(/\/demo\/als\/[0-9a-f-]{36}/g))]
    const token = /name="_csrf" value="([^"]+)"/.exec(doors.text)?.[1] ?? ''
    await walk(program.address, '/', doors.cookies.join('; '), pages)
    for (const door of people) {
      const before = doors.cookies.join('; ')
      const entered = await ask(program.address, door, before, new URLSearchParams({ _csrf: token }).toString())
      await walk(program.address, '/start', [before, ...entered.cookies].join('; '), pages)
    }
    return [...heaviest(pages), ...(await firstVisit(program.address))]
  } finally {
    await program.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Follows links, one address of each kind for each person, and keeps the largest that was seen of each. */
async function walk(address: string, start: string, cookies: string, pages: Map<string, number>): Promise<void> {
  const seen = new Set<string>()
  const waiting = [start]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path)
    if (seen.has(kind)) continue
    seen.add(kind)
    const answer = await ask(address, path, cookies)
    if (answer.to) waiting.push(answer.to)
    if (answer.status !== 200 || !answer.type.startsWith('text/html')) continue
    pages.set(kind, Math.max(pages.get(kind) ?? 0, answer.bytes))
    waiting.push(...[...answer.text.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')))
  }
}

function kindOf(path: string): string {
  return path
    .replace(/\?.*/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\d{4}-\d{2}/g, ':month')
}

function heaviest(pages: ReadonlyMap<string, number>): string[] {
  return ([WEIGHTS.page, WEIGHTS.list] as const).map((limit) => {
    const these = [...pages].filter(([kind]) => limitOf(kind.replaceAll(':month', '2026-01')) === limit).sort(([, a], [, b]) => b - a)
    const over = these.filter(([, bytes]) => bytes > limit)
    const [kind, bytes] = these[0] ?? ['none', Number.NaN]
    const seen = over.length > 0 ? over.map(([each, size]) => `${each} ${size}`).join(', ') : `${kind}, of ${these.length} kinds of page`
    return row(`P12 heaviest ${limit === WEIGHTS.list ? 'list' : 'page'}`, `${bytes} bytes`, `≤ ${limit}`, over.length === 0, seen)
  })
}

/** All that a browser with nothing kept asks for on the front page. */
async function firstVisit(address: string): Promise<string[]> {
  const page = await ask(address, '/', '')
  const files = [...new Set([...page.text.matchAll(/(?:href|src)="(\/bestanden\/[^"]+)"/g)].map(([, path = '']) => path))]
  const sizes = await Promise.all(files.map(async (path) => [path, (await ask(address, path, '')).bytes] as const))
  const of = (ending: string) => sizes.filter(([path]) => path.endsWith(ending)).reduce((sum, [, bytes]) => sum + bytes, 0)
  const total = page.bytes + sizes.reduce((sum, [, bytes]) => sum + bytes, 0)
  const kinds = [
    ['style', of('.css'), WEIGHTS.css],
    ['script', of('.js'), WEIGHTS.script],
    ['fonts', of('.woff2'), WEIGHTS.fonts],
    ['first visit in all', total, WEIGHTS.visit],
  ] as const
  return [
    ...kinds.map(([name, bytes, limit]) => row(`P12 ${name}`, `${bytes} bytes`, `≤ ${limit}`, bytes <= limit, 'compressed, as sent')),
    row('P12 requests of a first visit', `${files.length + 1}`, `≤ ${WEIGHTS.requests}`, files.length + 1 <= WEIGHTS.requests, ''),
  ]
}

/** One request, its bytes counted as they come over the line. */
function ask(address: string, path: string, cookie: string, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, origin: address, 'accept-encoding': 'br, gzip', ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) }
    const call = request(address + path, { method: body === undefined ? 'GET' : 'POST', headers }, async (answer) => {
      const parts: Buffer[] = []
      for await (const part of answer) parts.push(part as Buffer)
      const raw = Buffer.concat(parts)
      resolve({
        status: answer.statusCode ?? 0,
        type: answer.headers['content-type'] ?? '',
        bytes: raw.length,
        text: unpacked(raw, answer.headers['content-encoding'] ?? ''),
        cookies: (answer.headers['set-cookie'] ?? []).map((each) => each.split(';')[0] ?? ''),
        to: answer.headers.location ?? null,
      })
    })
    call.on('error', reject)
    call.end(body)
  })
}

function unpacked(bytes: Buffer, encoding: string): string {
  if (encoding === 'br') return brotliDecompressSync(bytes).toString()
  return encoding === 'gzip' ? gunzipSync(bytes).toString() : bytes.toString()
}
