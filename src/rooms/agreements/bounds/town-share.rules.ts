import { type Cents, minus, plus, sum, ZERO } from '#kit/money.ts'
import { agreedOf, type Bound } from './bounds.rules.ts'

/** What the municipality gets of some months by an agreement, in cents: at least, and at most where the agreement says so. */
export type TownShare = { readonly least: Cents; readonly most: Cents | null }

/**
 * The share of the municipality by the bounds of a cooperation agreement, month by month: never less than the largest of what is compulsory, never more than the
 * smallest of what is allowed, and nothing where it may receive nothing. An earlier loss is made good first where the agreement carries it.
 */
export function townShare(bounds: readonly Bound[], months: readonly { readonly turnover: Cents; readonly costs: Cents }[]): TownShare {
  const carried = bounds.some((bound) => bound.kind === 'loss' && bound.carried)
  const forbidden = bounds.some((bound) => bound.kind === 'forbidden' && bound.receiver === 'municipality')
  const shares = bounds.filter((bound) => (bound.kind === 'atLeast' || bound.kind === 'atMost') && bound.receiver === 'municipality')
  let openLoss: Cents = ZERO
  const told = months.map(({ turnover, costs }) => {
    const own = minus(turnover, costs)
    const after = minus(own, openLoss)
    openLoss = carried && after < 0n ? minus(ZERO, after) : ZERO
    const facts = { turnover, result: carried ? after : own }
    const of = (kind: 'atLeast' | 'atMost') => shares.flatMap((bound) => (bound.kind === kind ? [agreedOf(bound, facts)] : []))
    const inOrder = (all: readonly Cents[]) => all.toSorted((a, b) => (a < b ? -1 : 1))
    return { least: inOrder(of('atLeast')).at(-1) ?? ZERO, most: inOrder(of('atMost'))[0] ?? null }
  })
  if (forbidden) return { least: ZERO, most: ZERO }
  const most = told.every((each) => each.most !== null) && told.length > 0 ? told.reduce((all, each) => plus(all, each.most ?? ZERO), ZERO) : null
  return { least: sum(told.map(({ least }) => least)), most }
}
