import { en } from './bsn.en.ts'
import { nl } from './bsn.nl.ts'
import { refuse } from './refusal.ts'
import type { Language, SameTexts } from './text.ts'

export const bsnTexts: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }

// A citizen service number may only be used by government bodies and those a law names (UAVG art. 46, Wabb art. 10), so Opbloei holds none.
// Only a group of nine digits standing by itself counts: a VAT id, an IBAN or a phone number is longer, or touches letters.
const NINE_DIGITS = /(?<![\p{L}\d+/.,_-])\d{9}(?![\p{L}\d/_-]|[.,:]\d)/gu

/** Whether nine digits pass the elfproef of a BSN: weights 9 to 2 and −1, a multiple of 11, and not zero. */
export function passesElfproef(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
  return [...digits].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0) % 11 === 0
}

/** Whether prose about people holds something that can be a BSN. Numbers with a field of their own (VAT id, reference, phone) are not prose. */
export function containsBsn(prose: string): boolean {
  return [...prose.matchAll(NINE_DIGITS)].some(([digits]) => passesElfproef(digits))
}

/** The same prose with each possible BSN replaced by dots, for imported text that we may not change but need not show. */
export function maskBsn(prose: string): string {
  return prose.replace(NINE_DIGITS, (digits) => (passesElfproef(digits) ? '•••••••••' : digits))
}

/** The same prose; refuses when it holds a BSN, with the message at `field`. */
export function withoutBsn(prose: string, field?: string, language: Language = 'nl'): string {
  if (containsBsn(prose)) refuse(bsnTexts[language].found, {}, field === undefined ? {} : { field })
  return prose
}
