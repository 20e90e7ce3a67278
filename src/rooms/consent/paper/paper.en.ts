import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './paper.nl.ts'

const en: SameTexts<typeof nl> = {
  taken: 'Request and decision on paper',
  takenOn: 'Taken over by the cooperative on {day}',
  waits: 'Taken over from paper, not yet confirmed by the municipality',
  waitsText: 'The cooperative copied this from the decision on paper. The municipality still checks whether it is right. Until then what is here counts.',
  corrected: 'Decision of {on}. {from} up to and including {until}. {pay}. Costs: {kinds}.',
}

/** The words of a consent from paper, in a language. */
export const paperTexts: Readonly<Record<Language, typeof nl>> = { nl, en }
