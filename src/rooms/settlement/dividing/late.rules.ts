import { monthOf } from '#kit/day.ts'
import { type Cents, sum } from '#kit/money.ts'
import type { Receiver } from '#rooms/agreements'
import type { LateReceipt } from '#rooms/consent'
import type { MemberSplit } from './facts.rules.ts'

/**
 * What a part of a month gives to whoever left, of money that came after the last day: per receipt, by the month of the work. A benefit looks at the month in
 * which something was earned (Participatiewet art. 32(2)), not at the one in which a customer paid.
 */
export function lateOf({ facts, rivers }: Pick<MemberSplit, 'facts' | 'rivers'>): LateReceipt[] {
  if (facts.agreement.rules.steps[0]?.id !== 'late') return []
  const works = new Map(facts.payments.map((payment) => [payment.receipt, payment.performedOn]))
  return rivers.flatMap(({ receipt, lines }) => {
    const performedOn = works.get(receipt)
    const cents = toMember(lines)
    return performedOn && cents !== 0n ? [{ receipt, member: facts.member, month: monthOf(performedOn), cents }] : []
  })
}

/** What goes back of receipts that were divided before, in cents below zero; whoever keeps it knows which of them had come late. */
export function lateBackOf({ reversals }: Pick<MemberSplit, 'reversals'>): { readonly receipt: string; readonly cents: Cents }[] {
  return reversals.flatMap(({ divided, lines }) => {
    const cents = toMember(lines)
    return cents === 0n ? [] : [{ receipt: divided.left.receipt, cents }]
  })
}

function toMember(lines: readonly { readonly receiver: Receiver; readonly cents: Cents }[]): Cents {
  return sum(lines.filter((line) => line.receiver === 'payout').map((line) => line.cents))
}
