import { type Job, job } from '#rooms/access'
import type { VersionId } from './agreements.sql.ts'
import { tellAdvisers, tellAnswered } from './cooperation/cooperation-telling.ts'
import { tellRecipients } from './signing/telling.ts'

export const jobs = {
  'agreement.tell': job('agreement.tell', (tx, permit, facts) => tellRecipients(tx, permit, facts.agreement as VersionId)),
  'cooperationAgreement.tell': at('municipality', (tx, permit) => tellAdvisers(tx, permit)),
  'cooperationAgreement.tellAnswered': at('other', (tx, permit) => tellAnswered(tx, permit)),
}

// What one party did is told at the other; the program acts for that one.
function at(side: 'municipality' | 'other', run: Parameters<typeof job<'agreement.tell'>>[1]): Job {
  const tell = job('agreement.tell', run)
  return (world, order) => tell(world, { ...order, organisation: order.facts[side] ?? null })
}
