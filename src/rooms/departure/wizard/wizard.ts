import { addDays, longDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type MemberId, organisationName, type Permit } from '#rooms/access'
import { benefitOn, findMember, leave, needsConsent, stageOf } from '#rooms/members'
import { equipmentInReach, moveEquipment } from '#rooms/spending'
import { departureTexts } from '../departure.en.ts'
import type { Departure, DepartureId, StepAnswers, StepName } from '../departure.rules.ts'
import { insertWish } from '../later/later.sql.ts'
import { choicesFor, DESTINATION_OF, departureStanding, equipmentStep, lastDayWrong, stepsOpen } from './steps.rules.ts'
import { departureRows, insertAnswer, insertDeparture, insertMoment, insertNotice, lockDeparture as lock } from './wizard.sql.ts'

/** One departure within reach. Refuses (missing) otherwise. */
export async function departureById(tx: Tx, permit: AnyPermit, id: DepartureId): Promise<Departure> {
  const [departure] = await departureRows(tx, permit, { id })
  return departure ?? refuse(departureTexts(permit.language).refusals.missing, {}, { kind: 'missing' })
}

/** The departures within reach, the newest first. */
export function departuresInReach(tx: Tx, permit: AnyPermit): Promise<Departure[]> {
  return departureRows(tx, permit)
}

/** The last departure of a member that was not called off, or null. */
export async function departureOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<Departure | null> {
  return (await departureRows(tx, permit, { member })).find((each) => !each.moments.calledOff) ?? null
}

/** Lets nobody else change the departure of this member until the transaction ends. */
export function lockDeparture(tx: Tx, permit: AnyPermit, member: MemberId): Promise<void> {
  return lock(tx, permit, member)
}

/**
 * Begins the departure of a member within reach, or gives the one that runs already. Refuses (missing) outside reach, and who is no member, on trial, or somebody who left without a departure.
 */
export async function beginDeparture(tx: Tx, permit: Permit<'departure.fill'>, member: MemberId): Promise<DepartureId> {
  const { refusals } = departureTexts(permit.language)
  if (!(await findMember(tx, permit, member))) refuse(refusals.missing, {}, { kind: 'missing' })
  await lock(tx, permit, member)
  const running = await departureOf(tx, permit, member)
  const stage = (await stageOf(tx, permit, member, permit.today))?.stage ?? null
  const here = stage === 'member' || stage === 'trial'
  // Who left by one line in the file may still have money that waits for the municipality.
  const left = stage === 'former' && !running
  // Who came back after an earlier departure leaves anew.
  if (running && (!here || !running.moments.confirmed || (running.answers.lastDay?.on ?? permit.today) >= permit.today)) return running.id
  if (!here && !left) refuse(refusals.notHere, {}, { kind: 'conflict' })
  const id = await insertDeparture(tx, permit, member)
  await happened(tx, permit, 'departure.begun', { departure: id, member })
  return id
}

/**
 * Keeps the answer of one step; the last answer counts, and every earlier one stays to be read. Refuses after the confirmation (conflict), a last day before the
 * member came, and a choice for a thing that cannot be made. Once the member had agreed, only the member changes an answer.
 */
export async function answerStep<S extends StepName>(
  tx: Tx,
  permit: Permit<'departure.fill'>,
  id: DepartureId,
  step: S,
  answer: NonNullable<StepAnswers[S]>,
): Promise<void> {
  const departure = await openDeparture(tx, permit, id)
  const { refusals } = departureTexts(permit.language)
  if (departure.moments.agreed) refuse(refusals.agreedBefore, {}, { kind: 'conflict' })
  if (step === 'lastDay') {
    const { on } = answer as NonNullable<StepAnswers['lastDay']>
    const now = await stageOf(tx, permit, departure.member, permit.today)
    const last = now?.stage === 'former' ? addDays(now.since, -1) : null
    if (last && on !== last) refuse(refusals.leftOn, { day: longDay(last, permit.language) }, { field: 'on' })
    if (!last && lastDayWrong(on, now?.since ?? null)) refuse(refusals.beforeMember, {}, { field: 'on' })
  }
  if (step === 'equipment') await refuseThings(tx, permit, departure.member, answer as NonNullable<StepAnswers['equipment']>)
  if (step === 'customers') {
    const { along, agreed } = answer as NonNullable<StepAnswers['customers']>
    if (along.length > 0 && !agreed) refuse(refusals.customersNotAsked, {}, { field: 'agreed' })
  }
  await insertAnswer(tx, permit, id, step, answer)
  await happened(tx, permit, 'departure.answeredStep', { departure: id, member: departure.member, step })
}

