import { describe, expect, test } from 'vitest'
import type { MemberId, OrganisationId, PersonId } from '#rooms/access'
import { type ArrivalRules, mayBeGiven, standsInQueue, type TeamAsked, type TeamId, teamOnArrival, whoHears } from './teams.rules.ts'

const [north, south, closed] = ['north', 'south', 'closed'] as unknown as readonly [TeamId, TeamId, TeamId]
const [bloesem, kade] = ['bloesem', 'kade'] as unknown as readonly [OrganisationId, OrganisationId]
const [ilse, olaf, nora] = ['ilse', 'olaf', 'nora'] as unknown as readonly [PersonId, PersonId, PersonId]
const open = new Set([north, south])
const rules = (usual: TeamId | null, kadeTo: TeamId | null = null): ArrivalRules => ({ usual, byCooperative: new Map(kadeTo ? [[kade, kadeTo]] : []) })

describe('a new file', () => {
  test('comes to nobody’s team while no rule was laid down', () => expect(teamOnArrival(bloesem, null, rules(null), open)).toBeNull())
  test('comes to the usual team, and from a cooperative with a rule of its own to that one', () => {
    expect(teamOnArrival(bloesem, null, rules(north, south), open)).toBe(north)
    expect(teamOnArrival(kade, null, rules(north, south), open)).toBe(south)
    expect(teamOnArrival(kade, null, rules(null, south), open)).toBe(south)
  })
  test('stays at the team it has', () => expect(teamOnArrival(kade, north, rules(north, south), open)).toBe(north))
  test('never comes to a team that was closed: the next rule holds', () => {
    expect(teamOnArrival(kade, closed, rules(north, south), open)).toBe(south)
    expect(teamOnArrival(kade, null, rules(north, closed), open)).toBe(north)
    expect(teamOnArrival(bloesem, null, rules(closed), open)).toBeNull()
  })
})

describe('what is nobody’s stands in the queue', () => {
  const seen = (asked: TeamAsked, mine: readonly TeamId[]) => [null, north, south].filter((team) => standsInQueue(team, asked, new Set(mine)))
  test('of the own teams with what has no team', () => expect(seen(null, [north])).toEqual([null, north]))
  test('of every team for whoever is in none, so that no queue is left without eyes', () => expect(seen(null, [])).toEqual([null, north, south]))
  test('of the team, of none or of all, as was asked', () => {
    expect(seen(south, [north])).toEqual([south])
    expect(seen('none', [north])).toEqual([null])
    expect(seen('every', [north])).toEqual([null, north, south])
  })
})

describe('who hears that something waits', () => {
  const everybody = [ilse, olaf, nora]
  const peopleOf = new Map([[north, [ilse, olaf]]])
  test('the own case manager alone, whatever the team', () => expect(whoHears(nora, north, peopleOf, everybody)).toEqual([nora]))
  test('the people of the team of what is nobody’s', () => expect(whoHears(null, north, peopleOf, everybody)).toEqual([ilse, olaf]))
  test('everybody where there is no team, or nobody in it', () => {
    expect(whoHears(null, null, peopleOf, everybody)).toEqual(everybody)
    expect(whoHears(null, south, peopleOf, everybody)).toEqual(everybody)
  })
  test('not whoever left the municipality, and everybody where all of the team left', () => {
    expect(whoHears(null, north, peopleOf, [ilse, nora])).toEqual([ilse])
    expect(whoHears(null, north, peopleOf, [nora])).toEqual([nora])
  })
})

test('a file is given away by whoever handles it, and by anybody when nobody does', () => {
  const sem = 'sem' as unknown as MemberId
  const handled = new Map([[sem as PersonId, { professional: ilse }]])
  expect([mayBeGiven(sem, ilse, handled), mayBeGiven(sem, olaf, handled), mayBeGiven(sem, olaf, new Map())]).toEqual([true, false, true])
})
