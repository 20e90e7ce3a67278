import type { Language } from '#kit/text.ts'
import { nl } from './switchboard.nl.ts'

const en: typeof nl = {
  summary: 'What does the law say?',
  since: 'Read in the text that holds from {day}.',
  notRead: 'The text was not read yet.',
  source: 'Source:',
  amounts: 'All amounts of the law (in Dutch)',
}

/** The words around the law that a screen rests on, in the language of the page. */
export const switchboardTexts: Readonly<Record<Language, typeof nl>> = { nl, en }
