import type { Instant } from './day.ts'
import type { Tx } from './db.ts'
import { newId } from './ids.ts'

export type Attachment = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly attachments?: readonly Attachment[]
}

/** On whose behalf a mail is written; null for signing in, which belongs to no organisation. */
type Sender = { readonly organisation: string | null; readonly now: Instant }

let follow: ((tx: Tx, mail: { id: string; organisation: string | null }) => Promise<void>) | null = null

/** The app says how a mail that was written gets on its way; without it mail stays in the outbox. Gives how it went until now. */
export function onMail(then: typeof follow): typeof follow {
  const before = follow
  follow = then
  return before
}

/** Writes a mail down in the transaction of what caused it; a job delivers it after the commit. Gives its id. */
export async function queueMail(tx: Tx, sender: Sender, mail: Mail): Promise<string> {
  const id = newId(sender.now.epochMilliseconds)
  await tx
    .insertInto('kit.mail')
    .values({
      id,
      organisation: sender.organisation,
      to_address: mail.to,
      subject: mail.subject.replace(/[\r\n]+/g, ' '),
      body: mail.text,
      html: mail.html ?? null,
      written_at: sender.now,
      attempts: 0,
    })
    .execute()
  const attachments = (mail.attachments ?? []).map((each, nr) => ({ mail: id, nr, name: each.name, type: each.type, bytes: Buffer.from(each.bytes) }))
  if (attachments.length > 0) await tx.insertInto('kit.mail_attachment').values(attachments).execute()
  await follow?.(tx, { id, organisation: sender.organisation })
  return id
}

export type WrittenMail = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
  readonly writtenAt: Instant
  readonly deliveredAt: Instant | null
  readonly attachments: readonly { readonly nr: number; readonly name: string; readonly type: string }[]
}

/** The newest mails that this transaction may see, without the bytes of what is attached. */
export async function outbox(tx: Tx, limit: number): Promise<WrittenMail[]> {
  const mails = await tx.selectFrom('kit.mail').selectAll().orderBy('written_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  const attached = mails.length === 0 ? [] : await attachmentsOf(tx, mails)
  return mails.map((mail) => ({
    id: mail.id,
    to: mail.to_address,
    subject: mail.subject,
    text: mail.body,
    html: mail.html,
    writtenAt: mail.written_at,
    deliveredAt: mail.delivered_at,
    attachments: attached.filter((each) => each.mail === mail.id),
  }))
}

/** One thing that was sent along; null when this transaction may not see it. */
export async function attachment(tx: Tx, mail: string, nr: number): Promise<Attachment | null> {
  const row = await tx.selectFrom('kit.mail_attachment').select(['name', 'type', 'bytes']).where('mail', '=', mail).where('nr', '=', nr).executeTakeFirst()
  return row ?? null
}

function attachmentsOf(tx: Tx, mails: readonly { id: string }[]): Promise<{ mail: string; nr: number; name: string; type: string }[]> {
  return tx
    .selectFrom('kit.mail_attachment')
    .select(['mail', 'nr', 'name', 'type'])
    .where(
      'mail',
      'in',
      mails.map((mail) => mail.id),
    )
    .orderBy('nr')
    .execute()
}
