import { newId } from '#kit/ids.ts'
import type { OrganisationId } from '#rooms/access'
import { jobs } from '../src/rooms/consent/consent.jobs.ts'
import type { Browser, TestWorld } from './world.ts'

/** Signs the letter that waits at a request, as whoever handles the case. */
export const sign = (desk: Browser, address: string): Promise<Response> => desk.post(`${address}/voorbeeld/handtekening`)

/** The job of the minute: signed letters whose time has come leave. */
export function lettersLeave(world: TestWorld, municipality: OrganisationId): Promise<void> {
  return jobs['consent.sendLetters'](world.world, { id: newId(), job: 'consent.sendLetters', organisation: municipality, facts: {} })
}

/** Ten minutes go by, and what was signed leaves. */
export async function tenMinutesLater(world: TestWorld, municipality: OrganisationId): Promise<void> {
  // The clock of a story stands still, and steps are a millisecond apart then.
  world.clock.set(world.clock.now().add({ minutes: 10, seconds: 1 }))
  await lettersLeave(world, municipality)
}

/** The whole road of a form of the municipality: sent, read, signed, and gone after ten minutes. Gives the answer that did not go on, or the last. */
export async function writes(
  world: TestWorld,
  municipality: OrganisationId,
  desk: Browser,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<Response> {
  const prepared = await desk.post(path, fields)
  if (prepared.status !== 303) return prepared
  const signed = await sign(desk, path.slice(0, path.lastIndexOf('/')))
  if (signed.status === 303) await tenMinutesLater(world, municipality)
  return signed
}
