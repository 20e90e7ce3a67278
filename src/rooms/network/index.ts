export { keepListing } from './listings/listings.ts'
export { routes } from './network.routes.tsx'
export { decideText, writeText } from './texts/texts.ts'
