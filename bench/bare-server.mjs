// L7: the least that any page costs, a page of 8 kB from node:http with nothing behind it.
import { createServer } from 'node:http'

const page = Buffer.from(`<!doctype html><html lang=nl><title>x</title><body>${'<p>Regel met tekst en getallen 1.234,56</p>'.repeat(190)}</body></html>`)
const head = { 'content-type': 'text/html; charset=utf-8', 'content-length': page.length }
const server = createServer((_, answer) => {
  answer.writeHead(200, head)
  answer.end(page)
}).listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
