export { amountsAll, decideAmount, enterAmount } from './amounts/amounts.ts'
export type { AmountFacts } from './amounts/entry.rules.ts'
export { decideDay, enterDay } from './days/days.ts'
export { routes } from './law.routes.ts'
export type { Used } from './preview/exemption.rules.ts'
export { previewTexts } from './preview/preview.en.ts'
export { type Preview, preview } from './preview/preview.rules.ts'
export { previewFile } from './preview/preview-file.rules.ts'
export type { MunicipalReading, PayOut, Situation } from './preview/situation.rules.ts'
export { readingOf, setReading } from './readings/readings.ts'
export { LawFold } from './switchboard/law-fold.tsx'
export { equatedDays } from './terms/equated.sql.ts'
export { decreeKnown, freeDays } from './terms/free-days.rules.ts'
export {
  FURTHER_DELAY_GROUNDS,
  type FurtherDelayGround,
  type Term,
  type TermEvent,
  type TermName,
  type TermSettings,
  type TermStep,
} from './terms/term.rules.ts'
export { termFile } from './terms/term-file.rules.ts'
export { lastDayToObject } from './terms/terms.rules.ts'
