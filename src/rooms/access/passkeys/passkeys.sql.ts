import type { Instant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { PersonId } from '../permit.ts'

export type Passkey = { readonly id: string; readonly label: string; readonly addedAt: Instant; readonly usedAt: Instant | null }
/** A browser in which somebody is signed in; never with an address. */
export type Device = { readonly id: string; readonly token: string; readonly device: string | null; readonly since: Instant; readonly seenAt: Instant }

/** The passkeys of a person, oldest first. */
export async function passkeysOf(tx: Tx, person: PersonId): Promise<Passkey[]> {
  const rows = await tx
    .selectFrom('signin.passkey')
    .select(['id', 'label', 'added_at as addedAt', 'used_at as usedAt'])
    .where('identity', '=', person)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows
}

/** How many passkeys a person has. */
export async function countPasskeys(tx: Tx, person: PersonId): Promise<number> {
  const row = await tx
    .selectFrom('signin.passkey')
    .select((eb) => eb.fn.countAll<string>().as('many'))
    .where('identity', '=', person)
    .executeTakeFirstOrThrow()
  return Number(row.many)
}

/** The open half of a key with whose it is; null for a key that nobody knows. */
export async function passkeyAt(
  tx: Tx,
  id: string,
): Promise<{ readonly person: PersonId; readonly publicKey: Uint8Array<ArrayBuffer>; readonly counter: number } | null> {
  const row = await tx.selectFrom('signin.passkey').select(['identity', 'public_key', 'counter']).where('id', '=', id).executeTakeFirst()
  return row ? { person: row.identity as PersonId, publicKey: new Uint8Array(row.public_key), counter: Number(row.counter) } : null
}

export async function insertPasskey(
  tx: Tx,
  key: { id: string; person: PersonId; publicKey: Uint8Array; counter: number; label: string; at: Instant },
): Promise<void> {
  await tx
    .insertInto('signin.passkey')
    .values({ id: key.id, identity: key.person, public_key: Buffer.from(key.publicKey), counter: BigInt(key.counter), label: key.label, added_at: key.at })
    .execute()
}

export async function usedPasskey(tx: Tx, id: string, counter: number, at: Instant): Promise<void> {
  await tx
    .updateTable('signin.passkey')
    .set({ counter: BigInt(counter), used_at: at })
    .where('id', '=', id)
    .execute()
}

/** The passkeys of a person, held until the end of this transaction: two removals at once count as two. */
export async function holdPasskeys(tx: Tx, person: PersonId): Promise<string[]> {
  const rows = await tx.selectFrom('signin.passkey').select('id').where('identity', '=', person).orderBy('id').forUpdate().execute()
  return rows.map(({ id }) => id)
}

export async function deletePasskey(tx: Tx, person: PersonId, id: string): Promise<void> {
  await tx.deleteFrom('signin.passkey').where('identity', '=', person).where('id', '=', id).execute()
}

/** Whether this is the first answer to a question. */
export async function answeredFirst(tx: Tx, digest: string, at: Instant): Promise<boolean> {
  const row = await tx
    .insertInto('signin.answered')
    .values({ digest, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('digest')
    .executeTakeFirst()
  return row !== undefined
}

/** Where a person is signed in at this moment, the latest seen first. */
export async function devicesOf(tx: Tx, person: PersonId, now: Instant): Promise<Device[]> {
  return tx
    .selectFrom('signin.session')
    .select(['id', 'token', 'device', 'created_at as since', 'updated_at as seenAt'])
    .where('identity', '=', person)
    .where('expires_at', '>', now)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(30)
    .execute()
}

/** Ends one session of this person; nothing happens to a session of anybody else. */
export async function deleteSession(tx: Tx, person: PersonId, id: string): Promise<void> {
  await tx.deleteFrom('signin.session').where('identity', '=', person).where('id', '=', id).execute()
}

/** Writes down in two words what a session runs on. */
export async function markDevice(tx: Tx, token: string, device: string | null): Promise<void> {
  await tx.updateTable('signin.session').set({ device }).where('token', '=', token).execute()
}
