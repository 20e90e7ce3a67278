import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { type Cents, largest, sum, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, MemberId, Permit } from '#rooms/access'
import { findMember } from '#rooms/members'
import { promiseOf } from '../promises/promises.ts'
import { requestById } from '../requests/requests.ts'
import type { SpendingRequest, SpendingRequestId } from '../spending.types.ts'
import { equipmentTexts } from './equipment.en.ts'
import { type EquipmentStanding, mayStep, type Owner, ownerOf, type Step } from './equipment.rules.ts'
import { equipmentRows, insertEquipment, insertStep, lockEquipment, updateEquipment } from './equipment.sql.ts'

declare const equipment_: unique symbol
export type EquipmentId = string & { readonly [equipment_]: true }

/** A thing that was bought from a pot and stays. */
export type Equipment = {
  readonly id: EquipmentId
  readonly request: SpendingRequestId
  /** From whose pot it was bought. */
  readonly member: MemberId
  readonly owner: Owner
  readonly name: string
  readonly place: string | null
  readonly serial: string | null
  readonly photo: string | null
  readonly boughtOn: Day
  /** What it cost, in cents. */
  readonly value: Cents
  /** How long it is expected to last. */
  readonly years: number
  readonly steps: readonly Step[]
  readonly standing: EquipmentStanding
  /** Who has it on loan now. */
  readonly holder: MemberId | null
}

/** What a purchase says of a thing already: its owner, day and value; null when nothing was bought for the request. */
export type Origin = { readonly request: SpendingRequest; readonly owner: Owner; readonly boughtOn: Day; readonly value: Cents; readonly name: string }

/** All things within reach, by name. */
export function equipmentInReach(tx: Tx, permit: AnyPermit): Promise<Equipment[]> {
  return equipmentRows(tx, permit)
}

/** One thing within reach. Refuses (missing) otherwise. */
export async function equipmentById(tx: Tx, permit: AnyPermit, id: EquipmentId): Promise<Equipment> {
  const [thing] = await equipmentRows(tx, permit, id)
  return thing ?? refuse(equipmentTexts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

/** Where a thing comes from: the purchase of a request, or the instalments of a promise together. Refuses a request for which nothing was bought. */
export async function originOf(tx: Tx, permit: AnyPermit, id: SpendingRequestId): Promise<Origin> {
  const asked = await requestById(tx, permit, id)
  const request = asked.instalment ? await requestById(tx, permit, asked.instalment.of) : asked
  const paid = request.bought ? [request.bought] : (await promiseOf(tx, permit, request.id)).flatMap((each) => each.bought ?? [])
  const [first] = paid
  if (!first) return refuse(equipmentTexts[permit.language].refusals.notBought, {}, { kind: 'conflict' })
  const value = largest(request.bought ? ZERO : (request.cents ?? ZERO), sum(paid.map((each) => each.gross)))
  return { request, owner: ownerOf(first.as), boughtOn: first.on, value, name: request.bought?.item ?? request.what }
}

/**
 * Writes a thing in the register; `value` is what it cost, in cents. Its owner follows from how the purchase was booked. Refuses a request for which nothing
 * was bought, years outside 1 to 50, and a second thing of that name from the same purchase.
 */
export async function registerEquipment(
  tx: Tx,
  permit: Permit<'equipment.register'>,
  id: SpendingRequestId,
  facts: { name: string; value: Cents; years: number; place: string | null; serial: string | null; photo: string | null },
): Promise<EquipmentId> {
  const { refusals } = equipmentTexts[permit.language]
  const { request, owner, boughtOn } = await originOf(tx, permit, id)
  refuseYears(permit, facts.years)
  const thing = await insertEquipment(tx, permit, { ...facts, request: request.id, member: request.member, owner, boughtOn })
  if (!thing) return refuse(refusals.twice, {}, { field: 'name' })
  await happened(tx, permit, 'equipment.registered', { equipment: thing, member: request.member })
  return thing
}

/** Changes where a thing is, its number, its years or its photo; without a new photo the old one stays. Refuses years outside 1 to 50. */
export async function changeEquipment(
  tx: Tx,
  permit: Permit<'equipment.register'>,
  id: EquipmentId,
  facts: { place: string | null; serial: string | null; years: number; photo: string | null },
): Promise<void> {
  await lockEquipment(tx, permit, id)
  const thing = await equipmentById(tx, permit, id)
  refuseYears(permit, facts.years)
  await updateEquipment(tx, permit, id, { ...facts, photo: facts.photo ?? thing.photo })
  await happened(tx, permit, 'equipment.changed', { equipment: id, member: thing.member })
}

/**
 * Lends a thing to a member, takes it back, or writes down that it was sold, lost or given. Nothing is booked: what the books need is booked by `disposeOf`. Refuses what
 * cannot follow on how it stands, a day that is still to come or before the purchase, and a loan to or a gift for nobody.
 */
export async function moveEquipment(
  tx: Tx,
  permit: Permit<'equipment.move'> | Permit<'departure.confirm'>,
  id: EquipmentId,
  step: Step & { readonly kind: Exclude<Step['kind'], 'undone'> },
): Promise<void> {
  await lockEquipment(tx, permit, id)
  const { refusals } = equipmentTexts[permit.language]
  const thing = await equipmentById(tx, permit, id)
  if (!mayStep(thing.standing, step.kind)) refuse(refusals.cannot, {}, { kind: 'conflict' })
  const last = thing.steps.at(-1)?.on ?? thing.boughtOn
  if (step.on > permit.today || step.on < last) refuse(refusals.day, {}, { field: 'on' })
  const member = step.kind === 'lent' || step.kind === 'given' || step.kind === 'sold' ? step.member : null
  if ((step.kind === 'lent' && !member) || (member && !(await findMember(tx, permit, member)))) refuse(refusals.who, {}, { field: 'member' })
  await insertStep(tx, permit, id, thing.steps.length, { ...step, member })
  await happened(tx, permit, `equipment.${step.kind}`, { equipment: id, member: thing.member })
}

function refuseYears(permit: AnyPermit, years: number): void {
  if (years < 1 || years > 50) refuse(equipmentTexts[permit.language].refusals.years, {}, { field: 'years' })
}
