import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, startOf } from '#kit/day.ts'
import type { OrganisationId } from '#rooms/access'
import type { Conditions, ConsentEvent } from '../consent.rules.ts'
import { type AskedThere, endings, isNear, relocationMeaning, sharedOf } from './relocation.rules.ts'

const OLD = 'old' as OrganisationId
const NEW = 'new' as OrganisationId
const at = (on: Day) => startOf(on).add({ hours: 12 })
const laid: Conditions = {
  from: day('2026-01-01'),
  until: day('2026-12-31'),
  costKinds: ['material'],
  payOutAllowed: true,
  statementRhythm: 'monthly',
  statementDay: 10,
  statementFulfilsDuty: true,
  legalBasis: 'pw-voorziening',
  other: 'Iets wat de oude gemeente vrij schreef.',
}
const sent = (on: Day): ConsentEvent => ({ kind: 'sent', sentBy: 'member', on, recordedAt: at(on) }) as ConsentEvent
const granted = (on: Day, conditions: Conditions = laid): ConsentEvent => ({ kind: 'granted', on, conditions, recordedAt: at(on) }) as ConsentEvent
const asked = (municipality: OrganisationId, events: readonly ConsentEvent[], more: Partial<AskedThere> = {}): AskedThere => ({
  id: `${municipality} ${events.length}`,
  municipality,
  work: 'Kleding maken',
  waitingOn: [],
  events,
  ...more,
})
const running = asked(OLD, [sent(day('2025-12-01')), granted(day('2025-12-20'))])
const waits = asked(OLD, [sent(day('2026-05-01'))], { id: 'waits' })

describe('what of the old town reaches the day of moving', () => {
  test('a consent does up to its last day, and not the day after; an open request always does', () => {
    const found = (on: string) => endings([running, waits], OLD, day(on)).map(({ what, until }) => [what, until])
    expect(found('2026-12-31')).toEqual([
      ['consent', '2026-12-31'],
      ['request', null],
    ])
    expect(found('2027-01-01')).toEqual([['request', null]])
  })
  test('what was withdrawn from that day reaches it no more, one day later it does', () => {
    const withdrawn = (from: string) =>
      asked(OLD, [
        ...running.events,
        { kind: 'consentWithdrawn', from: day(from), reason: 'r', heard: 'h', on: day('2026-06-01'), recordedAt: at(day('2026-06-01')) } as ConsentEvent,
      ])
    expect(endings([withdrawn('2026-07-01')], OLD, day('2026-07-01'))).toEqual([])
    expect(endings([withdrawn('2026-07-02')], OLD, day('2026-07-01'))).toHaveLength(1)
  })
  test('nothing of another town is told', () => {
    expect(endings([asked(NEW, running.events)], OLD, day('2026-06-01'))).toEqual([])
  })
})

describe('what moving means for the work', () => {
  const meaning = (more: Partial<Parameters<typeof relocationMeaning>[0]> = {}) =>
    relocationMeaning({ asked: [running], from: OLD, to: NEW, on: day('2026-06-15'), benefit: 'same', ...more })
  test('work of the first day needs consent of the new town; with it, it may be sold', () => {
    expect(meaning().trade).toBe('elsewhere')
    expect(meaning({ asked: [running, asked(NEW, [sent(day('2026-06-01'))])] }).trade).toBe('awaiting')
    expect(meaning({ asked: [running, asked(NEW, [sent(day('2026-06-01')), granted(day('2026-06-05'))])] }).trade).toBe('may')
  })
  test('where nobody knows who pays, the coach must ask; where the benefit ends, nobody need consent', () => {
    expect(meaning({ benefit: 'unknown' }).trade).toBe('unknownBenefit')
    expect(meaning({ to: null }).trade).toBe('unknownBenefit')
    expect(meaning({ benefit: 'ends' }).trade).toBe('may')
  })
  test('work that was sold of days from the move on waits, of days before it does not', () => {
    const waitingOn = [day('2026-06-14'), day('2026-06-15'), day('2026-06-15')]
    expect(meaning({ asked: [{ ...running, waitingOn }] }).held).toEqual(['2026-06-15'])
  })
  test('a month with days in both towns has one statement; a move on the first does not share one, nor does a town that asks none', () => {
    expect(meaning().sharedMonth).toBe('2026-06')
    expect(meaning({ on: day('2026-06-01') }).sharedMonth).toBeNull()
    const silent = asked(OLD, [sent(day('2025-12-01')), granted(day('2025-12-20'), { ...laid, statementRhythm: 'none' })])
    expect(meaning({ asked: [silent] }).sharedMonth).toBeNull()
  })
})

test('what is shared holds no words that the old town wrote freely and no ground, and nothing that had ended before the move', () => {
  const shared = sharedOf([running, waits], OLD, day('2026-06-15'))
  expect(shared).toEqual([{ from: laid.from, until: laid.until, costKinds: ['material'], payOutAllowed: true, statementRhythm: 'monthly' }])
  expect(sharedOf([running], OLD, day('2027-01-01'))).toHaveLength(1)
  expect(sharedOf([running], OLD, day('2027-01-02'))).toEqual([])
})

test('a move is told of a year back and a year ahead, and not a day further', () => {
  const today = day('2026-06-15')
  expect([-367, -366, 366, 367].map((days) => isNear(addDays(today, days), today))).toEqual([false, true, true, false])
})
