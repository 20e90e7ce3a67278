import pg from 'pg'
import { prepareValue } from 'pg/lib/utils.js'
import { beginsUnit, type Sent } from './reads.ts'

/** So many statements a connection keeps for imprints; the one that was prepared longest ago makes room. */
const MOST = 400
const MOST_NAMES = 4000

const names = new Map<string, string>()
let named = 0
const prepared = new WeakMap<pg.PoolClient, Set<string>>()

/**
 * What the database answers to these questions now, as one imprint: two are equal when every row reads the same. All of it is one message,
 * in the roles and for the organisations of the questions, in a transaction that can change nothing; null where it cannot be told.
 */
export async function imprintOf(pool: pg.Pool, questions: readonly Sent[]): Promise<string | null> {
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
      text: `begin read only; ${questions.map((each, nr) => again(each, asked[nr] ?? null)).join('; ')}; commit`,
      rowMode: 'array',
    })) as unknown as { rows: string[][] }[]
    return answers.flatMap(({ rows }) => rows.flat()).join('')
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
