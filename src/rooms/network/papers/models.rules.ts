import { houseRules } from './models/house-rules.nl.ts'
import { boardResolution, meetingInvitation, meetingMinutes } from './models/meeting.nl.ts'
import { exitAgreement, memberAgreement, trialAgreement } from './models/member.nl.ts'
import { privacyStatement, processingRecord } from './models/privacy.nl.ts'
import { procurementStatement, statementForm } from './models/statements.nl.ts'
import { statutes } from './models/statutes.nl.ts'
import { actionPlan, consentRequest, cooperationAgreement } from './models/town.nl.ts'
import type { Model } from './papers.rules.ts'
import { townPrivacy, townProcurement, townRecord } from './town/keeping.nl.ts'
import { townConsent, townCooperation, townTrial } from './town/working.nl.ts'

/** The model documents of a cooperative, in the order in which a new one needs them. */
const COOPERATIVE_MODELS: readonly Model[] = [
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

/** Those that a municipality makes itself, of its own answers. */
const TOWN_MODELS: readonly Model[] = [townCooperation, townTrial, townConsent, townPrivacy, townRecord, townProcurement]

export const MODELS: readonly Model[] = [...COOPERATIVE_MODELS, ...TOWN_MODELS]

/** The models that an organisation of a kind makes. */
export function modelsOfKind(kind: 'cooperative' | 'municipality'): readonly Model[] {
  return kind === 'municipality' ? TOWN_MODELS : COOPERATIVE_MODELS
}

/** The model with this code, or null. */
export function modelCalled(code: string): Model | null {
  return MODELS.find((each) => each.code === code) ?? null
}
