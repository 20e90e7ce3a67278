import { findMonth, type Month, monthAfter } from '#kit/day.ts'
import { type Cents, sum } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { PayOut } from '#rooms/law'
import type { estimateTexts } from './estimate.en.ts'

type Words = ReturnType<typeof estimateTexts>

/** How many premiums and gifts the form has room for: the law looks at two premiums a year (art. 31(2)(j)). */
export const ROWS = { premium: ['1', '2', '3'], gift: ['1', '2', '3'] } as const
type Kind = keyof typeof ROWS

/** How far back money in a pot can have been earned, and how far back a premium or gift of this year can lie. */
const EARLIER_MONTHS = 12

/** The months before the first one, the oldest first: in these a pot was filled. */
export function earlierMonths(first: Month): Month[] {
  return Array.from({ length: EARLIER_MONTHS }, (_, index) => monthAfter(first, index - EARLIER_MONTHS))
}

/** The months that a premium or gift can be of: those of this calendar year that are over count for its cap too. */
export function receivedMonths(first: Month, ahead: readonly Month[]): Month[] {
  return [...earlierMonths(first).filter((month) => month.slice(0, 4) === first.slice(0, 4)), ...ahead]
}

/** What was filled in beside the pay-outs per month; `of` gives the amount of a field in cents and `month` the month that was chosen. */
export type MoreTyped = { readonly of: (name: string) => Cents | null; readonly month: (name: string) => string }

/**
 * Premiums, gifts and a pot that is paid out, as pay-outs: a pot counts for the months in which it was earned (art. 32(2)). Refuses an amount
 * without its month and a month without its amount.
 */
export function moreFrom(typed: MoreTyped, first: Month, words: Words): PayOut[] {
  const received = (Object.keys(ROWS) as Kind[]).flatMap((kind) =>
    ROWS[kind].flatMap((row): PayOut[] => {
      const cents = typed.of(`${kind}${row}`)
      const month = findMonth(typed.month(`${kind}In${row}`))
      if (!cents && !month) return []
      if (!month) return refuse(words.refusals.whichMonth, {}, { field: `${kind}In${row}` })
      if (!cents) return refuse(words.refusals.howMuch, {}, { field: `${kind}${row}` })
      return [{ kind, month, cents, earnedIn: [] }]
    }),
  )
  return [...received, ...potFrom(typed, first, words)]
}

function potFrom(typed: MoreTyped, first: Month, words: Words): PayOut[] {
  const earnedIn = earlierMonths(first).flatMap((month) => {
    const cents = typed.of(`pot-${month}`)
    return cents ? [{ month, cents }] : []
  })
  const month = findMonth(typed.month('potIn'))
  if (earnedIn.length === 0) return month ? refuse(words.refusals.whenEarned, {}, { field: `pot-${monthAfter(first, -1)}` }) : []
  if (!month) return refuse(words.refusals.whichMonth, {}, { field: 'potIn' })
  return [{ kind: 'earned', month, cents: sum(earnedIn.map(({ cents }) => cents)), earnedIn }]
}
