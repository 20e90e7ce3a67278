import { type Job, job, type MemberId } from '#rooms/access'
import { tellToSign } from './action-plan/signing/signing.ts'
import { forgetCoaching, forgetPartners } from './forgetting.ts'
import { tellTaken } from './inviting/inviting.ts'
import { forgetPieces } from './partners/partners.ts'

export const jobs = {
  'coaching.forget': job('coaching.forget', (tx, permit) => forgetCoaching(tx, permit)),
  'partner.forget': job('partner.forget', async (tx, permit) => {
    await forgetPieces(tx, permit)
    await forgetPartners(tx, permit)
  }),
  'plan.tellMunicipality': toSign,
  // Told at the cooperative: there the program acts for that organisation, and sees what that one may see. Who of the municipality hears of an invitation, its teams say (`consent`).
  'caseInvitation.tellMember': atCooperative,
}

const told = job('caseInvitation.tell', (tx, permit, facts) => tellTaken(tx, permit, facts.member as MemberId))
function atCooperative(...[world, order]: Parameters<Job>): Promise<void> {
  return told(world, { ...order, organisation: order.facts.cooperative ?? null })
}

// A plan that the municipality has no part in is nothing to tell there.
const tellPlan = job('actionPlan.tell', (tx, permit, facts) => tellToSign(tx, permit, facts.member as MemberId))
async function toSign(...[world, order]: Parameters<Job>): Promise<void> {
  if (order.facts.municipality) await tellPlan(world, { ...order, organisation: order.facts.municipality })
}
