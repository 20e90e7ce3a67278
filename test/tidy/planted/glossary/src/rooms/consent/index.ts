export { type ConsentId, decide } from './consent.ts'
export type { ConsentView, MonthStatementId } from './consent.ts'
export type { Vergunning } from './consent.ts' // planted
export { type MonthReport } from './consent.ts' // planted
