import { bringUpToDate } from '#app/up-to-date.ts'
import { systemClock } from '#kit/clock.ts'
import { type Database, openDatabase } from '#kit/db.ts'
import { actAs, type OrganisationId, type PersonId } from '#rooms/access'
import { findQuestions } from '../src/rooms/network/knowledge/asking/asking.ts'
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
      if (items < 10_000) continue
      for (const each of [server, embedded]) await fillQuestions(each, items)
      const both = `Search over ${items} items and ${items} questions`
      rows.push(row(`${both}, PostgreSQL`, await times(server, rounds, findWithQuestions), true))
      rows.push(row(`${both}, embedded`, await times(embedded, rounds, findWithQuestions), true))
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
const findItems = (database: Database, typed: string) => database.unit(visiting, (tx) => findKnowledge(tx, typed, NOTHING))

const ASKER = { person: '00000000-0000-7000-8000-0000000000a1' as PersonId, organisation: '00000000-0000-7000-8000-0000000000b1' as OrganisationId }

/** Questions of another organisation to everybody, each with an answer, made of what came with the program. */
async function fillQuestions({ pool }: Database, questions: number): Promise<void> {
  const other = '00000000-0000-7000-8000-0000000000b2'
  for (const id of [ASKER.organisation, other])
    await pool.query(
      `insert into access.organisation (id, kind, name, since) values ($1::uuid, 'cooperative', 'Coöperatie ' || right($1::text, 2), '2026-01-01')`,
      [id],
    )
  await pool.query(`insert into access.person (id, name, language, added_at) values ($1, 'Anna', 'nl', '2026-01-01')`, [ASKER.person])
  await pool.query(
    `with base as (select s.*, row_number() over (order by slug) - 1 as nr, count(*) over () as of from network.knowledge_shown s where slug !~ '-x[0-9]+$'),
     more as (select gen_random_uuid() as id, b.title, b.intro, b.plain, b.topics from generate_series(1, $1::int) n join base b on b.nr = n % b.of),
     asked as (
       insert into network.knowledge_question (tenant, id, title, words, topics, shown_to, role, asked_by, asked_at, last_day)
       select $2, id, title, intro, topics, 'everybody', 'coach', $3, '2026-01-01', '2026-02-01' from more returning tenant, id
     ),
     answered as (
       insert into network.knowledge_answer (tenant, question, id, organisation, role, words, answered_by, answered_at)
       select $2, id, gen_random_uuid(), $2, 'coach', left(plain, 1500), $3, '2026-01-02' from more
     )
     insert into network.question_words (tenant, question, shown_to, topics, words)
     select $2, id, 'everybody', topics, setweight(to_tsvector('network.dutch', title), 'A') || to_tsvector('network.dutch', intro || ' ' || left(plain, 1500)) from more`,
    [questions, other, ASKER.person],
  )
  for (const table of ['knowledge_question', 'knowledge_answer', 'question_words']) await pool.query(`analyze network.${table}`)
}

/** What the page asks for who takes part: the items, and the questions beside them. */
async function findWithQuestions(database: Database, typed: string): Promise<unknown> {
  const found = await findItems(database, typed)
  const actor = { ...ASKER, role: 'coach', language: 'nl' } as const
  return [found, await actAs({ database, clock: systemClock }, actor, 'knowledge.read', (tx, permit) => findQuestions(tx, permit, typed, null))]
}

async function times(
  database: Database,
  rounds: number,
  find: (database: Database, typed: string) => Promise<unknown> = findItems,
): Promise<{ readonly typed: string; readonly ms: number }[]> {
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
    const [there, here] = [await findItems(server, typed), await findItems(embedded, typed)]
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
