import { yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, euro, minus, sum } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import type { MemberId, OrganisationId, Permit } from '#rooms/access'
import { potAtExit, setsOffAtExit } from '#rooms/agreements'
import { payOutHeld } from '#rooms/coaching'
import { payOutAllowed, writeWord } from '#rooms/consent'
import { type Account, account, type PotName, post, potAccount, type Transfer } from '#rooms/ledger'
import { cooperativeOf, potsIn } from '#rooms/organisations'
import { accountOf } from '#rooms/settlement'
import { setOffAgainstBills } from '#rooms/spending'
import { departureTexts } from '../departure.en.ts'
import type { Departure, DepartureId, PotReceiver, Release } from '../departure.rules.ts'
import { agreementAtExit } from '../wizard/along.ts'
import { departureById, lockDeparture } from '../wizard/wizard.ts'
import { asToMember, RELEASED, takeFrom } from './pots.rules.ts'
import { insertRelease } from './pots.sql.ts'
import { type PotRow, potsLeft } from './pots.ts'

/** Where money of a pot goes after leaving, how much in cents, and on which article, decision or answer that rests. */
export type PotRelease = {
  readonly pot: PotName
  /** `agreement`: where the article on leaving says. */
  readonly receiver: PotReceiver | 'agreement'
  readonly cents: Cents
  readonly why: string | null
  /** The other cooperative, where its fund gets it and the agreement does not name it. */
  readonly fundOf: string | null
}

/**
 * Books where money of a pot goes after a departure was confirmed, and gives the id. To the member: as a debt that the bank pays like every other pay-out, and of
 * months on a benefit only what a written answer of the municipality allows (Participatiewet art. 32(2), 58(2)(f)). Refuses one's own pot, before the
 * confirmation, a bill set off where the agreement does not say so, another fund without its name, another way than the article on leaving says of this pot, no ground where it says nothing, more than is left beside what was reserved before, and more to the member than may be paid out.
 */
export async function releasePot(tx: Tx, permit: Permit<'departure.release'>, id: DepartureId, wanted: PotRelease): Promise<string> {
  const { refusals } = departureTexts(permit.language)
  const departure = await departureById(tx, permit, id)
  await lockDeparture(tx, permit, departure.member)
  if (departure.member === permit.person) refuse(refusals.own, {}, { kind: 'forbidden' })
  if (!departure.moments.confirmed) refuse(refusals.notConfirmed, {}, { kind: 'conflict' })
  if ((departure.answers.lastDay?.on ?? permit.today) > permit.today) refuse(refusals.stillHere, {}, { kind: 'conflict' })
  const { rows, pots } = await potsLeft(tx, permit, departure)
  const { open, payable } = pots[wanted.pot]
  const release = { ...wanted, ...(await groundOf(tx, permit, departure, wanted, minus(open, payable))) }
  if (release.cents > open) refuse(refusals.moreThanLeft, { left: euro(open) }, { field: 'cents' })
  const toMember = asToMember(release.receiver)
  if (toMember && release.cents > payable) refuse(payable === 0n ? refusals.blocked : refusals.moreThanPayable, { payable: euro(payable) }, { field: 'cents' })
  const own = rows.filter((row) => row.pot === release.pot)
  const taken = takeFrom(inOrder(own, toMember), release.cents) ?? refuse(refusals.moreThanLeft, { left: euro(open) }, { field: 'cents' })
  const row = newId(permit.now.epochMilliseconds)
  const kept = potsIn((await cooperativeOf(tx, permit)).settings, yearOf(permit.today))
  if (release.receiver === 'bill') await refusePayOut(tx, permit, departure.member, taken)
  const source = { kind: RELEASED, id: row }
  const pot = potAccount(release.pot, kept, departure.member)
  const entry = await post(tx, permit, { source, on: permit.today, transfers: transfersTo(release, pot, departure.member, kept) })
  if (release.receiver === 'bill') await setOffAgainstBills(tx, permit, departure.member, release.cents, { entry, source })
  const months = taken.map(({ month, cents }) => ({ month: month.month, cents: String(cents) }))
  await insertRelease(tx, permit, { id: row, departure: id, ...release, months, entry })
  // What the bank pays to the member later rests on the word of the municipality; the other ways go no further past it.
  if (release.receiver === 'payout') await keepWord(tx, permit, departure.member, taken)
  await happened(tx, permit, 'departure.released', { departure: id, member: departure.member, release: row })
  return row
}

/**
 * Where the money goes and on what that rests. What the agreement says counts; only what it gives to the member and may not go there, for the municipality said no
 * or has not answered, goes another way, with a ground in writing.
 */
