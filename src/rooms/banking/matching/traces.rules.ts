/** What a payment says in words: the numbers of invoices that may stand in it, and how sure each is. */

/** `written`: the number as it is on the invoice. `joined`: the same digits without the dash. `loose`: something that may be it. */
export type Trace = { readonly year: number; readonly sequence: number; readonly how: 'written' | 'joined' | 'loose' }

// Digits that touch other digits, or letters of an IBAN, are a part of something else.
const WRITTEN = /(?<![\p{L}\d])(?<!\d[-/.,])(20\d{2})[-–](\d{4,6})(?![\d])(?![-/.,]\d)(?!\p{L})/gu
const JOINED = /(?<![\p{L}\d])(?<!\d[-/.,–])(20\d{2})(\d{4,6})(?!\d)(?![-/.,–]\d)(?!\p{L})/gu
const LOOSE = /(?<!\d)(20\d{2})[\s./_–-]{0,3}0{0,5}(\d{1,6})(?!\d)/gu

/** Reads traces of invoice numbers "2026-0012" from prose or a reference; the surest reading of each number is kept. */
export function tracesIn(text: string): Trace[] {
  const found = new Map<string, Trace>()
  for (const how of ['written', 'joined', 'loose'] as const) {
    for (const [whole, year = '', sequence = ''] of text.matchAll({ written: WRITTEN, joined: JOINED, loose: LOOSE }[how])) {
      // "20260112" is the twelfth of January before it is invoice 2026-0112.
      const sure = how === 'joined' && looksLikeDay(whole) ? 'loose' : how
      const trace = { year: Number(year), sequence: Number(sequence), how: sure }
      const key = numberKey(trace.year, trace.sequence)
      if (!found.has(key)) found.set(key, trace)
    }
  }
  return [...found.values()]
}

/** The number of an invoice, "2026-0012", as year and sequence; null for another kind of number. */
export function numberOf(invoiceNumber: string): { readonly year: number; readonly sequence: number } | null {
  const match = /^(?:\D*)(20\d{2})-(\d{1,6})$/.exec(invoiceNumber)
  return match ? { year: Number(match[1]), sequence: Number(match[2]) } : null
}

export function numberKey(year: number, sequence: number): string {
  return `${year}-${sequence}`
}

/** Whether two sequence numbers are easily mistaken for each other: one digit differs, is missing, or two stand the other way round. */
export function nearNumbers(a: number, b: number): boolean {
  if (a === b) return false
  const [x, y] = [String(a).padStart(6, '0'), String(b).padStart(6, '0')]
  const differ = [...x].flatMap((digit, at) => (digit === y[at] ? [] : [at]))
  if (differ.length === 1) return true
  const [first = 0, second = 0] = differ
  if (differ.length === 2 && second === first + 1 && x[first] === y[second] && x[second] === y[first]) return true
  return String(a).replaceAll('0', '') === String(b).replaceAll('0', '')
}

function looksLikeDay(digits: string): boolean {
  const month = Number(digits.slice(4, 6))
  const day = Number(digits.slice(6, 8))
  return digits.length === 8 && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

const EMPTY_WORDS = new Set([
  'de',
  'het',
  'een',
  'van',
  'der',
  'den',
  'ter',
  'ten',
  'te',
  'en',
  'of',
  'eo',
  'cj',
  'bv',
  'nv',
  'vof',
  'stichting',
  'vereniging',
  'st',
  'hr',
  'mw',
  'mevr',
  'dhr',
  'fam',
  'familie',
  'ba',
  'wa',
  'ua',
  'cooperatie',
  'gemeente',
  'cafe',
  'restaurant',
  'bakkerij',
  'winkel',
  'buurthuis',
  'school',
  'basisschool',
  'kerk',
  'nederland',
])

/** The words of a name that tell people apart: no initials, no little words, no kinds of shops, no accents. */
export function nameWords(name: string): readonly string[] {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
  return [...new Set(plain.split(' ').filter((word) => word.length > 1 && !EMPTY_WORDS.has(word)))]
}

/** Whether a name on the bank is that of a customer: all telling words of the shorter one stand in the other. */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [nameWords(a), nameWords(b)]
  const [few, many] = x.length <= y.length ? [x, y] : [y, x]
  return few.length > 0 && few.every((word) => many.includes(word))
}

// Words that stand with any payment: they tell nothing about what was paid for.
const PAYMENT_WORDS = new Set(
  (
    'aankoop aanschaf afrekening afschrijving afspraak bedrag bestelling bestelnummer betaald betaalautomaat betaalpas betaalt betaalverzoek betalen betaling ' +
    'betalingskenmerk bijdrage bijgaand bonnen bonnetje bonnetjes boeking creditcard dank datum debiteur euro factuur facturen factuurnummer ideal incasso inkoop ' +
    'kenmerk klant klantnummer kosten kwitantie lidmaatschap maand maandelijks machtiging machtigingskenmerk mandaat nota omschrijving onkosten online order ' +
    'ordernummer overboeking overschrijving pinbetaling pintransactie pasnr pasvolgnr polis referentie rekening relatienummer sepa storting tegoed termijn ' +
    'terugbetaling terminal transactie uitgave uitgaven vergoeding verzamel voldaan volgens voor voorschot voorgeschoten waarvoor week ' +
    'januari februari maart april mei juni juli augustus september oktober november december'
  ).split(' '),
)

/** The words that tell what was bought or who sold it: no payment words, no numbers, nothing shorter than four letters. */
export function tellingWords(text: string): readonly string[] {
  return nameWords(text).filter((word) => word.length > 3 && !/\d/.test(word) && !PAYMENT_WORDS.has(word))
}
