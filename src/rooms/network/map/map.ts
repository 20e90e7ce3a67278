import { readFileSync } from 'node:fs'
import { INVENTED } from './invented.rules.ts'
import { bordersOf, groundUnder, type MapData, type Place, placesOn, shapeOf } from './map.rules.ts'

/** Read and reckoned once: the borders change with the program and not while it runs. */
export const MAP: MapData = JSON.parse(readFileSync(new URL('./municipalities.map', import.meta.url), 'utf8'))
export const BORDERS = bordersOf(MAP)
const PLACES = placesOn(MAP)

/** Where a cooperative can be in this world: municipalities in a real one, invented towns in a demo. */
export function placesIn(world: 'demo' | 'real'): readonly Place[] {
  return world === 'demo' ? INVENTED : PLACES
}

const grounds = new Map<string, string | null>()

/** The shape on the map of the place with a code: of the municipality itself, or of the ground under an invented town, which stays unnamed. Null where there is none. */
export function groundOf({ code, spot }: Pick<Place, 'code' | 'spot'>): string | null {
  const kept = grounds.get(code)
  if (kept !== undefined) return kept
  const shape = shapeOf(MAP, code) ?? shapeOf(MAP, groundUnder(MAP, spot) ?? '')
  grounds.set(code, shape)
  return shape
}
