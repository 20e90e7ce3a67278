import { dayOf } from '#kit/day.ts'
import { newId } from '#kit/ids.ts'
import type { OrganisationId } from '#rooms/access'
import {
  type LaidDown,
  lettersToPost,
  type OutgoingAction,
  type OutgoingForm,
  postLetter,
  prepareLetter,
  type RequestId,
  sendLetters,
  signLetter,
} from '#rooms/consent'
import { daysAgo, type Player, play, type Stage } from './stage.ts'

/** A municipality with who writes for it. */
type Town = { readonly id: OrganisationId; readonly caseManager: Player }

type Typed = Readonly<Record<string, string | readonly string[]>>

/** A letter as a municipality really writes it: prepared, signed, and gone after the time to hold it. */
export async function writes(stage: Stage, town: Town, action: OutgoingAction, request: RequestId, road: OutgoingForm, typed: Typed): Promise<void> {
  await prepares(stage, town, action, request, road, typed)
  await play(stage, town.caseManager, action, (tx, permit) => signLetter(tx, permit, request))
  stage.clock.set(stage.clock.now().add({ minutes: 10, seconds: 1 }))
  await sendLetters(stage.world, { id: newId(), job: 'consent.sendLetters', organisation: town.id, facts: {} })
  // What was written in the last two days still lies on the desk.
  const today = dayOf(stage.clock.now())
  if (today >= daysAgo(stage, 2)) return
  await play(stage, town.caseManager, 'consent.decide', async (tx, permit) => {
    for (const letter of await lettersToPost(tx, permit, request)) await postLetter(tx, permit, request, letter, permit.today)
  })
}

/** A letter that is ready and not signed yet. */
export function prepares(stage: Stage, town: Town, action: OutgoingAction, request: RequestId, road: OutgoingForm, typed: Typed): Promise<void> {
  return play(stage, town.caseManager, action, (tx, permit) => prepareLetter(tx, permit, request, road, typed))
}

/** Conditions as they are filled in, with what was chosen from the list. */
export function typedConditions(conditions: LaidDown): Typed {
  const { from, until, costKinds, statementRhythm, legalBasis, other, chosen = [] } = conditions
  const ticked = { payOutAllowed: conditions.payOutAllowed, statementFulfilsDuty: conditions.statementFulfilsDuty }
  return {
    from,
    until,
    costKinds,
    statementRhythm,
    legalBasis,
    other,
    chosen: chosen.map(({ condition }) => condition),
    offered: chosen.map(({ condition }) => condition),
    adjusted: chosen.map(({ adjusted }) => adjusted ?? ''),
    statementDay: String(conditions.statementDay),
    ...Object.fromEntries(Object.entries(ticked).flatMap(([name, yes]) => (yes ? [[name, 'on']] : []))),
  }
}
