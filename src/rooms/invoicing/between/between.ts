import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type Permit } from '#rooms/access'
import { mayTradeOn, tradeAllowed } from '#rooms/consent'
import { account, type EntryId, findEntry, post, reverse, type Source } from '#rooms/ledger'
import { activeNames } from '#rooms/members'
import { betweenTexts } from './between.en.ts'
import { type MemberWork, type MemberWorkFacts, type MemberWorkId, memberWorkStanding, wrongWithWork } from './between.rules.ts'
import { insertMemberWork, insertWorkStep, lockMemberWork, memberWorkRows, nextWorkNumber } from './between.sql.ts'

const sourceOf = (id: MemberWorkId): Source => ({ kind: 'member work', id })
const newStep = (permit: AnyPermit) => newId<string>(permit.now.epochMilliseconds)

/**
 * Writes down that a member worked for another member of the same cooperative and asks the other; nothing is booked yet. `net` is in cents, without
 * VAT. Refuses oneself, somebody who is no member today, a day to come, an amount of nothing, and work on a day on which the worker may not trade
 * (decisions 6: nobody outside waits for it, so there is no exception for the treasurer).
 */
export async function recordMemberWork(tx: Tx, permit: Permit<'memberWork.record'>, facts: MemberWorkFacts): Promise<MemberWorkId> {
  const { refusals } = betweenTexts(permit.language)
  const trade = await tradeAllowed(tx, permit, facts.worker, facts.performedOn)
  const wrong = wrongWithWork(facts, permit.today, await activeNames(tx, permit, permit.today))
  if (wrong === 'self') refuse(refusals.self, {}, { field: 'receiver' })
  if (wrong === 'stranger') refuse(refusals.stranger, {}, { field: 'receiver' })
  if (wrong === 'future') refuse(refusals.future, {}, { field: 'performedOn' })
  if (wrong === 'nothing') refuse(refusals.nothing, {}, { field: 'net' })
  if (!trade.allowed) refuse(trade.sentence)
  const id = newId<MemberWorkId>(permit.now.epochMilliseconds)
  await insertMemberWork(tx, permit, id, facts)
  await happened(tx, permit, 'memberWork.asked', { work: id, member: facts.receiver })
  if (permit.person !== facts.worker) await happened(tx, permit, 'memberWork.recordedFor', { work: id, member: facts.worker })
  return id
}

/**
 * The other member says that it is right: turnover of the one who worked, costs of the one who received, in the month of today; no bank, no VAT, nothing
 * left open. Refuses what was answered before (conflict), a closed month, and work on a day on which the worker may not trade: why is not told to a fellow.
 */
export async function acceptMemberWork(tx: Tx, permit: Permit<'memberWork.answer'>, id: MemberWorkId): Promise<void> {
  const { refusals } = betweenTexts(permit.language)
  await lockMemberWork(tx, permit)
  const work = await asked(tx, permit, id, 'receiver')
  if (!(await mayTradeOn(tx, permit, work.worker, work.performedOn))) refuse(refusals.notNow)
  const number = await nextWorkNumber(tx, permit)
  if (!(await insertWorkStep(tx, permit, id, { what: 'accepted', id: newStep(permit), number, words: null }))) answered(permit)
  await post(tx, permit, {
    source: sourceOf(id),
    on: permit.today,
    transfers: [{ debit: account('costs', work.receiver), credit: account('turnover', work.worker), cents: work.net }],
  })
  await happened(tx, permit, 'memberWork.answered', { work: id, member: work.worker })
}

/** The other member says why it is not right; nothing is booked. Refuses what was answered before (conflict). */
export async function declineMemberWork(tx: Tx, permit: Permit<'memberWork.answer'>, id: MemberWorkId, words: string): Promise<void> {
  const work = await asked(tx, permit, id, 'receiver')
  if (!(await insertWorkStep(tx, permit, id, { what: 'declined', id: newStep(permit), number: null, words }))) answered(permit)
  await happened(tx, permit, 'memberWork.answered', { work: id, member: work.worker })
}

/** Takes back what was not answered yet. Refuses what was answered before (conflict). */
export async function withdrawMemberWork(tx: Tx, permit: Permit<'memberWork.withdraw'>, id: MemberWorkId): Promise<void> {
  const work = await asked(tx, permit, id, 'worker')
  if (!(await insertWorkStep(tx, permit, id, { what: 'withdrawn', id: newStep(permit), number: null, words: null }))) answered(permit)
  await happened(tx, permit, 'memberWork.withdrawn', { work: id, member: work.receiver })
}

/**
 * Answers work that was accepted with its mirror, dated today: of a month that was divided the shares go back like those of a credit note (decisions 2).
 * Refuses what is not accepted or was undone before (conflict), and a closed month.
 */
export async function undoMemberWork(tx: Tx, permit: Permit<'memberWork.undo'>, id: MemberWorkId, words: string): Promise<void> {
  const { refusals } = betweenTexts(permit.language)
  await lockMemberWork(tx, permit)
  const work = await memberWork(tx, permit, id)
  if (memberWorkStanding(work.steps) !== 'accepted') refuse(refusals.notAccepted, {}, { kind: 'conflict' })
  const entry = await findEntry(tx, permit, sourceOf(id))
  if (!entry) throw new Error(`work ${id} was accepted and has no entry`)
  const step = newStep(permit)
  if (!(await insertWorkStep(tx, permit, id, { what: 'undone', id: step, number: null, words }))) answered(permit)
  await reverse(tx, permit, entry.id as EntryId, { kind: 'member work undone', id }, permit.today)
  for (const member of [work.worker, work.receiver]) await happened(tx, permit, 'memberWork.undone', { work: id, member })
}

/** Work between two members of whom one is within reach. Refuses (missing) that of others like what does not exist. */
export async function memberWork(tx: Tx, permit: AnyPermit, id: MemberWorkId): Promise<MemberWork> {
  const [work] = await memberWorkRows(tx, permit, { id })
  return work ?? refuse(betweenTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
}

async function asked(tx: Tx, permit: AnyPermit, id: MemberWorkId, who: 'worker' | 'receiver'): Promise<MemberWork> {
  const { refusals } = betweenTexts(permit.language)
  const work = await memberWork(tx, permit, id)
  if (!covers(permit, work[who])) refuse(who === 'worker' ? refusals.notYours : refusals.notAsked, {}, { kind: 'forbidden' })
  if (memberWorkStanding(work.steps) !== 'asked') answered(permit)
  return work
}

function answered(permit: AnyPermit): never {
  return refuse(betweenTexts(permit.language).refusals.answered, {}, { kind: 'conflict' })
}
