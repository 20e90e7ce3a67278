import type { Day } from '#kit/day.ts'
import { allocate, type Cents, largest, minus, plus, smallest, sum, ZERO } from '#kit/money.ts'
import type { ShareLine } from '#rooms/agreements'
import type { WholeMonth } from '../../dividing/facts.rules.ts'
import { type Part, partsOf } from '../statement.rules.ts'
import { lastOf, partOn, type TownPart } from './towns.rules.ts'

/** A payment of the month with its river: what of it was costs, an earlier loss, and a share of somebody. */
export type PaidOn = {
  readonly on: Day
  readonly net: Cents
  readonly inside: boolean
  readonly earlierLoss: Cents
  readonly lines: readonly Pick<ShareLine, 'receiver' | 'cents'>[]
}

/** What of a month's division is told to one town, in cents. */
export type TownFigures = {
  readonly turnover: Cents
  readonly inside: Cents
  readonly costsByKind: Readonly<Record<string, Cents>>
  readonly result: Cents
  readonly openLossBefore: Cents
  readonly lossCarried: Cents
  readonly parts: readonly Part[]
}

type Whole = Pick<WholeMonth, 'turnover' | 'inside' | 'costs' | 'costsByKind' | 'result' | 'openLossBefore' | 'lossCarried' | 'lines'>

/**
 * What each town hears of a month that was divided as one: a payment is told to the town of its day, and takes along what it bore of the costs, of a loss of earlier
 * months and of the shares, as its river has it. So a move changes nothing in what anybody gets. The town of the last day of the month gets what no payment bore:
 * costs above the turnover, and the loss that goes on. Turnover, costs of each kind, result and each share add up to the month to the cent, and in each part the
 * result is the turnover less the costs.
 */
export function figuresOfTowns(whole: Whole, paid: readonly PaidOn[], towns: readonly TownPart[]): readonly TownFigures[] {
  const end = towns.toSorted((a, b) => ((lastOf(a) ?? '') < (lastOf(b) ?? '') ? 1 : -1))[0]
  const parts = partsOf(whole.lines.filter((line) => line.kind !== 'ending'))
  const own = towns.map((town) => paid.filter(({ on }) => partOn(towns, on) === town))
  const repaid = largest(ZERO, minus(whole.openLossBefore, whole.lossCarried))
  const borne = own.map((some) => sum(some.map(({ earlierLoss }) => earlierLoss)))
  // A loss of one version that another makes good within the month is no loss of before it: to a town it is a cost.
  const losses = allocate(smallest(repaid, sum(borne)), borne)
  let open = whole.openLossBefore
  const found = new Map<TownPart, TownFigures & { readonly costs: Cents }>()
  for (const [nr, town] of towns.entries()) {
    if (town === end) continue
    const some = own[nr] ?? []
    const shares = parts.map(({ receiver }) => ({
      receiver,
      cents: sum(some.flatMap(({ lines }) => lines.filter((line) => line.receiver === receiver).map((line) => line.cents))),
    }))
    const turnover = sum(some.map(({ net }) => net))
    const result = plus(sum(shares.map(({ cents }) => cents)), losses[nr] ?? ZERO)
    const openLossBefore = open
    open = minus(open, losses[nr] ?? ZERO)
    const inside = sum(some.filter((each) => each.inside).map(({ net }) => net))
    found.set(town, { turnover, inside, costs: minus(turnover, result), costsByKind: {}, result, openLossBefore, lossCarried: open, parts: shares })
  }
  const kinds = kindsOf(
    whole,
    [...found.values()].map(({ costs }) => costs),
  )
  const told = new Map([...found].map(([town, { costs: _, ...figures }], nr) => [town, { ...figures, costsByKind: kinds[nr] ?? {} }]))
  return towns.map((town) => told.get(town) ?? restOf(whole, parts, [...told.values()], open))
}

/** What is left of the month for the town of its last day. */
function restOf(whole: Whole, parts: readonly Part[], others: readonly TownFigures[], openLossBefore: Cents): TownFigures {
  const left = (all: Cents, read: (each: TownFigures) => Cents) => minus(all, sum(others.map(read)))
  const costOf = (figures: TownFigures, kind: string) => figures.costsByKind[kind] ?? ZERO
  return {
    turnover: left(whole.turnover, (each) => each.turnover),
    inside: left(whole.inside, (each) => each.inside),
    costsByKind: Object.fromEntries(Object.entries(whole.costsByKind).map(([kind, cents]) => [kind, left(cents, (each) => costOf(each, kind))])),
    result: left(whole.result, (each) => each.result),
    openLossBefore,
    lossCarried: whole.lossCarried,
    parts: parts.map(({ receiver, cents }, nr) => ({ receiver, cents: left(cents, (each) => each.parts[nr]?.cents ?? ZERO) })),
  }
}

/** The costs of all towns but the last by kind: each kind by what each town bears, so that kinds and towns both close where all kinds count. */
function kindsOf(whole: Whole, costs: readonly Cents[]): readonly Readonly<Record<string, Cents>>[] {
  const kinds = Object.entries(whole.costsByKind)
  const all = sum(kinds.map(([, cents]) => cents))
  const weights = [...costs, minus(whole.costs, sum(costs))].map((cents) => largest(cents, ZERO))
  const divide = (cents: Cents) => (weights.every((weight) => weight === 0n) ? weights.map(() => ZERO) : allocate(cents, weights))
  const divided = kinds.map(([kind, cents]) => [kind, divide(cents)] as const)
  const [biggest] = kinds.toSorted(([, a], [, b]) => (size(a) < size(b) ? 1 : -1))
  // Rounding of the kinds may part from the costs by cents: those go to the kind with most. Kinds that do not count have no cost to close on.
  return costs.map((own, nr) => {
    const found = Object.fromEntries(divided.map(([kind, parts]) => [kind, parts[nr] ?? ZERO]))
    const drift = all === whole.costs ? minus(own, sum(Object.values(found))) : ZERO
    return biggest ? { ...found, [biggest[0]]: plus(found[biggest[0]] ?? ZERO, drift) } : found
  })
}

function size(cents: Cents): bigint {
  return cents < 0n ? -cents : cents
}
