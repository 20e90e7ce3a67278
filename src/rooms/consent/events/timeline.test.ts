import { expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import type { RequestFile } from '../file/request-file.ts'
import { timelineOf } from './timeline.ts'

test.each([
  ['2026-11-18', ['done 8 okt', 'now 18 nov', 'later 19 nov']],
  ['2026-11-27', ['done 8 okt', 'done 19 nov', 'now 27 nov']],
])('the last day to decide comes before today once it is over: %s', (today, expected) => {
  const sent = { kind: 'sent', sentBy: 'member', on: day('2026-10-08'), recordedAt: startOf(day('2026-10-08')) } as const
  const file = { request: { events: [sent] }, teams: [], deadline: { last: day('2026-11-19') }, today: day(today) } as unknown as RequestFile
  expect(timelineOf({ file, language: 'nl', municipal: true }).map(({ state, on }) => `${state} ${on}`)).toEqual(expected)
})
