/** Whom or what a name is of; what stands in its place in `INSTEAD`. */
export type NameKind = 'cooperative' | 'member' | 'staff' | 'municipality' | 'reach'

/** A name that the house knows, by which somebody could tell whose agreement it is. */
export type KnownName = {
  readonly name: string
  readonly kind: NameKind
  /** Only the whole name tells something, not a part of it. */
  readonly whole?: true
}

/** What was taken out of a text, as it was written there. */
export type Removed = { readonly words: string; readonly kind: NameKind }

/** What may still tell about somebody and only a reader can judge. */
export type Warning = { readonly kind: 'name' | 'email' | 'phone' | 'iban' | 'postcode' | 'website' | 'number'; readonly words: string }

/** What stands where a name stood. A way to reach somebody is left out. */
export const INSTEAD: Readonly<Record<NameKind, string>> = {
  cooperative: 'de coöperatie',
  member: 'een lid',
  staff: 'een medewerker',
  municipality: 'de gemeente',
  reach: '[weggelaten]',
}

/** Words of a name that are no name by themselves. */
const COMMON = new Set(
  (
    'aan abu al ba ben beheerd bij bin bv co cooperatie cooperatief cooperatieve de den der die du een el en gemeente groep haar het in la le les los lid met ' +
    'nieuwe onze op sociale soco stichting te ten ter tot ua uit van vereniging voor wa wij zu'
  ).split(' '),
)

const MEMBER_PART = 2
const COOPERATIVE_PART = 4

/**
 * A text without the names: each in full, however written (capitals, accents, hyphens, no spaces), and parts of a name where they stand with a capital. What stood
 * there becomes what it is of. A part without a capital is an ordinary word as well: `warningsIn` names it.
 */
export function withoutNames(text: string, known: readonly KnownName[]): { readonly text: string; readonly removed: readonly Removed[] } {
  const removed: Removed[] = []
  let clean = text
  for (const { pattern, capital, kind } of patternsOf(known)) clean = replaced(clean, pattern, capital, kind, removed)
  // What stands in a place may by chance be a name again: then nothing stands there.
  for (const { pattern, capital } of patternsOf(known)) if (!capital) clean = replaced(clean, pattern, false, 'reach', removed)
  return { text: tidied(clean), removed }
}

/** What in a text may still tell of somebody: parts of names, and what looks like an address, a number or an account. */
export function warningsIn(text: string, known: readonly KnownName[]): Warning[] {
  const found: Warning[] = []
  let rest = text
  for (const [kind, pattern] of LOOKS_LIKE)
    rest = rest.replace(pattern, (words) => {
      found.push({ kind, words: words.trim() })
      return ' '
    })
  const plain = folded(rest)
  for (const part of partsOf(known)) {
    const hit = new RegExp(boundedBy(part.word)).exec(plain.text)
    if (hit) found.push({ kind: 'name', words: originalOf(rest, plain, hit.index, hit[0].length) })
  }
  return found
}

const LOOKS_LIKE: readonly (readonly [Exclude<Warning['kind'], 'name'>, RegExp])[] = [
  ['email', /[^\s@]+@[^\s@]+\.[^\s@.,;:!?)]+/g],
  ['website', /(?:https?:\/\/|www\.)\S+|\b[\w-]+\.(?:nl|com|org|net|eu|example)\b\S*/gi],
  ['iban', /\b[A-Z]{2}\d{2}[ .-]?(?:[A-Z0-9]{4}[ .-]?){2,7}[A-Z0-9]{0,3}\b/gi],
  ['phone', /(?:\+\d{2}|\b0)[\d ()-]{7,}\d/g],
  ['postcode', /\b[1-9]\d{3} ?[A-Z]{2}\b/g],
  ['number', /\b\d(?:[ .-]?\d){5,}\b/g],
]

type Pattern = { readonly pattern: string; readonly capital: boolean; readonly kind: NameKind; readonly length: number }

