import { expect, test } from 'vitest'
import { percentOf } from './errands.rules.ts'

test('nothing done is nothing, all done is a hundred, and a part of a step counts', () => {
  const at = (step: number, part = 0, parts = 1) => percentOf({ step, steps: 3, part, parts })
  expect([at(0), at(1), at(1, 1, 2), at(2, 999, 1000), at(3)]).toEqual([0, 33, 50, 99, 100])
})
