/** The lists of which a filter can be kept, with what can be asked of each; anything else in an address is left out. */
export const LISTS = {
  '/facturen': ['toon'],
  '/bonnen': ['stand', 'lid', 'maand'],
  '/bank': ['toon'],
  '/leden': ['op'],
  '/klantmanager': ['toon', 'bij', 'team'],
  '/grootboek': ['van', 'tot', 'zoek', 'toon'],
} as const
export type ListPath = keyof typeof LISTS

/** How many filters somebody keeps of one list: more is no list any more. */
export const MOST = 12

export type KeptFilter = { readonly id: string; readonly list: ListPath; readonly asked: string; readonly name: string }

/** Whether filters of this address can be kept. */
export function isList(path: string): path is ListPath {
  return Object.hasOwn(LISTS, path)
}

/** What of an address is a filter of the list, always in the same order; empty when it shows everything. */
export function askedOf(list: ListPath, query: string): string {
  const given = new URLSearchParams(query)
  const asked = new URLSearchParams()
  for (const key of LISTS[list]) {
    const value = given.get(key)?.trim().slice(0, 80)
    if (value) asked.set(key, value)
  }
  return asked.toString()
}
