import type { Tx } from '#kit/db.ts'
import { queueMail } from '#kit/mail.ts'
import { type Permit, personAndSeats, staff } from '#rooms/access'
import { officeNl } from '../pages/office.nl.ts'

/** Mails the policy advisers of the acting municipality that an agreement waits to be read; the text stands behind the sign-in. */
export async function tellAdvisers(tx: Tx, permit: Permit<'agreement.tell'>): Promise<void> {
  const { mail } = officeNl.cooperation
  for (const { person: adviser } of (await staff(tx, permit)).filter((each) => each.role === 'policyAdviser')) {
    const { person } = await personAndSeats(tx, adviser, permit.today)
    if (person?.email) await queueMail(tx, permit, { to: person.email, subject: mail.subject, text: mail.text })
  }
}
