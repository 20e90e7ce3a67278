import { expect, test } from 'vitest'
import type { Day } from '#kit/day.ts'
import { inOrder, type KeptItem } from './keeping.rules.ts'

const item = (title: string, reviewOn: string, no = 0): KeptItem => ({ slug: title, title, owner: null, reviewOn: reviewOn as Day, yes: 0, no })

test('what is longest overdue comes first, then what was of no use most often; on its day an item is not overdue', () => {
  const items = [
    item('Goed', '2027-06-01'),
    item('Onduidelijk', '2027-06-01', 3),
    item('Laat', '2026-11-01'),
    item('Later', '2026-10-01'),
    item('Vandaag', '2026-11-02', 1),
  ]
  expect(inOrder(items, '2026-11-02' as Day).map(({ title }) => title)).toEqual(['Later', 'Laat', 'Onduidelijk', 'Vandaag', 'Goed'])
})
