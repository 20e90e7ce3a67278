import type { Tx } from '#kit/db.ts'
import { queueMail } from '#kit/mail.ts'
import { fill } from '#kit/text.ts'
import { type MemberId, type Permit, personAndSeats } from '#rooms/access'
import { cooperativeOf } from '#rooms/organisations'
import { texts } from './spending.en.ts'

/** What a member hears by mail: something that was decided about money was changed by somebody else. */
export type Told = 'receiptRevised' | 'cancelled' | 'purchaseUndone'

/** Tells the member in a short mail without particulars; whoever has no e-mail hears it from the coach. */
export async function tellMember(tx: Tx, permit: Permit<'spending.tell'>, member: MemberId, what: Told): Promise<void> {
  const { person } = await personAndSeats(tx, member, permit.today)
  if (!person?.email) return
  const { mail } = texts[person.language === 'en' ? 'en' : 'nl']
  const words = { name: person.name, cooperative: (await cooperativeOf(tx, permit)).tradeName }
  await queueMail(tx, permit, {
    to: person.email,
    subject: mail[what].subject,
    text: fill(`${mail.dear}\n\n${mail[what].text}\n\n${mail.question}\n\n${mail.greeting}`, words),
  })
}
