import type { Tx } from '#kit/db.ts'
import { queueMail } from '#kit/mail.ts'
import { fill, type Language } from '#kit/text.ts'
import { type Permit, personAndSeats } from '#rooms/access'
import { texts } from '../consent.en.ts'
import type { ConsentEventKind } from '../consent.rules.ts'
import { requests } from '../consent.sql.ts'
import type { RequestId } from '../consent.types.ts'
import { paperTexts } from '../paper/paper.en.ts'

/** Of what the municipality did, the member gets a short mail without particulars: the letter stands behind the sign-in. */
const TOLD: readonly ConsentEventKind[] = [
  'moreAsked',
  'granted',
  'refused',
  'leftUnprocessed',
  'suspended',
  'resumed',
  'consentWithdrawn',
  'changeCancelled',
  'paperConfirmed',
  'paperCorrected',
]

/** Tells the member by mail what happened last to the request; whoever has no e-mail hears it from the coach. */
export async function tellMember(tx: Tx, permit: Permit<'consent.tell'>, id: RequestId): Promise<void> {
  const [request] = await requests(tx, permit, { id })
  const last = request?.events.findLast((event) => TOLD.includes(event.kind))
  if (!request || !last) return
  const { person } = await personAndSeats(tx, request.member, permit.today)
  if (!person?.email) return
  const { mail } = texts[person.language as Language] ?? texts.nl
  const paper = (paperTexts[person.language as Language] ?? paperTexts.nl).mail
  const words = { name: person.name, municipality: request.municipalityName, cooperative: request.cooperativeName }
  const kind = last.kind as keyof typeof mail.subjects | keyof typeof paper.subjects
  await queueMail(tx, permit, {
    to: person.email,
    subject: fill({ ...mail.subjects, ...paper.subjects }[kind], words),
    text: fill(`${mail.dear}\n\n${{ ...mail.texts, ...paper.texts }[kind]}\n\n${mail.next}\n\n${mail.greeting}`, words),
  })
}
