export { routes } from './assembly.routes.tsx'
export { numberOf as resolutionNumber, type Organ, type Resolution, type ResolutionAbout, type ResolutionFacts, type ResolutionId } from './assembly.rules.ts'
export { correctResolution, recordResolution, resolutionById, resolutionFile, resolutions, showToMembers } from './assembly.ts'
