import { expect, test } from 'vitest'
import { narrowed } from './narrowing.rules.ts'
import type { Profile } from './profile.rules.ts'

const of = (kind: Profile['kind'], knows: Profile['knows']) => ({ kind, knows })

test('a list is narrowed to a kind and to who knows a topic, a bit or well, and keeps its order', () => {
  const all = [
    { name: 'c', profile: of('municipality', { exit: 'well' }) },
    { name: 'a', profile: of('cooperative', { exit: 'some' }) },
    { name: 'b', profile: of('municipality', {}) },
  ]
  const names = (soort: Profile['kind'] | null, weet: 'exit' | null) => narrowed(all, { soort, weet }).map(({ name }) => name)
  expect([names(null, null), names('municipality', null), names(null, 'exit'), names('cooperative', 'exit')]).toEqual([
    ['c', 'a', 'b'],
    ['c', 'b'],
    ['c', 'a'],
    ['a'],
  ])
})
