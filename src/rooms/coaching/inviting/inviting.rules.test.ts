import { describe, expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import { type InvitationEnd, mayInvite } from './inviting.rules.ts'

const at = startOf(day('2026-11-02'))
const taken: InvitationEnd = { what: 'taken', at, by: 'Ilse' }
const withdrawn: InvitationEnd = { what: 'withdrawn', at, by: null }
const there = (end: InvitationEnd | null, municipality = 'wilgendam') => ({ municipality, end })

describe('a member may invite a case manager', () => {
  test.each([
    ['when nothing was asked before', [], 'yes'],
    ['not while one waits', [there(null)], 'waits'],
    ['again after taking one back', [there(withdrawn)], 'yes'],
    ['not once somebody took one', [there(withdrawn), there(taken)], 'taken'],
    ['at a new municipality, whatever the old one did', [there(taken, 'elders'), there(null, 'elders')], 'yes'],
  ])('%s', (_, before, answer) => {
    expect(mayInvite(before, 'wilgendam')).toBe(answer)
  })
})