async function groundOf(
  tx: Tx,
  permit: Permit<'departure.release'>,
  departure: Departure,
  { pot, receiver, cents, why, fundOf }: PotRelease,
  stuck: Cents,
): Promise<{ readonly receiver: PotReceiver; readonly why: string; readonly fundOf: string | null }> {
  const { refusals } = departureTexts(permit.language)
  const agreement = await agreementAtExit(tx, permit, departure)
  const said = agreement && potAtExit(agreement.articles, pot)
  const byArticle = (article: string, number: number) => {
    const ground = fill(departureTexts(permit.language).byArticle, { article, number })
    return why ? `${ground} ${why}` : ground
  }
  if (receiver === 'bill') {
    // Only what the agreement gives to the member, and where it says that a bill goes off it.
    const article = agreement && setsOffAtExit(agreement.articles, pot)
    if (!agreement || !article) return refuse(refusals.notSetOff, {}, { field: 'receiver' })
    return { receiver, why: byArticle(article, agreement.number), fundOf: null }
  }
  if (receiver === 'agreement' || receiver === said?.receiver) {
    if (!said || !agreement) return refuse(refusals.agreementSilent, {}, { field: 'receiver' })
    const other = said.receiver === 'otherFund' ? (said.fundOf ?? fundOf ?? refuse(refusals.whichFund, {}, { field: 'fundOf' })) : null
    return { receiver: said.receiver, why: byArticle(said.article, agreement.number), fundOf: other }
  }
  if (said && !(said.receiver === 'payout' && cents <= stuck)) refuse(refusals.agreementSays, { article: said.article }, { field: 'receiver' })
  const ground = why ?? refuse(refusals.noGround, {}, { field: 'why' })
  return { receiver, why: ground, fundOf: receiver === 'otherFund' ? (fundOf ?? refuse(refusals.whichFund, {}, { field: 'fundOf' })) : null }
}

/** A bill is set off against what the member would have been paid, so the books show that too: the month statement then says what went to the member. */
function transfersTo(release: Pick<Release, 'receiver' | 'cents'>, pot: Account, member: MemberId, kept: 'obligation' | 'reserve'): [Transfer, ...Transfer[]] {
  const { receiver, cents } = release
  if (receiver === 'otherFund') return [{ debit: pot, credit: account('fundPayable', member), cents }]
  if (receiver !== 'bill') return [{ debit: pot, credit: accountOf(receiver, member, kept), cents }]
  const due = account('payoutPayable', member)
  return [
    { debit: pot, credit: due, cents },
    { debit: due, credit: account('owedForThing', member), cents },
  ]
}

/** Setting off pays the member out, so today it must be allowed as a payment is (Participatiewet art. 31); what the municipality allowed in writing for its month is. */
async function refusePayOut(tx: Tx, permit: Permit<'departure.release'>, member: MemberId, taken: readonly { readonly month: PotRow }[]): Promise<void> {
  const { refusals } = departureTexts(permit.language)
  const held = await payOutHeld(tx, permit, member, permit.today)
  if (held) refuse({ what: held.what, next: refusals.notSetOff.next }, {}, { field: 'receiver' })
  if (taken.every(({ month }) => month.waits)) return
  const allowed = await payOutAllowed(tx, permit, member, permit.today)
  if (!allowed.allowed) refuse({ what: allowed.sentence.what, next: refusals.notSetOff.next }, {}, { field: 'receiver' })
}

/** The months an amount is taken from: to the member what may be paid out of each, elsewhere first what may not, so that nothing payable is lost to it. */
function inOrder(rows: readonly PotRow[], toMember: boolean): readonly { readonly month: PotRow; readonly cents: Cents }[] {
  if (toMember) return rows.map((row) => ({ month: row, cents: row.payable }))
  return [...rows.map((row) => ({ month: row, cents: minus(row.cents, row.payable) })), ...rows.map((row) => ({ month: row, cents: row.payable }))]
}

/** The bank asks on the day of payment whether money may go: for what a municipality allowed in writing, that is what is kept for it. */
async function keepWord(
  tx: Tx,
  permit: Permit<'departure.release'>,
  member: MemberId,
  taken: readonly { readonly month: PotRow; readonly cents: Cents }[],
): Promise<void> {
  const allowed = taken.filter(({ month }) => month.waits && month.municipality !== null)
  for (const [municipality, parts] of Map.groupBy(allowed, ({ month }) => month.municipality as OrganisationId)) {
    await writeWord(tx, permit, { member, municipality, cents: sum(parts.map(({ cents }) => cents)) })
  }
}
