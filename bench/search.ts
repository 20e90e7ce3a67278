import { bringUpToDate } from '#app/up-to-date.ts'
import { systemClock } from '#kit/clock.ts'
import { type Database, openDatabase } from '#kit/db.ts'
import { findKnowledge } from '../src/rooms/network/knowledge/knowledge.ts'
import type { Cluster } from './cluster.ts'

const NOTHING = { kind: null, topic: null, audience: null } as const
/** A word that all hold, a rare one, a phrase, a question of many words, slips of one word and of two, and nothing that occurs. */
const TYPED = [
  'coöperatie',
  'thermometer',
  'sociale coöperatie',
  'Mag iemand met bijstand factureren via de coöperatie?',
  'bijstnad',
  'faktuur thermometre',
  'qzxqzx',
]
const LIMIT_MS = 50

/** How long a search takes over so many items, on PostgreSQL and, up to ten thousand, on the embedded database: the same answers and the same limit. */
export async function searching(cluster: Cluster, rounds: number): Promise<string[]> {
  const rows: string[] = []
  await cluster.query('postgres', 'create database searched')
  const server = await openDatabase({ url: cluster.url('searched'), dataDir: null })
  const embedded = await openDatabase({ url: null, dataDir: null })
  try {
    for (const each of [server, embedded]) await bringUpToDate(each.pool, systemClock.now())
    for (const items of [100, 1_000, 10_000, 100_000]) {
      await fillTo(server, items)
      rows.push(row(`Search over ${items} items, PostgreSQL`, await times(server, rounds), items <= 10_000))
      if (items > 10_000) continue
      await fillTo(embedded, items)
      rows.push(row(`Search over ${items} items, embedded`, await times(embedded, rounds), true))
      rows.push(await sameAnswers(server, embedded, items))
    }
  } finally {
    await server.close()
    await embedded.close()
  }
  return rows
}

/** More items made of what came with the program, each with words of its own, so that a common word is in all and a rare one in few. */
async function fillTo({ pool }: Database, items: number): Promise<void> {
  const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from network.knowledge_shown')
  const from = rows[0]?.n ?? 0
  await pool.query(
    `with base as (select s.*, row_number() over (order by slug) - 1 as nr, count(*) over () as of from network.knowledge_shown s where slug !~ '-x[0-9]+$'),
     more as (select gen_random_uuid() as id, b.*, n from generate_series($1::int + 1, $2::int) n join base b on b.nr = n % b.of),
     item as (insert into network.knowledge_item (id, slug, review_on, began_at) select id, slug || '-x' || n, '2030-01-01', '2026-01-01' from more)
     insert into network.knowledge_shown (item, version, slug, kind, title, intro, plain, audiences, topics, links, words)
     select id, version, slug || '-x' || n, kind, title || ' ' || n, intro, plain || ' ' || translate(md5(n::text), '0123456789', 'ghijklmnop'), audiences, topics, links,
       setweight(to_tsvector('network.dutch', title || ' ' || n), 'A') || setweight(to_tsvector('network.dutch', intro), 'B')
         || setweight(to_tsvector('network.dutch', plain || ' ' || translate(md5(n::text), '0123456789', 'ghijklmnop')), 'D') from more`,
    [from, items],
  )
  await pool.query(
    `insert into network.knowledge_word select translate(substr(md5(n::text), 1, 9), '0123456789', 'ghijklmnop') from generate_series($1::int + 1, $2::int) n on conflict do nothing`,
    [from, items],
  )
  await pool.query('analyze network.knowledge_shown')
  await pool.query('analyze network.knowledge_word')
}

const visiting = { role: 'opbloei_app', organisation: null, person: null } as const
const find = (database: Database, typed: string) => database.unit(visiting, (tx) => findKnowledge(tx, typed, NOTHING))

async function times(database: Database, rounds: number): Promise<{ readonly typed: string; readonly ms: number }[]> {
  for (const typed of TYPED) await find(database, typed)
  const all: { typed: string; ms: number }[] = []
  for (let round = 0; round < rounds; round++)
    for (const typed of TYPED) {
      const begun = performance.now()
      await find(database, typed)
      all.push({ typed, ms: performance.now() - begun })
    }
  return all.toSorted((a, b) => a.ms - b.ms)
}

async function sameAnswers(server: Database, embedded: Database, items: number): Promise<string> {
  let other = 0
  for (const typed of TYPED) {
    const [there, here] = [await find(server, typed), await find(embedded, typed)]
    if (JSON.stringify(there) !== JSON.stringify(here)) other++
  }
  return `| Other answers on the two databases, ${items} items | ${other} of ${TYPED.length} | 0 | ${other === 0 ? 'yes' : '**no**'} | titles, order, hits and counts |`
}

function row(what: string, all: readonly { readonly typed: string; readonly ms: number }[], judged: boolean): string {
  const middle = all[Math.floor(all.length / 2)]?.ms ?? 0
  const late = all[Math.floor(all.length * 0.95)]
  const held = judged ? ((late?.ms ?? 0) <= LIMIT_MS ? 'yes' : '**no**') : ''
  return `| ${what} | ${(late?.ms ?? 0).toFixed(1)} ms | ${judged ? `≤ ${LIMIT_MS} ms` : ''} | ${held} | p95 of ${all.length} searches; median ${middle.toFixed(1)} ms, longest for "${all.at(-1)?.typed}" |`
}
