export { planTexts } from './action-plan/plan.en.ts'
export type { PlanChange, PlanField, PlanText, PlanValue } from './action-plan/plan.rules.ts'
export { letIn, letOut, markSeen, type PlanView, planContentOf, planView, savePlan, takesPart } from './action-plan/plan.ts'
export { changesIn, PlanForm } from './action-plan/plan-form.ts'
export { PlanPage } from './action-plan/plan-page.tsx'
export { pdfOf, planPdf, SignForm, signPage } from './action-plan/signing/answering.tsx'
export { type PaperPart, planParts } from './action-plan/signing/plan-paper.rules.ts'
export { PaperParts } from './action-plan/signing/sign-pages.tsx'
export { freezePlan, type Signed, signPlan } from './action-plan/signing/signing.ts'
export { BEWIND_KINDS, type Bewind, type BewindConsent, type BewindKind } from './bewind/bewind.rules.ts'
export { bewindFile, consentLetter, endBewind, keepConsent, nameBewind, payOutHeld } from './bewind/bewind.ts'
export { routes } from './coaching.routes.tsx'
export { forgetCoaching } from './forgetting.ts'
export { confirmedWork, hoursCopy, hoursFile, judgeHours, logHours, takeHoursBack, writeLearning } from './hours/hours.ts'
export type { CaseInvitation } from './inviting/inviting.sql.ts'
export { invitationsWaiting, inviteCaseManager, takeInvitation, withdrawInvitation } from './inviting/inviting.ts'
export { InvitedCard } from './inviting/inviting-pages.tsx'
export { type FollowedTrack, type NextStep, nextStepOf, TRACKS, type Track, type TrackStep } from './journeys/journeys.rules.ts'
export { adaptTrack, chooseTrack, type MemberTrack, markStep, memberTrack, stepsOf, tracksNow } from './journeys/journeys.ts'
export { NextStepCard } from './journeys/next-step.tsx'
export { forgetNeeds } from './needs/needs.sql.ts'
export { throwNeedAway, writeNeed } from './needs/needs.ts'
export { partnerTexts } from './partners/partners.en.ts'
export { PARTNER_KINDS, type PartnerKind, type PartnerStanding } from './partners/partners.rules.ts'
export type { Partner, PartnerAnswer, PartnerPiece } from './partners/partners.sql.ts'
export {
  answerAlong,
  isCode,
  lookAlong,
  noteLook,
  type PartnerFacts,
  type PartnerView,
  partnersOf,
  partnerView,
  preparePartner,
  sendPartner,
  stopPartner,
} from './partners/partners.ts'
export { type Liquidity, PLAN_PARTS, type PlanPart } from './plan/plan.rules.ts'
export { type PlanFile, planFile, saveLiquidity, savePart } from './plan/plan.ts'
export { coachingFiles } from './taking/taking.ts'
export { acceptTerms, termsFor, writeTerms } from './terms/terms.ts'
