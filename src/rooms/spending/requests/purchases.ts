import { type Day, longDay, yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { type Cents, euro, largest, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId, Permit } from '#rooms/access'
import { type Account, account, type EntryId, findEntry, post, potAccount, reverse, type Source } from '#rooms/ledger'
import { findMember } from '#rooms/members'
import { cooperativeOf, korOn, potsIn } from '#rooms/organisations'
import { disposingTexts } from '../disposing/disposing.en.ts'
import { goneOrWorn } from '../disposing/disposing.sql.ts'
import { paidOn } from '../payments/payments.sql.ts'
import { paidFrom } from '../payments/payments.ts'
import { promiseTexts } from '../promises/promises.en.ts'
import { texts } from '../spending.en.ts'
import { type BookedAs, costOf, type Pot, tooMuchVat } from '../spending.rules.ts'
import type { Purchase, SpendingRequest, SpendingRequestId } from '../spending.types.ts'
import { potsOf } from './pots.ts'
import { insertPurchase, insertPurchaseUndone, lockRequest, purchasesOf } from './requests.sql.ts'
import { requestById } from './requests.ts'

/**
 * Books what was bought for an approved request: as a cost, or as equipment that the cooperative owns and somebody uses; either way the pot is
 * released by the same net amount (decisions 3). The pot was held for the amount with VAT; it is charged without the VAT that comes back.
 * Refuses what was not approved, more than was approved, an instalment before its day or of more than the pot holds, and equipment without a name or with a user who is no member.
 */
export async function bookPurchase(tx: Tx, permit: Permit<'spending.book'>, id: SpendingRequestId, purchase: Purchase): Promise<void> {
  const { refusals } = texts[permit.language]
  const request = await lockedRequest(tx, permit, id)
  const { pot, cents } = request
  if (request.standing !== 'approved' || pot === null || cents === null) return refuse(refusals.notApproved, {}, { kind: 'conflict' })
  if (purchase.boughtOn > permit.today) refuse(refusals.inFuture, {}, { field: 'boughtOn' })
  if (purchase.gross > cents) refuse(refusals.moreThanApproved, { approved: euro(cents) }, { field: 'gross' })
  if (tooMuchVat(purchase.gross, purchase.vat)) refuse(refusals.tooMuchVat, {}, { field: 'vat' })
  const thing = await thingOf(tx, permit, request, purchase)
  const cooperative = await cooperativeOf(tx, permit)
  const cost = costOf(purchase.gross, purchase.vat, korOn(cooperative, purchase.boughtOn))
  if (request.instalment) await refuseInstalment(tx, permit, request.member, pot, request.instalment.due, cost.net)
  const nr = (await purchasesOf(tx, permit, id)) + 1
  const { gross, boughtOn, paidBy, file } = purchase
  if (!(await insertPurchase(tx, permit, id, { nr, gross, vatDeductible: cost.vatDeductible, boughtOn, paidBy, file, ...thing }))) {
    refuse(refusals.decidedBefore, {}, { kind: 'conflict' })
  }
  const from = paidFrom(paidBy, request.member)
  const kept = potsIn(cooperative.settings, yearOf(permit.today))
  await post(tx, permit, {
    source: sourceOf(id, nr),
    on: permit.today,
    transfers: [
      { debit: boughtAs(thing.as, pot, request), credit: from, cents: cost.net },
      { debit: account('vatReclaimable'), credit: from, cents: cost.vatDeductible },
      // An earmarked reserve that became a thing is the cooperative's own now; an obligation that ended is a release.
      {
        debit: potAccount(pot, kept, request.member),
        credit: thing.as === 'equipment' && kept === 'reserve' ? account('equity') : account('budgetReleased', request.member),
        cents: cost.net,
      },
    ],
  })
  await happened(tx, permit, 'spending.bought', { request: id, member: request.member })
}

/**
 * Undoes a purchase by its mirror, dated today, with a reason that the member reads: the pot has its money back, the request is approved again and can
 * be booked otherwise. Refuses what was not bought, what was paid at the bank already, and a
 * thing that left the books or was written off in part: that is taken back first.
 */
export async function undoPurchase(tx: Tx, permit: Permit<'spending.undo'>, id: SpendingRequestId, reason: string): Promise<void> {
  const { refusals } = texts[permit.language]
  const request = await lockedRequest(tx, permit, id)
  const { bought } = request
  if (!bought) return refuse(refusals.notBought, {}, { kind: 'conflict' })
  if (request.member === permit.person) refuse(refusals.ownRequest, {}, { kind: 'forbidden' })
  if ((await paidOn(tx, permit, id)) !== ZERO) refuse(refusals.paidAlready, {}, { kind: 'conflict' })
  if (await goneOrWorn(tx, permit, id)) refuse(disposingTexts[permit.language].refusals.restoreFirst, {}, { kind: 'conflict' })
  const source = sourceOf(id, bought.nr)
  const entry = await findEntry(tx, permit, source)
  if (!entry) throw new Error(`purchase ${source.id} has no entry`)
  if (!(await insertPurchaseUndone(tx, permit, id, bought.nr, reason))) refuse(refusals.notBought, {}, { kind: 'conflict' })
  await reverse(tx, permit, entry.id as EntryId, { kind: 'purchase undone', id: source.id }, permit.today)
  await happened(tx, permit, 'spending.purchaseUndone', { request: id, member: request.member })
}

/** The request, after whoever was busy with it; an instalment waits for whoever is busy with its promise or with another instalment of the member. */
async function lockedRequest(tx: Tx, permit: AnyPermit, id: SpendingRequestId): Promise<SpendingRequest> {
  const request = await requestById(tx, permit, id)
  if (request.instalment) {
    await lockRequest(tx, permit, request.member)
    await lockRequest(tx, permit, request.instalment.of)
  }
  await lockRequest(tx, permit, id)
  return requestById(tx, permit, id)
}

/** An instalment is paid from what is in the pot, on or after its day: a promise never brings a pot below zero by itself. */
async function refuseInstalment(tx: Tx, permit: AnyPermit, member: MemberId, pot: Pot, due: Day, net: Cents): Promise<void> {
  const { refusals } = promiseTexts[permit.language]
  if (due > permit.today) refuse(refusals.tooEarly, { day: longDay(due, permit.language) }, { kind: 'conflict' })
  const { balance } = (await potsOf(tx, permit, member))[pot]
  if (balance < net) refuse(refusals.notInPot, { balance: euro(largest(balance, ZERO)) })
}

/** The fact in the books: the request for its first purchase, the request with a number for each that came after one was undone. */
function sourceOf(request: SpendingRequestId, nr: number): Source {
  return { kind: 'purchase', id: nr === 1 ? request : `${request} ${nr}` }
}

function boughtAs(as: BookedAs, pot: Pot, request: SpendingRequest): Account {
  if (as === 'equipment') return account('equipment')
  return account(pot === 'business' ? 'budgetSpent' : 'developmentCosts', request.member)
}

/** What was bought as a thing of the cooperative, and who uses it: the member, unless somebody else is named. */
async function thingOf(tx: Tx, permit: Permit<'spending.book'>, request: SpendingRequest, purchase: Purchase) {
  const { refusals } = texts[permit.language]
  if (purchase.as !== 'equipment') return { as: 'cost', item: null, usedBy: null } as const
  if (!purchase.item) refuse(refusals.whichThing, {}, { field: 'item' })
  const usedBy = purchase.usedBy ?? request.member
  if (!(await findMember(tx, permit, usedBy))) refuse(refusals.whoUses, {}, { field: 'usedBy' })
  return { as: 'equipment', item: purchase.item, usedBy } as const
}
