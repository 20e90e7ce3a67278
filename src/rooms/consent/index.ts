export { nl as consentTexts } from './consent.nl.ts'
export {
  type Conditions,
  type ConsentEvent,
  EFFECTS,
  type Effect,
  effect,
  PROCEDURES,
  type Procedure,
  procedure,
  STATEMENT_RHYTHMS,
  type StatementRhythm,
} from './consent.rules.ts'
export type { Consent, ConsentRequest, MemberConsent, RequestId, TradeAllowed, TradeStop } from './consent.types.ts'
export { consentInForce, consentsOfAll, findConsent, inForceOn, tradeAllowed } from './trade.ts'
