import { createTransport } from 'nodemailer'
import type SMTPPool from 'nodemailer/lib/smtp-pool'
import type { Instant } from './day.ts'
import type { Database, Tx, UnitOf } from './db.ts'

/** The way out of the house for mail: one server, from one address. */
export type PostOffice = {
  readonly deliver: (database: Database, mail: string, organisation: string | null, now: Instant) => Promise<void>
  readonly close: () => void
}

/** Brings mail to the SMTP server of the settings, as `MAIL_FROM` or else a name at the server of `baseUrl`. */
export function postOffice(smtpUrl: string, baseUrl: string, from = process.env.MAIL_FROM): PostOffice {
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 2 } as SMTPPool.Options)
  const host = new URL(baseUrl).hostname
  return {
    close: () => transport.close(),
    deliver: async (database, id, organisation, now) => {
      const unit: UnitOf = { role: organisation ? 'opbloei_app' : 'opbloei_signin', organisation, person: null }
      const mail = await database.unit(unit, (tx) => mailToGo(tx, id))
      if (!mail) return
      try {
        await transport.sendMail({
          from: from ?? `Opbloei <opbloei@${host}>`,
          to: mail.to,
          subject: mail.subject,
          text: mail.text,
          ...(mail.html ? { html: mail.html } : {}),
          // The same mail twice has the same number, so that a reader's program shows it once.
          messageId: `<${id}@${host}>`,
          attachments: mail.attachments.map((each) => ({ filename: each.name, contentType: each.type, content: each.bytes })),
        })
      } catch (error) {
        const fault = (error as { code?: string }).code ?? 'UNKNOWN'
        await database.unit(unit, (tx) => tx.updateTable('kit.mail').set({ fault }).where('id', '=', id).execute())
        throw Object.assign(new Error('mail was not taken'), { name: 'MailFault', code: fault })
      }
      await database.unit(unit, (tx) => tx.updateTable('kit.mail').set({ delivered_at: now, fault: null }).where('id', '=', id).execute())
    },
  }
}

/** A mail that was not delivered yet, counted as tried. */
async function mailToGo(tx: Tx, id: string) {
  const mail = await tx
    .updateTable('kit.mail')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('delivered_at', 'is', null)
    .returning(['to_address as to', 'subject', 'body as text', 'html'])
    .executeTakeFirst()
  if (!mail) return null
  const attachments = await tx.selectFrom('kit.mail_attachment').select(['name', 'type', 'bytes']).where('mail', '=', id).orderBy('nr').execute()
  return { ...mail, attachments }
}
