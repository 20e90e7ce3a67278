import { describe, expect, test } from 'vitest'
import { onlyReads, questionsOf, type Sent, sameQuestions } from './reads.ts'

const begin = "begin; select set_config('role', 'opbloei_app', true), set_config('app.org', 'a', true)"
const sent = (...texts: string[]): Sent[] => texts.map((text) => ({ role: null, text, values: [] }))
const reads = (...texts: string[]) => ({ sent: sent(...texts), mixed: false })

describe('a page that can be sent again', () => {
  test('only read, in units that began and ended', () => {
    expect(onlyReads(reads(begin, 'select 1', 'with a as (select 2) select * from a', 'commit'))).toBe(true)
    expect(onlyReads(reads('select "updated_at", "deleted_on" from "access"."share"'))).toBe(true)
  })

  test.each([
    'insert into access.look values (1)',
    'with gone as (delete from access.look returning *) select * from gone',
    'select * from access.look for update',
    'select * from access.look for no key update skip locked',
    'select * from access.look FOR KEY SHARE',
    "select nextval('a')",
    "select set_config('app.org', 'b', true)",
    'select pg_advisory_xact_lock(1)',
    'select * from access.look order by random()',
    'savepoint tried',
    'update access.look set a = 1',
  ])('changed nothing, unlike %s', (text) => {
    expect(onlyReads(reads(begin, text, 'commit'))).toBe(false)
  })

  test('asked nothing of which nobody told', () => {
    expect(onlyReads({ sent: sent('select 1'), mixed: true })).toBe(false)
  })

  test('is asked again without the ends of its units', () => {
    expect(questionsOf(reads(begin, 'select 1', 'commit')).map(({ text }) => text)).toEqual([begin, 'select 1'])
  })
})

describe('the same questions', () => {
  const asked = (...values: unknown[]): Sent[] => [{ role: 'opbloei_app', text: 'select $1', values }]

  test('have the same words, roles and values', () => {
    expect(sameQuestions(asked('a', 1, 2n, null, ['x']), asked('a', 1, 2n, null, ['x']))).toBe(true)
    for (const [a, b] of [
      [asked('a'), asked('b')],
      [asked(1), asked('1')],
      [asked(2n), asked(2)],
      [asked(['x']), asked(['x', 'y'])],
      [asked(null), asked()],
      [asked('a'), [...asked('a'), ...asked('a')]],
      [asked('a'), [{ ...asked('a')[0], role: null } as Sent]],
      [asked('a'), [{ ...asked('a')[0], text: 'select $1::text' } as Sent]],
    ] as const)
      expect(sameQuestions(a, b)).toBe(false)
  })

  test('may be asked at another moment', () => {
    expect(sameQuestions(asked(Temporal.Instant.from('2026-11-27T09:00Z')), asked(Temporal.Instant.from('2026-11-27T09:01Z')))).toBe(true)
  })
})
