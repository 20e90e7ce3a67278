import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { packed } from './packed.ts'

const LONG = 'Dit staat er vaak. '.repeat(200)
const app = new Hono()
app.use(packed())
app.get('/lang', (c) => {
  c.header('Set-Cookie', 'een=1', { append: true })
  c.header('Set-Cookie', 'twee=2', { append: true })
  return c.html(LONG, 422)
})
app.get('/kort', (c) => c.text('kort'))
app.get('/foto', (c) => c.body(new Uint8Array(4000), 200, { 'Content-Type': 'image/png' }))
app.get('/weg', (c) => c.redirect('/lang', 303))
app.get('/niets-nieuws', (c) => c.body(null, 304, { 'Content-Type': 'text/html' }))

const ask = (path: string, accepted: string) => app.request(path, { headers: { 'Accept-Encoding': accepted } })

test('a page goes packed the best way that a browser takes, with its status and every cookie', async () => {
  const answer = await ask('/lang', 'gzip, deflate, br')
  expect([answer.status, answer.headers.get('content-encoding'), answer.headers.getSetCookie()]).toEqual([422, 'br', ['een=1', 'twee=2']])
  expect(brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe(LONG)
  const older = await ask('/lang', 'gzip;q=0.5, br;q=0')
  expect(older.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(Buffer.from(await older.arrayBuffer())).toString()).toBe(LONG)
})

test('who takes neither gets it as it is', async () => {
  for (const accepted of ['', 'identity', 'br;q=0, gzip;q=0.0', 'brx'])
    expect([accepted, await (await ask('/lang', accepted)).text()]).toEqual([accepted, LONG])
})

test('what is short, packed by itself, or nothing goes as it is', async () => {
  expect(await (await ask('/kort', 'br')).text()).toBe('kort')
  for (const path of ['/kort', '/foto', '/weg', '/niets-nieuws']) expect([path, (await ask(path, 'br')).headers.get('content-encoding')]).toEqual([path, null])
  expect((await ask('/weg', 'br')).headers.get('location')).toBe('/lang')
})
