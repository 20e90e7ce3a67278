import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSame, merged, NOTHING_WRITTEN, newFor, PLAN_STEPS, type PlanChange, type PlanField, type PlanText, placed, readable, stateOf } from './plan.rules.ts'

const value = (words: string) => ({ ...NOTHING_WRITTEN, words })
const change = (field: PlanField, base: number, words: string, settles: number[] = []): PlanChange => ({ field, base, value: value(words), settles })
const saved = (texts: readonly PlanText[], ...changes: PlanChange[]) => [...texts, ...merged(texts, changes)]
const words = (texts: readonly PlanText[]) => texts.map((each) => each.value.words)

describe('a text in a plan', () => {
  test('is the new one where its writer had seen what stood there', () => {
    const texts = saved([], change('goal', 0, 'Een naaiatelier'), change('goal', 1, 'Een naaiatelier aan huis'))
    expect(stateOf(texts, 'goal').head?.value.words).toBe('Een naaiatelier aan huis')
    expect(stateOf(texts, 'goal').besides).toEqual([])
  })

  test('stands beside the other where somebody changed the same part meanwhile', () => {
    const texts = saved([], change('goal', 0, 'Naaien'), change('goal', 1, 'Naaien en leren'), change('goal', 1, 'Naaien en taal'))
    const { head, besides } = stateOf(texts, 'goal')
    expect(head?.value.words).toBe('Naaien en leren')
    expect(words(besides)).toEqual(['Naaien en taal'])
  })

  test('beside another is gone from the page once somebody who saw it worked it in, and stays written', () => {
    const texts = saved([], change('goal', 0, 'A'), change('goal', 0, 'B'), change('goal', 1, 'A en B', [2]))
    expect(stateOf(texts, 'goal')).toMatchObject({ head: { value: { words: 'A en B' } }, besides: [] })
    expect(words(texts)).toContain('B')
  })

  test('may be worked in without another letter: the tick alone is enough, and only of what was shown', () => {
    const texts = saved([], change('goal', 0, 'A'), change('goal', 0, 'B'), change('goal', 0, 'C'), change('goal', 1, 'A', [2]))
    expect(words(stateOf(texts, 'goal').besides)).toEqual(['C'])
  })

  test('a tick of somebody whose own text comes too late settles nothing', () => {
    const texts = saved([], change('goal', 0, 'A'), change('goal', 0, 'B'), change('goal', 1, 'A2'), change('goal', 1, 'A3', [2]))
    expect(words(stateOf(texts, 'goal').besides)).toEqual(['B', 'A3'])
  })

  test('that was left alone writes nothing, also when another changed it', () => {
    const texts = saved([], change('goal', 0, 'A'), change('goal', 1, 'B'))
    expect(placed(texts, change('goal', 1, 'A'))).toBeNull()
    expect(placed(texts, change('goal', 2, 'B'))).toBeNull()
    expect(placed([], change('goal', 0, ''))).toBeNull()
  })

  test('the same words by both are one text', () => {
    expect(placed(saved([], change('goal', 0, 'A')), change('goal', 0, 'A'))).toBeNull()
  })
})

describe('a new step', () => {
  test('of two at once: each keeps its own who and when, in a place of its own', () => {
    const one = { field: 'step1', base: 0, value: { words: 'Stof kopen', who: 'member', due: null }, settles: [] } as const
    const other = { field: 'step1', base: 0, value: { words: 'Cursus zoeken', who: 'coach', due: null }, settles: [] } as const
    const texts = saved([], one, other)
    expect(readable(texts).steps).toEqual([one.value, other.value])
  })

  test('without a free place stands beside the last', () => {
    const full = saved([], ...PLAN_STEPS.map((step) => change(step, 0, `Stap ${step}`)))
    const texts = saved(full, change('step12', 0, 'Nog een'))
    expect(words(stateOf(texts, 'step12').besides)).toEqual(['Nog een'])
  })
})

