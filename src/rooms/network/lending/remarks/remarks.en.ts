import type { Language } from '#kit/text.ts'
import { nl } from './remarks.nl.ts'

const en: typeof nl = {
  title: 'What did you learn from it?',
  lead: 'You began with this agreement. Tell the board that lends it what went well, and what you did differently. Only that board reads it.',
  words: 'What did you learn?',
  hint: 'Do not name members.',
  named: 'Say that it comes from {name}',
  send: 'Tell it',
  told: 'This you told already',
  on: '{day}, as {name}',
  onUnnamed: '{day}, without your name',
  ofLent: 'What others learned from it',
  by: '{name}, {day}',
  byUnnamed: 'A cooperative, {day}',
  refusals: {
    missing: {
      what: 'You did not begin with this agreement, or nobody lends it.',
      next: 'Choose an agreement in the library and begin with it.',
    },
    enough: {
      what: 'You told something about this agreement five times already.',
      next: 'Do you want to tell more? Ask the network to introduce you to that cooperative.',
    },
  },
}

export const texts = (language: Language): typeof nl => (language === 'en' ? en : nl)
