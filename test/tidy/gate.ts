import { describe, expect, test } from 'vitest'
import { type Finding, house, lines, planted, type Reads, readSources, type Source } from './sources.ts'

export type Gate = {
  /** A sentence that is true of the house. */
  readonly rule: string
  readonly reads: Reads
  readonly find: (sources: readonly Source[]) => Finding[]
  /** The folder under `planted` with violations; each offending line carries the word "planted". */
  readonly planted: string
}

/** Two tests: the rule holds in the house, and what was planted is found, line by line, and nothing else. */
export function gate({ rule, reads, find, planted: folder }: Gate): void {
  describe(rule, () => {
    test('holds in this house', () => {
      const sources = readSources(house, reads)
      expect(sources.length, 'a gate that reads nothing praises everything').toBeGreaterThan(0)
      expect(find(sources).map(said)).toEqual([])
    })
    test('is awake: what was planted is found', () => {
      const sources = readSources(`${planted}/${folder}`, reads)
      const expected = sources.flatMap((source) => lines(source, /\bplanted\b/, () => 'planted')).map(place)
      expect(expected.length).toBeGreaterThan(0)
      expect([...new Set(find(sources).map(place))].sort()).toEqual([...new Set(expected)].sort())
    })
  })
}

export function said({ path, line, what }: Finding): string {
  return `${path}:${line} ${what}`
}

function place({ path, line }: Finding): string {
  return `${path}:${line}`
}
