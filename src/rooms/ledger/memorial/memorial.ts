import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId, newId } from '#kit/ids.ts'
import { type Cents, euro, negate, smallest } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type MemberId, type Permit, type PersonId, personNames } from '#rooms/access'
import { ACCOUNTS, account } from '../accounts.rules.ts'
import { balanceOf } from '../balances.ts'
import { chart, type EntryDetail, entryDetail, insertWords, lockSubsidy, membersInBooks } from '../entry/entry.sql.ts'
import { undoneAt } from '../entry/undo.rules.ts'
import { texts } from '../ledger.en.ts'
import { type EntryId, post, reverse } from '../ledger.ts'
import { nl } from './memorial.nl.ts'
import { asksReason, doubled, type MemorialLine, nameIn, ownerOf, paysOutPot, sidesOf, transfersOfLines } from './memorial.rules.ts'

/** What a treasurer books by hand; the words hold no names, `why` is needed where money of a member or a pot moves. */
export type Memorial = { readonly on: Day; readonly what: string; readonly why: string | null; readonly lines: readonly MemorialLine[] }

/** What the page needs to offer accounts and members. */
export async function memorialChoices(tx: Tx, permit: AnyPermit) {
  return { today: permit.today, accounts: (await chart(tx)).filter(({ code }) => ownerOf(code) === null), names: await bookNames(tx, permit) }
}

/**
 * Books a memorial entry and gives its id. Refuses what does not balance, an account that moves by facts of its own, money of a member or
 * a pot without a reason, a pot that would be owed to a member, one's own, a name in the words, a day to come, and a closed month.
 */
export async function bookMemorial(tx: Tx, permit: Permit<'ledger.correct'>, memorial: Memorial): Promise<EntryId> {
  const names = await bookNames(tx, permit)
  if (memorial.on > permit.today) refuse(nl.refusals.inFuture, {}, { field: 'on' })
  refuseNames(memorial, names)
  if (memorial.lines.length < 2) refuse(nl.refusals.tooFew, {}, { field: 'account1' })
  for (const [index, line] of memorial.lines.entries()) refuseLine(permit, memorial, line, `account${index + 1}`, names)
  const twice = doubled(memorial.lines)
  if (twice >= 0) refuse(nl.refusals.twice, {}, { field: `account${twice + 1}` })
  if (paysOutPot(memorial.lines)) refuse(nl.refusals.potToMember, {}, { field: 'account1' })
  const { debit, credit } = sidesOf(memorial.lines)
  if (debit !== credit) refuse(nl.refusals.unbalanced, { debit: euro(debit), credit: euro(credit) }, { field: 'debit1' })
  const [first, ...rest] = transfersOfLines(memorial.lines)
  if (!first) refuse(nl.refusals.tooFew, {}, { field: 'account1' })
  const entry = await post(tx, permit, { source: { kind: 'memorial', id: newId(permit.now.epochMilliseconds) }, on: memorial.on, transfers: [first, ...rest] })
  await insertWords(tx, permit, entry, { what: memorial.what, why: memorial.why })
  await happened(tx, permit, 'ledger.corrected', { entry })
  return entry
}

/** What is still set apart of subsidies with a purpose, in cents. */
export async function subsidyLeft(tx: Tx, permit: AnyPermit, until: Day): Promise<Cents> {
  return negate(await balanceOf(tx, permit, 'subsidyEarmarked', until))
}

/**
 * Releases a part of an earmarked subsidy that was spent as it was meant: from the obligation to income. Refuses more than is set apart on that
 * day or today, words with a name, a day to come, and a closed month.
 */
export async function releaseSubsidy(
  tx: Tx,
  permit: Permit<'ledger.correct'>,
  release: { readonly on: Day; readonly cents: Cents; readonly what: string },
): Promise<EntryId> {
  if (release.on > permit.today) refuse(nl.refusals.inFuture, {}, { field: 'on' })
  refuseNames({ what: release.what, why: null }, await bookNames(tx, permit))
  await lockSubsidy(tx, permit)
  const left = smallest(await subsidyLeft(tx, permit, release.on), await subsidyLeft(tx, permit, permit.today))
  if (release.cents > left) refuse(nl.refusals.moreThanSubsidy, { left: euro(left) }, { field: 'cents' })
  const entry = await post(tx, permit, {
    source: { kind: 'subsidy release', id: newId(permit.now.epochMilliseconds) },
    on: release.on,
    transfers: [{ debit: account('subsidyEarmarked'), credit: account('subsidy'), cents: release.cents }],
  })
  await insertWords(tx, permit, entry, { what: release.what, why: null })
  await happened(tx, permit, 'ledger.subsidyReleased', { entry })
  return entry
}

/** One entry of the books with its words and transfers. Refuses (missing) an unknown one. */
export async function entryToRead(tx: Tx, permit: AnyPermit, id: string): Promise<EntryDetail> {
  return (isId(id) ? await entryDetail(tx, permit, id) : null) ?? refuse(texts[permit.language].refusals.noSuchEntry, {}, { kind: 'missing' })
}

/**
 * Answers an entry that was booked by hand with its mirror, dated today, and a reason. Refuses what the owning room must undo itself, with where
 * that is; money of one's own; and a second time (conflict).
 */
export async function undoMemorial(tx: Tx, permit: Permit<'ledger.correct'>, id: string, reason: string): Promise<EntryId> {
  const entry = await entryToRead(tx, permit, id)
  const place = undoneAt(entry)
  if (place !== 'here') refuse({ what: nl.notHere, next: nl.undoneAt[place] }, {}, { kind: 'conflict' })
  refuseNames({ what: reason, why: null }, await bookNames(tx, permit), 'reason')
  const own = entry.transfers.some(({ debit, credit }) => debit.member === permit.person || credit.member === permit.person)
  if (own) refuse(nl.refusals.own, {}, { kind: 'forbidden' })
  if (entry.sourceKind === 'subsidy release') await lockSubsidy(tx, permit)
  const answer = await reverse(tx, permit, entry.id as EntryId, { kind: `${entry.sourceKind} undone`, id: entry.id }, permit.today)
  await insertWords(tx, permit, answer, { what: reason, why: null })
  await happened(tx, permit, 'ledger.correctionUndone', { entry: entry.id, answer })
  return answer
}

/** The names of everybody with a part in the books. */
async function bookNames(tx: Tx, permit: AnyPermit): Promise<ReadonlyMap<PersonId, string>> {
  return personNames(tx, await membersInBooks(tx, permit))
}

function refuseLine(permit: Permit<'ledger.correct'>, memorial: Memorial, line: MemorialLine, field: string, names: ReadonlyMap<MemberId, string>): void {
  const { code, member } = line.account
  const owner = ownerOf(code)
  if (owner) refuse(nl.refusals[owner], {}, { field })
  if (ACCOUNTS[code] === 'member' ? member === null || !names.has(member) : member !== null) refuse(nl.refusals.whichMember, {}, { field })
  if (member !== null && member === permit.person) refuse(nl.refusals.own, {}, { kind: 'forbidden' })
  if (asksReason(code) && !memorial.why) refuse(nl.refusals.noReason, {}, { field: 'why' })
}

function refuseNames(words: { readonly what: string; readonly why: string | null }, names: ReadonlyMap<PersonId, string>, field = 'what'): void {
  for (const [at, text] of [
    [field, words.what],
    ['why', words.why ?? ''],
  ] as const) {
    const name = nameIn(text, names.values())
    if (name) refuse(nl.refusals.nameInside, { name }, { field: at })
  }
}
