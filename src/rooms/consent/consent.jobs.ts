import { type Action, type Job, job, type MemberId, type OrganisationId } from '#rooms/access'
import { tellOfRequest } from './asking/asking.ts'
import type { RequestId } from './consent.types.ts'
import { tellMember } from './office/telling.ts'
import { tellCaseManagers, tellCoach, tellInvited } from './office/telling-staff.ts'
import { sendLetters } from './outgoing/leaving.ts'
import { tellColleagues, tellPreparer } from './outgoing/telling.ts'
import { forgetRelocations, tellHandled, tellPrepared, tellTown } from './relocation/relocation.ts'
import { arriveAtTeam } from './teams/giving.ts'
import { remindOfTerms } from './terms/reminding.ts'

export const jobs = {
  // Each side is told of what it must do itself.
  'consent.remindDesk': job('consent.tell', (tx, permit) => remindOfTerms(tx, permit, 'municipality')),
  'consent.remindMembers': job('consent.tell', (tx, permit) => remindOfTerms(tx, permit, 'applicant')),
  'consent.sendLetters': sendLetters,
  'consent.tellColleagues': job('consent.tell', (tx, permit, facts) => tellColleagues(tx, permit, facts.request as RequestId)),
  'consent.tellPreparer': job('consent.tell', (tx, permit, facts) => tellPreparer(tx, permit, facts.request as RequestId)),
  'consent.tell': job('consent.tell', (tx, permit, facts) => tellMember(tx, permit, facts.request as RequestId)),
  // What happened at one side is told at the other: there the program acts for that organisation, and sees what that one may see.
  'consent.tellMunicipality': at('municipality', (tx, permit, facts) => tellCaseManagers(tx, permit, facts.request as RequestId)),
  // A new request comes to its team first, so that the people of that team are told.
  'consent.arrive': atTown('team.arrive', async (tx, permit, facts) => {
    await arriveAtTeam(tx, permit, facts.request as RequestId)
    await tellCaseManagers(tx, permit, facts.request as RequestId)
  }),
  // Who asks for a case manager asks the team to which such a file would come.
  'caseInvitation.tellMunicipality': atTown('caseInvitation.tell', (tx, permit, facts) =>
    tellInvited(tx, permit, facts.member as MemberId, facts.cooperative as OrganisationId),
  ),
  'consent.tellOther': at('other', (tx, permit, facts) => tellOfRequest(tx, permit, facts.request as RequestId, facts.member as MemberId)),
  'relocation.tellMember': job('consent.tell', (tx, permit, facts) => tellPrepared(tx, permit, facts.member as MemberId)),
  'relocation.tellTown': at('municipality', (tx, permit, facts) => tellTown(tx, permit, facts.notice as string)),
  'relocation.tellHandled': at('cooperative', (tx, permit, facts) => tellHandled(tx, permit, facts.member as MemberId)),
  'relocation.forget': job('relocation.forget', (tx, permit) => forgetRelocations(tx, permit)),
  'consent.tellCooperative': at('cooperative', (tx, permit, facts) => tellCoach(tx, permit, facts.request as RequestId)),
}

function at(side: 'municipality' | 'cooperative' | 'other', run: Parameters<typeof job<'consent.tell'>>[1]): Job {
  return of(side, job('consent.tell', run))
}

function atTown<A extends Action>(action: A, run: Parameters<typeof job<A>>[1]): Job {
  return of('municipality', job(action, run))
}

function of(side: 'municipality' | 'cooperative' | 'other', run: Job): Job {
  return (world, order) => run(world, { ...order, organisation: order.facts[side] ?? null })
}
