import { expect, test } from 'vitest'
import { day, startOf } from '#kit/day.ts'
import type { OrganisationId } from '#rooms/access'
import type { BenefitSource } from '../benefit.rules.ts'
import { townsFrom } from './towns.rules.ts'

const [here, there] = ['here' as OrganisationId, 'there' as OrganisationId]
const fact = (from: string, municipality: OrganisationId | null, recorded = from, source: BenefitSource = municipality ? 'participatiewetOwn' : 'unknown') => ({
  source,
  municipality,
  from: day(from),
  recordedAt: startOf(day(recorded)),
})

test('the towns that paid, in their order; another benefit of the same town is no move', () => {
  expect(townsFrom([fact('2026-10-15', there), fact('2026-01-01', here), fact('2026-05-01', here, '2026-05-01', 'participatiewetJoint')])).toEqual([
    { from: '2026-01-01', municipality: here },
    { from: '2026-10-15', municipality: there },
  ])
})

test('a move that was called off leaves the town as it was', () => {
  expect(townsFrom([fact('2026-01-01', here), fact('2026-10-15', there, '2026-10-01'), fact('2026-10-15', here, '2026-10-03')])).toEqual([
    { from: '2026-01-01', municipality: here },
  ])
})
