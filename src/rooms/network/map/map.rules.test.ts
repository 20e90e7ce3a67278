import { describe, expect, test } from 'vitest'
import { bordersOf, groundUnder, kilometres, type MapData, placeCalled, placesLike, placesOn, shapeOf } from './map.rules.ts'
import { BORDERS, groundOf, MAP, placesIn } from './map.ts'

/** Two squares beside each other: the line between them is drawn once, and walked backwards by the second. */
const TWO: MapData = {
  source: 'invented',
  width: 20,
  height: 10,
  unitsPerKm: 2,
  arcs: [
    [10, 0, 0, 10],
    [10, 10, -10, 0, 0, -10, 10, 0],
    [10, 0, 10, 0, 0, 10, -10, 0],
  ],
  municipalities: [
    { code: 'A', name: 'Links', rings: [[0, 1]] },
    { code: 'B', name: 'Rechts', rings: [[2, -1]] },
  ],
}

test('a shared border is drawn once', () => {
  expect(bordersOf(TWO)).toBe('M10 0l0 10M10 10l-10 0 0 -10 10 0M10 0l10 0 0 10 -10 0')
})

test('a shape is its rings, backwards where a line is shared', () => {
  expect(shapeOf(TWO, 'A')).toBe('M10 0L10 10L10 10L0 10L0 0L10 0Z')
  expect(shapeOf(TWO, 'B')).toBe('M10 0L20 0L20 10L10 10L10 10L10 0Z')
  expect(shapeOf(TWO, 'C')).toBeNull()
})

test('the middle of a square is its middle, and distance is in kilometres', () => {
  const [left, right] = placesOn(TWO)
  expect([left?.spot, right?.spot]).toEqual([
    { x: 5, y: 5 },
    { x: 15, y: 5 },
  ])
  expect(kilometres(TWO, { x: 5, y: 5 }, { x: 15, y: 5 })).toBe(5)
})

describe('the map of the Netherlands', () => {
  const places = placesIn('real')
  const called = (name: string) => {
    const found = placeCalled(places, name)
    if (!found) throw new Error(`${name} is not on the map`)
    return found
  }

  test('has all 342 municipalities of 2023 on it, each with a name, a shape and a middle inside the picture', () => {
    expect(places).toHaveLength(342)
    const wrong = places.filter(
      ({ code, name, spot }) => !name || !shapeOf(MAP, code) || spot.x <= 0 || spot.y <= 0 || spot.x >= MAP.width || spot.y >= MAP.height,
    )
    expect(wrong).toEqual([])
  })
  test.each([
    ['Groningen', 'Maastricht', 268],
    ['Amsterdam', 'Rotterdam', 57],
    ['Breda', 'Delft', 55],
  ])('from %s to %s is about %i km', (from, to, about) => {
    expect(Math.abs(kilometres(MAP, called(from).spot, called(to).spot) - about)).toBeLessThan(8)
  })
  test.each(['s-gravenhage', "'s-Gravenhage", 'den haag', 'Den Bosch', "'s-Hertogenbosch", 'SUDWEST FRYSLAN', 'Súdwest-Fryslân', ' utrecht '])(
    'a name is found as it is typed: %s',
    (typed) => {
      expect(called(typed).code).toMatch(/^GM\d{4}$/)
    },
  )
  test('a name that is not there, or nothing, is no place', () => {
    expect([placeCalled(places, 'Wilgendam'), placeCalled(places, ' ')]).toEqual([null, null])
  })
  test('its borders together stay light', () => {
    expect(BORDERS.length).toBeLessThan(40_000)
  })
})

test('what a spot lies on is one of the squares, or nothing', () => {
  expect(
    [
      { x: 5, y: 5 },
      { x: 15, y: 5 },
      { x: 25, y: 5 },
    ].map((spot) => groundUnder(TWO, spot)),
  ).toEqual(['A', 'B', null])
})

describe('invented towns', () => {
  const invented = placesIn('demo')
  test('are forty, in no atlas, and say in their code that they are invented', () => {
    expect(invented).toHaveLength(40)
    expect(new Set(invented.map(({ code }) => code)).size).toBe(40)
    expect(invented.filter(({ name, code }) => placeCalled(placesIn('real'), name) !== null || !/^(DM|V0)\d\d$/.test(code))).toEqual([])
  })
  test('each lie on ground of their own, within the borders', () => {
    const grounds = invented.map(({ spot }) => groundUnder(MAP, spot))
    expect(grounds).not.toContain(null)
    expect(new Set(grounds).size).toBe(40)
    expect(invented.map(groundOf)).not.toContain(null)
  })
})

test('a place typed with a slip, or half, is near the one that was meant; of nothing near there is none', () => {
  const real = placesIn('real')
  const like = (typed: string) => placesLike(real, typed).map(({ name }) => name)
  expect(like('Zoetermere')).toEqual(['Zoetermeer'])
  expect(like('Den Haagg')[0]).toMatch(/Gravenhage|Den Haag/)
  expect(like('Alphen')).toContain('Alphen aan den Rijn')
  expect(like('Ne')).toEqual([])
  expect(like('Xylofoonstad')).toEqual([])
})