/** Whole names first and the longest before the others, so that a part never takes away from a whole. */
function patternsOf(known: readonly KnownName[]): Pattern[] {
  const whole = known.flatMap(({ name, kind }): Pattern[] => {
    const tokens = tokensOf(name)
    if (tokens.length === 0) return []
    // A number is written in groups, or not; the dot of U.A. belongs to the name.
    const pattern = kind === 'reach' ? [...tokens.join('')].join('[^a-z0-9]{0,2}') : tokens.join(BETWEEN)
    return [{ pattern: `${boundedBy(pattern)}${name.endsWith('.') ? '\\.?' : ''}`, capital: false, kind, length: name.length }]
  })
  const parts = partsOf(known).map(({ word, kind }): Pattern => ({ pattern: boundedBy(word), capital: true, kind, length: word.length }))
  const longest = (a: Pattern, b: Pattern) => b.length - a.length
  return [...whole.toSorted(longest), ...parts.toSorted(longest)]
}

/** Between two words of a name stands nothing, or a space, a hyphen, a dot. */
const BETWEEN = '[^a-z0-9]{0,3}'

/** A word by itself, or with the s of possession. */
function boundedBy(pattern: string): string {
  return `(?<![a-z0-9])${pattern}(?:['’]?s)?(?![a-z0-9])`
}

/** Words of which names are made and that are no ordinary ones. */
function partsOf(known: readonly KnownName[]): { readonly word: string; readonly kind: NameKind }[] {
  const parts = new Map<string, NameKind>()
  for (const { name, kind, whole } of known) {
    if (kind === 'reach' || whole) continue
    const least = kind === 'cooperative' ? COOPERATIVE_PART : MEMBER_PART
    for (const word of tokensOf(name)) if (word.length >= least && !COMMON.has(word) && !/^\d+$/.test(word) && !parts.has(word)) parts.set(word, kind)
  }
  return [...parts].map(([word, kind]) => ({ word, kind }))
}

function tokensOf(name: string): string[] {
  return folded(name).text.match(/[a-z0-9]+/g) ?? []
}

function replaced(text: string, pattern: string, capital: boolean, kind: NameKind, removed: Removed[]): string {
  const plain = folded(text)
  let clean = ''
  let from = 0
  for (const hit of plain.text.matchAll(new RegExp(pattern, 'g'))) {
    const start = plain.at[hit.index] ?? 0
    const end = plain.at[hit.index + hit[0].length] ?? text.length
    const words = text.slice(start, end)
    if (capital && !/^\p{Lu}/u.test(words)) continue
    removed.push({ words, kind })
    clean += text.slice(from, start) + INSTEAD[kind]
    from = end
  }
  return clean + text.slice(from)
}

type Folded = { readonly text: string; readonly at: readonly number[] }

/** A text in small letters without accents, with for each letter where it stood. */
function folded(text: string): Folded {
  let plain = ''
  const at: number[] = []
  let place = 0
  for (const character of text) {
    const base = (LIGATURES[character] ?? character).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    for (const letter of base) {
      plain += letter
      for (let unit = 0; unit < letter.length; unit++) at.push(place)
    }
    place += character.length
  }
  return { text: plain, at }
}

const LIGATURES: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', Æ: 'AE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', œ: 'oe', Œ: 'OE' }

function originalOf(text: string, plain: Folded, index: number, length: number): string {
  return text.slice(plain.at[index] ?? 0, plain.at[index + length] ?? text.length)
}

/** "de gemeente de gemeente" reads badly, and a sentence begins with a capital. */
function tidied(text: string): string {
  const once = text.replace(
    /(?<![\p{L}\p{N}])(?:de|het|een|onze|gemeente|coöperatie) (de coöperatie|de gemeente|een lid|een medewerker)(?![\p{L}\p{N}])/giu,
    '$1',
  )
  if (once !== text) return tidied(once)
  return text.replace(
    /(^|[.!?]\s+)(de coöperatie|de gemeente|een lid|een medewerker)(?![\p{L}\p{N}])/gu,
    (_, before: string, words: string) => before + words.charAt(0).toUpperCase() + words.slice(1),
  )
}
