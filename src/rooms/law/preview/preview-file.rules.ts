import type { Month } from '#kit/day.ts'
import { findDay } from '#kit/day.ts'
import { type Cents, sum } from '#kit/money.ts'
import { centsOf, type Fields, FileError, fieldsOf, listOf, monthOfText, oneOf, type Read, textOf, truthOf, wholeOf } from '#kit/reading.ts'
import { AMOUNT_CODES, type AmountUnit, type LegalAmount } from '../amounts/amounts.rules.ts'
import { KNOWN_AMOUNTS } from '../amounts/known.rules.ts'
import type { Used } from './exemption.rules.ts'
import { type PreviewMonth, preview } from './preview.rules.ts'
import { type PayOut, type Situation, USUAL_READINGS } from './situation.rules.ts'

/** A month of the answer; amounts are whole euro cents, shares basis points. */
export type AnsweredMonth = Omit<{ readonly [K in keyof PreviewMonth]: PreviewMonth[K] extends Cents ? number : PreviewMonth[K] }, 'exemption'> & {
  readonly rule: string
  readonly article: string | null
  readonly share: number
  readonly cap: number | null
  readonly monthNumber: number | null
  readonly monthsInAll: number | null
  readonly why: string | null
}

export type PreviewAnswer = {
  readonly estimate: true
  readonly months: readonly AnsweredMonth[]
  readonly exempt: number
  readonly toSettle: number
  readonly deferred: number
  readonly usedAfter: Used
}

/**
 * What pay-outs in a file do to the benefit of a situation in that file, by the same rules as on screen; see docs/preview. Takes parsed JSON, gives
 * an answer that is JSON. Throws a `FileError` (English, with the place) when the file is not right, and refuses (a Dutch sentence) where an amount
 * of the law is missing for a day.
 */
export function previewFile(value: unknown): PreviewAnswer {
  const fields = fieldsOf(value, 'preview')
  const situation = fields.get('situation', situationOf)
  const used = fields.maybe('used', usedOf, { monthsN: 0, sinceN: null, sinceR: null, since34a: null })
  const payOuts = fields.get('payOuts', listOf(payOutOf))
  const amounts = [...KNOWN_AMOUNTS, ...fields.maybe('amounts', listOf(amountOf), [])]
  fields.done()
  const found = preview(situation, payOuts, used, amounts)
  return {
    estimate: true,
    months: found.months.map(answered),
    exempt: Number(found.exempt),
    toSettle: Number(found.toSettle),
    deferred: Number(found.deferred),
    usedAfter: found.usedAfter,
  }
}

function answered({ exemption, ...month }: PreviewMonth): AnsweredMonth {
  return {
    month: month.month,
    paid: Number(month.paid),
    declared: Number(month.declared),
    exempt: Number(month.exempt),
    toSettle: Number(month.toSettle),
    free: Number(month.free),
    norm: Number(month.norm),
    benefit: Number(month.benefit),
    total: Number(month.total),
    capReached: month.capReached,
    settling: month.settling,
    doubts: month.doubts,
    rule: exemption.rule,
    article: exemption.article,
    share: Number(exemption.share),
    cap: exemption.cap === null ? null : Number(exemption.cap),
    monthNumber: exemption.month,
    monthsInAll: exemption.months,
    why: exemption.why,
  }
}

const situationOf: Read<Situation> = (value, path) => {
  const fields = fieldsOf(value, path)
  const situation: Situation = {
    household: fields.get('household', oneOf(['single', 'loneParent', 'couple', 'young'])),
    norm: fields.maybe('norm', notNegative, null),
    under27Through: monthIn(fields, 'under27Through'),
    pensionAge: fields.maybe('pensionAge', truthOf, false),
    medicallyLimited: fields.maybe('medicallyLimited', truthOf, false),
    youngestUnder12Through: monthIn(fields, 'youngestUnder12Through'),
    foundHelpful: fields.get('foundHelpful', truthOf),
    early2027: fields.maybe('early2027', truthOf, false),
    settings: fields.maybe('readings', readingsOf, USUAL_READINGS),
  }
  fields.done()
  return situation
}

