import { firstDay, type Month } from '#kit/day.ts'
import { type Cents, largest, minus, plus, smallest, sum, ZERO } from '#kit/money.ts'
import { amountOn, centsOn, type LegalAmount } from '../amounts/amounts.rules.ts'
import { type Doubt, type Exemption, exemptionIn, exemptOf, monthsFrom, NOTHING_EARNED, type Used, usedAfter } from './exemption.rules.ts'
import { isUnder27, type PayOut, type Situation } from './situation.rules.ts'

/** What happens with earnings of a month: with that month's benefit, with a later one, or asked back (art. 58). */
export type Settling = 'sameMonth' | 'laterMonth' | 'askedBack'

/** One month of an estimate; all amounts in cents. Always an estimate: the municipality decides. */
export type PreviewMonth = {
  readonly month: Month
  /** What is paid in this month. */
  readonly paid: Cents
  /** What counts as earned in this month, before any exemption. */
  readonly declared: Cents
  readonly exempt: Cents
  readonly toSettle: Cents
  /** Of premiums and gifts, what does not count. */
  readonly free: Cents
  readonly norm: Cents
  /** What is left of the benefit, never below zero. */
  readonly benefit: Cents
  /** The benefit that is left and what was received for this month. */
  readonly total: Cents
  readonly exemption: Exemption
  readonly capReached: boolean
  readonly settling: Settling
  readonly doubts: readonly Doubt[]
}

export type Preview = {
  readonly months: readonly PreviewMonth[]
  readonly exempt: Cents
  readonly toSettle: Cents
  /** Of what is to settle, what concerns months before the one of payment: deferred income (art. 32(2), 58(2)(f), 58(4)). */
  readonly deferred: Cents
  readonly usedAfter: Used
}

/** Income of a month may be set off with the benefit of at most six months later (art. 58(4)); after that it can only be asked back. */
const SET_OFF_MONTHS = 6

/**
 * What pay-outs do to the benefit, month by month, in order of the months in which they were earned. Amounts in cents. An estimate by the rules of
 * each month's first day: Participatiewet art. 19(2), 31(2)(j, m, n, r, y), 31(5), 32(2), 34a, 58(2)(f) and 58(4). Holiday allowance, tax and
 * premiums are left out. Refuses (a sentence) when an amount of a day is missing.
 */
export function preview(situation: Situation, payOuts: readonly PayOut[], before: Used, amounts: readonly LegalAmount[]): Preview {
  const lines = linesOf(payOuts, situation, amounts)
  const months = [...new Set([...lines.map(({ month }) => month), ...payOuts.map(({ month }) => month)])].toSorted()
  let used = before
  const previews: PreviewMonth[] = []
  for (const month of months) {
    const mine = lines.filter((line) => line.month === month)
    const earned = sum(mine.filter(({ what }) => what === 'earned').map(({ cents }) => cents))
    const exemption = earned > 0n ? exemptionIn(month, situation, used, amounts) : NOTHING_EARNED
    const made = previewMonth(month, mine, earned, exemption, situation, amounts)
    previews.push({ ...made, paid: sum(payOuts.filter((each) => each.month === month).map(({ cents }) => cents)) })
    if (earned > 0n) used = usedAfter(month, exemption, used)
  }
  const deferred = previews.filter(({ settling }) => settling !== 'sameMonth')
  return {
    months: previews,
    exempt: sum(previews.map(({ exempt }) => exempt)),
    toSettle: sum(previews.map(({ toSettle }) => toSettle)),
    deferred: sum(deferred.map(({ toSettle }) => toSettle)),
    usedAfter: used,
  }
}

/** A part of a pay-out in the month it counts for. `counts` is a premium or gift beyond what is free. */
type Line = { readonly month: Month; readonly paidIn: Month; readonly what: 'earned' | 'free' | 'counts'; readonly cents: Cents; readonly doubt: Doubt | null }

