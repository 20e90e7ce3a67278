import type { Tx } from '#kit/db.ts'
import { type Cents, ZERO } from '#kit/money.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import type { Transfer } from '#rooms/ledger'
import { creditedTotals } from '../invoicing.sql.ts'
import type { Invoice, InvoiceId, InvoiceStanding } from '../invoicing.types.ts'
import type { ShareStand } from './shares.rules.ts'
import { insertMoves, type ShareMove, sharesOf } from './shares.sql.ts'

/** How an invoice stands per member; one that is not shared is wholly of its member. */
export async function standsOf(tx: Tx, permit: AnyPermit, invoice: Invoice, standing: InvoiceStanding): Promise<ShareStand[]> {
  if (invoice.shared) return sharesOf(tx, permit, invoice.id)
  const { open, writtenOff } = standing
  return [{ member: invoice.member, share: invoice, credited: await creditedTotals(tx, permit, invoice.id), open, writtenOff }]
}

/** An amount of one member. */
export type PartOf = { readonly member: MemberId; readonly cents: Cents }

/** Members with their parts of an amount. */
export function partsFor(stands: readonly ShareStand[], parts: readonly Cents[]): PartOf[] {
  return stands.map(({ member }, nr) => ({ member, cents: parts[nr] ?? ZERO }))
}

/** Keeps what is open of each share; an invoice that is not shared needs none of it. */
export async function noteMoves(
  tx: Tx,
  permit: AnyPermit,
  invoice: { readonly id: InvoiceId; readonly shared: boolean },
  what: ShareMove,
  moves: readonly { readonly member: MemberId; readonly cause: string; readonly cents: Cents }[],
): Promise<void> {
  if (invoice.shared && moves.length > 0) await insertMoves(tx, permit, invoice.id, what, moves)
}

/** The transfers of an entry, some for each member. */
export function transfersOf<T>(parts: readonly T[], each: (part: T) => Transfer[]): [Transfer, ...Transfer[]] {
  const [first, ...rest] = parts.flatMap(each)
  if (!first) throw new Error('an entry of nobody')
  return [first, ...rest]
}
