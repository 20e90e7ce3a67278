import type pg from 'pg'
import { describe, expect, test } from 'vitest'
import { imprintOf } from './imprint.sql.ts'

/** A connection that answers to everything but what a test makes it refuse, and remembers what it was asked. */
function answering(refused: (text: string) => { code: string } | null) {
  const asked: string[] = []
  const query = async (given: string | { text: string }) => {
    const text = typeof given === 'string' ? given : given.text
    asked.push(text)
    const error = refused(text)
    if (error) throw error
    return [{ rows: [] }, { rows: [['1:1:']] }, { rows: [['imprint']] }]
  }
  return { asked, pool: { connect: async () => ({ query, release: () => {} }) } as unknown as pg.Pool }
}

const question = (text: string) => [{ role: null, text, values: [] }]
const preparing = (code: string) => (text: string) => (text.startsWith('prepare') ? { code } : null)

describe('an imprint', () => {
  test('is told by a new connection that finds what the one before it prepared', async () => {
    expect(await imprintOf(answering(preparing('42P05')).pool, question('select 1 as known'))).toEqual({ snapshot: '1:1:', imprint: 'imprint' })
  })

  test('is none where a statement cannot be prepared or asked, and the transaction is given up', async () => {
    expect(await imprintOf(answering(preparing('42601')).pool, question('select 2 as wrong'))).toBe(null)
    const { asked, pool } = answering((text) => (text.startsWith('begin') ? { code: '42883' } : null))
    expect(await imprintOf(pool, question('select 3 as wrong'))).toBe(null)
    expect(asked.at(-1)).toBe('rollback')
  })

  test('of more statements than a connection keeps lets the oldest go, and asks for it anew when it comes back', async () => {
    const { asked, pool } = answering(() => null)
    for (let nr = 0; nr <= 400; nr++) await imprintOf(pool, question(`select ${nr} as many`))
    // A connection is one object here for each question, as the pool gives it: what is kept is kept per connection.
    expect(asked.some((text) => text.startsWith('deallocate'))).toBe(false)
    const one = await pool.connect()
    const same = { connect: async () => one } as unknown as pg.Pool
    for (let nr = 0; nr <= 400; nr++) await imprintOf(same, question(`select ${nr} as many`))
    expect(asked.filter((text) => text.startsWith('deallocate'))).toHaveLength(1)
    const before = asked.length
    await imprintOf(same, question('select 0 as many'))
    expect(asked.slice(before).some((text) => text.startsWith('prepare'))).toBe(true)
  })
})
