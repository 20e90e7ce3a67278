import type { Tx } from '#kit/db.ts'
import { queueMail } from '#kit/mail.ts'
import { fill, type Language } from '#kit/text.ts'
import { organisationName, type Permit, personAndSeats } from '#rooms/access'
import { lastRecipients, signaturesOf, type VersionId } from '../agreements.sql.ts'
import { pageTexts } from '../pages/pages.en.ts'

/**
 * Tells the members to whom a version was put last that it waits for them; the text itself stands behind the sign-in.
 * Whoever signed already is left alone, and whoever has no e-mail hears it from the coach.
 */
export async function tellRecipients(tx: Tx, permit: Permit<'agreement.tell'>, version: VersionId): Promise<void> {
  const signatures = await signaturesOf(tx, permit, version)
  const cooperative = (await organisationName(tx, permit.organisation)) ?? ''
  for (const member of await lastRecipients(tx, permit, version)) {
    if (signatures.some((signature) => signature.member === member)) continue
    const { person } = await personAndSeats(tx, member, permit.today)
    if (!person?.email) continue
    const { mail } = pageTexts[person.language as Language] ?? pageTexts.nl
    const words = { name: person.name, cooperative }
    await queueMail(tx, permit, { to: person.email, subject: fill(mail.subject, words), text: fill(mail.text, words) })
  }
}
