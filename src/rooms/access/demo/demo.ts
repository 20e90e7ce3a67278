import { today } from '#kit/clock.ts'
import { type Attachment, attachment, outbox, type WrittenMail } from '#kit/mail.ts'
import { organisationsAll } from '../access.sql.ts'
import type { World } from '../act.ts'
import type { OrganisationId } from '../permit.ts'
import { everybody } from '../sign-in/sign-in.sql.ts'

/** Everybody with a role today, of every organisation: for the sign-in page of a demo, and nowhere else. */
export function peopleOfDemo(world: World): ReturnType<typeof everybody> {
  return world.database.unit({ role: 'opbloei_signin', organisation: null, person: null }, (tx) => everybody(tx, today(world.clock)))
}

export type DemoMail = WrittenMail & { readonly organisation: OrganisationId | null; readonly from: string | null }

/** The newest mails of all organisations, and those of signing in: for the outbox of a demo, and nowhere else. */
export async function mailsOfDemo(
  world: World,
  only: string | null,
  limit: number,
): Promise<{ mails: DemoMail[]; senders: { id: OrganisationId; name: string }[] }> {
  const { database } = world
  const organisations = await database.unit({ role: 'opbloei_app', organisation: null, person: null }, organisationsAll)
  const found: DemoMail[] = []
  const senders: { id: OrganisationId; name: string }[] = []
  for (const { id, name } of organisations) {
    const mails = await database.unit({ role: 'opbloei_app', organisation: id, person: null }, (tx) => outbox(tx, limit))
    if (mails.length > 0) senders.push({ id, name })
    if (only === null || only === id) found.push(...mails.map((mail) => ({ ...mail, organisation: id, from: name })))
  }
  if (only === null || only === 'inloggen') {
    const codes = await database.unit({ role: 'opbloei_signin', organisation: null, person: null }, (tx) => outbox(tx, limit))
    found.push(...codes.map((mail) => ({ ...mail, organisation: null, from: null })))
  }
  found.sort((a, b) => Temporal.Instant.compare(b.writtenAt, a.writtenAt))
  return { mails: found.slice(0, limit), senders }
}

/** What was sent along with a mail of a demo; null when there is no such thing. */
export function attachmentOfDemo(world: World, organisation: OrganisationId, mail: string, nr: number): Promise<Attachment | null> {
  return world.database.unit({ role: 'opbloei_app', organisation, person: null }, (tx) => attachment(tx, mail, nr))
}
