import { type Job, job, type MemberId, type Permit } from '#rooms/access'
import { forgetCoaching } from './forgetting.ts'
import { tellInvited, tellTaken } from './inviting/inviting.ts'

export const jobs = {
  'coaching.forget': job('coaching.forget', (tx, permit) => forgetCoaching(tx, permit)),
  // What one side does is told at the other: there the program acts for that organisation, and sees what that one may see.
  'caseInvitation.tellMunicipality': at('municipality', tellInvited),
  'caseInvitation.tellMember': at('cooperative', tellTaken),
}

function at(
  side: 'municipality' | 'cooperative',
  tell: (tx: Parameters<typeof tellTaken>[0], permit: Permit<'caseInvitation.tell'>, member: MemberId) => Promise<void>,
): Job {
  const there = job('caseInvitation.tell', (tx, permit, facts) => tell(tx, permit, facts.member as MemberId))
  return (world, order) => there(world, { ...order, organisation: order.facts[side] ?? null })
}
