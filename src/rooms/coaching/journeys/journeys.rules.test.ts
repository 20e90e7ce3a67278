import { describe, expect, test } from 'vitest'
import { addDays, day, startOf } from '#kit/day.ts'
import { adapted, type Mark, nextStepOf, problemOfSteps, progressOf, standardSteps, TRACKS, type TypedStep } from './journeys.rules.ts'

const first = day('2026-03-02')
const mark = (key: string, done: boolean, days: number): Mark => ({ key, done, on: addDays(first, days), by: null, at: startOf(addDays(first, days)) })

describe('the standard steps', () => {
  test.each(TRACKS)('%s has steps with a title, a reason and help in two languages, each key once', (track) => {
    const steps = standardSteps(track)
    expect(steps.length).toBeGreaterThanOrEqual(5)
    expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length)
    for (const { nl, en } of steps) {
      for (const words of [nl.title, nl.why, nl.help, en.title, en.why, en.help]) expect(words.length).toBeGreaterThan(5)
      expect(nl.title).not.toBe(en.title)
      // B1: a sentence of a step stays under fifteen words.
      for (const sentence of `${nl.why} ${nl.help}`.split(/[.?!]/)) expect(sentence.trim().split(/\s+/).length).toBeLessThan(15)
    }
    expect(problemOfSteps(steps, [])).toBeNull()
  })

  test('each says how it is done: here, on a page that takes some minutes, or by somebody else', () => {
    const doing = TRACKS.flatMap((track) =>
      standardSteps(track).map(({ key }, at, all) => {
        const next = nextStepOf({ track, ownSteps: null, doneKeys: all.slice(0, at).map((each) => each.key) })
        const how = next?.doing
        return `${track} ${next?.step.key === key ? key : 'another'}: ${typeof how === 'object' ? `${how.tool}, ${how.minutes} minutes` : how}`
      }),
    )
    expect(doing).toEqual([
      'restAndBuild need: nodig, 5 minutes',
      'restAndBuild rhythm: here',
      'restAndBuild place: here',
      'restAndBuild firstJob: here',
      'restAndBuild lookBack: here',
      'restAndBuild more: here',
      'plan idea: plan, 15 minutes',
      'plan customers: here',
      'plan price: plan, 15 minutes',
      'plan money: plan, 20 minutes',
      'plan try: here',
      'plan check: plan, 5 minutes',
      'plan town: wait',
      'moneyMatters overview: here',
      'moneyMatters name: geldhulp, 2 minutes',
      'moneyMatters consent: wait',
      'moneyMatters agree: wait',
      'moneyMatters statement: geldhulp, 2 minutes',
      'moneyMatters lookBack: here',
      'language road: uren, 2 minutes',
      'language buddy: here',
      'language words: here',
      'language hours: uren, 2 minutes',
      'language pip: uren, 2 minutes',
      'withoutBenefit check: wait',
      'withoutBenefit terms: voorwaarden, 10 minutes',
      'withoutBenefit agreement: here',
      'withoutBenefit tax: here',
      'withoutBenefit forward: here',
    ])
  })

  test('with all of them done there is no next one, and steps of the cooperative itself come first', () => {
    const all = standardSteps('plan').map(({ key }) => key)
    expect(nextStepOf({ track: 'plan', ownSteps: null, doneKeys: all })).toBeNull()
    const own = standardSteps('plan')
      .slice(0, 1)
      .map((step) => ({ ...step, key: 'own1' }))
    expect(nextStepOf({ track: 'plan', ownSteps: own, doneKeys: all })).toMatchObject({ step: { key: 'own1' }, doing: 'here', done: 0, of: 1 })
  })

  test('it is not always the turn of the member', () => {
    expect(standardSteps('moneyMatters').find(({ key }) => key === 'consent')?.who).toBe('bewind')
    expect(standardSteps('moneyMatters').find(({ key }) => key === 'name')?.who).toBe('member')
  })
})

describe('how far somebody is', () => {
  const steps = standardSteps('plan')
  test('the next step is the first that is open, also when a later one was done', () => {
    expect(progressOf(steps, []).next?.key).toBe('idea')
    const { next, done, steps: standing } = progressOf(steps, [mark('idea', true, 1), mark('price', true, 2)])
    expect([next?.key, done]).toEqual(['customers', 2])
    expect(standing[0]?.done?.on).toBe('2026-03-03')
  })
  test('a step that was opened again is open, whatever the order in which it was read', () => {
    const marks = [mark('idea', false, 3), mark('idea', true, 1)]
    expect(progressOf(steps, marks).next?.key).toBe('idea')
    expect(progressOf(steps, [...marks, mark('idea', true, 4)]).done).toBe(1)
  })
  test('all done: nothing is next; a mark of a step that is no more counts for nothing', () => {
    const all = steps.map(({ key }) => mark(key, true, 1))
    expect(progressOf(steps, [...all, mark('gone', true, 1)])).toMatchObject({ next: null, done: steps.length })
  })
})

describe('a version of the cooperative', () => {
  const words = (title: string, why = 'Daarom.') => ({ title, why, help: '' })
  const typed = (key: string, place: number, title: string, why?: string): TypedStep => ({
    key,
    place,
    who: 'member',
    nl: words(title, why),
    en: words('', ''),
  })

  test('stands in the order of its places, leaves out what has no title, and gives a new step a key that was never used', () => {
    const steps = adapted([typed('b', 2, 'Twee'), typed('a', 3, 'Drie'), typed('c', 1, ''), typed('', 1, 'Nieuw')], ['own1', 'a', 'b'])
    expect(steps.map(({ key, nl }) => [key, nl.title])).toEqual([
      ['own2', 'Nieuw'],
      ['b', 'Twee'],
      ['a', 'Drie'],
    ])
  })
  test('without English words the Dutch ones are read', () => {
    expect(adapted([typed('a', 1, 'Een')], [])[0]?.en.title).toBe('Een')
  })
  test.each([
    ['none', []],
    ['noWhy', [typed('a', 1, 'Een', '')]],
    ['twice', [typed('a', 1, 'Een'), typed('b', 2, 'een')]],
    ['tooMany', Array.from({ length: 13 }, (_, nr) => typed(`k${nr}`, nr, `Stap ${nr}`))],
  ])('%s is told', (problem, list) => {
    expect(problemOfSteps(adapted(list, []), [])).toBe(problem)
  })
  test('a version that changes nothing is no version', () => {
    const steps = standardSteps('language')
    expect(problemOfSteps(steps, steps)).toBe('same')
    expect(problemOfSteps(steps.slice(1), steps)).toBeNull()
  })
})
