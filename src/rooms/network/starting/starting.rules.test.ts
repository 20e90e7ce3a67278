import { describe, expect, test } from 'vitest'
import { modelCalled } from '../papers/models.rules.ts'
import { initiators, municipal } from './path.nl.ts'
import { standingOf, stepsOf } from './starting.rules.ts'

const none = new Set<never>()

describe.each([initiators, municipal])('the path $code', (path) => {
  const steps = stepsOf(path)

  test('has every step once, with why, who, how long and an example, and papers that exist', () => {
    expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length)
    for (const { why, who, long, example, papers } of steps) {
      for (const words of [why, who, long, example]) expect(words.trim()).not.toBe('')
      for (const code of papers) expect(modelCalled(code), code).not.toBeNull()
    }
  })

  test('begins at its first step and ends when ticks and proofs are all there', () => {
    expect(standingOf(path, none, none)).toMatchObject({ done: 0, all: steps.length, next: { key: steps[0]?.key } })
    const ticked = new Set(steps.filter(({ proof }) => !proof).map(({ key }) => key))
    const proofs = new Set(steps.flatMap(({ proof }) => (proof ? [proof] : [])))
    expect(standingOf(path, ticked, proofs)).toMatchObject({ done: steps.length, next: null })
  })

  test('believes no tick where the house itself knows', () => {
    const ticked = new Set(steps.map(({ key }) => key))
    expect(standingOf(path, ticked, none).next?.proof).toBeTruthy()
  })
})
