import { allocate, type Cents, minus, plus, smallest, sum, ZERO } from '#kit/money.ts'
import { centsOf, type Part } from '#kit/part.ts'
import type { MemberId } from '#rooms/access'
import type { Priced, Totals } from '../pricing/pricing.rules.ts'

/** A share in the net of one line of an invoice, or of the whole (line 0): basis points, or cents. */
export type AskedShare = Part & { readonly member: MemberId; readonly line: number }

/** What of an invoice is of one member. */
export type MemberPart = Totals & { readonly member: MemberId }

/**
 * What each member has of an invoice: the named shares of the net, and the rest for whoever asked, who comes first. VAT is computed over
 * the whole and divided by the net; a cent of rounding is of whoever asked. Null where a share is more than there is, or nothing.
 */
export function dividedOver(priced: Priced, asker: MemberId, shares: readonly AskedShare[]): MemberPart[] | null {
  const members = [asker, ...new Set(shares.map((share) => share.member))]
  const nets = new Map<MemberId, Cents>(members.map((member) => [member, ZERO]))
  for (const [line, own] of Map.groupBy(shares, (share) => share.line)) {
    const base = line === 0 ? priced.net : priced.lines[line - 1]?.net
    const parts = base === undefined ? null : centsOf(base, own)
    if (!parts) return null
    for (const [nr, share] of own.entries()) nets.set(share.member, plus(nets.get(share.member) ?? ZERO, parts[nr] ?? ZERO))
  }
  nets.set(asker, minus(priced.net, sum(nets.values())))
  const list = members.map((member) => nets.get(member) ?? ZERO)
  if (list.some((net) => net <= 0n) || list.length < 2) return null
  const vats = allocate(priced.vat, list)
  return members.map((member, nr) => {
    const [net, vat, rounding] = [list[nr] ?? ZERO, vats[nr] ?? ZERO, nr === 0 ? priced.rounding : ZERO]
    return { member, net, vat, rounding, payable: plus(plus(net, vat), rounding) }
  })
}

/**
 * Divides money over what each has left of it: nobody more than is left, and all of it when it is everything. So partial payments in any
 * order end with exactly the share of each.
 */
export function overLeft(total: Cents, left: readonly Cents[]): Cents[] {
  return allocate(
    total,
    left.map((each) => (each > 0n ? each : 0n)),
  )
}

/** How a member's share of an invoice stands: what it was, what credit notes took, and what is open or written off of it. */
export type ShareStand = {
  readonly member: MemberId
  readonly share: Totals
  readonly credited: Totals
  readonly open: Cents
  readonly writtenOff: Cents
}

/**
 * What a credit note takes of each member: first of what is open, then of what came in, so that nobody owes while another has money to
 * come. The note that takes the last takes of each what remains.
 */
export function creditedOver(note: Totals, stands: readonly ShareStand[]): MemberPart[] {
  const left = stands.map(({ share, credited }) => minus(share.payable, credited.payable))
  const open = stands.map((each) => (each.open > 0n ? each.open : ZERO))
  // A note for a discount alone gives back: what it adds is of each by the share.
  if (note.payable < 0n)
    return withParts(
      note,
      stands,
      overLeft(
        note.payable,
        stands.map((each) => each.share.payable),
      ),
    )
  const first = smallest(note.payable, sum(open))
  const [ofOpen, ofReceived] = [
    overLeft(first, open),
    overLeft(
      minus(note.payable, first),
      left.map((each, nr) => minus(each, open[nr] ?? ZERO)),
    ),
  ]
  const grosses = stands.map((_, nr) => plus(ofOpen[nr] ?? ZERO, ofReceived[nr] ?? ZERO))
  return withParts(note, stands, grosses, note.payable === sum(left))
}

/** The note that takes the last of an invoice takes of each what remains. */
export function lastOfEach(note: Totals, stands: readonly ShareStand[], left: readonly Cents[]): MemberPart[] {
  return withParts(note, stands, left, true)
}

function withParts(note: Totals, stands: readonly ShareStand[], grosses: readonly Cents[], last = false): MemberPart[] {
  const vats = allocate(
    note.vat,
    grosses.map((gross) => (gross < 0n ? -gross : gross)),
  )
  return stands.map(({ member, share, credited }, nr) => {
    const [payable, vat] = [grosses[nr] ?? ZERO, vats[nr] ?? ZERO]
    if (last) {
      const net = minus(share.net, credited.net)
      return { member, net, vat, rounding: minus(minus(payable, vat), net), payable }
    }
    const rounding = nr === 0 ? note.rounding : ZERO
    return { member, net: minus(minus(payable, vat), rounding), vat, rounding, payable }
  })
}
