import { describe, expect, test } from 'vitest'
import { cells, told } from './counting.rules.ts'

describe('counts of persons', () => {
  test('one to four are hidden, nobody and five are told', () => {
    expect([0, 1, 4, 5, 6].map(told)).toEqual([0, null, null, 5, 6])
  })

  test('the total is hidden with any cell, also when it is large itself (domain example 23)', () => {
    expect(
      cells(
        new Map([
          ['A', 20],
          ['B', 4],
        ]),
      ),
    ).toEqual({
      cells: [
        { label: 'A', count: 20 },
        { label: 'B', count: null },
      ],
      total: null,
    })
  })

  test('the total is told when every cell is', () => {
    expect(
      cells(
        new Map([
          ['A', 20],
          ['B', 5],
        ]),
      ).total,
    ).toBe(25)
    expect(cells(new Map()).total).toBe(0)
  })
})
