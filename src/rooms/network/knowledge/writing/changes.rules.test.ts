import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KnowledgeText } from '../knowledge.rules.ts'
import { changesBetween, linesChanged } from './changes.rules.ts'

const TEXT: KnowledgeText = {
  ...{ kind: 'question', title: 'Mag dit?', intro: 'Ja.', body: 'Eerst dit.\n\n- Een\n- Twee', source: 'Wet', doubt: null },
  ...{ audiences: ['member', 'coach'], topics: ['split'] },
}

test('tells part by part which lines went and which came, and nothing of what stayed', () => {
  const after = { ...TEXT, intro: 'Nee.', body: 'Eerst dit.\n\n- Een\n- Drie\n- Vier', doubt: 'Misschien.', audiences: ['coach', 'board'] as const }
  expect(changesBetween(TEXT, after)).toEqual([
    { part: 'intro', removed: ['Ja.'], added: ['Nee.'] },
    { part: 'body', removed: ['- Twee'], added: ['- Drie', '- Vier'] },
    { part: 'doubt', removed: [], added: ['Misschien.'] },
    { part: 'audiences', removed: ['member'], added: ['board'] },
  ])
})

test('the first version changes nothing, and neither does the same text with other white lines or another order of topics', () => {
  expect(changesBetween(null, TEXT)).toEqual([])
  expect(changesBetween(TEXT, { ...TEXT, body: 'Eerst dit.\r\n- Een \r\n\r\n\r\n- Twee', audiences: ['coach', 'member'] })).toEqual([])
})

test('what stayed and what went make the old text, what stayed and what came the new one', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const { removed, added } = linesChanged(before, after)
      expect(before.length - removed.length).toBe(after.length - added.length)
      const less = (all: readonly string[], gone: readonly string[]) => gone.reduce((rest, line) => rest.toSpliced(rest.indexOf(line), 1), [...all]).toSorted()
      expect(less(before, removed)).toEqual(less(after, added))
      if (before.join() === after.join()) expect([removed, added]).toEqual([[], []])
    }),
  )
})
