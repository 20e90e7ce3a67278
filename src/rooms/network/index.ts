export { keepListing } from './listings/listings.ts'
export { routes } from './network.routes.tsx'
export { answerPart, makePaper, publishModel } from './papers/papers.ts'
export { decideText, writeText } from './texts/texts.ts'
