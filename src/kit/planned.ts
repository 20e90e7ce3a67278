import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { tellSent } from './kept/reads.ts'

/** A statement that came this often is one of the pages, and is planned once per connection. */
const OFTEN = 3
/** So many plans a connection keeps; statements with a list of their own length would fill it for nothing. */
const MOST_PLANS = 400
const MOST_COUNTED = 4000

const plans = new Map<string, string>()
const counts = new Map<string, number>()
const kept = new WeakMap<pg.PoolClient, PostgresPoolClient>()

/**
 * A pool whose connections keep the plans of statements that come back: planning what waits over all rooms takes longer than finding it. A plan
 * that a migration made useless ends with its connection. `role`: in which its connections are, where it is always the same.
 */
export function planned(pool: Pick<pg.Pool, 'connect' | 'options'>, role: string | null = null): PostgresPool {
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect()
      const found = kept.get(client) ?? keeping(client, role)
      kept.set(client, found)
      return found
    },
    // Whoever made the pool ends it.
    end: async () => {},
  }
}

function keeping(client: pg.PoolClient, role: string | null): PostgresPoolClient {
  let useless = false
  const query = async (text: string, values: readonly unknown[]) => {
    tellSent(role, text, values)
    const name = values.length > 0 ? planOf(text) : undefined
    if (name === undefined) return client.query(text, [...values])
    try {
      return await client.query({ name, text, values: [...values] })
    } catch (error) {
      if ((error as { code?: unknown }).code === '0A000') useless = true
      throw error
    }
  }
  return { query, release: (discard?: boolean) => client.release(discard || useless) } as unknown as PostgresPoolClient
}

function planOf(text: string): string | undefined {
  const known = plans.get(text)
  if (known !== undefined || plans.size >= MOST_PLANS) return known
  const count = (counts.get(text) ?? 0) + 1
  if (count < OFTEN) {
    if (counts.size >= MOST_COUNTED) counts.clear()
    counts.set(text, count)
    return undefined
  }
  counts.delete(text)
  const name = `plan_${plans.size}`
  plans.set(text, name)
  return name
}
