export { addExisting } from './adding/adding.ts'
export type { ExistingMember } from './adding/existing.rules.ts'
export {
  answer as answerQuestion,
  applicationOf,
  applications,
  beginApplication,
  forgetApplications,
  isBegun,
  sendApplication,
  takeApplication,
  tokenFor,
} from './application/application.ts'
export { benefitIn, type MonthBenefit, waitsForAnswer } from './benefit/months.rules.ts'
export type { BenefitReport } from './benefit/report.sql.ts'
export { changeBenefit, settleBenefit } from './benefit/report.ts'
export type { TownFrom } from './benefit/towns.rules.ts'
export { townsThroughTime } from './benefit/towns.ts'
export { BENEFIT_SOURCES, type BenefitSource, needsConsent, type TradeNeed, tradeNeeds } from './benefit.rules.ts'
export { EXEMPTION_PARTS, type ExemptionPart, type ExemptionUsed, exemptionOf, takeOverExemption } from './exemption/exemption.ts'
export { membersForExport } from './exporting/exporting.sql.ts'
export { fellowNames } from './fellows/fellows.sql.ts'
export { healthWords } from './health/health.rules.ts'
export {
  DESTINATIONS,
  type Destination,
  type JourneyStep,
  LEAVING_REASONS,
  type LeavingReason,
  mayTradeByStage,
  type Outside,
  STAGES,
  type Stage,
  type StageOnDay,
} from './journey.rules.ts'
export { texts as memberTexts } from './members.en.ts'
export { routes } from './members.routes.tsx'
export {
  activeNames,
  admit,
  admitToTrial,
  beginFile,
  benefitOn,
  benefitsOfAll,
  benefitsThroughTime,
  changeContact,
  changeTradeName,
  chooseSupport,
  comeBack,
  findMember,
  leave,
  type MemberFile,
  memberFile,
  memberNames,
  membersOn,
  membersThroughTime,
  stageOf,
  tradeFacts,
  tradeOn,
} from './members.ts'
export { type BenefitOnDay, type MemberFacts, type MemberOnDay, SUPPORT_KINDS, type SupportKind, type Trade } from './members.types.ts'
export { type Referral, refer } from './referral/referral.ts'
export { journeysOfAll, type MemberJourney, stagesOf } from './register/journeys.ts'
export { workArchive, workFiles } from './work/taking.ts'
export { WORK_LIMITS, type WorkPhoto, type WorkPhotoFacts, type WorkPhotoId } from './work/work.rules.ts'
export { forgetWorkPhotos, keepWorkPhoto, removeWorkPhoto, workPhoto, workPhotos, workPicture } from './work/work.ts'
