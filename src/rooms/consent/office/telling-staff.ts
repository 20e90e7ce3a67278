import type { Tx } from '#kit/db.ts'
import { queueMail } from '#kit/mail.ts'
import type { Language } from '#kit/text.ts'
import { type Permit, type PersonId, personAndSeats, professionals, type Role, staff } from '#rooms/access'
import { texts } from '../consent.en.ts'
import { requests } from '../consent.sql.ts'
import type { RequestId } from '../consent.types.ts'

/** Mails the case manager of a resident that something waits; all of them while nobody took the case. No names, no particulars. */
export async function tellCaseManagers(tx: Tx, permit: Permit<'consent.tell'>, id: RequestId): Promise<void> {
  const [request] = await requests(tx, permit, { id })
  // A draft that was dropped never left the cooperative: there is nothing here to tell of.
  if (!request) return
  const own = (await professionals(tx, permit, 'caseManager')).get(request.member)
  await mailTo(tx, permit, own ? [own.professional] : await withRole(tx, permit, 'caseManager'), 'municipality')
}

/** Mails the coach of a member that the municipality did something; the board where nobody coaches. No names, no particulars. */
export async function tellCoach(tx: Tx, permit: Permit<'consent.tell'>, id: RequestId): Promise<void> {
  const [request] = await requests(tx, permit, { id })
  if (!request) return
  const own = (await professionals(tx, permit, 'coach')).get(request.member)
  await mailTo(tx, permit, own ? [own.professional] : await withRole(tx, permit, 'board'), 'cooperative')
}

async function withRole(tx: Tx, permit: Permit<'consent.tell'>, role: Role): Promise<PersonId[]> {
  return (await staff(tx, permit)).filter((each) => each.role === role).map((each) => each.person)
}

async function mailTo(tx: Tx, permit: Permit<'consent.tell'>, people: readonly PersonId[], side: 'municipality' | 'cooperative'): Promise<void> {
  for (const each of new Set(people)) {
    const { person } = await personAndSeats(tx, each, permit.today)
    if (!person?.email) continue
    const { staffMail } = texts[person.language as Language] ?? texts.nl
    const { subject, text } = staffMail[side]
    await queueMail(tx, permit, { to: person.email, subject, text: `${text}\n\n${staffMail.greeting}` })
  }
}
