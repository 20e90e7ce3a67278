import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type MemberId, type Permit, type PersonId, personNames } from '#rooms/access'
import { nameHere, refuseElsewhere } from '../here.ts'
import { texts } from './journeys.en.ts'
import { adapted, problemOfSteps, progressOf, type StepStanding, standardSteps, TRACKS, type Track, type TrackStep, type TypedStep } from './journeys.rules.ts'
import { chosenTrack, chosenTracks, insertChoice, insertMark, insertVersion, keysOf, lastVersions, lockTrack, marksOf, stepRows } from './journeys.sql.ts'

export type MemberTrack = {
  readonly track: Track
  readonly version: number
  /** The cooperative has a later version than the one this member follows. */
  readonly newer: number | null
  readonly on: Day
  readonly by: string | null
  readonly steps: readonly StepStanding[]
  readonly next: TrackStep | null
  readonly done: number
  /** Who ticked the steps, by their id. */
  readonly names: ReadonlyMap<PersonId, string>
}

/** What a member works on, with every step and the next one; null while nothing was chosen. Refuses (missing) outside reach. */
export async function memberTrack(tx: Tx, permit: AnyPermit, member: MemberId): Promise<MemberTrack | null> {
  refuseElsewhere(permit, member)
  const chosen = await chosenTrack(tx, permit, member)
  if (!chosen) return null
  const progress = progressOf(await stepsOf(tx, permit, chosen.track, chosen.version), await marksOf(tx, permit, member, chosen.track))
  const last = (await lastVersions(tx, permit)).get(chosen.track) ?? 0
  const people = [chosen.by, ...progress.steps.map(({ done }) => done?.by ?? null)].filter((each) => each !== null)
  const names = await personNames(tx, [...new Set(people)])
  return {
    track: chosen.track,
    version: chosen.version,
    newer: last > chosen.version ? last : null,
    on: chosen.on,
    by: chosen.by ? (names.get(chosen.by) ?? null) : null,
    ...progress,
    names,
  }
}

/** A track that a member follows now or followed before, with every step. */
export type FollowedTrack = Pick<MemberTrack, 'track' | 'on' | 'steps'> & { readonly now: boolean }

/** Every track a member ever followed, each in the version followed last. Refuses (missing) outside reach. */
export async function followedTracks(tx: Tx, permit: AnyPermit, member: MemberId): Promise<FollowedTrack[]> {
  refuseElsewhere(permit, member)
  const all: FollowedTrack[] = []
  for (const { track, version, on, now } of await chosenTracks(tx, permit, member)) {
    const { steps } = progressOf(await stepsOf(tx, permit, track, version), await marksOf(tx, permit, member, track))
    all.push({ track, on, now, steps })
  }
  return all
}

/** The steps of a version of the cooperative; 0 is the standard set. Refuses (missing) a version that was never made. */
export async function stepsOf(tx: Tx, permit: AnyPermit, track: Track, version: number): Promise<readonly TrackStep[]> {
  if (version === 0) return standardSteps(track)
  const steps = await stepRows(tx, permit, track, version)
  return steps.length > 0 ? steps : refuse(texts[permit.language].refusals.noVersion, {}, { kind: 'missing' })
}

/** All tracks as the cooperative has them now, each with its version. */
export async function tracksNow(
  tx: Tx,
  permit: AnyPermit,
): Promise<readonly { readonly track: Track; readonly version: number; readonly steps: readonly TrackStep[] }[]> {
  const versions = await lastVersions(tx, permit)
  const all = []
  for (const track of TRACKS) {
    const version = versions.get(track) ?? 0
    all.push({ track, version, steps: await stepsOf(tx, permit, track, version) })
  }
  return all
}

/**
 * Chooses what a member works on, in the newest version of the cooperative; null ends it. What was done before stays, also when somebody comes back to
 * a track. Refuses a choice that changes nothing.
 */
export async function chooseTrack(tx: Tx, permit: Permit<'track.choose'>, member: MemberId, track: Track | null): Promise<void> {
  await nameHere(tx, permit, member)
  const now = await chosenTrack(tx, permit, member)
  const version = track ? ((await lastVersions(tx, permit)).get(track) ?? 0) : 0
  if ((now?.track ?? null) === track && (now?.version ?? 0) === version) refuse(texts[permit.language].refusals.sameTrack, {}, { field: 'track' })
  await insertChoice(tx, permit, member, track, version)
  await happened(tx, permit, 'track.chosen', { member })
}

/** Says that a step was done on a day, or opens it again. Refuses a day to come, a step that is not of the track, and what is so already. */
export async function markStep(
  tx: Tx,
  permit: Permit<'track.step'>,
  member: MemberId,
  mark: { readonly key: string; readonly done: boolean; readonly on: Day },
): Promise<void> {
  const words = texts[permit.language].refusals
  const now = (await memberTrack(tx, permit, member)) ?? refuse(words.noTrack)
  const standing = now.steps.find(({ step }) => step.key === mark.key) ?? refuse(words.noStep, {}, { kind: 'missing' })
  if (mark.on > permit.today) refuse(words.dayToCome, {}, { field: 'on' })
  if ((standing.done !== null) === mark.done) refuse(mark.done ? words.doneAlready : words.openAlready, {}, { kind: 'conflict' })
  await insertMark(tx, permit, member, now.track, mark)
  await happened(tx, permit, mark.done ? 'track.stepDone' : 'track.stepOpened', { member })
}

/**
 * Makes the next version of a track from what was typed; members keep the one they follow until the coach moves them. `seen` is the version that was
 * on the screen. Refuses a version that changes nothing, has no steps or too many, and one made from a page that is behind (conflict).
 */
export async function adaptTrack(tx: Tx, permit: Permit<'track.adapt'>, track: Track, seen: number, typed: readonly TypedStep[]): Promise<number> {
  const words = texts[permit.language].refusals
  await lockTrack(tx, permit, track)
  const version = (await lastVersions(tx, permit)).get(track) ?? 0
  if (version !== seen) refuse(words.behind)
  const before = await stepsOf(tx, permit, track, version)
  const known = [...(await keysOf(tx, permit, track)), ...standardSteps(track).map(({ key }) => key)]
  const here = new Set(before.map(({ key }) => key))
  const steps = adapted(
    typed.map((step) => (here.has(step.key) ? step : { ...step, key: '' })),
    known,
  )
  const problem = problemOfSteps(steps, before)
  if (problem) refuse(words[problem])
  await insertVersion(tx, permit, track, version + 1, steps)
  await happened(tx, permit, 'track.adapted', { track, version: String(version + 1) })
  return version + 1
}
