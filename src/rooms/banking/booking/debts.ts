import { type Day, laterDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { type Cents, euro, largest, minus, negate, smallest, sum, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { MemberId } from '#rooms/access'
import { payOutHeld } from '#rooms/coaching'
import { payOutAllowed, type WrittenWord } from '#rooms/consent'
import { balanceOf, creditPerMember, linesOfMember } from '#rooms/ledger'
import { payablesOpen } from '#rooms/spending'
import { nl } from '../banking.nl.ts'
import { nl as late } from './booking.nl.ts'
import type { BookPermit } from './choice.ts'
import type { PlainKind } from './kinds.rules.ts'
import { lockDebts } from './lines.sql.ts'

type Paid = { readonly cents: Cents; readonly member: MemberId | null; readonly paidOn: Day; readonly on: Day; readonly field: string }

/**
 * Refuses money out that pays more than is owed. A pay-out must be allowed on the day of payment (decisions 6), and so must tips, which are income too [G]; who looks after the money of a member must have consented in writing; what went to a member without
 * that, or too much, is a claim on the member (decisions 4). A debt that stands behind a receipt is paid through the receipt, or the
 * receipt would wait for ever and be paid a second time.
 */
export async function refuseUnowed(tx: Tx, permit: BookPermit, kind: PlainKind, paid: Paid): Promise<void> {
  if (kind === 'fund' && paid.cents < 0n) return refuseFund(tx, permit, paid)
  if (paid.cents >= 0n || (kind !== 'payout' && kind !== 'tips' && kind !== 'memberDebt' && kind !== 'supplier')) return
  await lockDebts(tx, permit)
  const cents = negate(paid.cents)
  const until = laterDay(paid.on, permit.today)
  if ((kind === 'payout' || kind === 'tips') && paid.member) return refuseUnlawful(tx, permit, kind, paid.member, { ...paid, cents, until })
  const receipts = (await payablesOpen(tx, permit)).filter((each) =>
    kind === 'supplier' ? each.to === 'creditor' : each.member === paid.member && each.to === 'member',
  )
  const owed = kind === 'supplier' ? negate(await balanceOf(tx, permit, 'creditors', until)) : await owedTo(tx, permit, 'owedToMember', paid.member, until)
  const free = largest(ZERO, minus(owed, sum(receipts.map((each) => each.open))))
  if (cents <= free) return
  if (receipts.length > 0) refuse(nl.refusals.chooseReceipt, { free: euro(free) }, { field: paid.field })
  refuse(kind === 'supplier' ? nl.refusals.moreThanSupplier : nl.refusals.moreThanMember, { owed: euro(free) }, { field: paid.field })
}

/** To the fund of another cooperative goes what was laid down for it at a departure, and no more. */
async function refuseFund(tx: Tx, permit: BookPermit, paid: Paid): Promise<void> {
  await lockDebts(tx, permit)
  const owed = await owedTo(tx, permit, 'fundPayable', paid.member, laterDay(paid.on, permit.today))
  if (negate(paid.cents) > owed) refuse(nl.refusals.moreThanFund, { owed: euro(largest(owed, ZERO)) }, { field: paid.field })
}

async function refuseUnlawful(tx: Tx, permit: BookPermit, kind: 'payout' | 'tips', member: MemberId, paid: Paid & { readonly until: Day }): Promise<void> {
  const allowed = await payOutAllowed(tx, permit, member, paid.paidOn)
  if (!allowed.allowed) refuse({ what: allowed.sentence.what, next: nl.advice.notAllowed }, {}, { field: paid.field })
  const held = await payOutHeld(tx, permit, member, paid.paidOn)
  if (held) refuse({ what: held.what, next: nl.advice.notAllowed }, {}, { field: paid.field })
  const code = kind === 'tips' ? 'tipsHeld' : 'payoutPayable'
  const all = await owedTo(tx, permit, code, member, paid.until)
  const free = kind === 'payout' ? minus(all, allowed.held) : all
  const owed = allowed.upTo ? smallest(free, await leftOfWord(tx, permit, member, allowed.upTo, paid.until)) : free
  if (kind === 'payout' && allowed.held > 0n && paid.cents > owed)
    refuse(late.refusals.lateWaits, { owed: euro(largest(owed, ZERO)), held: euro(allowed.held) }, { field: paid.field })
  if (paid.cents > owed) refuse(nl.refusals.moreThanPayout, { owed: euro(largest(owed, ZERO)) }, { field: paid.field })
}

/** What is left of what the municipality wrote, after what was paid out to the member since; what was undone was not paid. */
async function leftOfWord(tx: Tx, permit: BookPermit, member: MemberId, word: WrittenWord, until: Day): Promise<Cents> {
  const lines = await linesOfMember(tx, permit, member, ['payoutPayable', 'tipsHeld'], until)
  const paid = lines.filter((line) => line.cents > 0n && !line.undone && line.on >= word.since && line.kind.startsWith('bank line'))
  return largest(ZERO, minus(word.cents, sum(paid.map((line) => line.cents))))
}

async function owedTo(
  tx: Tx,
  permit: BookPermit,
  code: 'payoutPayable' | 'tipsHeld' | 'owedToMember' | 'fundPayable',
  member: MemberId | null,
  until: Day,
): Promise<Cents> {
  return (member && (await creditPerMember(tx, permit, code, until)).get(member)) ?? ZERO
}
