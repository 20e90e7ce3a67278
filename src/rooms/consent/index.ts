export { askAdvice, closeReview, noteAdvice, openReview } from './advice/advice.ts'
export type { CaseCounts, CasePart, CasesAsked } from './caseload/caseload.sql.ts'
export { type Caseload, caseload, type ObjectionLine } from './caseload/caseload.ts'
export { type LibraryCondition, watchSettingOn } from './conditions/library.sql.ts'
export {
  acceptCosts,
  type Chosen,
  type ConditionForm,
  changeCondition,
  conditionLibrary,
  endCondition,
  type LaidDown,
  writeCondition,
} from './conditions/library.ts'
export { plainCondition } from './conditions/plain.ts'
export type { WatchForm, WatchSetting } from './conditions/watch.rules.ts'
export { nl as consentTexts } from './consent.nl.ts'
export { routes } from './consent.routes.tsx'
export {
  type Conditions,
  type ConsentEvent,
  conditionsOf,
  EFFECTS,
  type Effect,
  effect,
  PROCEDURES,
  type Procedure,
  paperWaits,
  procedure,
  STATEMENT_RHYTHMS,
  type StatementRhythm,
  standingOn,
  type Watch,
  type WatchedCondition,
} from './consent.rules.ts'
export { groundsOfAll } from './consent.sql.ts'
export {
  answerMore,
  askMore,
  cancelChange,
  changeConsent,
  changeRequest,
  type Decision,
  decide,
  prepareRequest,
  requestLines,
  requestWithin,
  sendFor,
  sendRequest,
  setCaseReference,
  takeBack,
  takeCase,
  versionOf,
} from './consent.ts'
export type {
  Consent,
  ConsentRequest,
  MemberConsent,
  PayoutAllowed,
  PayoutStop,
  RequestFacts,
  RequestId,
  RequestLine,
  TradeAllowed,
  TradeStop,
  WrittenWord,
} from './consent.types.ts'
export { type ConsentCounts, consentCounts } from './counting/counting.ts'
export { reviewDeadline } from './deadline/deadline.rules.ts'
export { eventLabel } from './events/event-words.ts'
export type { Meaning } from './exceptions/meaning.rules.ts'
export { whatItMeans } from './exceptions/meaning.ts'
export { WhatItMeans } from './exceptions/what-it-means.tsx'
export { type RequestFile, requestFile } from './file/request-file.ts'
export { type ResidentConsents, residentConsents } from './file/resident.ts'
export { lateAllowed } from './late/late.rules.ts'
export type { LateReceipt } from './late/late.sql.ts'
export { lateMoneyOf, writeLate, writeLateAnswer } from './late/late.ts'
export { type ArchivedLetter, letterMonths, lettersForArchive } from './letters/archive.ts'
export { lettersOfMember } from './letters/letters.ts'
export { askMend, delayObjection, mendObjection } from './mending/mending.ts'
export { type PaperConsent, takeOverConsent, USUAL_BASIS } from './office/taking-over.ts'
export { sendLetters } from './outgoing/leaving.ts'
export type { RoadName as OutgoingForm } from './outgoing/outgoing.rules.ts'
export { moveLetter, prepareLetter, signLetter } from './outgoing/outgoing.ts'
export type { RoadAction as OutgoingAction } from './outgoing/roads.ts'
export { conditionFacts } from './pages/conditions.ts'
export { kindsOf as kindsInWords } from './pages/kinds.ts'
export { EFFECT_TONES, PROCEDURE_TONES } from './pages/list-page.tsx'
export { STEPS_PLACE } from './pages/request-page.tsx'
export { ToPostNotice } from './posting/many-page.tsx'
export { choosePosting, enterPaperDecision, lettersToPost, postLetter } from './posting/posting.ts'
export { RelocationCard } from './relocation/desk-pages.tsx'
export { handleNotice, movesTold, noticesWaiting, prepareRelocation, tellRelocation } from './relocation/relocation.ts'
export { agreeToWait, tellDefault, tellDelay } from './remedies/more-time.ts'
export { remediesOn } from './remedies/remedies.rules.ts'
export { correctDecision, decideObjection, hearObjection, type NewDecision, noteAppeal, noteRuling, object, putOffObjection } from './remedies/remedies.ts'
export { takeBackObjection } from './remedies/taking-back.ts'
export { type Giving, giveCases, giveRequests } from './teams/giving.ts'
export { GiveFields } from './teams/giving-pages.tsx'
export type { TeamChoice } from './teams/queue.sql.ts'
export type { TeamAsked, TeamId } from './teams/teams.rules.ts'
export { beginTeam, changeTeam, endTeam, setArrival, type TeamFacts } from './teams/teams.ts'
export { ELECTRONIC_KINDS, type ElectronicKind, longestSeenDays, type RulesOfTown, type TownRules, USUAL_TOWN_RULES } from './town/town.rules.ts'
export { rulesOfTown, setTownRules } from './town/town.ts'
export { type TradeStanding, tradeStanding } from './trade/standing.ts'
export { consentInForce, consentsOfAll, costKindsThroughTime, findConsent, mayTradeOn, payOutAllowed, tradeAllowed } from './trade/trade.ts'
export { TradePanel, TradeStopped } from './trade/trade-panel.tsx'
export { writeWord } from './trade/written.ts'
export { type WaitsFor, waitsFor } from './waiting/waiting.rules.ts'
export { workWaits, workWaitsNoMore } from './waiting/waiting.ts'
