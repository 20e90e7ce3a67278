import { readFileSync } from 'node:fs'
import { bordersOf, INVENTED, type MapData, type Place, placesOn } from './map.rules.ts'

/** Read and reckoned once: the borders change with the program and not while it runs. */
export const MAP: MapData = JSON.parse(readFileSync(new URL('./municipalities.map', import.meta.url), 'utf8'))
export const BORDERS = bordersOf(MAP)
const PLACES = placesOn(MAP)

/** Where a cooperative can be in this world: municipalities in a real one, invented towns in a demo. */
export function placesIn(world: 'demo' | 'real'): readonly Place[] {
  return world === 'demo' ? INVENTED : PLACES
}
