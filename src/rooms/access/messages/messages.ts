import type { Tx, UnitOf } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId, newId } from '#kit/ids.ts'
import { queueMail } from '#kit/mail.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import type { World } from '../act.ts'
import type { Job } from '../job.ts'
import type { Role } from '../permissions.rules.ts'
import { type AnyPermit, type Permit, type PersonId, personOf } from '../permit.ts'
import { messageTexts } from './messages.en.ts'
import { type MailChoice, type MessageKind, mailGoes } from './messages.rules.ts'
import { insertMessage, type Message, mailWaiting, markMailed, markRead, peopleWithMail, saveMailChoice } from './messages.sql.ts'

const unit: UnitOf = { role: 'opbloei_signin', organisation: null, person: null }

/**
 * Leaves a message for a person of the acting organisation, or for whom it decides: read in the house at `link`, in `role`. Mail about it follows in the
 * rhythm the person chose; of a kind with a term of law at eight the next morning at the latest.
 */
export async function leaveMessage(
  tx: Tx,
  permit: AnyPermit,
  message: { readonly person: PersonId; readonly kind: MessageKind; readonly link: string; readonly role: Role },
): Promise<void> {
  const id = newId(permit.now.epochMilliseconds)
  await insertMessage(tx, permit, { id, ...message })
  await happened(tx, permit, 'message.left', { message: id, person: message.person })
}

/** Marks an own message as read; gives where it leads and in which role. Refuses (missing) that of somebody else. */
export async function openMessage(tx: Tx, permit: Permit<'message.read'>, id: string): Promise<Message> {
  const message = isId(id) ? await markRead(tx, personOf(permit), id, permit.now) : null
  return message ?? refuse(messageTexts(permit.language).refusals.gone, {}, { kind: 'missing' })
}

/** Marks all own messages as read. */
export async function readMessages(tx: Tx, permit: Permit<'message.read'>): Promise<void> {
  await markRead(tx, personOf(permit), null, permit.now)
}

/** Keeps how often and when somebody wants mail about what is new. */
export async function chooseMail(tx: Tx, permit: Permit<'message.read'>, choice: MailChoice): Promise<void> {
  await saveMailChoice(tx, personOf(permit), choice, permit.now)
}

/** Mails a person that there is something new, when that may be now. */
export const mailMessage: Job = (world, order) => mailPerson(world, order.facts.person as PersonId)

/** Mails everybody for whom something waited and may be told by now; each person gets one mail. */
export async function mailMessages(world: World): Promise<void> {
  for (const person of await world.database.unit(unit, peopleWithMail)) await mailPerson(world, person)
}

// The mail says how many there are and nothing else, so it belongs to the person and to no organisation.
async function mailPerson(world: World, person: PersonId): Promise<void> {
  const now = world.clock.now()
  await world.database.unit(unit, async (tx) => {
    const found = await mailWaiting(tx, person)
    if (!found || !mailGoes(found.choice, found.waiting, now)) return
    const { mail } = messageTexts(found.language)
    const count = found.waiting.length
    const what = fill(count === 1 ? mail.one : mail.more, { count })
    const home = world.baseUrl ?? ''
    const term = found.waiting.some(({ urgent }) => urgent) ? mail.term : ''
    const text = fill(mail.text, { what, link: `${home}/berichten`, term, account: `${home}/mijn-account` })
    await queueMail(tx, { organisation: null, now }, { to: found.email, subject: what, text })
    await markMailed(
      tx,
      person,
      found.waiting.map(({ id }) => id),
      now,
    )
  })
}
