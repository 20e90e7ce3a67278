/** The pure functions of this room that the rules of other rooms lean on; see decision 11. */
export { findAmount, type LegalAmount } from './amounts/amounts.rules.ts'
export { KNOWN_AMOUNTS } from './amounts/known.rules.ts'
export { decreeKnown, freeDays, holidaysOf } from './terms/free-days.rules.ts'
export { decideTerm, lastDayToObject, termsOf } from './terms/terms.rules.ts'
export { VAT_KINDS, type VatKind, vatRateOn, vatSourceOn } from './vat/vat-rates.rules.ts'
