// Beginnings of words, or a whole word after `=`: enough for a question, never a ground to refuse. Names of illnesses would be a list without
// end; these are what people type, in the two languages of the house.
const HEALTH: readonly string[] = [
  'adhd',
  'alcohol',
  'angst',
  'arbeidsongeschikt',
  'autis',
  'beperking',
  'burn-out',
  'burnout',
  'chronisch',
  'depress',
  'diabetes',
  'diagnos',
  'drugs',
  'epilep',
  'gezondheid',
  'ggz',
  'handicap',
  'hernia',
  'hersen',
  'invalide',
  'kanker',
  'klachten',
  'medicat',
  'medicijn',
  'medisch',
  'migraine',
  'overspannen',
  'pijn',
  'psych',
  'ptss',
  'reuma',
  'revalid',
  'rolstoel',
  'rugklacht',
  'stoornis',
  'therap',
  'trauma',
  'verslaa',
  'verslav',
  'ziek',
  'zwanger',
  'addict',
  'anxi',
  'cancer',
  'chronic',
  'disab',
  'disease',
  'health',
  '=ill',
  'illness',
  'injur',
  'medicin',
  '=pain',
  '=pains',
  'painful',
  'painkill',
  'pregnan',
  'ptsd',
  '=sick',
  'sickness',
  'surgery',
  'wheelchair',
]

// What looks like it and tells nothing of a person's health: places, goods and things of trade.
const FALSE_FRIENDS: readonly string[] = [
  'alcoholvrij',
  'angstvallig',
  'chronicle',
  'drugstore',
  'hersenkraker',
  'klachten over',
  'klachten van klanten',
  'klachtenboek',
  'klachtenbus',
  'klachtenformulier',
  'klachtenregeling',
  'pijnboom',
  'pijnacker',
  'psychedel',
  'ziekenhuis',
  'ziekenhuizen',
  'health food',
  'healthy',
]

const friends = new RegExp(`(?<![\\p{L}-])(?:${FALSE_FRIENDS.join('|')})[\\p{L}-]*`, 'gu')

/** Words in a text, Dutch or English, that may tell of somebody's health: what a writer is asked about before it is kept (AVG art. 9). In the order in which they stand, each once. */
export function healthWords(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replace(friends, ' ')
      .match(/[\p{L}-]+/gu) ?? []
  return [...new Set(words.filter((word) => HEALTH.some((stem) => (stem.startsWith('=') ? word === stem.slice(1) : word.startsWith(stem)))))]
}
