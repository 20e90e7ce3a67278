import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { latestOf, newestVersions } from './resident.rules.ts'

const on = (when: string, label: string) => ({ on: day(when), label, note: '', href: '' })
const labels = (found: ReturnType<typeof latestOf>) => found.shown.map(({ label }) => label)

describe('what happened to a case', () => {
  test('stands newest first; on one day what was told later stands higher', () => {
    expect(labels(latestOf([on('2026-09-01', 'sent'), on('2026-10-02', 'first'), on('2026-10-02', 'second'), on('2026-09-30', 'granted')]))).toEqual([
      'second',
      'first',
      'granted',
      'sent',
    ])
  })
  test('leaves out what is older than the page holds, and says so', () => {
    const two = [on('2026-09-01', 'old'), on('2026-09-02', 'new')]
    expect([labels(latestOf(two, 1)), latestOf(two, 1).more]).toEqual([['new'], true])
    expect([labels(latestOf(two, 2)), latestOf(two, 2).more]).toEqual([['new', 'old'], false])
    expect(latestOf([], 1)).toEqual({ shown: [], more: false })
  })
})

describe('the statements of a resident', () => {
  test('are the newest version of each month, whatever the order they come in', () => {
    const of = (tenant: string, month: string, version: number) => ({ tenant, month, version })
    expect(newestVersions([of('a', '2026-09', 1), of('a', '2026-09', 2), of('a', '2026-10', 1), of('b', '2026-09', 1)])).toEqual([
      of('a', '2026-10', 1),
      of('a', '2026-09', 2),
      of('b', '2026-09', 1),
    ])
  })
})
