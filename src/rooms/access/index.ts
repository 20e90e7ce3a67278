export { beAway, beBack } from './absence/absence.ts'
export { accessTextsOf } from './access.en.ts'
export { nl as accessTexts } from './access.nl.ts'
export { routes } from './access.routes.tsx'
export {
  type OrganisationKind,
  organisationName,
  organisationsAll,
  type PersonFacts,
  personNames,
  type Seat,
  worldKind,
} from './access.sql.ts'
export {
  addPerson,
  casesInReach,
  confirmOrganisation,
  endRole,
  foundOrganisation,
  giveRole,
  looksAtMe,
  professionals,
  relate,
  renameOrganisation,
  resumeRole,
  staff,
} from './access.ts'
export { type Actor, act, actAs, asSystem, type Change, change, looked, lookedAtStranger, lookedBefore, seatsFor, type World } from './act.ts'
export { forgetLooks } from './asking/asking.sql.ts'
export { attachmentOfDemo, type DemoMail, mailsOfDemo, peopleOfDemo } from './demo/demo.ts'
export { type Done, sayDone } from './done/done.ts'
export { whoEnters } from './entering/entering.ts'
export type { Env, NavLink } from './env.ts'
export { ErrandsCard } from './errands/errand-page.tsx'
export { type Errand, type ErrandId, errandAddress, percentOf } from './errands/errands.rules.ts'
export { askErrand, lastErrands } from './errands/errands.ts'
export { addPiece, archiveOf, clearPieces, dropPieces, endPieces, KEPT_DAYS } from './errands/pieces.ts'
export { type ErrandStepAnswer, type ErrandWork, errandJob, errandsInHand, errandWork, forgetErrands } from './errands/working.ts'
export { keepFilter } from './filters/filters.ts'
export { KeptFilters } from './filters/kept-bar.tsx'
export { releaseCases } from './handing/handing.ts'
export { clearFactorOf, type Invitation, invite } from './inviting/inviting.ts'
export { leaveAll } from './inviting/leaving.ts'
export { isProvisional, organisationNames } from './inviting/organisations.sql.ts'
export { type Job, job } from './job.ts'
export { KeepingNotice } from './keeping/keepers-page.tsx'
export { troubleIn } from './keeping/keeping.routes.tsx'
export { type Administrator, administratorsOf } from './keeping/keeping.ts'
export type { MessageKind } from './messages/messages.rules.ts'
export { forgetMessages } from './messages/messages.sql.ts'
export { chooseMail, leaveMessage, mailMessage, mailMessages, readMessages } from './messages/messages.ts'
export { tellStaff } from './messages/telling.ts'
export { makePaperCode, paperCodeOf } from './paper/paper.ts'
export { lastRoleDay } from './people/last-role-day.sql.ts'
export { keepPerson, personFor } from './people/people.ts'
export { type Action, isAction, type MoneyAction, PERMISSIONS, ROLES, type Role, scopeOf } from './permissions.rules.ts'
export { type AnyPermit, covers, type MemberId, type OrganisationId, type Permit, type PersonId, personOf, type Reach, withinReach } from './permit.ts'
export { formKeys, type Show, show } from './show.tsx'
export { formToken, formTokenMatches, ownForm } from './sign-in/form-token.ts'
export { limited } from './sign-in/limits.ts'
export { beginDemoSession, chooseLanguage, chooseSeat, chosenLanguage, chosenSeat, endSession } from './sign-in/session.ts'
export { clearSignIn } from './sign-in/sign-in.sql.ts'
export { canUndo, doTogether, type Together, type TogetherItem, togetherOf, togetherToUndo, undoneTogether } from './together/together.ts'
