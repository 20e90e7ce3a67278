import type { Language } from '#kit/text.ts'

/** Countries of customers (ISO 3166-1), ours first: the European Union, and those around it with which members trade. */
export const COUNTRIES = [
  'NL',
  'BE',
  'DE',
  'AT',
  'BG',
  'CH',
  'CY',
  'CZ',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GB',
  'GR',
  'HR',
  'HU',
  'IE',
  'IS',
  'IT',
  'LI',
  'LT',
  'LU',
  'LV',
  'MT',
  'NO',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
  'TR',
  'UA',
  'US',
] as const
export type Country = (typeof COUNTRIES)[number]

/** The countries to choose from, by their name in a language, in the order above. */
export function countryOptions(language: Language): { readonly value: Country; readonly label: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  return COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value }))
}

// What follows the two letters, by the list of the European Commission (VIES). Greece writes EL; Northern Ireland keeps XI.
const VAT_IDS: Readonly<Record<string, RegExp>> = {
  AT: /^ATU\d{8}$/,
  BE: /^BE[01]\d{9}$/,
  BG: /^BG\d{9,10}$/,
  CY: /^CY\d{8}[A-Z]$/,
  CZ: /^CZ\d{8,10}$/,
  DE: /^DE\d{9}$/,
  DK: /^DK\d{8}$/,
  EE: /^EE\d{9}$/,
  ES: /^ES[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^FI\d{8}$/,
  FR: /^FR[A-HJ-NP-Z0-9]{2}\d{9}$/,
  GB: /^XI(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
  GR: /^EL\d{9}$/,
  HR: /^HR\d{11}$/,
  HU: /^HU\d{8}$/,
  IE: /^IE(?:\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^IT\d{11}$/,
  LT: /^LT(?:\d{9}|\d{12})$/,
  LU: /^LU\d{8}$/,
  LV: /^LV\d{11}$/,
  MT: /^MT\d{8}$/,
  PL: /^PL\d{10}$/,
  PT: /^PT\d{9}$/,
  RO: /^RO\d{2,10}$/,
  SE: /^SE\d{10}01$/,
  SI: /^SI\d{8}$/,
  SK: /^SK\d{10}$/,
}

/** A VAT id of another country as it is printed, or null when its form is not that of the country; outside the Union any is kept as typed. */
export function foreignVatId(country: string, typed: string): string | null {
  const id = typed.replace(/[\s.-]/g, '').toUpperCase()
  const form = VAT_IDS[country]
  return form && !form.test(id) ? null : id
}
