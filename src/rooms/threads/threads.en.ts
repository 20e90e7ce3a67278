import type { Language } from '#kit/text.ts'
import { nl } from './threads.nl.ts'
import type { ThreadTexts } from './threads.rules.ts'

const en: ThreadTexts = {
  refusals: {
    missing: { what: 'This question is not there.', next: 'Go back to the list and choose again.' },
    dayOver: { what: 'The last day is over already.', next: 'Choose a day from tomorrow on.' },
    ownQuestion: { what: 'Your own side asked this question.', next: 'The other side answers. You will get a message.' },
    notYours: { what: 'The other side asked this question.', next: 'Give an answer. Then the question is done.' },
    over: { what: 'This question is done already.', next: 'Open the page again to read what was said.' },
  },
  asked: 'Asked on {at}',
  lastDay: 'Answer until {day}',
  late: 'The last day was {day}. You can still answer.',
  question: 'Question',
  answer: 'Answer',
  noAnswer: 'No answer yet.',
  withdrawn: 'The question was closed without an answer, on {at}.',
  evidence: 'Evidence with the answer',
  yourAnswer: 'Your answer',
  yourEvidence: 'Photo or PDF with it',
  send: 'Send the answer',
  close: 'An answer is no longer needed',
  standings: { waiting: 'waits for an answer', late: 'late, still waits', answered: 'answered', closed: 'closed' },
}

/** The words around a question in the language of the reader. */
export function threadTexts(language: Language): ThreadTexts {
  return language === 'en' ? en : nl
}
