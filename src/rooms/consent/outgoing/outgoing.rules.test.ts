import { describe, expect, test } from 'vitest'
import { day, type Instant, startOf } from '#kit/day.ts'
import type { PersonId } from '#rooms/access'
import {
  isApproved,
  isDue,
  isOpen,
  MINUTES_TO_HOLD,
  mayBeReplaced,
  mayJudge,
  maySign,
  mayTake,
  momentAfter,
  OUTGOING_STATES,
  OUTGOING_STEPS,
  OUTGOING_TRANSITIONS,
  type OutgoingFact,
  type OutgoingStep,
  stateOf,
  whatIsRecorded,
} from './outgoing.rules.ts'

const [ilse, bart] = ['ilse', 'bart'] as unknown as [PersonId, PersonId]
const noon: Instant = startOf(day('2027-01-25')).add({ hours: 12 })
const steps = (...all: readonly (OutgoingStep | [OutgoingStep, PersonId])[]): OutgoingFact[] =>
  all.map((each, index) => {
    const [step, by] = typeof each === 'string' ? [each, ilse] : each
    const at = noon.add({ minutes: index })
    return { step, by, at, words: '', leavesAt: step === 'signed' ? at.add({ minutes: MINUTES_TO_HOLD }) : null, letters: null }
  })

describe('where a letter stands', () => {
  test.each([
    [[], 'prepared'],
    [['asked'], 'asked'],
    [['asked', 'approved'], 'approved'],
    [['asked', 'approved', 'renewed'], 'approved'],
    [['asked', 'sentBack'], 'sentBack'],
    [['asked', 'sentBack', 'asked'], 'asked'],
    [['signed'], 'signed'],
    [['signed', 'held'], 'held'],
    [['signed', 'held', 'signed', 'left'], 'left'],
    [['signed', 'stopped'], 'stopped'],
    [['dropped'], 'dropped'],
  ] as const)('%j is %s', (taken, state) => {
    expect(stateOf(steps(...taken))).toBe(state)
  })

  test('every state can be left, but for the two ends; a signed letter is never thrown away or made anew unseen', () => {
    for (const state of OUTGOING_STATES) expect(Object.keys(OUTGOING_TRANSITIONS[state]).length > 0, state).toBe(isOpen(state))
    for (const step of ['renewed', 'asked', 'approved', 'dropped', 'signed'] as const) expect(() => mayTake('signed', step), step).toThrow()
    for (const step of OUTGOING_STEPS) expect(() => mayTake('left', step), step).toThrow()
  })
})

describe('leaving', () => {
  const signed = steps('signed')
  const leavesAt = noon.add({ minutes: 10 })

  test('ten minutes after it was signed, not a moment before', () => {
    expect([isDue(signed, leavesAt.subtract({ milliseconds: 1 })), isDue(signed, leavesAt), isDue(signed, leavesAt.add({ hours: 30 }))]).toEqual([
      false,
      true,
      true,
    ])
  })
  test('not when it was held, and from the last signature when it was signed again', () => {
    expect(isDue(steps('signed', 'held'), leavesAt)).toBe(false)
    expect(isDue(steps('signed', 'held', 'signed'), leavesAt)).toBe(false)
    expect(isDue(steps('signed', 'held', 'signed'), leavesAt.add({ minutes: 2 }))).toBe(true)
  })
  test('not once more, and not before anybody signed', () => {
    for (const taken of [steps('signed', 'left'), steps('signed', 'stopped'), steps(), steps('asked', 'approved')])
      expect(isDue(taken, leavesAt.add({ hours: 1 }))).toBe(false)
  })
})

describe('four eyes', () => {
  test('a letter is approved by somebody else than who prepared it, until it is sent back', () => {
    expect(isApproved(ilse, steps('asked', ['approved', bart]))).toBe(true)
    expect(isApproved(ilse, steps('asked', ['approved', ilse]))).toBe(false)
    expect(isApproved(ilse, steps('asked', ['approved', bart], 'signed', 'held', 'asked', ['sentBack', bart]))).toBe(false)
    expect(() => mayJudge(ilse, ilse)).toThrow()
    expect(() => mayJudge(ilse, bart)).not.toThrow()
  })
  test('where the municipality asks it nobody signs without; where it does not, whoever handles the case does', () => {
    const alone = { preparedBy: ilse, steps: steps() }
    expect(() => maySign(alone, false)).not.toThrow()
    expect(() => maySign(alone, true)).toThrow()
    expect(() => maySign({ preparedBy: ilse, steps: steps('asked', ['approved', bart]) }, true)).not.toThrow()
    expect(() => maySign({ preparedBy: ilse, steps: steps('asked', ['approved', bart], 'signed', 'held') }, true), 'held: it is the same letter').not.toThrow()
    expect(() => maySign({ preparedBy: ilse, steps: steps('asked') }, false), 'a colleague is reading').toThrow()
    expect(() => maySign({ preparedBy: ilse, steps: steps('asked', ['approved', bart], 'signed') }, true), 'signed already').toThrow()
  })
})

test('one letter at a time: an open one is replaced by its own form alone, a signed one by none', () => {
  expect(() => mayBeReplaced(null, 'decision')).not.toThrow()
  expect(() => mayBeReplaced({ state: 'prepared', road: 'decision' }, 'decision')).not.toThrow()
  expect(() => mayBeReplaced({ state: 'prepared', road: 'decision' }, 'question')).toThrow()
  expect(() => mayBeReplaced({ state: 'signed', road: 'decision' }, 'decision')).toThrow()
  expect(() => mayBeReplaced({ state: 'left', road: 'decision' }, 'question')).not.toThrow()
})

test('steps stand in their order, also where the clock stands still or went back', () => {
  expect(momentAfter(undefined, noon)).toBe(noon)
  expect(momentAfter(noon, noon).epochMilliseconds).toBe(noon.epochMilliseconds + 1)
  expect(momentAfter(noon, noon.subtract({ minutes: 1 })).epochMilliseconds).toBe(noon.epochMilliseconds + 1)
  expect(momentAfter(noon, noon.add({ minutes: 1 }))).toEqual(noon.add({ minutes: 1 }))
})

test('what was read and what would be recorded now are the same but for the moment; another day of posting, or another end, is not', () => {
  const refused = { kind: 'refused', reason: 'Het plan is niet rond.', paperReference: 'Z/1', on: day('2027-01-25'), recordedAt: noon } as const
  expect(whatIsRecorded([refused])).toEqual(whatIsRecorded([{ ...refused, recordedAt: noon.add({ minutes: 10 }) }]))
  expect(whatIsRecorded([refused])).not.toEqual(whatIsRecorded([{ ...refused, on: day('2027-01-26') }]))
  expect(whatIsRecorded([refused])).not.toEqual(whatIsRecorded([]))
})
