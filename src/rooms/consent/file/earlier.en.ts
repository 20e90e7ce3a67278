import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './earlier.nl.ts'

const en: SameTexts<typeof nl> = {
  runs: 'Earlier consent is valid now',
  answer: 'There is no consent on this request yet. The earlier consent still counts, up to and including {until}.',
  gap: 'No decision yet after {until}? Then work of after that may not be sold until there is one.',
  goesOn: 'No decision yet after {until}? Then the earlier consent goes on until the decision.',
  look: 'See the earlier consent',
  title: 'What counts now',
  ended: 'What counted before',
  extends: {
    label: 'There is consent up to and including {until}. Do you want to go on with it?',
    yes: 'Yes, this extends it',
    runsOn: 'Does the municipality decide later? Then the consent goes on until the decision.',
    stops: 'Does the municipality decide later? Then the consent stops on its last day.',
    no: 'No, this is other work',
    noHint: 'The consent that is there just stops on its last day.',
    fact: 'Extension of',
    factValue: 'the consent up to and including {until}',
  },
  prefilled: 'The form is filled in with these conditions. Change what will be different.',
}

/** The words of an earlier consent, in a language. */
export const earlierTexts: Readonly<Record<Language, typeof nl>> = { nl, en }
