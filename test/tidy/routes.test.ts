import { describe, expect, test } from 'vitest'
import { makeApp } from '#app/app.ts'
import { OPEN } from '#app/open.ts'
import { mountedRoutes, type Route, routesInSources } from '../routes.ts'
import { house, planted, readSources, type Source } from './sources.ts'

const reads = [/^src\/.*(?<!\.test)\.tsx?$/]
const name = ({ method, path }: Route) => `${method} ${path}`

describe('every route names an action or says that it is open, and why', () => {
  const program = { world: { database: { kind: 'embedded' }, clock: {} }, settings: {} }
  const apps = (['demo', 'real'] as const).map((kind) => makeApp({ ...program, kind } as never))
  const mounted = [...new Map(apps.flatMap(mountedRoutes).map((route) => [name(route), route])).values()]

  test('holds in this house', () => {
    expect(mounted.length, 'a gate that reads nothing praises everything').toBeGreaterThan(10)
    expect(unguarded(mounted, readSources(house, reads))).toEqual([])
  })
  test('a reason is given for each open route, and each exists', () => {
    const names = mounted.map(name)
    expect(Object.entries(OPEN).filter(([route, reason]) => reason.length < 5 || (!names.includes(route) && route !== 'GET /'))).toEqual([])
  })
  test('is awake: what was planted is found', () => {
    const sources = readSources(`${planted}/routes`, reads)
    expect(unguarded(routesInSources(sources), sources)).toEqual(['GET /forgotten', 'POST /misspelt'])
  })
})

function unguarded(routes: readonly Route[], sources: readonly Source[]): string[] {
  const guarded = new Set(
    routesInSources(sources)
      .filter(({ actions }) => actions.length > 0)
      .map(name),
  )
  return routes.map(name).filter((route) => !guarded.has(route) && !Object.hasOwn(OPEN, route))
}
