/** Rates of VAT are law, and stand there as dated data. */
export { VAT_KINDS, type VatKind, vatRateOn, vatSourceOn } from '#rules/law'
