import { sql } from 'kysely'
import type { Tx } from './db.ts'
import { Refusal } from './refusal.ts'

/**
 * Does one of many things inside a transaction: refused, what it wrote is taken back and the others stand. Gives the refusal, or null when it was
 * done. A denied attempt and every other error still end the whole.
 */
export async function attempt(tx: Tx, run: () => Promise<unknown>): Promise<Refusal | null> {
  await sql`savepoint one_of_many`.execute(tx)
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'forbidden') throw error
    await sql`rollback to savepoint one_of_many`.execute(tx)
    await sql`release savepoint one_of_many`.execute(tx)
    return error
  }
  await sql`release savepoint one_of_many`.execute(tx)
  return null
}