/** The member says that it is right like this; from then on nothing of it changes but by calling it off. Refuses somebody else, and while steps are open. */
export async function agreeDeparture(tx: Tx, permit: Permit<'departure.agree'>, id: DepartureId): Promise<void> {
  const departure = await openDeparture(tx, permit, id)
  const { refusals } = departureTexts(permit.language)
  if (permit.person !== departure.member) refuse(refusals.missing, {}, { kind: 'missing' })
  if (stepsOpen(departure.answers).length > 0) refuse(refusals.stepsOpen, {}, { kind: 'conflict' })
  if (!(await insertMoment(tx, permit, id, 'agreed'))) refuse(refusals.agreedBefore, {}, { kind: 'conflict' })
  // Only the person says whether to be asked later; what a coach wrote down counts from here on.
  await insertWish(tx, permit, id, departure.answers.followUp?.agrees ?? false)
  await happened(tx, permit, 'departure.agreed', { departure: id, member: departure.member })
}

/** Calls a departure off; possible until it is confirmed. Nothing was booked until then, so nothing has to be undone. */
export async function callOff(tx: Tx, permit: Permit<'departure.fill'>, id: DepartureId): Promise<void> {
  const departure = await openDeparture(tx, permit, id)
  await insertMoment(tx, permit, id, 'calledOff')
  await happened(tx, permit, 'departure.calledOff', { departure: id, member: departure.member })
}

/**
 * Confirms for good: the membership ends the day after the last day (BW2 art. 60: leaving is free), things are written down as was chosen, and a
 * municipality that pays the benefit is told; its consent ends by its own decision or on its own day. Refuses one's own departure, while steps are open, and when the
 * member neither agreed nor was spoken to (`heard`).
 */
export async function confirmDeparture(tx: Tx, permit: Permit<'departure.confirm'>, id: DepartureId, heard: boolean): Promise<void> {
  const departure = await openDeparture(tx, permit, id)
  const { refusals } = departureTexts(permit.language)
  const { member, answers } = departure
  if (permit.person === member) refuse(refusals.own, {}, { kind: 'forbidden' })
  if (stepsOpen(answers).length > 0 || !answers.lastDay || !answers.destination) refuse(refusals.stepsOpen, {}, { kind: 'conflict' })
  if (!departure.moments.agreed && !heard) refuse(refusals.notHeard, {}, { field: 'heard' })
  await insertMoment(tx, permit, id, 'confirmed')
  const { goal } = answers.destination
  const former = (await stageOf(tx, permit, member, permit.today))?.stage === 'former'
  if (!former)
    await leave(tx, permit, member, addDays(answers.lastDay.on, 1), { reason: goal === 'moves' ? 'moved' : 'ownWish', destination: DESTINATION_OF[goal] })
  await moveThings(tx, permit, member, answers.equipment)
  await tellMunicipality(tx, permit, departure, answers.lastDay)
  await happened(tx, permit, 'departure.confirmed', { departure: id, member })
}

/** A departure that is neither confirmed nor called off, for this transaction alone. Refuses (missing) outside reach, and one that is over (conflict). */
async function openDeparture(tx: Tx, permit: AnyPermit, id: DepartureId): Promise<Departure> {
  await lock(tx, permit, (await departureById(tx, permit, id)).member)
  const departure = await departureById(tx, permit, id)
  const standing = departureStanding(departure)
  if (standing !== 'running' && standing !== 'agreed') refuse(departureTexts(permit.language).refusals.over, {}, { kind: 'conflict' })
  return departure
}

async function refuseThings(tx: Tx, permit: AnyPermit, member: MemberId, answer: NonNullable<StepAnswers['equipment']>): Promise<void> {
  const { refusals } = departureTexts(permit.language)
  const things = (await equipmentInReach(tx, permit)).filter((thing) => thing.member === member || thing.holder === member)
  for (const thing of things) {
    const choices = choicesFor(thing)
    const chosen = answer.things[thing.id]
    if (choices.length > 0 && (!chosen || !choices.includes(chosen))) refuse(refusals.thingOpen, { name: thing.name }, { field: thing.id })
  }
}

async function moveThings(tx: Tx, permit: Permit<'departure.confirm'>, member: MemberId, answer: StepAnswers['equipment']): Promise<void> {
  for (const thing of await equipmentInReach(tx, permit)) {
    const choice = answer?.things[thing.id]
    if (!choice || (thing.member !== member && thing.holder !== member)) continue
    // What went another way in the meantime stays as it went.
    const step = choicesFor(thing).includes(choice) ? equipmentStep(thing, choice) : null
    if (step)
      await moveEquipment(tx, permit, thing.id, { kind: step, member: step === 'given' || step === 'sold' ? member : null, on: permit.today, note: null })
  }
}

async function tellMunicipality(
  tx: Tx,
  permit: Permit<'departure.confirm'>,
  { id, member }: Departure,
  lastDay: NonNullable<StepAnswers['lastDay']>,
): Promise<void> {
  const { source, municipality } = await benefitOn(tx, permit, member, lastDay.on)
  if (!needsConsent(source) || !municipality) return
  const name = (await findMember(tx, permit, member))?.name ?? ''
  const cooperative = (await organisationName(tx, permit.organisation)) ?? ''
  await insertNotice(tx, permit, { departure: id, municipality, member, name, cooperative, lastDay: lastDay.on })
  await happened(tx, permit, 'departure.told', { departure: id, member, municipality })
}
