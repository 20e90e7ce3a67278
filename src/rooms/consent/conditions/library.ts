import { withoutBsn } from '#kit/bsn.ts'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import type { Conditions, Watch, WatchedCondition } from '../events/events.rules.ts'
import { type Chosen, chosenWith } from './customary/customary.rules.ts'
import { library as words } from './library.nl.ts'
import { type AcceptedCosts, acceptedRows, insertAccepted, insertLibraryCondition, type LibraryCondition, libraryRows, watchSettingOn } from './library.sql.ts'
import { adjusted, mayStandTogether, saidWith, type WatchForm, watchFrom } from './watch.rules.ts'

export type { Chosen } from './customary/customary.rules.ts'

/** Conditions as a form gives them: what was chosen from the list, one by one or with `customary` all that is customary, is still to be looked up. */
export type LaidDown = Conditions & { readonly chosen?: readonly Chosen[]; readonly customary?: boolean }

/** A condition as the form of the list gives it. */
export type ConditionForm = WatchForm & { readonly customary?: boolean }

/** What a form for a decision offers: the conditions that can be chosen, and the kinds of costs that the municipality accepts today; null where it said nothing. */
export type Offered = { readonly conditions: readonly LibraryCondition[]; readonly accepted: readonly string[] | null }

/** The list of the acting municipality: the newest version of each condition, and what it accepts through time, the latest day first. */
export async function conditionLibrary(
  tx: Tx,
  permit: Permit<'condition.read'>,
): Promise<{ conditions: readonly LibraryCondition[]; accepted: readonly AcceptedCosts[]; today: Day }> {
  return { conditions: newest(await libraryRows(tx, permit)), accepted: await acceptedRows(tx, permit), today: permit.today }
}

/** One condition with all its versions, the newest first. Refuses (missing) one of another municipality. */
export async function conditionVersions(tx: Tx, permit: AnyPermit, id: string): Promise<readonly [LibraryCondition, ...LibraryCondition[]]> {
  const [last, ...before] = await libraryRows(tx, permit, id)
  return last ? [last, ...before] : refuse(words.refusals.gone, {}, { kind: 'missing' })
}

/** Writes a condition in the list of the municipality. Refuses what its kind needs and is missing, and words with a BSN. */
export async function writeCondition(tx: Tx, permit: Permit<'condition.keep'>, form: ConditionForm): Promise<string> {
  const id = newId<string>(permit.now.epochMilliseconds)
  await write(tx, permit, id, 1, form)
  return id
}

/** Changes a condition: a new version, that counts for decisions from now on. Refuses one that ended, nothing new, and a version that somebody else just wrote (conflict). */
export async function changeCondition(tx: Tx, permit: Permit<'condition.keep'>, id: string, form: ConditionForm): Promise<void> {
  const last = await inUse(tx, permit, id)
  const watch = watchFrom(form, await watchSettingOn(tx, permit.today))
  const customary = form.customary ?? false
  if (last.words === form.words && last.customary === customary && saysTheSame(last.watch, watch)) refuse(words.refusals.same, {}, { field: 'words' })
  await write(tx, permit, id, last.version + 1, form)
}

/** Ends a condition: nobody can choose it any more; what was decided with it stays. Refuses a second end (conflict). */
export async function endCondition(tx: Tx, permit: Permit<'condition.keep'>, id: string): Promise<void> {
  const last = await inUse(tx, permit, id)
  const done = await insertLibraryCondition(tx, permit, { ...last, version: last.version + 1, ended: true })
  if (!done) refuse(words.refusals.endedAlready, {}, { kind: 'conflict' })
  await happened(tx, permit, 'condition.ended', { condition: id })
}

/** Lays down which kinds of costs the municipality accepts from a day on. Refuses a day before today: what was decided does not change. */
export async function acceptCosts(tx: Tx, permit: Permit<'condition.keep'>, from: Day, kinds: readonly string[]): Promise<void> {
  if (from < permit.today) refuse(words.refusals.acceptedPast, {}, { field: 'from' })
  if (kinds.length === 0) refuse(words.refusals.noKinds, {}, { field: 'kinds' })
  await insertAccepted(tx, permit, from, kinds)
  await happened(tx, permit, 'condition.costsAccepted', { from })
}

/** What the form for a decision offers at the acting municipality. Two queries. */
export async function offeredAt(tx: Tx, permit: AnyPermit): Promise<Offered> {
  const conditions = newest(await libraryRows(tx, permit)).filter(({ ended }) => !ended)
  const accepted = (await acceptedRows(tx, permit)).find(({ from }) => from <= permit.today)
  return { conditions, accepted: accepted?.kinds ?? null }
}

/**
 * Conditions with what was chosen from the list of the acting municipality, copied whole as it reads now. Refuses one that is not in the list (any
 * more), what cannot be read in its place, and what says something else than the rest of the decision.
 */
export async function withChosen(tx: Tx, permit: AnyPermit, laidDown: LaidDown): Promise<Conditions> {
  const { chosen: ticked, customary, ...conditions } = laidDown
  if (ticked === undefined) return conditions
  const { watched: _, ...rest } = conditions
  if (ticked.length === 0 && !customary) return rest
  const list = newest(await libraryRows(tx, permit)).filter(({ ended }) => !ended)
  const chosen = chosenWith(ticked, customary ?? false, list)
  if (chosen.length === 0) return rest
  const watched = chosen.map(({ condition, adjusted: typed }): WatchedCondition => {
    const found = list.find(({ id }) => id === condition) ?? refuse(words.refusals.notInUse, {}, { field: 'chosen' })
    const watch = adjusted(found.watch, typed)
    return { condition, version: found.version, words: saidWith(found.words, watch), watch }
  })
  const whole = { ...rest, watched }
  mayStandTogether(whole)
  return whole
}

async function write(tx: Tx, permit: Permit<'condition.keep'>, id: string, version: number, form: ConditionForm): Promise<void> {
  const watch = watchFrom(form, await watchSettingOn(tx, permit.today))
  const said = { words: withoutBsn(form.words, 'words'), customary: form.customary ?? false }
  const done = await insertLibraryCondition(tx, permit, { id, version, ...said, watch, ended: false })
  if (!done) refuse(words.refusals.notInUse, {}, { kind: 'conflict' })
  await happened(tx, permit, 'condition.written', { condition: id, version: String(version) })
}

async function inUse(tx: Tx, permit: AnyPermit, id: string): Promise<LibraryCondition> {
  const [last] = await conditionVersions(tx, permit, id)
  return last.ended ? refuse(words.refusals.endedAlready, {}, { kind: 'conflict' }) : last
}

function newest(rows: readonly LibraryCondition[]): LibraryCondition[] {
  return rows.filter((row, place) => rows.findIndex(({ id }) => id === row.id) === place)
}

function saysTheSame(a: Watch | null, b: Watch | null): boolean {
  // The database gives the parts back in an order of its own.
  const said = (value: unknown) => Object.entries(value ?? {}).map(([key, part]) => `${key}=${String(part)}`)
  return said(a).toSorted().join(' ') === said(b).toSorted().join(' ')
}
