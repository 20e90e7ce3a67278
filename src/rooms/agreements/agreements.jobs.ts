import { job } from '#rooms/access'
import type { VersionId } from './agreements.sql.ts'
import { tellRecipients } from './signing/telling.ts'

export const jobs = {
  'agreement.tell': job('agreement.tell', (tx, permit, facts) => tellRecipients(tx, permit, facts.agreement as VersionId)),
}
