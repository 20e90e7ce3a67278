import type { Tx } from '#kit/db.ts'
import { leaveMessage, type Permit } from '#rooms/access'
import { lastRecipients, signaturesOf, type VersionId } from '../agreements.sql.ts'

/** Tells the members to whom a version was put last that it waits for them. Whoever signed already is left alone. */
export async function tellRecipients(tx: Tx, permit: Permit<'agreement.tell'>, version: VersionId): Promise<void> {
  const signatures = await signaturesOf(tx, permit, version)
  for (const person of await lastRecipients(tx, permit, version)) {
    if (signatures.some((signature) => signature.member === person)) continue
    await leaveMessage(tx, permit, { person, kind: 'memberAgreement', link: `/afspraken/${version}`, role: 'member' })
  }
}
