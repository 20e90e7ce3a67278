import { addMonths } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { type Permit, personNames, personOf } from '#rooms/access'
import { isOverdue } from '../lending.rules.ts'
import { type LentAgreement, lentAgreements } from '../lending.sql.ts'
import { readLent } from '../lending.ts'
import { saveReview } from '../publishing/publishing.sql.ts'
import { nl } from './marking.nl.ts'
import { insertMark } from './marking.sql.ts'

const REVIEW_MONTHS = 12

/** Everything that stands in the library, what must be looked at again first. One query. */
export async function libraryOverseen(tx: Tx, permit: Permit<'lending.mark'>): Promise<LentAgreement[]> {
  const found = await lentAgreements(tx, { traits: [], source: null })
  return found.toSorted((a, b) => Number(isOverdue(b.reviewOn, permit.today)) - Number(isOverdue(a.reviewOn, permit.today)))
}

/** One of them. Refuses (missing) what does not stand there. */
export async function lentOverseen(tx: Tx, _permit: Permit<'lending.mark'>, slug: string): Promise<LentAgreement> {
  return (await readLent(tx, slug)) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

/** Calls what stands in the library a model, with a reason that everybody reads. Refuses (missing) what does not stand there, and (conflict) what is one already. */
export async function markModel(tx: Tx, permit: Permit<'lending.mark'>, slug: string, why: string): Promise<void> {
  const lent = await lentOverseen(tx, permit, slug)
  if (lent.mark) refuse(nl.refusals.isModel, {}, { kind: 'conflict' })
  const mark = await insertMark(tx, permit, { edition: lent.edition, marked: true, why, name: await nameOf(tx, permit) })
  await happened(tx, permit, 'lending.marked', { edition: lent.edition, mark })
}

/** Says that it is a model no longer, with a reason; who borrowed it hears that. Refuses (missing) what does not stand there, and (conflict) what is none. */
export async function unmarkModel(tx: Tx, permit: Permit<'lending.mark'>, slug: string, why: string): Promise<void> {
  const lent = await lentOverseen(tx, permit, slug)
  if (!lent.mark) refuse(nl.refusals.noModel, {}, { kind: 'conflict' })
  const mark = await insertMark(tx, permit, { edition: lent.edition, marked: false, why, name: await nameOf(tx, permit) })
  await happened(tx, permit, 'lending.unmarked', { edition: lent.edition, mark })
}

/** Says that something in the library was looked at and still holds: again in a year. Refuses (missing) what does not stand there. */
export async function confirmLent(tx: Tx, permit: Permit<'lending.mark'>, slug: string): Promise<void> {
  const lent = await lentOverseen(tx, permit, slug)
  await saveReview(tx, lent.item, addMonths(permit.today, REVIEW_MONTHS))
  await happened(tx, permit, 'lending.reviewed', { item: lent.item })
}

async function nameOf(tx: Tx, permit: Permit<'lending.mark'>): Promise<string> {
  const person = personOf(permit)
  return (await personNames(tx, [person])).get(person) ?? ''
}
