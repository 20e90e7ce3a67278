import type { Tx } from '#kit/db.ts'
import { queueMail } from '#kit/mail.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { type AnyPermit, type MemberId, organisationName, personFor } from '#rooms/access'
import { texts } from '../members.en.ts'
import type { MemberFacts } from '../members.types.ts'
import { isInRegister } from './adding.sql.ts'

/**
 * The person a new file is about: an address that is known, here or elsewhere, is that same person, who is told by mail. Refuses somebody who has a
 * file here already, and a coach as one's own coach.
 */
export async function personOfNewFile(
  tx: Tx,
  permit: AnyPermit,
  facts: Pick<MemberFacts, 'name' | 'email' | 'language'>,
  coach: MemberId | null,
): Promise<MemberId> {
  const { refusals } = texts[permit.language]
  const { person: member, known } = await personFor(tx, permit, { name: facts.name, email: facts.email, language: facts.language })
  if (!known || !facts.email) return member
  if (await isInRegister(tx, permit.organisation, member)) refuse(refusals.fileExists, {}, { field: 'email' })
  if (coach === member) refuse(refusals.ownCoach, {}, { field: 'email' })
  const { begun } = texts[known.language].mails
  const words = { name: known.name, cooperative: (await organisationName(tx, permit.organisation)) ?? '' }
  await queueMail(tx, permit, { to: facts.email.toLowerCase(), subject: fill(begun.subject, words), text: fill(begun.text, words) })
  return member
}
