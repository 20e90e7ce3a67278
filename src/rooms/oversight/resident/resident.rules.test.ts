import { describe, expect, test } from 'vitest'
import { day, month } from '#kit/day.ts'
import { type Happening, latestOf, newestVersions, spansOf } from './resident.rules.ts'

const on = (when: string, label: string) => ({ on: day(when), label, note: '', href: '' })
const came = (when: string, of: string) => ({ ...on(when, `${of} came`), statement: { month: month(of), what: 'came' as const } })
const read = (when: string, of: string) => ({ ...on(when, `${of} read`), statement: { month: month(of), what: 'read' as const } })
const labels = (found: ReturnType<typeof latestOf>) => found.shown.map((line) => ('several' in line ? line.several.map(({ label }) => label) : line.label))

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

describe('statements in the timeline', () => {
  const march = [came('2026-04-02', '2026-03'), read('2026-04-09', '2026-03')]
  const april = [came('2026-05-02', '2026-04'), read('2026-05-09', '2026-04')]
  test.each<[string, Happening[], (string | string[])[]]>([
    ['two stand by themselves', march, ['2026-03 read', '2026-03 came']],
    ['three in a row are one line, nothing is lost', [...march, came('2026-05-02', '2026-04')], [['2026-04 came', '2026-03 read', '2026-03 came']]],
    [
      'anything else ends a row, on its own day',
      [...march, on('2026-04-20', 'question'), ...april],
      ['2026-04 read', '2026-04 came', 'question', '2026-03 read', '2026-03 came'],
    ],
    [
      'a row before and after what else happened',
      [on('2026-03-01', 'granted'), ...march, ...april, on('2026-06-01', 'withdrawn')],
      ['withdrawn', ['2026-04 read', '2026-04 came', '2026-03 read', '2026-03 came'], 'granted'],
    ],
    ['what is no statement is never in a row', [on('2026-03-01', 'a'), on('2026-03-02', 'b'), on('2026-03-03', 'c')], ['c', 'b', 'a']],
  ])('%s', (_, happened, lines) => {
    expect(labels(latestOf(happened))).toEqual(lines)
  })
  test('in a row count as one line of what the page holds', () => {
    const found = latestOf([on('2026-03-01', 'granted'), ...march, ...april], 1)
    expect([found.shown.length, found.more]).toEqual([1, true])
    expect(latestOf([on('2026-03-01', 'granted'), ...march, ...april], 2).more).toBe(false)
  })
  test.each([
    ['none', [], ''],
    ['one', ['2026-03'], '2026-03'],
    ['without a gap', ['2026-05', '2026-03', '2026-04'], '2026-03..2026-05'],
    ['over the turn of the year', ['2025-12', '2026-01'], '2025-12..2026-01'],
    ['with a gap', ['2026-03', '2026-05', '2026-06'], '2026-03 2026-05..2026-06'],
    ['twice the same', ['2026-03', '2026-03', '2026-04'], '2026-03..2026-04'],
    ['the same month of another year', ['2025-03', '2026-03'], '2025-03 2026-03'],
  ])('months: %s', (_, months, spans) => {
    const said = spansOf(months.map(month)).map(({ from, until }) => (from === until ? from : `${from}..${until}`))
    expect(said.join(' ')).toBe(spans)
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
