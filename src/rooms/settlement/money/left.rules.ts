import { type Cents, negate } from '#kit/money.ts'

/** What a month left, for one line of words: more costs than turnover is said as what was short, never as a minus that was left. */
export function leftOf(result: Cents, closed: boolean): { readonly said: 'left' | 'leftNow' | 'short' | 'shortNow'; readonly cents: Cents } {
  if (result < 0n) return { said: closed ? 'short' : 'shortNow', cents: negate(result) }
  return { said: closed ? 'left' : 'leftNow', cents: result }
}
