import { HOUSES, type HouseFacts } from './houses.ts'
import { TOWNS } from './towns.ts'

const DOORS: ReadonlyMap<string, boolean> = new Map([
  ...TOWNS.map(({ name, door }) => [townCalled(name), door === true] as const),
  ...HOUSES.map((house) => [houseCalled(house), house.door === true] as const),
])

/** Where an organisation of the demo stands: in the invented year itself, or in the wide network around it, with a door on the sign-in page or without. */
export function placeOf(organisation: string): 'year' | 'door' | 'wide' {
  const door = DOORS.get(organisation)
  return door === undefined ? 'year' : door ? 'door' : 'wide'
}

/** The name under which a municipality of the wide network takes part. */
export function townCalled(name: string): string {
  return `Gemeente ${name}`
}

/** The name under which a cooperative of the wide network takes part; an idea has no legal form yet. */
export function houseCalled({ name, progress }: Pick<HouseFacts, 'name' | 'progress'>): string {
  return progress === 'idea' ? name : `Coöperatie ${name} U.A.`
}
