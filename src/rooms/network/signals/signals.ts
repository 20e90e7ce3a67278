import { addDays, addMonths, type Day, startOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, lastRoleDay, type OrganisationId, organisationsAll, type Permit, personNames, staff } from '#rooms/access'
import { cooperationAgreements, cooperationStanding } from '#rooms/agreements'
import { threadsOpen } from '#rooms/threads'
import { PROGRESS, type Progress, STALE_DAYS } from '../listings/listings.rules.ts'
import { listings } from '../listings/listings.sql.ts'
import { nl } from './signals.nl.ts'
import { SIGNALS, type Signal, type SignalKind, signalsOn } from './signals.rules.ts'
import { callsOf, deleteCalls, type FriendlyCall, insertCall, replaceSignals, saveCall, saveSignalSharing, sharedKinds, signalsSeen } from './signals.sql.ts'

/** Months for which the network keeps who called and what came of it. */
const KEPT_MONTHS = 24

/** What the own cooperative shares with the network, and what would be seen today of each kind. Six queries. */
export async function ownSignals(tx: Tx, permit: Permit<'signal.share'>) {
  const shared = (await sharedKinds(tx)).get(permit.organisation) ?? new Set<SignalKind>()
  const now = await seenNow(tx, permit)
  return SIGNALS.map((kind) => ({ kind, shared: shared.has(kind), since: now.find((each) => each.kind === kind)?.since ?? null }))
}

/** Shares these kinds of signals with the network from now on, and the others not: what is not shared any more is gone there at once. */
export async function shareSignals(tx: Tx, permit: Permit<'signal.share'>, kinds: readonly SignalKind[]): Promise<void> {
  for (const kind of SIGNALS) await saveSignalSharing(tx, permit, kind, kinds.includes(kind))
  await look(tx, permit, new Set(kinds))
  await happened(tx, permit, 'signals.shared', { kinds: kinds.join(' ') })
}

/** Looks anew at what the cooperative shares; of who shares nothing nothing is looked at. */
export async function lookForSignals(tx: Tx, permit: Permit<'signal.look'>): Promise<void> {
  const shared = (await sharedKinds(tx)).get(permit.organisation)
  if (shared) await look(tx, permit, shared)
}

async function look(tx: Tx, permit: AnyPermit, kinds: ReadonlySet<SignalKind>): Promise<void> {
  const seen = kinds.size > 0 ? await seenNow(tx, permit) : []
  await replaceSignals(
    tx,
    permit,
    seen.filter(({ kind }) => kinds.has(kind)),
  )
}

async function seenNow(tx: Tx, permit: AnyPermit): Promise<Signal[]> {
  const entry = (await listings(tx)).find(({ cooperative }) => cooperative === permit.organisation)
  const now = (await staff(tx, permit)).some(({ role }) => role === 'treasurer')
  const signed = (await cooperationAgreements(tx, permit)).filter((each) => cooperationStanding(each) === 'signed')
  const ends = [...Map.groupBy(signed, ({ municipality }) => municipality)].map(([, own]) =>
    own.some(({ until }) => until === null)
      ? null
      : (own
          .map(({ until }) => until as Day)
          .toSorted()
          .at(-1) ?? null),
  )
  const asked = (await threadsOpen(tx, permit)).filter(({ tenant, asker }) => tenant === permit.organisation && asker !== permit.organisation)
  const facts = {
    entryOldOn: entry ? addDays(entry.checkedOn, STALE_DAYS + 1) : null,
    treasurer: { now, lastDay: await lastRoleDay(tx, permit, 'treasurer') },
    agreedUntil: ends,
    answersBefore: asked.map(({ lastDay }) => lastDay),
  }
  return signalsOn(facts, permit.today)
}

export type DeskRow = {
  readonly id: OrganisationId
  readonly name: string
  readonly progress: Progress | null
  readonly shares: readonly SignalKind[]
  readonly signals: readonly Signal[]
  /** Who calls now. */
  readonly call: (FriendlyCall & { readonly by: string }) | null
  /** The last call that was done. */
  readonly last: (FriendlyCall & { readonly by: string }) | null
}

/** Every cooperative by phase with the signals that it shares, and who calls: of who shares nothing only that. Six queries. */
export async function signalsDesk(tx: Tx, permit: Permit<'signal.oversee'>): Promise<DeskRow[]> {
  const cooperatives = (await organisationsAll(tx)).filter(({ kind }) => kind === 'cooperative')
  const entries = new Map((await listings(tx)).map((each) => [each.cooperative, each]))
  const [shared, signals, calls] = [await sharedKinds(tx), await signalsSeen(tx), await callsOf(tx, permit)]
  const names = await personNames(
    tx,
    calls.map(({ takenBy }) => takenBy),
  )
  const called = (found: FriendlyCall | undefined) => (found ? { ...found, by: names.get(found.takenBy) ?? '' } : null)
  const order = (progress: Progress | null) => (progress === null ? PROGRESS.length : PROGRESS.indexOf(progress))
  return cooperatives
    .map(({ id, name }): DeskRow => {
      const own = calls.filter(({ cooperative }) => cooperative === id)
      return {
        id: id as OrganisationId,
        name,
        progress: entries.get(id)?.progress ?? null,
        shares: SIGNALS.filter((kind) => shared.get(id)?.has(kind)),
        signals: signals.get(id) ?? [],
        call: called(own.find(({ doneAt }) => doneAt === null)),
        last: called(own.find(({ doneAt }) => doneAt !== null)),
      }
    })
    .toSorted((a, b) => order(a.progress) - order(b.progress) || a.name.localeCompare(b.name, 'nl'))
}

/** Takes up calling a cooperative that shows a signal. Refuses (missing) one of which nothing is seen, and where a colleague calls already (conflict). */
export async function takeCall(tx: Tx, permit: Permit<'signal.call'>, cooperative: string): Promise<void> {
  if (!(await signalsSeen(tx)).has(cooperative)) refuse(nl.refusals.nothing, {}, { kind: 'missing' })
  if (!(await insertCall(tx, permit, newId(permit.now.epochMilliseconds), cooperative as OrganisationId))) refuse(nl.refusals.taken, {}, { kind: 'conflict' })
  await happened(tx, permit, 'call.taken', { cooperative })
}

/** Writes down what came of a call, or that it is done. Refuses (missing) one that is not of the own network, and one that was done (conflict). */
export async function keepCall(tx: Tx, permit: Permit<'signal.call'>, id: string, note: string | null, done: boolean): Promise<void> {
  const found = (await callsOf(tx, permit)).find((each) => each.id === id) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
  if (found.doneAt) refuse(nl.refusals.done, {}, { kind: 'conflict' })
  await saveCall(tx, permit, id, { note, done })
  await happened(tx, permit, done ? 'call.done' : 'call.noted', { call: id })
}

/** Throws away calls that are too old. */
export async function forgetCalls(tx: Tx, permit: Permit<'signal.forget'>): Promise<void> {
  await deleteCalls(tx, permit, startOf(addMonths(permit.today, -KEPT_MONTHS)))
}
