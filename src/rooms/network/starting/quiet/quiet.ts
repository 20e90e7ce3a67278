import { dayOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened, lastDoneBySomebody } from '#kit/happened.ts'
import { isProvisional, leaveAll, type OrganisationId, type Permit, tellStaff } from '#rooms/access'
import { nl } from '../starting.nl.ts'
import { initiatives } from '../starting.sql.ts'
import { quietStanding } from './quiet.rules.ts'
import { deleteInitiative, deletePath, insertTold, lastTold } from './quiet.sql.ts'

/** The initiatives that began and that the network of the permit has to watch. */
export async function initiativesBegun(tx: Tx, permit: Permit<'start.sweep'>): Promise<OrganisationId[]> {
  return (await initiatives(tx, permit)).filter(({ begun, kind }) => begun && kind === 'cooperative').map(({ id }) => id)
}

/**
 * Looks at the path of the permit's organisation, as long as the network has not confirmed it: tells who begins when nobody touched it for five months, and wipes it a
 * month later with everybody's role. Gives whether it was wiped.
 */
export async function watchQuiet(tx: Tx, permit: Permit<'start.sweep'>): Promise<boolean> {
  if (!(await isProvisional(tx, permit.organisation))) return false
  const touched = await lastDoneBySomebody(tx, permit.organisation)
  const told = await lastTold(tx, permit)
  const standing = quietStanding(dayOf(touched ?? permit.now), told && dayOf(told), permit.today)
  if (standing === 'tell') {
    await insertTold(tx, permit)
    await tellStaff(tx, permit, ['board'], [{ kind: 'startQuiet', link: '/startpad' }])
  }
  if (standing !== 'wipe') return false
  await deletePath(tx, permit)
  await leaveAll(tx, permit, nl.stopped)
  await happened(tx, permit, 'initiative.wiped', {})
  return true
}

/** Takes a wiped initiative from the list of the network. */
export function forgetInitiative(tx: Tx, permit: Permit<'start.sweep'>, id: OrganisationId): Promise<void> {
  return deleteInitiative(tx, permit, id)
}
