import { houseRules } from './models/house-rules.nl.ts'
import { boardResolution, meetingInvitation, meetingMinutes } from './models/meeting.nl.ts'
import { exitAgreement, memberAgreement, trialAgreement } from './models/member.nl.ts'
import { privacyStatement, processingRecord } from './models/privacy.nl.ts'
import { procurementStatement, statementForm } from './models/statements.nl.ts'
import { statutes } from './models/statutes.nl.ts'
import { actionPlan, consentRequest, cooperationAgreement } from './models/town.nl.ts'
import type { Model } from './papers.rules.ts'

/** Every model document, in the order in which a new cooperative needs them. */
export const MODELS: readonly Model[] = [
  statutes,
  houseRules,
  cooperationAgreement,
  memberAgreement,
  trialAgreement,
  consentRequest,
  actionPlan,
  privacyStatement,
  processingRecord,
  boardResolution,
  meetingInvitation,
  meetingMinutes,
  statementForm,
  procurementStatement,
  exitAgreement,
]

/** The model with this code, or null. */
export function modelCalled(code: string): Model | null {
  return MODELS.find((each) => each.code === code) ?? null
}
