import type { Language, SameTexts } from '#kit/text.ts'
import { nl } from './needs.nl.ts'

const en: SameTexts<typeof nl> = {
  title: 'What do you need to work well?',
  titleOf: 'What {name} needs to work well',
  lead: 'Write it in your own words. There is no wrong answer.',
  words: 'This is what I need',
  hint: 'Think of rest, times, breaks, a place, tools or somebody next to you. Rather write what you need than what you have.',
  examples: 'Examples',
  exampleList: [
    'I like to begin after ten.',
    'I work best in a quiet place.',
    'I want one fixed person to ask things.',
    'I want to stand up every three quarters of an hour.',
  ],
  share: 'My coach may read this',
  shareHint: 'Only your coach. Switch it off whenever you want.',
  save: 'Save',
  saveAnyway: 'Keep it all the same',
  healthTitle: 'Is this about your health?',
  health: 'We see: {words}. Nobody needs to know that. Rather write what you need, such as “I want a quiet place”.',
  healthFree: 'You may leave it as it is too. These are your words.',
  forget: 'Throw away',
  keptUntil: 'We throw this away by itself on {day}.',
  sharedNow: 'Your coach can read this.',
  secretNow: 'Only you can read this.',
  writtenOn: 'Written on {day}.',
  notShared: '{name} does not share this with you',
  notSharedText: 'Or nothing was written down. The member chooses. Do ask in a talk what is needed.',
  careful: 'Do not ask about an illness and write none down anywhere. Ask what is needed.',
  refusals: {
    health: { what: 'There may be something about your health in it: {words}.', next: 'Rather write what you need. Or choose “Keep it all the same”.' },
    nothing: { what: 'There is nothing to throw away.', next: 'Open the page again.' },
  },
}

export const texts: Readonly<Record<Language, SameTexts<typeof nl>>> = { nl, en }
