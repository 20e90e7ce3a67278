import type { Month } from '#kit/day.ts'
import { allocate, type Cents, largest, minus, negate, plus, smallest, sum, ZERO } from '#kit/money.ts'
import type { RunningTotals, ShareLine, Shares } from './language.rules.ts'
import { closeBook, note, noteArrears, openBook } from './totals.rules.ts'

/** A receipt of the month by its net amount; below zero for money given back before it was divided. */
export type NetReceipt = { readonly id: string; readonly net: Cents }

/**
 * The river of one receipt: net = costs + earlierLoss + offset + sum of the lines.
 * `earlierLoss` made good an open loss; `offset` was given back to other customers in the same month.
 */
export type Attribution = {
  readonly receipt: string
  readonly month: Month
  readonly net: Cents
  readonly costs: Cents
  readonly earlierLoss: Cents
  readonly offset: Cents
  readonly lines: readonly ShareLine[]
}

/**
 * Divides a month's split over its receipts by net weight, so that every receipt has its river.
 * Each receipt and each line add up to the cent. Receipts of zero or less have no river.
 */
export function attribute(shares: Shares, receipts: readonly NetReceipt[]): Attribution[] {
  const turnover = sum(receipts.map((receipt) => receipt.net))
  if (turnover !== shares.turnover) throw new RangeError(`receipts of ${turnover} cents do not make the turnover of ${shares.turnover}`)
  const paid = receipts.filter((receipt) => receipt.net > 0n)
  const river = sum(paid.map((receipt) => receipt.net))
  const lines = shares.lines.filter((line) => line.cents > 0n)
  const divided = sum(lines.map((line) => line.cents))
  const offset = smallest(minus(river, turnover), river)
  const repaid = largest(ZERO, minus(shares.openLossBefore, shares.lossCarried))
  const earlierLoss = largest(ZERO, smallest(repaid, minus(minus(river, offset), divided)))
  const costs = minus(minus(minus(river, offset), earlierLoss), divided)
  const parts = [largest(costs, ZERO), earlierLoss, offset, ...lines.map((line) => line.cents)]
  // Money back from a shop can make more to divide than customers paid; that part of the lines belongs to no receipt.
  let columns = costs < 0n ? allocate(river, parts) : parts
  return paid.map((receipt) => {
    // Taken from what the receipts before it left, so that rows and columns both close.
    const row = allocate(receipt.net, columns)
    columns = columns.map((left, i) => minus(left, row[i] ?? ZERO))
    const [ownCosts = ZERO, ownLoss = ZERO, ownOffset = ZERO, ...parts] = row
    return {
      receipt: receipt.id,
      month: shares.month,
      net: receipt.net,
      costs: ownCosts,
      earlierLoss: ownLoss,
      offset: ownOffset,
      lines: lines.map((line, i) => ({ ...line, cents: parts[i] ?? ZERO })).filter((line) => line.cents > 0n),
    }
  })
}

/** What goes back: `lines` below zero, dated now; `loss` is what the reversed money no longer covers. */
export type Reversal = {
  readonly receipt: string
  readonly net: Cents
  readonly lines: readonly ShareLine[]
  readonly lossCarried: Cents
  readonly lossBorne: Cents
  readonly left: Attribution
  readonly totals: RunningTotals
}

/**
 * Reverses the stored shares of a receipt for a credit note, refund or chargeback of `net` (above zero).
 * Room comes back under the caps of the month and year in which the shares were taken; pots and totals change now, closed months never.
 * `river` is what is left of the receipt: pass `left` of the last reversal when a part went back before.
 */
export function reverseShares(river: Attribution, net: Cents, before: RunningTotals, lossIsCarried: boolean): Reversal {
  if (net <= 0n || net > river.net) throw new RangeError(`${net} cents cannot be given back of a receipt with ${river.net} cents left`)
  const [costs = ZERO, earlierLoss = ZERO, offset = ZERO, ...parts] = allocate(net, [
    river.costs,
    river.earlierLoss,
    river.offset,
    ...river.lines.map((line) => line.cents),
  ])
  const book = openBook(before)
  const lines = river.lines.map((line, i) => ({ ...line, cents: negate(parts[i] ?? ZERO) })).filter((line) => line.cents !== 0n)
  for (const line of lines) {
    note(book, river.month, line)
    if (line.kind === 'arrears') noteArrears(book, line.step, line.receiver, negate(line.cents))
  }
  // Costs stay spent and an old loss stays lost: without this money they are open again.
  const uncovered = plus(plus(costs, earlierLoss), offset)
  const lossCarried = lossIsCarried ? uncovered : ZERO
  return {
    receipt: river.receipt,
    net,
    lines,
    lossCarried,
    lossBorne: lossIsCarried ? ZERO : uncovered,
    left: {
      ...river,
      net: minus(river.net, net),
      costs: minus(river.costs, costs),
      earlierLoss: minus(river.earlierLoss, earlierLoss),
      offset: minus(river.offset, offset),
      lines: river.lines.map((line, i) => ({ ...line, cents: minus(line.cents, parts[i] ?? ZERO) })),
    },
    totals: closeBook(book, plus(before.openLoss, lossCarried)),
  }
}
