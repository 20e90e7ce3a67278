import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './mending.nl.ts'

const en: SameTexts<typeof nl> = {
  grounds: {
    everyoneAgrees: 'Everybody who has an interest in it agrees',
    objectorAgrees: 'Whoever objected agrees, and it does others no harm',
    procedure: 'Needed to follow the rules of the procedure',
  },
  alert: {
    title: 'Something is missing in your objection',
    until: 'Send it by {day}. If nothing comes, the municipality may decide not to deal with your objection.',
    over: 'The last day was {day}. You can still send it, but the municipality need not wait for it any more.',
    link: 'Complete the objection',
  },
  title: 'Complete the objection',
  lead: 'According to the municipality this is missing:',
  meanwhile: 'While it is not there, the time of the municipality to decide stands still, at most until {day}.',
  field: 'What do you want to send?',
  fieldOffice: 'What came in?',
  unsure: 'Not sure? Ask your coach for help.',
  on: 'On which day did it come in?',
  button: 'Send',
  buttonOffice: 'Write it down',
  refusals: {
    empty: { what: 'This is too short.', next: 'Write what was missing. Not sure? Ask your coach for help.' },
  },
}

/** The words of an objection in which something is missing, in a language. */
export const mendingTexts: Readonly<Record<Language, typeof nl>> = { nl, en }
