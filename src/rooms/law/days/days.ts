import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId, newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type Permit, type PersonId, personNames, personOf } from '#rooms/access'
import { ofNetwork } from '../amounts/amounts.ts'
import { equatedDaysShown } from '../terms/equated.sql.ts'
import { nl } from './days.nl.ts'
import { checkDay, type DayEntry, type DayFacts, mayDecideDay } from './days.rules.ts'
import { dayEntries, insertDay, insertDayVerdict } from './days.sql.ts'

/**
 * Writes down that a royal decree equates a day with a holiday, or that none does (Algemene termijnenwet art. 3(3)), for somebody else to confirm;
 * gives its id. Refuses outside the network, and what counts or waits already.
 */
export async function enterDay(tx: Tx, permit: Permit<'equatedDay.enter'>, facts: DayFacts): Promise<string> {
  await ofNetwork(tx, permit)
  checkDay(facts, await dayEntries(tx), await equatedDaysShown(tx))
  const id = newId(permit.now.epochMilliseconds)
  await insertDay(tx, permit, id, facts)
  await happened(tx, permit, 'equatedDay.entered', { entry: id })
  return id
}

/** One day that was written down, with the name of who did. Refuses (missing) what is not there. */
export async function dayToDecide(tx: Tx, permit: Permit<'equatedDay.decide'>, id: string) {
  const entry = await entryOf(tx, id)
  const name = (await personNames(tx, [entry.enteredBy as PersonId])).get(entry.enteredBy as PersonId) ?? ''
  return { entry, name, own: entry.enteredBy === permit.person }
}

/**
 * Confirms a day that somebody else wrote down, from which moment every term reckons with it, or rejects it with a reason. Refuses who wrote it down,
 * a second verdict, and who is not of the network.
 */
export async function decideDay(tx: Tx, permit: Permit<'equatedDay.decide'>, id: string, rejected: string | null): Promise<void> {
  await ofNetwork(tx, permit)
  mayDecideDay(await entryOf(tx, id), personOf(permit))
  if (!(await insertDayVerdict(tx, permit, id, rejected))) refuse(nl.refusals.decided, {}, { kind: 'conflict' })
  await happened(tx, permit, rejected === null ? 'equatedDay.confirmed' : 'equatedDay.rejected', { entry: id })
}

async function entryOf(tx: Tx, id: string): Promise<DayEntry> {
  const entry = isId(id) ? (await dayEntries(tx)).find((each) => each.id === id) : undefined
  return entry ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}
