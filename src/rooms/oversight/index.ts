export type { SampleKind, SampleStanding } from './drawing/drawing.rules.ts'
export { askSample, drawSample } from './drawing/drawing.ts'
export {
  answerAboutDrawn,
  askAboutDrawn,
  closeSample,
  correctFinding,
  drawnById,
  drawnFile,
  drawnView,
  endQuestion,
  findDrawn,
  sampleById,
  samplesInReach,
  sampleView,
} from './looking/looking.ts'
export { routes } from './oversight.routes.tsx'
export type { Drawn, DrawnContent, DrawnId, Finding, Sample, SampleAsked, SampleId } from './oversight.types.ts'
export { type ResidentView, residentView } from './resident/resident.ts'
export type { Colour, MonthFacts, WatchFact, WatchFacts, WatchLine, WatchPeriod } from './watching/watching.rules.ts'
export { answerAboutCondition, askAboutRed, endConditionQuestion, type WatchedConsent, watchedConsents, watchedOfMember } from './watching/watching.ts'
