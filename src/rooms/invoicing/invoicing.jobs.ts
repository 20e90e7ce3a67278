import { job } from '#rooms/access'
import type { InvoiceId } from './invoicing.types.ts'
import { mailInvoice, mailReminder } from './paper/mailing.ts'

export const jobs = {
  // A credit note has its own paper; the fact names both.
  'invoice.mail': job('invoice.mail', (tx, permit, facts) => mailInvoice(tx, permit, (facts.creditNote ?? facts.invoice) as InvoiceId)),
  'invoice.mailReminder': job('invoice.mail', (tx, permit, facts) => mailReminder(tx, permit, facts.invoice as InvoiceId)),
}
