import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId, newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, organisationsAll, type Permit, type PersonId, personNames, personOf } from '#rooms/access'
import { dayEntries } from '../days/days.sql.ts'
import { equatedDaysShown } from '../terms/equated.sql.ts'
import { nl } from './amounts.nl.ts'
import type { LegalAmount } from './amounts.rules.ts'
import { entriesAll, insertAmount, insertVerdict } from './amounts.sql.ts'
import { type AmountEntry, type AmountFacts, checkEntry, mayBeDecidedBy, mergeAmounts } from './entry.rules.ts'
import { KNOWN_AMOUNTS } from './known.rules.ts'

/** All amounts of the law that count: what came with this version and what the network confirmed, which goes before it. In the units of each code. */
export async function amountsAll(tx: Tx): Promise<LegalAmount[]> {
  return mergeAmounts(KNOWN_AMOUNTS, await entriesAll(tx))
}

/** What the page on amounts shows: those that count and, to the network alone, what waits and what was rejected, with names. */
export async function amountsShown(tx: Tx, permit: Permit<'amount.read'>) {
  const entries = await entriesAll(tx)
  const open = permit.role === 'network' ? entries.filter((each) => !each.verdict?.confirmed) : []
  const days = permit.role === 'network' ? (await dayEntries(tx)).filter(({ verdict }) => verdict === null) : []
  const names = await personNames(tx, [...new Set([...open, ...days].map(({ enteredBy }) => enteredBy as PersonId))])
  return { amounts: mergeAmounts(KNOWN_AMOUNTS, entries), entries, open, days, names, equated: await equatedDaysShown(tx), today: permit.today }
}

/** Writes an amount down for somebody else to confirm; gives its id. Refuses outside the network, a row that ends before it begins, and one that waits. */
export async function enterAmount(tx: Tx, permit: Permit<'amount.enter'>, facts: AmountFacts): Promise<string> {
  await ofNetwork(tx, permit)
  checkEntry(facts, await entriesAll(tx))
  const id = newId(permit.now.epochMilliseconds)
  await insertAmount(tx, permit, id, facts)
  await happened(tx, permit, 'amount.entered', { amount: id })
  return id
}

/** One amount with the name of who wrote it down, and what counts on its first day until now. Refuses (missing) what is not there. */
export async function amountToDecide(tx: Tx, permit: Permit<'amount.decide'>, id: string) {
  const entry = await entryOf(tx, id)
  const names = await personNames(tx, [entry.enteredBy as PersonId])
  const before = mergeAmounts(
    KNOWN_AMOUNTS,
    (await entriesAll(tx)).filter((each) => each.id !== id),
  )
  return { entry, name: names.get(entry.enteredBy as PersonId) ?? '', before, own: entry.enteredBy === permit.person }
}

/**
 * Confirms an amount that somebody else wrote down, from which moment it counts, or rejects it with a reason. Refuses who wrote it down, a second
 * verdict, and who is not of the network.
 */
export async function decideAmount(tx: Tx, permit: Permit<'amount.decide'>, id: string, rejected: string | null): Promise<void> {
  await ofNetwork(tx, permit)
  mayBeDecidedBy(await entryOf(tx, id), personOf(permit))
  if (!(await insertVerdict(tx, permit, id, rejected))) refuse(nl.refusals.decided, {}, { kind: 'conflict' })
  await happened(tx, permit, rejected === null ? 'amount.confirmed' : 'amount.rejected', { amount: id })
}

async function entryOf(tx: Tx, id: string): Promise<AmountEntry> {
  const entry = isId(id) ? (await entriesAll(tx)).find((each) => each.id === id) : undefined
  return entry ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

/** Refuses (forbidden) whoever does not act for the national network: only that one writes the law down. */
export async function ofNetwork(tx: Tx, permit: AnyPermit): Promise<void> {
  const here = (await organisationsAll(tx)).find(({ id }) => id === permit.organisation)
  if (here?.kind !== 'network') refuse(nl.refusals.notNetwork, {}, { kind: 'forbidden' })
}