test('what is new is what others wrote since', () => {
  const written = saved([], change('goal', 0, 'A'), change('support', 0, 'B'), change('agreements', 0, 'C')).map((each) => ({
    ...each,
    role: 'coach',
    mine: each.nr === 2,
    at: Temporal.Instant.from('2026-11-02T08:00:00Z'),
  }))
  expect(words(newFor(written, 0))).toEqual(['A', 'C'])
  expect(words(newFor(written, 1))).toEqual(['C'])
})

const FIELDS: readonly PlanField[] = ['goal', 'support', 'step1', 'step2']
/** Somebody saves one part on a page that was opened some saves ago: any interleaving of any number of devices. */
const saves = fc.array(fc.record({ field: fc.constantFrom(...FIELDS), ago: fc.nat(6), words: fc.constantFrom('', 'a', 'b', 'c', 'd'), ticks: fc.boolean() }), {
  maxLength: 40,
})

describe('in every interleaving', () => {
  /** Plays the saves; gives what was written and, per save, what the writer saw. */
  function play(all: readonly { field: PlanField; ago: number; words: string; ticks: boolean }[]) {
    const history: PlanText[][] = [[]]
    const sent: { readonly change: PlanChange; readonly seen: string }[] = []
    for (const save of all) {
      const texts = history.at(-1) ?? []
      const page = history[Math.max(0, history.length - 1 - save.ago)] ?? []
      const { head, besides } = stateOf(page, save.field)
      const made = change(save.field, head?.nr ?? 0, save.words, save.ticks ? besides.map(({ nr }) => nr) : [])
      sent.push({ change: made, seen: head?.value.words ?? '' })
      history.push([...texts, ...merged(texts, [made])])
    }
    return { texts: history.at(-1) ?? [], sent }
  }

  test('no text that somebody typed disappears', () => {
    fc.assert(
      fc.property(saves, (all) => {
        const { texts, sent } = play(all)
        for (const { change: made, seen } of sent) {
          if (made.value.words === seen || made.value.words === '') continue
          expect(words(texts)).toContain(made.value.words)
        }
      }),
    )
  })

  test('a text leaves the page only by somebody who had seen it', () => {
    fc.assert(
      fc.property(saves, (all) => {
        const { texts } = play(all)
        for (const field of FIELDS) {
          const { head, besides } = stateOf(texts, field)
          const shown = new Set([head?.nr, ...besides.map(({ nr }) => nr)])
          for (const gone of texts.filter((each) => each.field === field && !shown.has(each.nr))) {
            expect(texts.some((each) => each.field === field && each.nr > gone.nr && (each.base === gone.nr || each.settles.includes(gone.nr)))).toBe(true)
          }
        }
      }),
    )
  })

  test('numbers rise, and every text names an earlier one of its own part', () => {
    fc.assert(
      fc.property(saves, (all) => {
        const { texts } = play(all)
        expect(texts.map(({ nr }) => nr)).toEqual(texts.map((_, index) => index + 1))
        for (const text of texts)
          expect(text.base === 0 || texts.some((each) => each.nr === text.base && each.nr < text.nr && each.field === text.field)).toBe(true)
      }),
    )
  })

  test('the order in which different parts are saved does not matter', () => {
    const one = fc.record({ words: fc.constantFrom('a', 'b', 'c'), base: fc.constantFrom(0, 1) })
    fc.assert(
      fc.property(one, one, (first, second) => {
        const begin = saved([], change('goal', 0, 'doel'), change('support', 0, 'steun'))
        const goal = change('goal', first.base, first.words)
        const support = change('support', second.base === 0 ? 0 : 2, second.words)
        const [here, there] = [saved(begin, goal, support), saved(begin, support, goal)]
        for (const field of ['goal', 'support'] as const) {
          const [a, b] = [stateOf(here, field), stateOf(there, field)]
          expect(isSame(a.head?.value ?? NOTHING_WRITTEN, b.head?.value ?? NOTHING_WRITTEN)).toBe(true)
          expect(words(a.besides)).toEqual(words(b.besides))
        }
      }),
    )
  })
})
