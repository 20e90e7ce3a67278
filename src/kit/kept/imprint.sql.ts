import pg from 'pg'
import { prepareValue } from 'pg/lib/utils.js'
import { beginsUnit, type Sent } from './reads.ts'

/** So many statements a connection keeps for imprints; the one that was prepared longest ago makes room. */
const MOST = 400
const MOST_NAMES = 4000

const names = new Map<string, string>()
let named = 0
const prepared = new WeakMap<pg.PoolClient, Set<string>>()

/** What the database answers to a page's questions, and of which moment: as long as the snapshot is the same, nothing in it was changed. */
export type Imprint = { readonly snapshot: string; readonly imprint: string }

// The transactions that had ended, and those that had not: every change is one, so two equal answers see the same rows.
const SNAPSHOT = 'select pg_current_snapshot()::text'

/** Which changes the database shows now, as a text that is another one after each change that anybody made. */
export async function snapshotOf(pool: pg.Pool): Promise<string | null> {
  const answer = await pool.query({ name: 'snapshot', text: SNAPSHOT, rowMode: 'array' }).catch(() => null)
  return answer?.rows[0]?.[0] ?? null
}

/**
 * What the database answers to these questions now, as one imprint: two are equal when every row reads the same. All of it is one message,
 * in the roles and for the organisations of the questions, in a transaction that can change nothing; null where it cannot be told.
 */
export async function imprintOf(pool: pg.Pool, questions: readonly Sent[]): Promise<Imprint | null> {
  const asked = questions.map((each) => (beginsUnit(each) ? null : nameOf(each.text)))
  const client = await pool.connect()
  try {
    const known = prepared.get(client) ?? new Set()
    prepared.set(client, known)
    for (const [nr, name] of asked.entries()) {
      if (!name || known.has(name)) continue
      await prepare(client, name, questions[nr]?.text ?? '')
      known.add(name)
      const [oldest] = known
      if (known.size > MOST && oldest !== undefined && !asked.includes(oldest)) {
        await client.query(`deallocate ${oldest}`)
        known.delete(oldest)
      }
    }
    const answers = (await client.query({
      text: `begin read only; ${SNAPSHOT}; ${questions.map((each, nr) => again(each, asked[nr] ?? null)).join('; ')}; commit`,
      rowMode: 'array',
    })) as unknown as { rows: string[][] }[]
    const [, at, ...read] = answers
    return { snapshot: at?.rows[0]?.[0] ?? '', imprint: read.flatMap(({ rows }) => rows.flat()).join('') }
  } catch {
    await client.query('rollback').catch(() => {})
    return null
  } finally {
    client.release()
  }
}

// A new connection to the embedded database finds what the one before it prepared: a name is of one statement for ever, so that is the same one.
async function prepare(client: pg.PoolClient, name: string, text: string): Promise<void> {
  const whole = `select encode(sha256(convert_to(coalesce(string_agg(t::text, E'\\n'), ''), 'UTF8')), 'hex') from (${text}) t`
  await client.query(`prepare ${name} as ${whole}`).catch((error: { code?: unknown }) => {
    if (error.code !== '42P05') throw error
  })
}

function again(question: Sent, name: string | null): string {
  if (name === null) return question.text.replace(/^begin; /, '')
  const role =
    question.role === null
      ? ''
      : `select set_config('role', ${pg.escapeLiteral(question.role)}, true), set_config('app.org', '', true), set_config('app.person', '', true); `
  return `${role}execute ${name}${question.values.length > 0 ? `(${question.values.map(literal).join(', ')})` : ''}`
}

function literal(value: unknown): string {
  const plain = prepareValue(value)
  return plain === null || plain === undefined ? 'null' : pg.escapeLiteral(String(plain))
}

// A name is given once: a connection may still know it for the statement it was given to.
function nameOf(text: string): string {
  const found = names.get(text)
  if (found !== undefined) return found
  if (names.size >= MOST_NAMES) names.clear()
  const name = `imprint_${named++}`
  names.set(text, name)
  return name
}
