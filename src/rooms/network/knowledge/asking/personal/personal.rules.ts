const MAIL = /[\p{L}\d._+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu
const IBAN = /\b[A-Z]{2}\d{2} ?[A-Z]{4} ?(?:\d ?){10}/g
const PHONE = /(?<![\p{L}\d])(?:\+31|0031|0)[ -]?(?:\(0\))?[1-9](?:[ -]?\d){8}(?!\d)/gu
const TITLE = /\b(?:meneer|mevrouw|mijnheer|dhr|mevr|mw|mr)\.? +(?:(?:van|de|der|den|ter|ten|el|al|da|di)\s+)*\p{Lu}[\p{L}'-]+/giu
// Two or more words that begin with a capital, with the little words of surnames between them.
const CAPITALS = /\p{Lu}[\p{Ll}'-]{1,}(?: (?:van|de|der|den|ter|ten|el|al|da|di))* \p{Lu}[\p{Ll}'-]{1,}(?: \p{Lu}[\p{Ll}'-]{1,})*/gu
const TITLED = /^(?:meneer|mevrouw|mijnheer|dhr|mevr|mw|mr)\b/i

// What begins like a name and is none: a sentence that goes on with a name of something, and things called so.
const NO_NAME =
  /^(?:De|Het|Een|Als|Bij|Wij|Ons|Onze|Hoe|Wat|Wie|Waar|Mag|Kan|Is|Zijn|Heeft|Doet|Van|Voor|In|Op|Coöperatie|Coöperatief|Gemeente|Stichting|Atelier|Wet|Wetboek|Rode|Nationale|Sociale|Hoge|Centrale|Kamer|Juridisch|Participatiewet|Gisteren|Vandaag)\b/

/**
 * What in a text may be about one person: an address of mail, a telephone or account number, a name, or one of the names that the writer's own organisation knows. Enough to
 * ask about, never to refuse: no list knows all names. In the order in which they stand, each once.
 */
export function personalIn(text: string, known: readonly string[] = []): readonly string[] {
  const found = [MAIL, IBAN, PHONE].flatMap((pattern) => matches(text, pattern))
  const titled = matches(text, TITLE).filter((match) => TITLED.test(match.words) && /\p{Lu}/u.test(match.words.replace(TITLED, '')))
  const capitals = matches(text, CAPITALS).filter(({ words }) => !NO_NAME.test(words))
  const names = [...new Set(known.filter((name) => name.length > 2))].flatMap((name) =>
    matches(text, new RegExp(`(?<![\\p{L}\\d])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'gu')),
  )
  const all = [...found, ...titled, ...capitals, ...names].toSorted((a, b) => a.at - b.at || b.words.length - a.words.length)
  const told: { at: number; words: string }[] = []
  for (const each of all) if (!told.some(({ at, words }) => each.at >= at && each.at < at + words.length)) told.push(each)
  return [...new Set(told.map(({ words }) => words))]
}

function matches(text: string, pattern: RegExp): { readonly at: number; readonly words: string }[] {
  return [...text.matchAll(pattern)].map((match) => ({ at: match.index, words: match[0].trim() }))
}