function previewMonth(
  month: Month,
  lines: readonly Line[],
  earned: Cents,
  exemption: Exemption,
  situation: Situation,
  amounts: readonly LegalAmount[],
): Omit<PreviewMonth, 'paid'> {
  const of = (what: Line['what']) => sum(lines.filter((line) => line.what === what).map(({ cents }) => cents))
  const exempt = exemptOf(earned, exemption)
  const declared = plus(earned, of('counts'))
  const toSettle = minus(declared, exempt)
  const norm = normIn(month, situation, amounts)
  const benefit = largest(ZERO, minus(norm, toSettle))
  const settling = settlingOf(month, lines)
  const doubts = new Set<Doubt>(lines.flatMap(({ doubt }) => doubt ?? []))
  if (earned > 0n) for (const doubt of exemption.doubts) doubts.add(doubt)
  if (settling !== 'sameMonth') doubts.add('deferred')
  if (toSettle > norm) doubts.add('moreThanBenefit')
  if (situation.norm === null) doubts.add('normAssumed')
  return {
    month,
    declared,
    exempt,
    toSettle,
    free: of('free'),
    norm,
    benefit,
    total: plus(benefit, sum(lines.map(({ cents }) => cents))),
    exemption,
    capReached: exemption.cap !== null && exempt === exemption.cap && earned > 0n,
    settling,
    doubts: [...doubts],
  }
}

function linesOf(payOuts: readonly PayOut[], situation: Situation, amounts: readonly LegalAmount[]): readonly Line[] {
  const earned = payOuts
    .filter(({ kind }) => kind === 'earned')
    .flatMap((payOut): Line[] => {
      const parts = payOut.earnedIn.length > 0 ? payOut.earnedIn : [{ month: payOut.month, cents: payOut.cents }]
      return parts.map(({ month, cents }) => ({ month, paidIn: payOut.month, what: 'earned', cents, doubt: null }))
    })
  return [...earned, ...premiumLines(payOuts, situation, amounts), ...giftLines(payOuts, amounts)]
}

// Art. 31(2)(j): one or two payments in a calendar year, together up to the cap; a third counts whole. Art. 31(5): not under 27, unless of the group of the wage subsidy, which is not known here.
function premiumLines(payOuts: readonly PayOut[], situation: Situation, amounts: readonly LegalAmount[]): readonly Line[] {
  const seen = new Map<string, { times: number; cents: Cents }>()
  return inOrder(payOuts, 'premium').flatMap(({ month, cents }): Line[] => {
    const year = month.slice(0, 4)
    const before = seen.get(year) ?? { times: 0, cents: ZERO }
    seen.set(year, { times: before.times + 1, cents: plus(before.cents, cents) })
    const young = isUnder27(situation, month) && !situation.early2027
    const allowed = situation.foundHelpful && !young && before.times < Number(amountOn(amounts, 'premiumTimes', firstDay(month)))
    const room = allowed ? largest(ZERO, minus(centsOn(amounts, 'premiumCap', firstDay(month)), before.cents)) : ZERO
    return twoParts(month, cents, smallest(room, cents), young ? 'premiumUnder27' : 'premiumBeyond')
  })
}

// Art. 31(2)(m): gifts of a calendar year up to an amount; beyond it the college judges each gift (31(2)(s)).
function giftLines(payOuts: readonly PayOut[], amounts: readonly LegalAmount[]): readonly Line[] {
  const seen = new Map<string, Cents>()
  return inOrder(payOuts, 'gift').flatMap(({ month, cents }): Line[] => {
    const year = month.slice(0, 4)
    const before = seen.get(year) ?? ZERO
    seen.set(year, plus(before, cents))
    const room = largest(ZERO, minus(centsOn(amounts, 'giftCap', firstDay(month)), before))
    return twoParts(month, cents, smallest(room, cents), 'giftsBeyond')
  })
}

function twoParts(month: Month, cents: Cents, free: Cents, doubt: Doubt): Line[] {
  const counts = minus(cents, free)
  return [
    ...(free > 0n ? [{ month, paidIn: month, what: 'free', cents: free, doubt: null } as const] : []),
    ...(counts > 0n ? [{ month, paidIn: month, what: 'counts', cents: counts, doubt } as const] : []),
  ]
}

function inOrder(payOuts: readonly PayOut[], kind: PayOut['kind']): readonly PayOut[] {
  return payOuts.filter((each) => each.kind === kind).toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
}

function normIn(month: Month, { norm, household }: Situation, amounts: readonly LegalAmount[]): Cents {
  if (norm !== null) return norm
  const code = household === 'couple' ? 'normCouple' : household === 'young' ? 'normYoung' : 'normSingle'
  return centsOn(amounts, code, firstDay(month))
}

function settlingOf(month: Month, lines: readonly Line[]): Settling {
  const late = Math.max(0, ...lines.map(({ paidIn }) => monthsFrom(month, paidIn)))
  return late === 0 ? 'sameMonth' : late <= SET_OFF_MONTHS ? 'laterMonth' : 'askedBack'
}
