import { electronicFormatIBAN, isValidIBAN } from 'ibantools'

/** What a legal name of a cooperative lacks by BW2 art. 54. */
export type NameWarning = 'cooperativeWordMissing' | 'liabilityMissing'

/**
 * What is wrong with the legal name of a cooperative; an empty list when it is in order. A warning, no refusal: what the deed says counts.
 * BW2 art. 54: the name holds the word "coöperatief" and ends in W.A., B.A. or U.A. Practice also writes "coöperatie", and notaries let it stand.
 */
export function legalNameWarnings(legalName: string): readonly NameWarning[] {
  const name = legalName.normalize('NFC').trim()
  const warnings: NameWarning[] = []
  if (!/\bco[öo]peratie[fv]?/iu.test(name)) warnings.push('cooperativeWordMissing')
  if (!/(?:^|\s)[wbu]\.\s?a\.$/iu.test(name)) warnings.push('liabilityMissing')
  return warnings
}

/** Whether members can be liable for a deficit: W.A. and B.A. (BW2 art. 55, 56); null when the name does not say. */
export function membersAreLiable(legalName: string): boolean | null {
  const ending = /([wbu])\.\s?a\.$/iu.exec(legalName.trim())
  return ending ? ending[1]?.toLowerCase() !== 'u' : null
}

/** A number of the Kamer van Koophandel without spaces, or null when it is none: eight digits. */
export function kvkNumber(typed: string): string | null {
  const digits = typed.replace(/[\s.]/g, '')
  return /^\d{8}$/.test(digits) && digits !== '00000000' ? digits : null
}

/** A Dutch VAT id as it is printed ("NL001234567B01"), or null when its form or check is wrong. */
export function vatId(typed: string): string | null {
  const id = typed.replace(/[\s.]/g, '').toUpperCase()
  const match = /^NL(\d{9})B(\d{2})$/.exec(id)
  if (!match || match[2] === '00') return null
  // Legal persons carry the elfproef of their RSIN; ids of natural persons since 2020 carry a check modulo 97. Either one is lawful.
  return passesEleven(match[1] ?? '') || passesNinetySeven(id) ? id : null
}

/** An IBAN in electronic form ("NL91ABNA0417164300"), or null when its length or check is wrong. */
export function iban(typed: string): string | null {
  const electronic = electronicFormatIBAN(typed)
  return electronic && isValidIBAN(electronic) ? electronic : null
}

/** A Peppol id ("0106:12345678"), or null when it has not the form of one; the Dutch schemes are checked in full. */
export function peppolId(typed: string): string | null {
  const match = /^(\d{4}):([A-Za-z0-9._~-]{1,50})$/.exec(typed.trim())
  if (!match) return null
  const [, scheme = '', value = ''] = match
  const checked = dutchPeppol(scheme, value)
  return checked === null ? null : `${scheme}:${checked}`
}

function dutchPeppol(scheme: string, value: string): string | null {
  if (scheme === '0106') return kvkNumber(value)
  if (scheme === '0190') return /^\d{20}$/.test(value) ? value : null
  if (scheme === '9944') return vatId(value)
  return value
}

/** A Dutch post code as it is printed ("1234 AB"), or null. */
export function postCode(typed: string): string | null {
  const match = /^([1-9]\d{3})\s?([A-Z]{2})$/.exec(typed.trim().toUpperCase())
  return match ? `${match[1]} ${match[2]}` : null
}

function passesEleven(digits: string): boolean {
  const weighed = [...digits.slice(0, 8)].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0)
  return digits !== '000000000' && weighed % 11 === Number(digits[8])
}

function passesNinetySeven(id: string): boolean {
  const digits = [...id].map((sign) => Number.parseInt(sign, 36)).join('')
  return BigInt(digits) % 97n === 1n
}
