import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { simulate } from './simulate.rules.ts'

const folder = new URL('../../../../docs/simulate/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const examples = readdirSync(folder).flatMap((name) => name.match(/^(.*)\.agreement\.json$/)?.[1] ?? [])
const fits = (schema: string, value: unknown) => z.fromJSONSchema(read(schema)).safeParse(value)

describe('the worked examples of docs/simulate', () => {
  test('are at least five', () => {
    expect(examples.length).toBeGreaterThanOrEqual(5)
  })
  test.each(examples)('%s gives the expected answer', (name) => {
    expect(simulate(read(`${name}.agreement.json`), read(`${name}.events.json`))).toEqual(read(`${name}.answer.json`))
  })
  test.each(examples)('%s fits the schemas', (name) => {
    for (const kind of ['agreement', 'events', 'answer'])
      expect([kind, fits(`${kind}.schema.json`, read(`${name}.${kind}.json`)).error?.issues ?? []]).toEqual([kind, []])
  })
})

describe('a file that is not right', () => {
  const events = 'events' as const
  const agreement = 'agreement' as const
  test.each<[string, 'agreement' | 'events', string, unknown, RegExp]>([
    ['a fraction of a cent', events, 'events.0.net', 12.5, /^events\.events\[0\]\.net: expected whole cents, found 12\.5/],
    ['a month that is none', events, 'events.0.month', '2026-13', /^events\.events\[0\]\.month: expected a month as YYYY-MM, found "2026-13"/],
    ['a field nobody knows', agreement, 'versions.0.articles.4.wieght', 1, /^agreement\.versions\[0\]\.articles\[4\]\.wieght: unknown here/],
    ['a receiver nobody knows', agreement, 'versions.0.articles.4.shares.0.receiver', 'bank', /expected one of business, .* found "bank"/],
    ['no member', events, 'events.0.member', undefined, /expected either "member" or, for a shared job, "shares"/],
    ['rules that cannot be signed', agreement, 'versions.0.articles.4.shares.0.weight', 5000, /cannot be signed: \(artikel 5\) .*blijft er 10% liggen/],
    [
      'rules outside the bounds',
      agreement,
      'bounds',
      [{ kind: 'atLeast', receiver: 'municipality', base: 'result', share: 1000 }],
      /cannot be signed: Bij een maand met/,
    ],
    ['a month before the first version', agreement, 'versions.0.from', '2026-02', /no version binds "samira" in 2026-01/],
    [
      'a credit of more than was received',
      events,
      'events.7',
      { month: '2026-05', kind: 'credit', receipt: 'f4', net: 20001 },
      /credits 20001 of "f4", which has 20000 left/,
    ],
    ['a credit of nothing known', events, 'events.7', { month: '2026-05', kind: 'credit', receipt: 'x', net: 1 }, /there is no receipt "x"/],
    ['a receipt twice', events, 'events.2.id', 'f1', /"f1" was used before/],
  ])('%s is refused with its place', (_, which, place, value, message) => {
    const files = { agreement: read('1-plain-months.agreement.json'), events: read('1-plain-months.events.json') }
    const path = place.split('.')
    const last = path.pop() ?? ''
    const target = path.reduce((part, name) => part[name], files[which])
    target[last] = value
    expect(() => simulate(files.agreement, files.events)).toThrow(message)
  })
})
