import { slipsBetween } from '../knowledge/search/search.rules.ts'

/** A spot on the map, in its own units from the top left. */
export type Spot = { readonly x: number; readonly y: number }

/** Where a cooperative can be: a municipality, which may have an official name beside the one that people say, or an invented town of the demo. */
export type Place = { readonly code: string; readonly name: string; readonly also: string | null; readonly spot: Spot }

/** Borders as lines that neighbours share, and each municipality as rings of them; a line below zero is walked backwards (~n). */
export type MapData = {
  readonly source: string
  readonly width: number
  readonly height: number
  readonly unitsPerKm: number
  readonly arcs: readonly (readonly number[])[]
  readonly municipalities: readonly { readonly code: string; readonly name: string; readonly also?: string; readonly rings: readonly (readonly number[])[] }[]
}

/** All borders as one path, each drawn once. */
export function bordersOf(map: MapData): string {
  return map.arcs.map((arc) => (arc.length > 2 ? `M${arc[0]} ${arc[1]}l${arc.slice(2).join(' ')}` : '')).join('')
}

/** The path of one municipality; null for a code that is not on the map. */
export function shapeOf(map: MapData, code: string): string | null {
  const found = map.municipalities.find((each) => each.code === code)
  return found
    ? found.rings
        .map(
          (ring) =>
            `M${pointsOf(map, ring)
              .map(([x, y]) => `${x} ${y}`)
              .join('L')}Z`,
        )
        .join('')
    : null
}

/** The municipality on whose ground a spot lies; null for the sea and abroad. */
export function groundUnder(map: MapData, { x, y }: Spot): string | null {
  return map.municipalities.find(({ rings }) => rings.filter((ring) => lies(pointsOf(map, ring), x, y)).length % 2 === 1)?.code ?? null
}

/** Every municipality with the middle of its largest part, by name. */
export function placesOn(map: MapData): Place[] {
  return map.municipalities
    .map(({ code, name, also = null, rings }) => ({ code, name, also, spot: middleOf(rings.map((ring) => pointsOf(map, ring))) }))
    .sort(byName)
}

/** The place with a name, as people type it: capitals, accents and marks do not matter. Null for one that is not there. */
export function placeCalled(places: readonly Place[], typed: string): Place | null {
  const wanted = plain(typed)
  return wanted === '' ? null : (places.find(({ name, also }) => plain(name) === wanted || (also !== null && plain(also) === wanted)) ?? null)
}

/** At most three places whose name looks like what was typed, or begins so: the nearest first. */
export function placesLike(places: readonly Place[], typed: string): Place[] {
  const wanted = plain(typed)
  if (wanted.length < 3) return []
  const most = wanted.length <= 5 ? 1 : 2
  const slips = (name: string | null) => (name === null ? Number.POSITIVE_INFINITY : plain(name).startsWith(wanted) ? 0 : slipsBetween(wanted, plain(name)))
  return places
    .map((place) => ({ place, slips: Math.min(slips(place.name), slips(place.also)) }))
    .filter((each) => each.slips <= most)
    .toSorted((a, b) => a.slips - b.slips || byName(a.place, b.place))
    .slice(0, 3)
    .map(({ place }) => place)
}

/** How far two spots lie from each other in whole kilometres, as a bird flies. */
export function kilometres(map: Pick<MapData, 'unitsPerKm'>, a: Spot, b: Spot): number {
  return Math.round(Math.hypot(a.x - b.x, a.y - b.y) / map.unitsPerKm)
}

function pointsOf(map: MapData, ring: readonly number[]): [number, number][] {
  return ring.flatMap((nr) => {
    const arc = map.arcs[nr < 0 ? ~nr : nr] ?? []
    const points: [number, number][] = []
    let [x, y] = [0, 0]
    for (let at = 0; at + 1 < arc.length; at += 2) {
      x += arc[at] ?? 0
      y += arc[at + 1] ?? 0
      points.push([x, y])
    }
    return nr < 0 ? points.reverse() : points
  })
}

/** Whether a line from the spot to the right crosses the ring an odd number of times. */
function lies(ring: readonly (readonly [number, number])[], x: number, y: number): boolean {
  return (
    ring.filter(([x1, y1], index) => {
      const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1]
      return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)
    }).length %
      2 ===
    1
  )
}

/** The centre of gravity of the largest ring: islands and enclaves would pull the middle into the sea. */
function middleOf(rings: readonly (readonly [number, number])[][]): Spot {
  const largest = rings.map((ring) => ({ ring, ...gravityOf(ring) })).sort((a, b) => Math.abs(b.area) - Math.abs(a.area))[0]
  if (!largest) return { x: 0, y: 0 }
  const [first] = largest.ring
  return largest.area === 0 ? { x: first?.[0] ?? 0, y: first?.[1] ?? 0 } : { x: Math.round(largest.x), y: Math.round(largest.y) }
}

function gravityOf(ring: readonly (readonly [number, number])[]): { area: number; x: number; y: number } {
  let [area, sumX, sumY] = [0, 0, 0]
  for (const [index, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1]
    const cross = x1 * y2 - x2 * y1
    area += cross / 2
    sumX += (x1 + x2) * cross
    sumY += (y1 + y2) * cross
  }
  return { area, x: sumX / (6 * area), y: sumY / (6 * area) }
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^'s[- ]/, 's')
    .replace(/[^a-z0-9]/g, '')
}

function byName(a: Place, b: Place): number {
  return a.name.localeCompare(b.name, 'nl')
}
