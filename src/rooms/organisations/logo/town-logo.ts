import { createHash } from 'node:crypto'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { rewrittenPng } from '#kit/png.ts'
import { refuse } from '#kit/refusal.ts'
import type { Permit } from '#rooms/access'
import { texts } from '../organisations.en.ts'
import { findMunicipality } from '../organisations.sql.ts'
import { insertLogoKept, setTownLogo } from './logo.sql.ts'

/**
 * Sets the logo on the letters of the permit's town, written anew as PNG; every one that was ever set is kept, for letters that went out with it. Refuses anything that
 * is no whole PNG of at most 2000 pixels, and before the town filled in who it is.
 */
export async function changeTownLogo(tx: Tx, permit: Permit<'organisation.edit'>, picture: Uint8Array): Promise<void> {
  const said = texts[permit.language].refusals
  if (!(await findMunicipality(tx, permit.organisation))) refuse(said.missing, {}, { kind: 'missing' })
  const png = rewrittenPng(picture) ?? refuse(said.logo, {}, { field: 'logo' })
  const digest = createHash('sha256').update(png).digest('hex')
  await insertLogoKept(tx, permit.organisation, digest, png, permit.now)
  await setTownLogo(tx, permit.organisation, digest)
  await happened(tx, permit, 'organisation.changed', { organisation: permit.organisation })
}

/** Takes the logo off letters that are still to be made; what was sent keeps it. */
export async function dropTownLogo(tx: Tx, permit: Permit<'organisation.edit'>): Promise<void> {
  await setTownLogo(tx, permit.organisation, null)
  await happened(tx, permit, 'organisation.changed', { organisation: permit.organisation })
}