const readingsOf: Read<Situation['settings']> = (value, path) => {
  const fields = fieldsOf(value, path)
  const readings = {
    monthsMustFollow: fields.maybe('monthsMustFollow', truthOf, USUAL_READINGS.monthsMustFollow),
    pensionAgeHasSixMonths: fields.maybe('pensionAgeHasSixMonths', truthOf, USUAL_READINGS.pensionAgeHasSixMonths),
    medicalBeforeLoneParent: fields.maybe('medicalBeforeLoneParent', truthOf, USUAL_READINGS.medicalBeforeLoneParent),
  }
  fields.done()
  return readings
}

const usedOf: Read<Used> = (value, path) => {
  const fields = fieldsOf(value, path)
  const used = {
    monthsN: fields.maybe('monthsN', wholeOf, 0),
    sinceN: monthIn(fields, 'sinceN'),
    sinceR: monthIn(fields, 'sinceR'),
    since34a: monthIn(fields, 'since34a'),
  }
  if (used.monthsN < 0) throw new FileError(`${path}.monthsN`, 'expected no less than zero')
  fields.done()
  return used
}

const payOutOf: Read<PayOut> = (value, path) => {
  const fields = fieldsOf(value, path)
  const payOut: PayOut = {
    kind: fields.maybe('kind', oneOf(['earned', 'premium', 'gift']), 'earned'),
    month: fields.get('month', monthOfText),
    cents: fields.get('cents', notNegative),
    earnedIn: fields.maybe('earnedIn', listOf(earnedOf), []),
  }
  fields.done()
  if (payOut.earnedIn.length === 0) return payOut
  if (payOut.kind !== 'earned') throw new FileError(`${path}.earnedIn`, 'only what was earned is earned in a month')
  const told = sum(payOut.earnedIn.map(({ cents }) => cents))
  if (told !== payOut.cents) throw new FileError(`${path}.earnedIn`, `comes to ${told} cents where ${payOut.cents} are paid`)
  const late = payOut.earnedIn.find(({ month }) => month > payOut.month)
  if (late) throw new FileError(`${path}.earnedIn`, `${late.month} is after the month of payment`)
  return payOut
}

const earnedOf: Read<{ readonly month: Month; readonly cents: Cents }> = (value, path) => {
  const fields = fieldsOf(value, path)
  const earned = { month: fields.get('month', monthOfText), cents: fields.get('cents', notNegative) }
  fields.done()
  return earned
}

/** A row of the law that this version does not know yet; it goes before a known one of the same day. */
const amountOf: Read<LegalAmount> = (value, path) => {
  const fields = fieldsOf(value, path)
  const code = fields.get('code', oneOf(AMOUNT_CODES))
  const amount: LegalAmount = {
    code,
    value: BigInt(fields.get('value', wholeOf)),
    unit: unitOf(code),
    from: fields.get('from', dayText),
    until: fields.maybe('until', dayText, null),
    article: fields.maybe('article', textOf, articleOf(code)),
    source: fields.get('source', textOf),
    doubt: fields.maybe('doubt', textOf, null),
  }
  fields.done()
  return amount
}

const rowOf = (code: LegalAmount['code']) => KNOWN_AMOUNTS.find((amount) => amount.code === code)
const unitOf = (code: LegalAmount['code']): AmountUnit => rowOf(code)?.unit ?? 'cents'
const articleOf = (code: LegalAmount['code']): string => rowOf(code)?.article ?? ''

const dayText: Read<LegalAmount['from']> = (value, path) => {
  const found = typeof value === 'string' ? findDay(value) : null
  if (!found) throw new FileError(path, 'expected a day as YYYY-MM-DD')
  return found
}

const notNegative: Read<Cents> = (value, path) => {
  const amount = centsOf(value, path)
  if (amount < 0n) throw new FileError(path, `expected no less than zero cents, found ${amount}`)
  return amount
}

function monthIn(fields: Fields, name: string): Month | null {
  return fields.maybe(name, monthOfText, null)
}
