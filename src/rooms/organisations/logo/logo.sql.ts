import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { OrganisationId } from '#rooms/access'

/** The logo of a cooperative as PNG, or null. */
export async function logoOf(tx: Tx, id: OrganisationId): Promise<Buffer | null> {
  const row = await tx.selectFrom('organisations.cooperative').select('logo').where('tenant', '=', id).executeTakeFirst()
  return row?.logo ?? null
}

export async function setLogo(tx: Tx, id: OrganisationId, png: Buffer): Promise<void> {
  await tx.updateTable('organisations.cooperative').set({ logo: png }).where('tenant', '=', id).execute()
}

export async function insertLogoKept(tx: Tx, id: OrganisationId, digest: string, png: Buffer, at: Instant): Promise<void> {
  await tx
    .insertInto('organisations.logo_kept')
    .values({ tenant: id, digest, png, kept_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A logo as it once was, by the digest that `keepLogo` gave; null when it was never kept. */
export async function keptLogo(tx: Tx, id: OrganisationId, digest: string): Promise<Buffer | null> {
  const row = await tx.selectFrom('organisations.logo_kept').select('png').where('tenant', '=', id).where('digest', '=', digest).executeTakeFirst()
  return row?.png ?? null
}

/** The digest of the logo of a town today, or null; it was kept when it was set. */
export async function townLogoOf(tx: Tx, id: OrganisationId): Promise<string | null> {
  const row = await tx.selectFrom('organisations.municipality').select('logo').where('organisation', '=', id).executeTakeFirst()
  return row?.logo ?? null
}

export async function setTownLogo(tx: Tx, id: OrganisationId, digest: string | null): Promise<void> {
  await tx.updateTable('organisations.municipality').set({ logo: digest }).where('organisation', '=', id).execute()
}

/** A logo that stands on a letter, of whichever organisation: the same digest is the same picture. Null when it was never kept. */
export async function logoWithDigest(tx: Tx, digest: string): Promise<Buffer | null> {
  const row = await tx.selectFrom('organisations.logo_kept').select('png').where('digest', '=', digest).limit(1).executeTakeFirst()
  return row?.png ?? null
}
