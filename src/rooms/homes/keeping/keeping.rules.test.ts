import { expect, test } from 'vitest'
import type { Day } from '#kit/day.ts'
import { knowledgeIn } from './keeping.rules.ts'

test('of all that waits a home shows the knowledge of the own role alone, with its title', () => {
  const until = '2026-11-01' as Day
  const all = [
    { what: 'knowledgeToCheck', about: 'coach Wat doet een coach?', until },
    { what: 'knowledgeAsked', about: 'coach Een eerste gesprek', until },
    { what: 'knowledgeAsked', about: 'board De jaarvergadering', until },
    { what: 'application', about: 'coach Samira', until },
  ] as const
  expect(knowledgeIn(all, 'coach')).toEqual([
    { title: 'Wat doet een coach?', asked: false, reviewOn: until },
    { title: 'Een eerste gesprek', asked: true, reviewOn: until },
  ])
})
