export { answerQuestion, askAboutStatement, statementQuestions } from './asking/asking.ts'
export { accountOf } from './dividing/booking.rules.ts'
export type { Closing, MemberFacts, MemberSplit } from './dividing/facts.rules.ts'
export { settleMember } from './dividing/settle.rules.ts'
export { monthsTakenBack } from './dividing/stored.sql.ts'
export { type YearFigures, yearFigures } from './figures/year.sql.ts'
export { keepPots } from './keeping/keeping.ts'
export { moneyTexts } from './money/money.en.ts'
export type { RiverPart, RiverPayment, RiverView } from './money/river.rules.ts'
export { riverOf } from './money/river.ts'
export type { Point } from './months/checklist.rules.ts'
export { type ClosingFacts, closeMonth, type OpeningTotals, openTotals, settleSet } from './months/close.ts'
export { type Cover, coverOf } from './months/cover.rules.ts'
export { closings, type Readiness, readinessOf, type Settlement, settlementOf, shareLinesOfMonth } from './months/months.ts'
export { justRead, undoReceipts } from './receiving/receiving.ts'
export { nl as settlementTexts } from './settlement.nl.ts'
export { routes } from './settlement.routes.tsx'
export { reminderLetter, remindOfStatements } from './statements/reminding.ts'
export {
  deviationsOf as statementDeviations,
  paidOutTotal as statementPaid,
  type StatementContent,
  type StatementStanding,
} from './statements/statement.rules.ts'
export { sentStatements } from './statements/statement.sql.ts'
export type { Question, SentStatement, StatementAbout, StatementId, StatementLine } from './statements/statement.types.ts'
export { paperOf as statementPaper, statementParts } from './statements/statement-paper.ts'
export { nl as statementNl } from './statements/statements.nl.ts'
export {
  draftStatement,
  type MonthStatements,
  receiveStatement,
  releaseStatement,
  type StatementDraft,
  statementById,
  statementLines,
  statementsForExport,
  statementsOfMonth,
  statementsToRead,
  statementsWaiting,
} from './statements/statements.ts'
export { monthsBeside, yearBeside } from './whatif/beside/beside.ts'
export type { Outcome } from './whatif/outcome.rules.ts'
export { SAMPLE_NAMES, type Sample, sampleFigures } from './whatif/samples.rules.ts'
export { endShared, sharedWithMunicipality, shareWhatIf, type WhatIfLink } from './whatif/sharing.ts'
export { whatIfTexts } from './whatif/whatif.en.ts'
export { nl as whatIfNl } from './whatif/whatif.nl.ts'
export { lookWhatIf, type WhatIf } from './whatif/whatif.ts'
