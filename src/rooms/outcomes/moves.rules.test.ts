import { expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import type { MemberJourney } from '#rooms/members'
import { membersOnDay, movesIn } from './moves.rules.ts'

const journey = (name: string, ...steps: (readonly [string, 'trial' | 'member' | 'former'])[]): MemberJourney => ({
  member: name as MemberId,
  number: 1,
  name,
  steps: steps.map(([on, stage]) => ({
    stage,
    on: day(on),
    until: null,
    reason: null,
    destination: stage === 'former' ? 'paidWork' : null,
    recordedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
  })),
})
const all = [
  journey('stays', ['2025-03-01', 'member']),
  journey('goes', ['2025-03-01', 'member'], ['2026-06-30', 'former']),
  journey('comes', ['2026-01-01', 'trial'], ['2026-04-01', 'member']),
  journey('back', ['2025-01-01', 'member'], ['2026-02-01', 'former'], ['2026-09-01', 'member']),
  journey('tries', ['2026-01-01', 'trial'], ['2026-03-01', 'former']),
]

test('members on a day, and who came and went in a year, agree', () => {
  const { joined, left } = movesIn(all, 2026, day('2026-12-31'))
  expect([joined, left.length]).toEqual([2, 2])
  expect(membersOnDay(all, day('2025-12-31')).size + joined - left.length).toBe(membersOnDay(all, day('2026-12-31')).size)
})

test('whoever leaves on a day is no member that day, and a trial that ends is nobody who left', () => {
  expect(membersOnDay(all, day('2026-06-29')).has('goes' as MemberId)).toBe(true)
  expect(membersOnDay(all, day('2026-06-30')).has('goes' as MemberId)).toBe(false)
  expect(movesIn(all, 2026, day('2026-06-29')).left.map(({ member }) => member)).toEqual(['back'])
})
