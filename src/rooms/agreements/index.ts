export { routes } from './agreements.routes.tsx'
export { type Origin, type Version, type VersionId, versionById, versionsAll } from './agreements.sql.ts'
export {
  changeDraft,
  type DraftFacts,
  draftAgreement,
  dropDraft,
  giveNotice,
  proposeAgreement,
  proposeToMore,
  signAgreement,
  signForCooperative,
} from './agreements.ts'
export { articlesEn } from './articles/articles.en.ts'
export { articlesNl } from './articles/articles.nl.ts'
export {
  type Article,
  type ArticleKind,
  articleOf,
  articlesOf,
  type ExitReceiver,
  lateRulesOf,
  type PotExitReceiver,
  potAtExit,
  rulesOf,
  setsOffAtExit,
} from './articles/articles.rules.ts'
export { TEMPLATES, type Template, type TemplateCode } from './articles/templates.rules.ts'
export { type ArticleText, agreementText, costKindName, plainText } from './articles/text.rules.ts'
export { type Bound, boundText, outsideBounds } from './bounds/bounds.rules.ts'
export { type TownShare, townShare } from './bounds/town-share.rules.ts'
export { type Problem, problemsOf, ruleProblems } from './bounds/validate.rules.ts'
export { ruleChanges, rulesBeside } from './comparing/compare.rules.ts'
export { TextBeside } from './comparing/compare-page.tsx'
export { comparingTexts } from './comparing/comparing.en.ts'
export { otherVersions } from './comparing/other-versions.ts'
export { type CooperationStanding, cooperationStanding } from './cooperation/answers.rules.ts'
export { type CooperationAgreement, type CooperationId, cooperationAgreements } from './cooperation/cooperation.sql.ts'
export { answerCooperation, boundsOfAll, cooperationAgreement, membersOutside, proposeCooperation, signCooperation } from './cooperation/cooperation.ts'
export {
  type Base,
  type Cap,
  type CostKind,
  type EarlierPart,
  type MonthFacts,
  OWN_POTS,
  RECEIVERS,
  type Receiver,
  type RunningTotals,
  type ShareKind,
  type ShareLine,
  type Shares,
  type SplitRules,
  type Step,
} from './dividing/language.rules.ts'
export { type Attribution, attribute, type NetReceipt, type Reversal, reverseShares } from './dividing/reversal.rules.ts'
export { NOTHING_YET, type StoredShare, totalsFrom } from './dividing/totals.rules.ts'
export { type AgreementInForce, agreementFor, levelOfPot } from './in-force/in-force.rules.ts'
export { agreementOn, agreementsOfAll, findAgreement, splitRulesOfAll, splitRulesOn } from './in-force/in-force.ts'
export { AgreementText } from './pages/text-view.tsx'
export { agreementsForExport, verifyAgreements } from './signing/proof.ts'
export { signedVersions, versionToRead } from './signing/reading.ts'
export { NOTICE_CHANNELS, type NoticeChannel, type SignIn } from './signing/signing.rules.ts'
export { readArticles, readBounds } from './simulation/read-articles.rules.ts'
export { type SimulationAnswer, simulate } from './simulation/simulate.rules.ts'
export { countedCosts, shareJob, split } from './split.rules.ts'
