import { expect, test } from 'vitest'
import { inventedPlaces } from '#rooms/network'
import { BLOESEM, KADE } from '../people.ts'
import { houseCalled, placeOf, townCalled } from './doors.ts'
import { HOUSES } from './houses.ts'
import { nameOf } from './names.ts'
import { TOWNS } from './towns.ts'
import { WORKS } from './works.ts'

/** Those that the invented year itself founds. */
const YEAR = { towns: ['Wilgendam', 'Lindehaven'], houses: 2 }

test('there are forty towns, each once and each on the map', () => {
  const names = [...YEAR.towns, ...TOWNS.map(({ name }) => name)]
  expect(names).toHaveLength(40)
  expect(names.toSorted()).toEqual(inventedPlaces.map(({ name }) => name).toSorted())
})

test('twenty-five cooperatives stand in the public list, in every standing, and one waits', () => {
  expect(YEAR.houses + HOUSES.filter(({ hidden }) => !hidden).length).toBe(25)
  expect(HOUSES.filter(({ hidden }) => hidden)).toHaveLength(1)
  expect(new Set(HOUSES.map(({ progress }) => progress))).toEqual(new Set(['active', 'starting', 'idea', 'stopped']))
  expect(HOUSES.filter(({ town }) => !TOWNS.some(({ name }) => name === town))).toEqual([])
  expect(new Set(HOUSES.map(houseCalled)).size).toBe(HOUSES.length)
})

test('work is shown by members of a cooperative that has members', () => {
  const withMembers = HOUSES.filter(({ progress }) => progress === 'active' || progress === 'starting').map(({ name }) => name)
  expect(Object.keys(WORKS).filter((name) => !withMembers.includes(name))).toEqual([])
})

test('only a few have a door, of every kind one', () => {
  const all = [...TOWNS.map(({ name }) => townCalled(name)), ...HOUSES.map(houseCalled)]
  expect(all.filter((name) => placeOf(name) === 'door')).toHaveLength(5)
  expect(placeOf('Gemeente Wilgendam')).toBe('year')
})

test('no two people are called the same, and nobody as in the invented year', () => {
  const names = Array.from({ length: 170 }, (_, nr) => nameOf(nr))
  expect(new Set(names).size).toBe(170)
  const known = [...BLOESEM, ...KADE].map(({ firstName, lastName }) => `${firstName} ${lastName}`)
  expect(names.filter((name) => known.includes(name))).toEqual([])
})
