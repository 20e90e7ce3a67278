import { sql } from 'kysely'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { newId } from '#kit/ids.ts'
import type { Cents } from '#kit/money.ts'
import { type AnyPermit, type MemberId, personOf } from '#rooms/access'
import type { SpendingRequestId } from '../spending.types.ts'
import { type Owner, type Step, standingOf, stepsThatCount } from './equipment.rules.ts'
import type { Equipment, EquipmentId } from './equipment.ts'

type Row = {
  id: EquipmentId
  request: SpendingRequestId
  member: MemberId
  owner: Owner
  name: string
  place: string | null
  serial: string | null
  photo: string | null
  boughtOn: Day
  value: Cents
  years: number
  steps: { kind: Step['kind']; member: MemberId | null; on: Day; note: string | null }[]
}

/** Things within reach: bought from the pot of a member, or on loan to one; what is gone comes last. */
export async function equipmentRows(tx: Tx, permit: AnyPermit, only: EquipmentId | null = null): Promise<Equipment[]> {
  const reach = permit.reach === 'organisation' ? null : [...permit.reach]
  const { rows } = await sql<Row>`
    select e.id, e.request, e.member, e.owner, e.name, e.place, e.serial, e.photo, e.bought_on as "boughtOn", e.value, e.years, s.steps
    from spending.equipment e
    cross join lateral (select coalesce(json_agg(json_build_object('kind', s.kind, 'member', s.member, 'on', s.on_day, 'note', s.note) order by s.nr), '[]') as steps,
        (array_agg(s.member order by s.nr desc))[1] as holder
      from spending.equipment_step s where s.tenant = e.tenant and s.equipment = e.id) s
    where e.tenant = ${permit.organisation} and (${only}::uuid is null or e.id = ${only}::uuid)
      and (${reach}::uuid[] is null or e.member = any (${reach}::uuid[]) or s.holder = any (${reach}::uuid[]))
    order by e.name, e.id`.execute(tx)
  return rows.map((row) => {
    const standing = standingOf(row.steps)
    return { ...row, standing, holder: standing === 'lent' ? (stepsThatCount(row.steps).at(-1)?.member ?? null) : null }
  })
}

/** Writes a thing down; null when this purchase has a thing of that name already. */
export async function insertEquipment(
  tx: Tx,
  permit: AnyPermit,
  thing: Omit<Row, 'id' | 'steps' | 'place' | 'serial' | 'photo'> & { place: string | null; serial: string | null; photo: string | null },
): Promise<EquipmentId | null> {
  const { boughtOn, ...facts } = thing
  const row = await tx
    .insertInto('spending.equipment')
    .values({
      tenant: permit.organisation,
      id: newId<EquipmentId>(permit.now.epochMilliseconds),
      ...facts,
      bought_on: boughtOn,
      registered_by: personOf(permit),
      registered_at: permit.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return (row?.id as EquipmentId | undefined) ?? null
}

/** Two who write about the same thing come one after the other. */
export async function lockEquipment(tx: Tx, permit: AnyPermit, id: EquipmentId): Promise<void> {
  await tx.selectFrom('spending.equipment').select('id').where('tenant', '=', permit.organisation).where('id', '=', id).forUpdate().execute()
}

export async function updateEquipment(
  tx: Tx,
  permit: AnyPermit,
  id: EquipmentId,
  facts: { place: string | null; serial: string | null; years: number; photo: string | null },
): Promise<void> {
  await tx.updateTable('spending.equipment').set(facts).where('tenant', '=', permit.organisation).where('id', '=', id).execute()
}

/** Writes a step that comes after `before` others. */
export async function insertStep(tx: Tx, permit: AnyPermit, equipment: EquipmentId, before: number, step: Step): Promise<void> {
  await tx
    .insertInto('spending.equipment_step')
    .values({
      tenant: permit.organisation,
      equipment,
      nr: before + 1,
      kind: step.kind,
      member: step.member,
      on_day: step.on,
      note: step.note,
      person: personOf(permit),
      at: permit.now,
    })
    .execute()
}
