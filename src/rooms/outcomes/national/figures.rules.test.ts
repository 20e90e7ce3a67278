import { describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import type { Destination, MemberJourney, Stage } from '#rooms/members'
import { lastToldYear, openYears, ownCounts, rounded } from './figures.rules.ts'

const at = Temporal.Instant.from('2030-01-01T00:00:00Z')
const journey = (name: string, ...steps: readonly (readonly [Stage, string, (string | null)?, (Destination | null)?])[]): MemberJourney => ({
  member: name as MemberId,
  number: null,
  name,
  steps: steps.map(([stage, on, until, destination]) => ({
    stage,
    on: day(on),
    until: until ? day(until) : null,
    reason: null,
    destination: destination ?? null,
    recordedAt: at,
  })),
})
const counted = (figure: Parameters<typeof ownCounts>[0], journeys: readonly MemberJourney[], money: Record<string, bigint> = {}, monthsClosed = 12) =>
  ownCounts(figure, 2030, { journeys, turnover: new Map(Object.entries(money)) as never, monthsClosed })

describe('a year', () => {
  test('is told from the first of April after it, and can be chosen before', () => {
    expect([lastToldYear(day('2031-03-31')), lastToldYear(day('2031-04-01')), lastToldYear(day('2031-04-02'))]).toEqual([2029, 2030, 2030])
    expect(openYears(day('2031-03-31'))).toEqual([2029, 2030, 2031])
    expect(openYears(day('2031-04-01'))).toEqual([2030, 2031])
  })
})

describe('what is counted of a cooperative', () => {
  test('is nothing where nobody was there yet', () => {
    expect(counted('members', [journey('a', ['member', '2031-01-01'])])).toBeNull()
    expect(counted('turnover', [journey('a', ['member', '2030-01-01'])], {}, 0)).toBeNull()
  })

  test('members are those of the last day: who came on it, not who left on it', () => {
    const all = [
      journey('a', ['member', '2030-12-31']),
      journey('b', ['member', '2030-01-01'], ['former', '2030-12-31']),
      journey('c', ['trial', '2030-02-01']),
    ]
    expect(counted('members', all)).toEqual({ members: 1 })
  })

  test.each([
    ['begun on the last day', [['trial', '2030-12-31', '2031-02-01']], 1],
    [
      'begun after it',
      [
        ['interested', '2030-12-01'],
        ['trial', '2031-01-01', '2031-02-01'],
      ],
      0,
    ],
    ['ended on the first day', [['trial', '2029-11-01', '2030-01-01']], 1],
    ['ended the day before', [['trial', '2029-11-01', '2029-12-31']], 0],
    [
      'became a member on the first day',
      [
        ['trial', '2029-11-01', null],
        ['member', '2030-01-01'],
      ],
      0,
    ],
    [
      'became a member on the second',
      [
        ['trial', '2029-11-01', null],
        ['member', '2030-01-02'],
      ],
      1,
    ],
    [
      'became a member on the day of the trial',
      [
        ['trial', '2030-05-01', null],
        ['member', '2030-05-01'],
      ],
      1,
    ],
    [
      'two trials',
      [
        ['trial', '2030-02-01', '2030-03-01'],
        ['trial', '2030-05-01', '2030-06-01'],
      ],
      1,
    ],
  ] as const)('a trial that %s', (_, steps, many) => {
    expect(counted('trials', [journey('a', ...steps)])).toEqual({ trials: many })
  })

  test('departures count once, with where they went the last time; who came back did not leave', () => {
    const all = [
      journey('a', ['member', '2029-01-01'], ['former', '2030-03-01', null, 'paidWork']),
      journey('b', ['member', '2029-01-01'], ['former', '2030-03-01', null, 'paidWork'], ['member', '2030-05-01']),
      journey(
        'c',
        ['member', '2029-01-01'],
        ['former', '2030-03-01', null, 'education'],
        ['member', '2030-05-01'],
        ['former', '2030-06-01', null, 'ownEnterprise'],
      ),
      journey('d', ['member', '2029-01-01'], ['former', '2029-12-31', null, 'paidWork']),
      journey('e', ['trial', '2030-01-01', '2030-02-01'], ['former', '2030-02-02']),
      journey('f', ['member', '2029-01-01'], ['former', '2030-12-31'], ['applied', '2030-12-31']),
    ]
    expect(counted('departures', all)).toEqual({ left: 3, ownEnterprise: 1, paidWork: 1, elsewhere: 1 })
  })

  test('each member of the last day is in one band of turnover', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => journey(name, ['member', '2030-01-01']))
    const money = { a: -1n, b: 0n, c: 1n, d: 100_000n, e: 100_001n, f: 500_000n, g: 500_001n, gone: 9n }
    expect(counted('turnover', all, money)).toEqual({ none: 2, low: 2, middle: 2, high: 1 })
  })
})

test('counts are rounded to fives; nobody stays nobody and five stays five', () => {
  expect([0, 5, 7, 8, 12, 13, 100].map(rounded)).toEqual([0, 5, 5, 10, 10, 15, 100])
})
