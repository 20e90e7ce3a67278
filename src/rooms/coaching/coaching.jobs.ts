import { type Job, job, type MemberId, type Permit } from '#rooms/access'
import { tellToSign } from './action-plan/signing/signing.ts'
import { forgetCoaching, forgetPartners } from './forgetting.ts'
import { tellInvited, tellTaken } from './inviting/inviting.ts'
import { forgetPieces } from './partners/partners.ts'

export const jobs = {
  'coaching.forget': job('coaching.forget', (tx, permit) => forgetCoaching(tx, permit)),
  'partner.forget': job('partner.forget', async (tx, permit) => {
    await forgetPieces(tx, permit)
    await forgetPartners(tx, permit)
  }),
  'plan.tellMunicipality': toSign,
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

// A plan that the municipality has no part in is nothing to tell there.
const tellPlan = job('actionPlan.tell', (tx, permit, facts) => tellToSign(tx, permit, facts.member as MemberId))
async function toSign(...[world, order]: Parameters<Job>): Promise<void> {
  if (order.facts.municipality) await tellPlan(world, { ...order, organisation: order.facts.municipality })
}
