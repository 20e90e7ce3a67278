import { allocate, type Cents, minus, sum, ZERO } from '#kit/money.ts'
import { centsOf, type Part } from '#kit/part.ts'
import type { MemberId } from '#rooms/access'

/** What of a receipt is a cost of another member. */
export type AskedCostShare = Part & { readonly member: MemberId }

/** What of a cost is of one member, and the VAT in it that comes back; in cents. */
export type CostShare = { readonly member: MemberId; readonly net: Cents; readonly vat: Cents }

/** What of a cost is of each member, whoever sent it first with the rest. Null where a share is nothing, or the shares are more than there is. */
export function sharedCost(cost: { readonly net: Cents; readonly vat: Cents }, sender: MemberId, shares: readonly AskedCostShare[]): CostShare[] | null {
  const parts = centsOf(cost.net, shares)
  if (!parts || parts.some((part) => part <= 0n)) return null
  const rest = minus(cost.net, sum(parts))
  if (rest < 0n) return null
  const nets = [rest, ...parts]
  const vats = allocate(cost.vat, nets)
  return [sender, ...shares.map((share) => share.member)].map((member, nr) => ({ member, net: nets[nr] ?? ZERO, vat: vats[nr] ?? ZERO }))
}
