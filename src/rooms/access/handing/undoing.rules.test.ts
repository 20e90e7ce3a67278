import { expect, test } from 'vitest'
import { mayBeUndone } from './undoing.rules.ts'

test('a handing over can be taken back until ten minutes have passed, and not on the tenth', () => {
  const at = Temporal.Instant.from('2026-11-28T10:00:00Z')
  expect([0, 599, 600, 601].map((seconds) => mayBeUndone(at, at.add({ seconds })))).toEqual([true, true, false, false])
})
