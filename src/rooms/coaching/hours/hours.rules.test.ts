import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { clockOf, type HoursAnswer, type HoursLine, lastDayOfTerm, minutesOf, problemOfHours, roadHours, totalsOf } from './hours.rules.ts'

const on = day('2026-11-10')
const line = (minutes: number, answer: HoursAnswer | null = null, kind: HoursLine['kind'] = 'language'): HoursLine => ({
  id: `${minutes} ${answer}`,
  kind,
  on,
  minutes,
  what: 'Taalles',
  answer,
  reason: null,
  answeredBy: null,
})

describe('hours', () => {
  test('only what a coach confirmed counts; what waits is told apart, the rest is nothing', () => {
    const lines = [line(90, 'confirmed'), line(30), line(45, 'declined'), line(60, 'takenBack'), line(120, 'confirmed', 'participation')]
    expect(totalsOf(lines)).toEqual({ language: { confirmed: 90, waiting: 30 }, participation: { confirmed: 120, waiting: 0 } })
  })

  test.each([
    ['tomorrow', '2026-11-11', 60, 'dayToCome'],
    ['today', '2026-11-10', 60, null],
    ['no time', '2026-11-10', 0, 'noTime'],
    ['to the last minute of a day', '2026-11-10', 960 - 60, null],
    ['one minute more', '2026-11-10', 960 - 59, 'tooMuch'],
    ['another day', '2026-11-09', 960, null],
  ])('%s', (_, written, minutes, problem) => {
    expect(problemOfHours({ on: day(written), minutes }, on, [line(60), line(500, 'declined'), line(500, 'takenBack')])).toBe(problem)
  })

  test.each([
    [1500n, 90, '1:30'],
    [250n, 15, '0:15'],
    [333n, 20, '0:20'],
    [10_000n, 600, '10:00'],
    [8n, 0, '0:00'],
    [9n, 1, '0:01'],
  ])('%s thousandths of an hour are %s minutes', (thousandths, minutes, told) => {
    expect([minutesOf(thousandths), clockOf(minutes)]).toEqual([minutes, told])
  })
})

describe('the road', () => {
  test('of self-reliance asks 800 and 800 hours from the day on which the law began, and not the day before', () => {
    expect(roadHours('z', day('2022-01-01'))?.hours).toEqual({ language: 800, participation: 800 })
    expect(roadHours('z', day('2021-12-31'))).toBeNull()
    expect(roadHours('z', day('2026-11-10'))?.source).toContain('Besluit inburgering 2021 (BWBR0045555) art. 3.14')
    expect(roadHours('z', day('2026-11-10'))?.doubt, 'taking part is asked of who came with asylum only').toContain('alleen voor wie hier is met asiel')
  })
  test.each(['b1', 'education', 'none'] as const)('%s counts no hours', (road) => {
    expect(roadHours(road, on)).toBeNull()
  })
  test('a row that ended counts no more from the day after', () => {
    const rows = [{ road: 'z', from: day('2022-01-01'), until: day('2026-11-10'), hours: { language: 1, participation: 1 }, source: 's', doubt: null }] as const
    expect(roadHours('z', day('2026-11-10'), rows)).not.toBeNull()
    expect(roadHours('z', day('2026-11-11'), rows)).toBeNull()
  })
  test.each([
    ['2024-03-14', '2027-03-14'],
    ['2024-02-29', '2027-02-28'],
    ['2025-12-31', '2028-12-31'],
  ])('three years begin on the day after the PIP of %s and end on %s', (pip, last) => {
    expect(lastDayOfTerm(day(pip))).toBe(last)
  })
})
