import { type Job, job } from '#rooms/access'
import type { VersionId } from './agreements.sql.ts'
import { tellAdvisers } from './cooperation/cooperation-telling.ts'
import { tellRecipients } from './signing/telling.ts'

export const jobs = {
  'agreement.tell': job('agreement.tell', (tx, permit, facts) => tellRecipients(tx, permit, facts.agreement as VersionId)),
  'cooperationAgreement.tell': tellMunicipality,
}

// The cooperative proposes; the program tells it at the municipality, acting for that one.
function tellMunicipality(...[world, order]: Parameters<Job>): Promise<void> {
  return job('agreement.tell', (tx, permit) => tellAdvisers(tx, permit))(world, { ...order, organisation: order.facts.municipality ?? null })
}
