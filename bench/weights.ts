/** What a first visit may weigh, in compressed bytes (docs/performance.md, P12). */
export const WEIGHTS = { page: 14_600, list: 30_000, css: 20_000, script: 15_000, fonts: 35_000, visit: 70_000, requests: 6 } as const

/** Pages that are a list of rows by their nature; whatever stands below them is an ordinary page. */
const LISTS =
  /^\/(?:facturen|bonnen|bestedingen|leden|klanten|aanmeldingen|bank|bank\/regels|bank\/afschriften|grootboek|grootboek\/rekeningen|toegang|medewerkers|opgaven|maand|maand\/[\d-]+|toestemmingen|afspraken|wie-keek|cooperaties|en\/cooperaties|demo\/postvak|inloggen|onderdelen)$/

export function limitOf(path: string): number {
  return LISTS.test(path.replace(/[?#].*/, '')) ? WEIGHTS.list : WEIGHTS.page
}
