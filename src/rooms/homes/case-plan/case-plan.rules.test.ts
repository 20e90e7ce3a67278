import { expect, test } from 'vitest'
import { hasPart } from './case-plan.rules.ts'

test.each([
  ['a draft is not at the municipality yet', 'draft', 'none', false],
  ['a request waits', 'waiting', 'none', true],
  ['a request waits for an answer of the member', 'incomplete', 'none', true],
  ['a consent that begins later', 'granted', 'upcoming', true],
  ['a consent that runs', 'granted', 'inForce', true],
  ['a consent that stands still', 'granted', 'suspended', true],
  ['a consent that ended', 'granted', 'ended', false],
  ['a refusal', 'refused', 'none', false],
  ['a request that was taken back', 'withdrawn', 'none', false],
  ['a request that was left unprocessed', 'unprocessed', 'none', false],
] as const)('%s', (_, procedure, effect, part) => {
  expect(hasPart(procedure, effect)).toBe(part)
})
