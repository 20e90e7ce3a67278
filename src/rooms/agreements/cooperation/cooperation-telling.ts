import type { Tx } from '#kit/db.ts'
import { queueMail } from '#kit/mail.ts'
import { type Permit, personAndSeats, type Role, staff } from '#rooms/access'
import { officeNl } from '../pages/office.nl.ts'

/** Mails the policy advisers of the acting municipality that an agreement waits to be read; the text stands behind the sign-in. */
export function tellAdvisers(tx: Tx, permit: Permit<'agreement.tell'>): Promise<void> {
  return mailTo(tx, permit, ['policyAdviser'], officeNl.cooperation.mail)
}

/** Mails whoever signs for the acting organisation that the other party answered; what it said stands behind the sign-in. */
export function tellAnswered(tx: Tx, permit: Permit<'agreement.tell'>): Promise<void> {
  return mailTo(tx, permit, ['board', 'policyAdviser'], officeNl.cooperation.answers.mail)
}

async function mailTo(
  tx: Tx,
  permit: Permit<'agreement.tell'>,
  roles: readonly Role[],
  mail: { readonly subject: string; readonly text: string },
): Promise<void> {
  const people = new Set((await staff(tx, permit)).filter((each) => roles.includes(each.role)).map((each) => each.person))
  for (const each of people) {
    const { person } = await personAndSeats(tx, each, permit.today)
    if (person?.email) await queueMail(tx, permit, { to: person.email, subject: mail.subject, text: mail.text })
  }
}
