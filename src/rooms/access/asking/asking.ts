import { longInstant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId } from '#kit/ids.ts'
import { queueMail } from '#kit/mail.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { accessTextsOf } from '../access.en.ts'
import { nl } from '../access.nl.ts'
import type { Look, PersonFacts } from '../access.sql.ts'
import { acrossOrganisations } from '../people/people.sql.ts'
import { isAction, PERMISSIONS } from '../permissions.rules.ts'
import { type Permit, personOf } from '../permit.ts'
import { answerers, insertQuestion, lookAt } from './asking.sql.ts'

/** One look at oneself; missing when it is somebody else's. */
export async function ownLook(tx: Tx, permit: Permit<'looks.ask'>, id: string): Promise<Look> {
  const look = isId(id) ? await lookAt(tx, personOf(permit), id) : null
  return look ?? refuse(accessTextsOf(permit.language).refusals.noSuchThing, {}, { kind: 'missing' })
}

/** Asks whoever answers for the organisation why somebody looked; refuses a second question about the same look, and where nobody there can be mailed. */
export async function askAboutLook(tx: Tx, permit: Permit<'looks.ask'>, asker: PersonFacts, id: string, text: string): Promise<void> {
  const look = await ownLook(tx, permit, id)
  if (look.asked) refuse(accessTextsOf(permit.language).refusals.askedAlready, {}, { kind: 'conflict' })
  const answering = await acrossOrganisations(tx, () => answerers(tx, look.organisationId, look.looker, permit.today))
  if (answering.length === 0) refuse(accessTextsOf(permit.language).refusals.nobodyToAsk, { organisation: look.organisation })
  await insertQuestion(tx, { subject: personOf(permit), look: id, organisation: look.organisationId, text, at: permit.now })
  const words = nl.askPage
  const body = fill(words.mail, {
    name: asker.name,
    organisation: look.organisation,
    role: nl.roles[look.role],
    when: longInstant(look.at),
    why: isAction(look.action) ? PERMISSIONS[look.action].words : look.action,
    text,
    answer: asker.email ? fill(words.answerTo, { email: asker.email }) : words.answerVia,
  })
  for (const to of answering) {
    await queueMail(tx, permit, { to, subject: words.subject, text: body })
  }
  await happened(tx, permit, 'look.asked', { look: id })
}
