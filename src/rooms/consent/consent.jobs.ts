import { job } from '#rooms/access'
import type { RequestId } from './consent.types.ts'
import { tellMember } from './office/telling.ts'

export const jobs = {
  'consent.tell': job('consent.tell', (tx, permit, facts) => tellMember(tx, permit, facts.request as RequestId)),
}
