import { expect, test } from 'vitest'
import { addDays, day } from '#kit/day.ts'
import { INVENTED } from '../map/invented.rules.ts'
import { findListings, isStale, type Listing, STALE_DAYS, type Wanted } from './listings.rules.ts'

const MAP = { unitsPerKm: 2 }
const NONE: Wanted = { near: null, craft: null, progress: null }

function entry(name: string, more: Partial<Listing>): Listing {
  const empty = { about: null, email: null, phone: null, website: null, shown: true, shownSince: null }
  return { cooperative: name, name, progress: 'active', place: 'DM01', town: 'Wilgendam', crafts: ['food'], checkedOn: day('2026-01-01'), ...empty, ...more }
}

const ALL = [
  entry('Gestopt', { progress: 'stopped' }),
  entry('Idee', { progress: 'idea', crafts: ['music'] }),
  entry('Ver', { place: 'DM02', crafts: ['textile', 'food'] }),
  entry('Dichtbij', {}),
]
const names = (wanted: Partial<Wanted>) => findListings(ALL, { ...NONE, ...wanted }, INVENTED, MAP).map(({ name }) => name)
const place = (code: string) => INVENTED.find((each) => each.code === code) ?? null

test('active comes first, and who stopped last', () => {
  expect(names({})).toEqual(['Dichtbij', 'Ver', 'Idee', 'Gestopt'])
})

test('nearest first where a place was named, but never who stopped', () => {
  expect(names({ near: place('DM02') })).toEqual(['Ver', 'Dichtbij', 'Idee', 'Gestopt'])
  expect(findListings(ALL, { ...NONE, near: place('DM01') }, INVENTED, MAP).map(({ away }) => away)).toEqual([0, 0, 110, 0])
})

test('by craft and by how far they are', () => {
  expect(names({ craft: 'textile' })).toEqual(['Ver'])
  expect(names({ progress: 'idea' })).toEqual(['Idee'])
  expect(names({ progress: 'idea', craft: 'food' })).toEqual([])
})

test('an entry is doubtful the day after half a year', () => {
  const today = day('2026-11-24')
  expect([STALE_DAYS, STALE_DAYS + 1].map((days) => isStale({ checkedOn: addDays(today, -days) }, today))).toEqual([false, true])
})
