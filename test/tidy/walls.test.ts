import { createRequire } from 'node:module'
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'
import { describe, expect, test } from 'vitest'
import { rooms } from '../../src/app/rooms.ts'
import { planted, readSources } from './sources.ts'

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: NonNullable<IFlattenedRuleSet['forbidden']>
  options: Record<string, unknown>
}

/** Each wall, and the files planted behind it that must be caught; a rule that needs no plant of its own is not in it. */
const behind: Readonly<Record<string, readonly string[]>> = {
  'looks-down:consent': ['src/rooms/consent/up.ts', 'src/rooms/consent/sideways.ts'],
  'front-door:members': ['src/rooms/consent/side-door.ts'],
  'front-door:outside': ['src/app/side-door.ts'],
  'no-relative-leaving': ['src/rooms/consent/leans.ts', 'src/rooms/consent/relative.ts', 'src/rooms/consent/side-door.ts'],
  'only-listed-rooms': ['src/rooms/shed/shed.ts'],
  'no-cycles': ['src/rooms/consent/chicken.ts'],
  'pure-rules': ['src/rooms/consent/impure.rules.ts'],
  'pure-door': ['src/rooms/members/rules.ts'],
  'pure-door-for-rules': ['src/rooms/consent/through-the-pure-door.ts'],
  'pure-rules-types': ['src/rooms/consent/types.rules.ts'],
  'kit-and-ui-know-no-room': ['src/kit/knows.ts', 'src/ui/knows.tsx'],
  'nothing-leans-on-the-app': ['src/rooms/consent/leans.ts'],
  'only-sql-speaks-kysely': ['src/rooms/consent/queries.ts'],
  'only-access-signs-in': ['src/rooms/consent/signs-in.ts'],
  'pages-do-not-ask': ['src/rooms/consent/pages/asking-page.tsx'],
  'run-time-packages-only': ['src/rooms/consent/develops.ts'],
  'can-be-found': ['src/rooms/consent/lost.ts'],
}

describe('the walls between rooms', async () => {
  const found = await caught(`${planted}/walls`)
  test.each(Object.entries(behind))('%s is awake: what was planted is found', (rule, files) => {
    expect([...new Set(found.get(rule))].sort()).toEqual([...files].sort())
  })
  test('every kind of wall has its plant', () => {
    const kinds = new Set(forbidden.map(({ name = '' }) => name.replace(/:(?!outside).*/, '')))
    expect([...kinds].filter((kind) => !Object.keys(behind).some((name) => name.replace(/:(?!outside).*/, '') === kind))).toEqual([])
  })
  test('every room has its walls', () => {
    const names = new Set(forbidden.map(({ name }) => name))
    expect(Object.keys(rooms).filter((room) => !names.has(`looks-down:${room}`) || !names.has(`front-door:${room}`))).toEqual([])
  })
  test('what may be done is not caught', () => {
    const sources = readSources(`${planted}/walls`, [/\/fine[^/]*\.tsx?$/]).map(({ path }) => path)
    expect(sources.length).toBeGreaterThan(0)
    expect([...found.values()].flat().filter((path) => sources.includes(path))).toEqual([])
  })
})

/** Which rule caught which files, in a tree of its own. */
async function caught(baseDir: string): Promise<Map<string, string[]>> {
  const result = await cruise(['src'], { ...options, exclude: undefined, baseDir, validate: true, ruleSet: { forbidden } } as never)
  const { summary } = result.output as ICruiseResult
  const found = new Map<string, string[]>()
  for (const { rule, from } of summary.violations) found.set(rule.name, [...(found.get(rule.name) ?? []), from])
  return found
}
