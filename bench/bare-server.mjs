// L7: the least that any page costs, a page of 8 kB from node:http with nothing behind it. With the address of a database it asks nine small questions first,
// one after the other as a page of a house does: what such a page costs at least.
import { createServer } from 'node:http'
import pg from 'pg'

const [, , database] = process.argv
const QUESTIONS = 9
const page = Buffer.from(`<!doctype html><html lang=nl><title>x</title><body>${'<p>Regel met tekst en getallen 1.234,56</p>'.repeat(190)}</body></html>`)
const head = { 'content-type': 'text/html; charset=utf-8', 'content-length': page.length }
const pool = database ? new pg.Pool({ connectionString: database, max: 8 }) : null
const server = createServer(async (_, answer) => {
  if (pool) await ask(pool)
  answer.writeHead(200, head)
  answer.end(page)
}).listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))

async function ask(pool) {
  const client = await pool.connect()
  for (let nr = 0; nr < QUESTIONS; nr++) await client.query({ name: 'small', text: 'select $1::int as nr', values: [nr] })
  client.release()
}
